"""What an applicant is asked to hand in before a request goes on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.refusals import InputRefusal


class MissingPaper(Enum):
    """What can be missing of a request."""

    SIGNATURE = "signature"
    CONTENT = "content"
    ID_COPY = "id_copy"
    POWER_OF_ATTORNEY = "power_of_attorney"
    GUARDIANSHIP_RECORD = "guardianship_record"
    FAMILY_RECORD = "family_record"
    BUSINESS_PAPER = "business_paper"


USUALLY_MISSING: Mapping[Capacity, frozenset[MissingPaper]] = MappingProxyType(
    {
        Capacity.SELF: frozenset({MissingPaper.ID_COPY}),
        Capacity.HEAD: frozenset({MissingPaper.BUSINESS_PAPER}),
        Capacity.LEGAL_GUARDIAN: frozenset({MissingPaper.GUARDIANSHIP_RECORD}),
        Capacity.AGENT: frozenset({MissingPaper.POWER_OF_ATTORNEY}),
        Capacity.PARENT_OF_MINOR: frozenset({MissingPaper.FAMILY_RECORD}),
    }
)
"""What the capacity needs and what is therefore offered first."""


@dataclass(frozen=True, slots=True)
class Supplement:
    """What is asked for, since when and until when. `note` is one sentence to the applicant."""

    missing: tuple[MissingPaper, ...]
    asked_on: date
    until: date
    note: str = ""


class SupplementEmptyError(InputRefusal):
    """Nothing is asked for."""


class SupplementDayPassedError(InputRefusal):
    """The last day to hand something in has passed already."""


def check_supplement(wanted: Supplement) -> None:
    """Raise `SupplementEmptyError`, `SupplementDayPassedError`."""
    if not wanted.missing and not wanted.note.strip():
        raise SupplementEmptyError("missing")
    if wanted.until < wanted.asked_on:
        raise SupplementDayPassedError("until")
