"""A date as people write it: 20261123, 26.11.23, 11/23, 오늘, +7."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.field import Field
from easycare_desktop.ui.widgets.hangul_line_edit import HangulLineEdit
from easycare_desktop.ui.wording.refusals import field_words

Parse = Callable[[str], date]
_WEEK = "월화수목금토일"


class DateField(Field[HangulLineEdit]):
    """A field that says which day it understood.

    `parse` turns typed text into a date and raises a `Refusal` where it cannot.
    `picked(date | None)` is emitted when the person leaves the field.
    """

    picked = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        label: str,
        parse: Parse,
        hint: str = "",
        *,
        required: bool = False,
    ) -> None:
        edit = HangulLineEdit("", "예: 20261123")
        super().__init__(appearance, label, edit, hint, required=required)
        self._parse = parse
        edit.editingFinished.connect(self._understand)

    def day(self) -> date | None:
        """Return the date, or None where nothing or nothing readable is typed."""
        read = self._read()
        return None if isinstance(read, Refusal) else read

    def set_day(self, day: date | None) -> None:
        """Put a date in, without saying anything about it."""
        self.control.setText("" if day is None else day.isoformat())
        self.clear()

    def say_missing(self, words: str) -> None:
        """Say that a day is needed, unless what is typed was refused already; go there."""
        if not self.control.text().strip():
            self.set_error(words)
        self.control.setFocus()

    @Slot()
    def _understand(self) -> None:
        read = self._read()
        if isinstance(read, Refusal):
            self.set_error(field_words(read))
        elif read is None:
            self.clear()
        else:
            self.set_ok(f"{spoken(read)}로 적습니다.")
        self.picked.emit(None if isinstance(read, Refusal) else read)

    def _read(self) -> date | Refusal | None:
        typed = self.control.text().strip()
        try:
            return self._parse(typed) if typed else None
        except Refusal as refusal:
            return refusal


def spoken(day: date) -> str:
    """Return a date in words: 2026년 11월 30일 월요일."""
    return f"{day.year}년 {day.month}월 {day.day}일 {_WEEK[day.weekday()]}요일"
