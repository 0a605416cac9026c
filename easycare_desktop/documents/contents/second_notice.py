"""보관 종료·파기 통지서: what the law kept is over, and is gone, too."""

from dataclasses import dataclass
from datetime import date, datetime

from easycare_desktop.documents.values import Addressee, KeptItem, Office, PrintFacts


@dataclass(frozen=True, slots=True)
class EndedItem:
    """One item group that was kept: by which article, until when, and when it went."""

    label: str
    article: str
    until: date | None
    gone_at: datetime


@dataclass(frozen=True, slots=True)
class SecondNotice:
    """Tells the person that the rest is gone. Any of `open_points` makes it 일부 완료.

    `kept`: what the law keeps even now. `others`: whether the office holds anything else of them.
    """

    office: Office
    facts: PrintFacts
    addressee: Addressee
    person_number: str
    issued_on: date
    ended: tuple[EndedItem, ...]
    others: bool
    kept: tuple[KeptItem, ...] = ()
    open_points: tuple[str, ...] = ()
    certificate_number: str = ""
