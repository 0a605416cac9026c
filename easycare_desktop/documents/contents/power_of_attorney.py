"""위임장: somebody lets another exercise the rights over own data (Act art. 38(1))."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from easycare_desktop.documents.values import NOBODY, Office, PrintFacts, Signer


class Power(Enum):
    """What is handed over."""

    ACCESS = "access"
    CORRECT = "correct"
    SUSPEND = "suspend"
    WITHDRAW = "withdraw"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two. `relation` is that of the agent to the person concerned."""

    name: str = ""
    birth: date | None = None
    phone: str = ""
    address: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True)
class PowerOfAttorney:
    """A power of attorney, blank or filled; no power is ticked unless it was recorded."""

    office: Office
    facts: PrintFacts
    agent: Party
    principal: Party
    powers: frozenset[Power] = frozenset()
    signed_on: date | None = None
    signer: Signer = NOBODY
