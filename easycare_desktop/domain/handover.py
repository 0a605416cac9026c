"""An office that closes hands over the records that law keeps: to whom, why, under a password."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.law import RetentionRule
from easycare_desktop.domain.refusals import Refusal


class Receiver(Enum):
    """Who takes the records over (Act on Long-Term Care Insurance for the Elderly art. 36(6))."""

    INSURER = "insurer"
    SUCCESSOR = "successor"


@dataclass(frozen=True, slots=True)
class HandoverOrder:
    """`lost`: what is lost or damaged, one line each, beside what the program finds itself."""

    receiver: Receiver
    reason: str
    password: str = field(repr=False)
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandoverCounts:
    """What there is to hand over. `apart`: of the records those that are kept apart."""

    people: int
    records: int
    apart: int
    scans: int


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What was written. `number`: of the copy in the register; `lost`: lines of the second list."""

    number: str
    counts: HandoverCounts
    folder: str
    lost: int


class HandoverEmptyError(Refusal):
    """Nothing is here that has to be handed over."""


def is_handed_over(group: ItemGroup, rules: Mapping[str, RetentionRule]) -> bool:
    """Tell whether a rule of the group orders that it goes to the insurer."""
    return any(code in rules and rules[code].handover for code in group.rules)
