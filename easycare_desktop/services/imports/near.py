"""Who a row may be, though nothing tells it for sure: nearly the same name, numbers or pair."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from easycare_desktop.domain.hangul import letters_of, plain_name
from easycare_desktop.domain.importing import FieldRef, Likeness, ListWords, Similar
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.imports.register import Register, care_number

_ALIKE = 0.8
_CONFLICTS = 2
_AGREEING = 3
_IDENTITY = "identity"


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


_FIELDS = (
    *((_IDENTITY, each) for each in ("name", "birth", "mobile", "phone", "address")),
    ("entitlement", "ltc_number"),
)
_Key = tuple[Likeness, str, str]
# The id of a person in use, or 0, and the number of an earlier row, or 0.
_Who = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Born:
    """Who was born on one day, and the letters of their names."""

    letters: list[str]
    who: list[_Who]


class Nearby:
    """Persons in use and earlier rows, found by what nearly tells them apart."""

    def __init__(self, register: Register, words: ListWords) -> None:
        self._refs = [FieldRef(words.kind, group, field) for group, field in _FIELDS]
        self._guardian = FieldRef(PersonKind.GUARDIAN, _IDENTITY, "name")
        self._persons: dict[int, Told] = {}
        self._by: dict[_Key, _Who] = {}
        self._pairs: dict[tuple[str, str], _Who] = {}
        self._born: dict[str, _Born] = {}
        for person_id, person in register.people.items():
            if person.kind is words.kind:
                told = self._of_person(register, person_id)
                self._persons[person_id] = told
                self._remember(told, _keys(told), (person_id, 0))

    def row(self, good: Mapping[FieldRef, str]) -> Told:
        """Return what a row tells."""
        said = good.get
        return _told([said(ref, "") for ref in self._refs], said(self._guardian, ""))

    def doubt(self, person_id: int, told: Told) -> Similar | None:
        """Return the person whom a key has found, where too much speaks against it."""
        if told.differs(self._persons[person_id]):
            return Similar(Likeness.NUMBERS, person_id)
        return None

    def like(self, number: int, told: Told) -> Similar | None:
        """Return who a row that seems new may be, and keep it for the rows after it."""
        keys = _keys(told)
        found = self._swapped(told) or self._spelt(told) or self._same(keys)
        self._remember(told, keys, (0, number))
        return found

    def _swapped(self, told: Told) -> Similar | None:
        who = self._pairs.get((told.guardian, told.name)) if told.guardian else None
        return Similar(Likeness.SWAPPED, *who) if who else None

    def _spelt(self, told: Told) -> Similar | None:
        """Return somebody born on the same day whose name differs by about one letter."""
        born = self._born.get(told.birth)
        if born is None:
            return None
        alike = OSA.normalized_similarity
        best = extractOne(letters_of(told.name), born.letters, scorer=alike, score_cutoff=_ALIKE)
        return Similar(Likeness.SPELLING, *born.who[best[2]]) if best else None

    def _same(self, keys: Iterable[_Key]) -> Similar | None:
        for key in keys:
            who = self._by.get(key)
            if who:
                return Similar(key[0], *who)
        return None

    def _of_person(self, register: Register, person_id: int) -> Told:
        held = register.held.get(person_id, {})
        said = []
        for ref in self._refs:
            one = held.get(ref.group)
            said.append(one.values.get(ref.field, "") if one else "")
        first = next(iter(register.guardians.get(person_id, ())), 0)
        guardian = register.stored(first, _IDENTITY) if first else None
        return _told(said, guardian.values.get("name", "") if guardian else "")

    def _remember(self, told: Told, keys: Iterable[_Key], who: _Who) -> None:
        if told.birth:
            born = self._born.get(told.birth)
            if born is None:
                born = self._born[told.birth] = _Born([], [])
            born.letters.append(letters_of(told.name))
            born.who.append(who)
        if told.guardian:
            self._pairs.setdefault((told.name, told.guardian), who)
        for key in keys:
            self._by.setdefault(key, who)


def _told(said: Sequence[str], guardian: str) -> Told:
    name, birth, mobile, phone, address, number = said
    return Told(
        plain_name(name),
        birth,
        (mobile or phone).replace("-", ""),
        care_number(number),
        "".join(address.split()),
        plain_name(guardian) if guardian else "",
    )


def _keys(told: Told) -> list[_Key]:
    """Return what somebody with the same birth or name, and the same telephone, shares."""
    if not told.phone:
        return []
    keys = [(Likeness.PHONE, told.birth, told.phone)] if told.birth else []
    if told.name:
        keys.append((Likeness.BIRTH, told.name, told.phone))
    return keys
