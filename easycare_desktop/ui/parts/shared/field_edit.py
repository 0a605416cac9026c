"""One field of the catalogue as a control: typed, understood on leaving, shown as stored."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.addresses import is_usual_address
from easycare_desktop.domain.catalogue import FieldKind, ItemField
from easycare_desktop.domain.names import is_usual_name
from easycare_desktop.domain.periods import full_years
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.resident_numbers import REGISTERED, has_check_digit
from easycare_desktop.ui.parts.shared.refused import field_words
from easycare_desktop.ui.widgets import (
    ChoiceStrip,
    Combo,
    Field,
    HangulLineEdit,
    HangulTextEdit,
    Kit,
    spoken,
)
from easycare_desktop.ui.widgets.hangul_line_edit import Typing

Read = Callable[[ItemField, str], str]
_TYPING: dict[FieldKind, Typing] = {
    FieldKind.PHONE: "digits",
    FieldKind.NUMBER: "digits",
    FieldKind.ACCOUNT: "digits",
    FieldKind.RESIDENT_NUMBER: "digits",
    FieldKind.FOREIGNER_NUMBER: "digits",
    FieldKind.POSTCODE: "digits",
    FieldKind.LTC_NUMBER: "latin",
    FieldKind.EMAIL: "latin",
    FieldKind.BUSINESS_NUMBER: "digits",
    FieldKind.FACILITY_CODE: "digits",
}
_ODD_NUMBER = "끝자리 검사가 맞지 않습니다. 2020년 10월 뒤에 받은 번호면 맞을 수 있습니다."
_ODD_ADDRESS = "도로명과 건물번호가 없습니다. 주소를 다시 보아 주세요."
_ODD_NAME = "이름이 한 글자입니다. 성과 이름을 다 적었는지 보아 주세요."
_STRIP_ROOM = 300
_CHOICE_PADDING = 32


class FieldEdit(QObject):
    """`field` is the widget; `text()` what is typed; `edited` at each change, `left` on leaving."""

    edited = Signal()
    left = Signal()

    def __init__(
        self, item: ItemField, kit: Kit, read: Read, today: Callable[[], date], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.item = item
        self._read, self._today = read, today
        self.field: Field[QWidget] = kit.field(
            item.label, self._control(kit), item.hint, required=item.required
        )

    def text(self) -> str:
        """Return what is typed, complete; of a choice its code."""
        control = self.field.control
        if isinstance(control, ChoiceStrip | Combo):
            return control.value() or ""
        if isinstance(control, HangulLineEdit | HangulTextEdit):
            control.commit()
            return control.text().strip()
        return ""

    def half_typed(self) -> str:
        """Return what stands there, without ending the syllable that is being composed."""
        control = self.field.control
        if isinstance(control, HangulLineEdit):
            return control.live_text().strip()
        return control.text() if isinstance(control, HangulTextEdit) else self.text()

    def put(self, text: str) -> None:
        """Show a stored or half-typed value, without saying anything about it."""
        control = self.field.control
        if isinstance(control, HangulLineEdit):
            control.setText(text)
        elif isinstance(control, HangulTextEdit):
            control.setPlainText(text)
        elif isinstance(control, Combo | ChoiceStrip):
            known = {code for code, _ in self.item.choices}
            if text in known or isinstance(control, Combo):
                control.choose(text if text in known else "")
            else:
                control.clear_choice()
        self.field.clear()

    def complain(self, refusal: InputRefusal) -> None:
        """Show under the field what is wrong."""
        self.field.set_error(field_words(refusal))

    def stored(self) -> str | None:
        """Return the value as it would be stored; None where it does not fit."""
        try:
            return self._read(self.item, self.text())
        except InputRefusal:
            return None

    @Slot()
    def understand(self) -> None:
        """Say under the field what was understood, or what is wrong. An empty field is quiet."""
        typed = self.text()
        if not typed:
            self.field.clear()
            self.left.emit()
            return
        try:
            stored = self._read(self.item, typed)
        except InputRefusal as refusal:
            self.complain(refusal)
        else:
            if isinstance(self.field.control, HangulLineEdit) and stored != typed:
                self.field.control.setText(stored)
            self._praise(stored)
        self.left.emit()

    def _praise(self, stored: str) -> None:
        if self.item.kind in REGISTERED and not has_check_digit(stored):
            self.field.set_warning(_ODD_NUMBER)
            return
        if self.item.kind is FieldKind.ADDRESS and not is_usual_address(stored):
            self.field.set_warning(_ODD_ADDRESS)
            return
        if self.item.kind is FieldKind.NAME and not is_usual_name(stored):
            self.field.set_warning(_ODD_NAME)
            return
        if self.item.kind is not FieldKind.DATE:
            self.field.clear()
            return
        day = date.fromisoformat(stored)
        age = f" 만 {full_years(day, self._today())}세" if self.item.birth else ""
        self.field.set_ok(f"{spoken(day)}{age}")

    def _control(self, kit: Kit) -> QWidget:
        kind = self.item.kind
        if kind is FieldKind.CHOICE:
            return self._choice(kit)
        if kind is FieldKind.LONG_TEXT:
            long = kit.text_edit(lines=2)
            long.edited.connect(self.edited)
            return long
        line = kit.line_edit(typing=_TYPING.get(kind, "any"))
        line.live_text_changed.connect(self._tell)
        line.editingFinished.connect(self.understand)
        return line

    def _choice(self, kit: Kit) -> QWidget:
        choices = list(self.item.choices)
        metrics = kit.theme.metrics("body", "bold")
        need = sum(metrics.horizontalAdvance(words) + _CHOICE_PADDING for _, words in choices)
        if need <= kit.theme.px(_STRIP_ROOM):
            strip = kit.choice(choices, optional=not self.item.required)
            strip.chosen.connect(self._pick)
            return strip
        combo = kit.combo([("", "고르기"), *choices], "")
        combo.chosen.connect(self._pick)
        return combo

    @Slot(str)
    def _tell(self, _live: str) -> None:
        self.edited.emit()

    @Slot(object)
    def _pick(self, _code: object) -> None:
        self.field.clear()
        self.edited.emit()
        self.left.emit()
