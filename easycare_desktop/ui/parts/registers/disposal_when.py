"""When something was destroyed, and when somebody looked on at the site."""

import re
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.registers import (
    DisposalAheadError,
    DisposalBeforeEntryError,
    OnSiteCheckMissingError,
)
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import understood
from easycare_desktop.ui.widgets import Kit, column

_TIME = re.compile(r"(\d{1,2}):?(\d{2})")


class DisposalWhen(QWidget):
    """A day and two times of it; `seen_at` is shown by whoever asks for it."""

    def __init__(self, kit: Kit, office: OpenOffice) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._office, self._days = office, DayReader(office)
        now = office.clock.now()
        self.day = kit.date_field("파기한 날", self._days.read, required=True)
        self.day.set_day(now.date())
        self.time = kit.text_field("파기한 시각", f"{now:%H:%M}", "예: 14:30", required=True)
        self.seen_at = kit.text_field(
            "현장에서 확인한 시각", "", "용해는 꼭 적습니다. 예: 15:10", required=True
        )
        self.day.control.setObjectName("disposal.day")
        self.time.control.setObjectName("disposal.time")
        self.seen_at.control.setObjectName("disposal.seen_at")
        form = kit.form(3)
        form.add(self.day, self.time, self.seen_at)
        self.setLayout(column(form))

    def read(self) -> datetime | None:
        """Return the moment; None where it is not whole, which is then shown."""
        day, at = self.day.day(), _clock(self.time.control.text())
        self.time.set_error("" if at else "14:30처럼 적어 주세요.")
        if day is None:
            self.day.set_error("파기한 날을 적어 주세요.")
        return self._moment(day, at) if day and at else None

    def on_site_at(self) -> datetime | None:
        """Return when somebody looked on, on the same day; None where nothing is typed."""
        day, seen = self.day.day(), _clock(self.seen_at.control.text())
        return self._moment(day, seen) if day and seen else None

    def complains(self, error: Exception) -> bool:
        """Show what is wrong with a moment under its field; tell whether it was one of these."""
        if isinstance(error, OnSiteCheckMissingError):
            self.seen_at.set_error(understood(error))
        elif isinstance(error, DisposalAheadError):
            later = (self.day.day() or date.max) > self._office.today()
            typed = self.time if error.field == "at" else self.seen_at
            (self.day if later else typed).set_error(understood(error))
        elif isinstance(error, DisposalBeforeEntryError):
            self.day.set_error(understood(error))
        else:
            return False
        return True

    def _moment(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self._office.clock.now().tzinfo)


def _clock(text: str) -> time | None:
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))
