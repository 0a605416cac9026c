"""The office's own data as a form: in the first run, and in the settings."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import ItemField, ItemGroup
from easycare_desktop.domain.date_words import DateWords
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.validation import parse_value, validate
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit
from easycare_desktop.ui.widgets import Kit, column, hide_unless, row

PROFILE = "office_profile"
_MORE, _LESS = "나머지도 적기", "나머지 접기"
_WIDE = ("address", "services")


class OfficeForm(QWidget):
    """Fields of `group`; with `first` these, the rest behind a button. `edited` at each change.

    `page` starts the names of the controls.
    """

    edited = Signal()

    def __init__(
        self,
        group: ItemGroup,
        kit: Kit,
        today: Callable[[], date],
        words: DateWords,
        first: Sequence[str] = (),
        page: str = "office",
    ) -> None:
        super().__init__()
        self._group, self._today, self._words = group, today, words
        self.setProperty("part", "inside")
        self._first = frozenset(first or (item.code for item in group.fields))
        self.edits = {
            item.code: FieldEdit(item, kit, self._read, today, self) for item in group.fields
        }
        grid, self._rest = kit.form(3), kit.form(3)
        for code, edit in self.edits.items():
            edit.field.control.setObjectName(f"{page}.{code}")
            edit.edited.connect(self.edited)
            (grid if code in self._first else self._rest).add(
                edit.field, span=2 if code in _WIDE else 1
            )
        self.more = kit.button(_MORE, "quiet", "chevron-down")
        self.more.setObjectName(f"{page}.more")
        hide_unless(self.more, len(self._first) < len(self.edits))
        self.more.clicked.connect(self._turn)
        self._rest.hide()
        self.setLayout(column(grid, row(self.more, None), self._rest, gap=12))

    def values(self) -> dict[str, str]:
        """Return what is typed, by field."""
        return {code: edit.text() for code, edit in self.edits.items()}

    def put(self, values: Mapping[str, str]) -> None:
        """Show these values."""
        for code, edit in self.edits.items():
            edit.put(values.get(code, ""))

    def fill(self, values: Mapping[str, str]) -> None:
        """Take these values where nothing is typed yet."""
        for code, edit in self.edits.items():
            if values.get(code) and not edit.text():
                edit.put(values[code])

    def unfold(self, *, on: bool) -> None:
        """Show the rest of the fields, or fold them away; what is typed there stays."""
        self._rest.setVisible(on)
        self.more.say(_LESS if on else _MORE)
        self.more.set_icon("chevron-up" if on else "chevron-down")

    def clean(self) -> Mapping[str, str] | None:
        """Return the values as they are stored; None where some do not fit, which is then shown."""
        good, wrong = validate(
            self._group, PersonKind.OFFICE, self.values(), self._today(), self._words
        )
        for edit in self.edits.values():
            edit.field.clear()
        self.complain(wrong)
        return None if wrong else good

    def complain(self, wrong: Mapping[str, InputRefusal]) -> None:
        """Show under each field what is wrong with it; go to the first of them."""
        bad = [code for code in self.edits if code in wrong]
        if not self._first.issuperset(bad):
            self.unfold(on=True)
        for code in bad:
            self.edits[code].complain(wrong[code])
        if bad:
            self.edits[bad[0]].field.control.setFocus()

    @Slot()
    def _turn(self) -> None:
        self.unfold(on=self._rest.isHidden())

    def _read(self, item: ItemField, typed: str) -> str:
        return parse_value(item, typed, self._today(), self._words)
