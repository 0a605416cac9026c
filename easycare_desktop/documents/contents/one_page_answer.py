"""「한 장 답변」: what was erased, what is kept, and why, for one person and the family."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents.values import Addressee, GoneItem, KeptItem, Office, PrintFacts


@dataclass(frozen=True, slots=True)
class ElsewhereItem:
    """A copy that somebody else keeps under an own duty, or that is not ticked yet.

    `what` is a plain sentence.
    """

    label: str
    what: str


@dataclass(frozen=True, slots=True)
class OnePageAnswer:
    """The answer as of `as_of`. `open_points` are plain sentences of what is not finished.

    `ending`: when it is known until when something in use stays, where the usual words are wrong.
    `certificate_numbers`: under which each destruction was approved.
    """

    office: Office
    facts: PrintFacts
    addressee: Addressee
    person_number: str
    as_of: date
    gone: tuple[GoneItem, ...] = ()
    kept: tuple[KeptItem, ...] = ()
    elsewhere: tuple[ElsewhereItem, ...] = ()
    open_points: tuple[str, ...] = ()
    certificate_numbers: tuple[str, ...] = ()
    key_places_replaced: int = 0
    key_places: int = 0
    ending: str = ""
