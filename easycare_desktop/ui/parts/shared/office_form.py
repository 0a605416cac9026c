"""The office's own data as a form: in the first run, and in the settings."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import ItemField, ItemGroup
from easycare_desktop.domain.date_words import DateWords
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.validation import parse_value, validate
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit
from easycare_desktop.ui.widgets import Kit, column

PROFILE = "office_profile"
_WIDE = ("address", "services")


class OfficeForm(QWidget):
    """Fields of `group`, or `only` some of them; `edited` at each change."""

    edited = Signal()

    def __init__(
        self,
        group: ItemGroup,
        kit: Kit,
        today: Callable[[], date],
        words: DateWords,
        only: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._group, self._today, self._words = group, today, words
        self.setProperty("part", "inside")
        shown = [item for item in group.fields if not only or item.code in only]
        self.edits = {item.code: FieldEdit(item, kit, self._read, today, self) for item in shown}
        form = kit.form(3)
        for code, edit in self.edits.items():
            edit.field.control.setObjectName(f"office.{code}")
            edit.edited.connect(self.edited)
            form.add(edit.field, span=2 if code in _WIDE else 1)
        self.setLayout(column(form))

    def values(self) -> dict[str, str]:
        """Return what is typed, by field."""
        return {code: edit.text() for code, edit in self.edits.items()}

    def put(self, values: Mapping[str, str]) -> None:
        """Show these values."""
        for code, edit in self.edits.items():
            edit.put(values.get(code, ""))

    def lock(self) -> None:
        """Show the values without letting them change."""
        for edit in self.edits.values():
            edit.lock()

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
        for code in bad:
            self.edits[code].complain(wrong[code])
        if bad:
            self.edits[bad[0]].field.control.setFocus()

    def _read(self, item: ItemField, typed: str) -> str:
        return parse_value(item, typed, self._today(), self._words)
