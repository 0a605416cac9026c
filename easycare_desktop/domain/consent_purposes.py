"""What a person is asked to consent to."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.periods import Period, period_end


@dataclass(frozen=True, slots=True)
class ConsentPurpose:
    """One line of a consent form, with every sentence that the law wants told (art. 15(2), 22).

    `separate`: must stand apart from other consents. `emphasised`: its period and nature are
    printed larger (Decree art. 17(3)). `recipients`: to whom it is provided, for provision.
    `years`: for how long the consent is given, 0 for as long as the relation lasts. `sole`: nothing
    else carries the relation.
    """

    code: str
    label: str
    required: bool
    kinds: frozenset[PersonKind]
    groups: tuple[str, ...]
    purpose: str
    items: str
    period: str
    refusal: str
    basis_article: str
    text_version: str
    separate: bool = False
    emphasised: bool = False
    recipients: str = ""
    channels: tuple[tuple[str, str], ...] = ()
    years: int = 0
    sole: bool = False

    def last_day(self, said_on: date) -> date | None:
        """Return the last day of a consent given on `said_on`, or nothing if it has none."""
        return period_end(said_on, Period(years=self.years)) if self.years else None
