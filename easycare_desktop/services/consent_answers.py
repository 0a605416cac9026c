"""What somebody said to a purpose, and how that stands today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.consent_purposes import ConsentPurpose
from easycare_desktop.domain.consents import (
    ConsentLine,
    ConsentResult,
    ConsentTooLongError,
    NothingSaidError,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said to one purpose. `until`: last day, where it was given for a time."""

    purpose: str
    result: ConsentResult
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ConsentStatus:
    """How one purpose stands for one person today; `line` is the newest on record, if any."""

    purpose: ConsentPurpose
    line: ConsentLine | None
    today: date

    @property
    def given(self) -> bool:
        """Whether there is a living consent."""
        return self.line is not None and self.line.lives_on(self.today)

    @property
    def outdated(self) -> bool:
        """Whether another text was signed than is asked for today (PIPA 15(2))."""
        line = self.line
        return self.given and line is not None and line.text_version != self.purpose.text_version

    @property
    def ran_out(self) -> bool:
        """Whether a consent was given whose last day has passed."""
        given = self.line is not None and self.line.result is ConsentResult.GIVEN
        return given and not self.given


def check_answers(said: Sequence[Said], asked: Mapping[str, ConsentPurpose], said_on: date) -> None:
    """Raise `NothingSaidError`, and `ConsentTooLongError` beyond what the signed text says."""
    if not said:
        raise NothingSaidError
    for each in (each for each in said if each.purpose in asked):
        last = asked[each.purpose].last_day(said_on)
        if each.until is not None and last is not None and each.until > last:
            raise ConsentTooLongError("until", last)
