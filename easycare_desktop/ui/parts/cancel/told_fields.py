"""When and how the applicant was told the result: a letter of Friday may be noted on Monday."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.second_notices import Notified, Telling
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.widgets import Kit, card, column
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.refusals import field_words

_TODAY = "+0"
_DAY_MISSING = "통지한 날을 적어 주세요."
_WAY_MISSING = "어떻게 통지했는지 하나를 골라 주세요."


class ToldFields(QWidget):
    """Filled with today; the way is always chosen by the person."""

    def __init__(self, kit: Kit, days: DayReader) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._days = days
        ways = [(each, label(each)) for each in Telling]
        self.on = kit.date_field("통지한 날", days.read, required=True)
        self.how = kit.field("통지한 방법", kit.choice(ways), required=True)
        self.on.control.setObjectName("cancel.told_on")
        self.how.control.setObjectName("cancel.told_how")
        grid = kit.form(3)
        grid.add(self.on)
        grid.add(self.how, span=2)
        heading = kit.text("결과를 통지한 뒤에 적어 주세요", "lead")
        self.setLayout(column(card(heading, grid, gap=12), gap=0))

    def begin(self) -> None:
        """Begin with today, and with no way chosen."""
        self.on.set_day(self._days.read(_TODAY))
        self.how.control.clear_choice()
        self.how.clear()

    def read(self) -> Notified | None:
        """Return what was told; show what is missing and return None otherwise."""
        day, how = self.on.day(), self.how.control.value()
        if how is None:
            self.how.set_error(_WAY_MISSING)
        if day is None:
            self.on.say_missing(_DAY_MISSING)
        return None if day is None or how is None else Notified(day, how)

    def show_refusal(self, refusal: InputRefusal) -> None:
        """Say what speaks against the day."""
        self.on.set_error(field_words(refusal))
        self.on.control.setFocus()
