"""Who may be one person: names by their letters, numbers by what stays the same of them."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract, extractOne

from easycare_desktop.domain.hangul import letters_of, plain_name

_ALIKE = 0.8
"""From here on two names differ by about one letter."""
_CONFLICTS = 2
_AGREEING = 3
_CARE_NUMBER = 11


class Alike(Enum):
    """Why somebody may be the same person; what tells the most stands first."""

    CARE_NUMBER = "care_number"
    NAME_AND_BIRTH = "name_and_birth"
    NAME_AND_PHONE = "name_and_phone"
    BIRTH_AND_PHONE = "birth_and_phone"
    SPELLING = "spelling"


class Told(NamedTuple):
    """What somebody is told apart by, as it is compared; empty where nothing is known."""

    name: str
    birth: str = ""
    phone: str = ""
    care_number: str = ""
    address: str = ""
    guardian: str = ""

    def differs(self, other: "Told") -> bool:
        """Tell whether too much speaks against one person, though a key is the same."""
        pairs = [
            (self.name, other.name),
            (self.birth, other.birth),
            (self.phone, other.phone),
            (self.care_number, other.care_number),
            (self.address, other.address),
        ]
        known = [(mine, theirs) for mine, theirs in pairs if mine and theirs]
        if self.name != other.name and self.birth and self.birth != other.birth:
            return True
        against = sum(mine != theirs for mine, theirs in known)
        numbers = bool(self.care_number and other.care_number)
        if numbers and self.care_number != other.care_number:
            return True
        return against >= _CONFLICTS and len(known) - against < _AGREEING

    def alike(self, other: "Told") -> Alike | None:
        """Return what tells the most that both are one person, if anything does.

        Two who have a care number each are two persons, or they share it.
        """
        if self.care_number and self.care_number == other.care_number:
            return Alike.CARE_NUMBER
        same_birth = bool(self.birth) and self.birth == other.birth
        same_phone = bool(self.phone) and self.phone == other.phone
        if self.name and self.name == other.name:
            if same_birth:
                return Alike.NAME_AND_BIRTH
            return Alike.NAME_AND_PHONE if same_phone else None
        if not same_birth or (self.care_number and other.care_number):
            return None
        if same_phone:
            return Alike.BIRTH_AND_PHONE
        return (
            Alike.SPELLING if near_names(letters_of(self.name), [letters_of(other.name)]) else None
        )


def told_of(
    name: str,
    birth: str = "",
    phone: str = "",
    ltc_number: str = "",
    address: str = "",
    guardian: str = "",
) -> Told:
    """Return what is compared of values as they are stored."""
    return Told(
        plain_name(name),
        birth,
        phone_digits(phone),
        care_number(ltc_number),
        "".join(address.split()),
        plain_name(guardian) if guardian else "",
    )


def phone_digits(phone: str) -> str:
    """Return a telephone number without what stands between its digits."""
    plain = phone.replace("-", "")
    return plain if plain.isdecimal() else "".join(filter(str.isdecimal, plain))


def care_number(value: str) -> str:
    """Return a care number without the count of its renewals."""
    return value[:_CARE_NUMBER]


def near_names(letters: str, others: Sequence[str]) -> list[int]:
    """Return the places of the names that differ by about one letter, or not at all.

    Names are given by their letters (`letters_of`).
    """
    found = extract(
        letters, others, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE, limit=None
    )
    return [place for _, _, place in found]


def nearest_name(letters: str, others: Sequence[str]) -> int | None:
    """Return the place of the name that differs by the fewest letters, about one at most."""
    found = extractOne(letters, others, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
    return found[2] if found else None
