"""기초자료 카드: everything in use about one person, with purpose and basis of each group."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents.values import Office, PrintFacts


@dataclass(frozen=True, slots=True)
class CardGroup:
    """One item group. `fields`: label and value; `withheld` says why none stand here."""

    label: str
    purpose: str
    basis: str
    stay: str
    fields: tuple[tuple[str, str], ...] = ()
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class CardRelation:
    """Somebody to call, in the order of contact."""

    name: str
    relation: str
    phone: str
    payer: bool = False


@dataclass(frozen=True, slots=True)
class BasicCard:
    """One person as of `as_of`."""

    office: Office
    facts: PrintFacts
    name: str
    person_number: str
    kind: str
    state: str
    since: date
    as_of: date
    groups: tuple[CardGroup, ...] = ()
    relations: tuple[CardRelation, ...] = ()
