"""The code on a form that comes back: which form, whose office, number, edition and page.

It says nothing about a person: what a number was printed for, only its office knows.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass
from enum import Enum

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FIRST = "EZ1"
_FORM = re.compile(
    rf"{_FIRST}:([A-Z]{{2}}):([{_SIGNS}]{{6}}):([{_SIGNS}]{{12}}):([{_SIGNS}]{{4}})"
    r":([1-9])/([1-9])([TF])"
)
_OF_THIS_KIND = re.compile(r"EZ[0-9]:")
NUMBER_SIGNS = 12


class Place(Enum):
    """Each page carries its code twice: at the top on the right, at the foot on the left."""

    TOP = "T"
    FOOT = "F"


@dataclass(frozen=True, slots=True)
class Slip:
    """What one printed form carries on all its pages.

    `form`: two letters for the kind of form; `office` and `edition` are marks that tell another
    office and another edition apart; `number` is random and remembered where it was printed.
    """

    form: str
    office: str
    number: str
    edition: str


@dataclass(frozen=True, slots=True)
class ReturnCode:
    """One code as it stands on a page."""

    slip: Slip
    page: int
    pages: int
    place: Place

    def text(self) -> str:
        """Return the text of the code: signs of the alphanumeric mode alone."""
        slip = self.slip
        return (
            f"{_FIRST}:{slip.form}:{slip.office}:{slip.number}:{slip.edition}"
            f":{self.page}/{self.pages}{self.place.value}"
        )


def parse_return_code(text: str) -> ReturnCode | None:
    """Return the code that a text says; nothing where it is no code of this edition of codes."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    form, office, number, edition, page, pages, place = match.groups()
    if int(page) > int(pages):
        return None
    slip = Slip(form, office, number, edition)
    return ReturnCode(slip, int(page), int(pages), Place(place))


def is_of_other_edition(text: str) -> bool:
    """Tell whether a text is a code of another edition of this program, which cannot be read."""
    return _OF_THIS_KIND.match(text) is not None and parse_return_code(text) is None


def draw_number() -> str:
    """Return a random number of 60 bits."""
    return _signs(secrets.randbits(5 * NUMBER_SIGNS), NUMBER_SIGNS)


def office_mark(office_id: str) -> str:
    """Return the mark of an office: six signs that say nothing about it."""
    return _mark("office", office_id, 6)


def edition_mark(edition: str) -> str:
    """Return the mark of an edition of a form: four signs."""
    return _mark("edition", edition, 4)


def _mark(what: str, text: str, length: int) -> str:
    digest = hashlib.sha256(f"return code {what}\n{text}".encode()).digest()
    return _signs(int.from_bytes(digest[:8], "big") >> (64 - 5 * length), length)


def _signs(number: int, length: int) -> str:
    return "".join(_SIGNS[number >> 5 * place & 31] for place in reversed(range(length)))
