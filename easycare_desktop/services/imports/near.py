"""Who a row may be, though nothing tells it for sure: nearly the same name, numbers or pair."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extractOne

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.hangul import letters_of, name_key
from easycare_desktop.domain.importing import FieldRef, Likeness, ListWords, Similar
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.imports.register import Register, care_number

_ALIKE = 0.8
_CONFLICTS = 2
_AGREEING = 3
_IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Told:
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


@dataclass(frozen=True, slots=True)
class _Born:
    """Who was born on one day, and the letters of their names."""

    letters: list[str]
    who: list[Similar]


class Nearby:
    """Persons in use and earlier rows, found by what nearly tells them apart."""

    def __init__(self, register: Register, words: ListWords, catalogue: Catalogue) -> None:
        self._words = words
        self._refs = {
            name: FieldRef(words.kind, group, field)
            for name, group, field in _FIELDS
            if catalogue.has_field(group, field, words.kind)
        }
        self._guardian = FieldRef(PersonKind.GUARDIAN, _IDENTITY, "name")
        self._persons: dict[int, Told] = {}
        self._by: dict[tuple[str, ...], Similar] = {}
        self._born: dict[str, _Born] = {}
        for person_id, person in register.people.items():
            if person.kind is words.kind:
                told = self._of_person(register, person_id)
                self._persons[person_id] = told
                self._remember(told, person_id=person_id)

    def row(self, good: Mapping[FieldRef, str]) -> Told:
        """Return what a row tells."""
        said = {name: good.get(ref, "") for name, ref in self._refs.items()}
        return _told(said, good.get(self._guardian, ""))

    def doubt(self, person_id: int, told: Told) -> Similar | None:
        """Return the person whom a key has found, where too much speaks against it."""
        if told.differs(self._persons[person_id]):
            return Similar(Likeness.NUMBERS, person_id)
        return None

    def like(self, number: int, told: Told) -> Similar | None:
        """Return who a row that seems new may be, and keep it for the rows after it."""
        keys = [each for each in _keys(told) if each[0] != "pair"]
        found = self._by.get(("pair", told.guardian, told.name)) if told.guardian else None
        found = found or self._spelt(told)
        found = found or next((self._by[key] for key in keys if key in self._by), None)
        self._remember(told, row=number)
        return found

    def _spelt(self, told: Told) -> Similar | None:
        """Return somebody born on the same day whose name differs by about one letter."""
        born = self._born.get(told.birth) if told.birth else None
        if born is None:
            return None
        alike = DamerauLevenshtein.normalized_similarity
        best = extractOne(letters_of(told.name), born.letters, scorer=alike, score_cutoff=_ALIKE)
        return born.who[best[2]] if best else None

    def _of_person(self, register: Register, person_id: int) -> Told:
        said = {}
        for name, ref in self._refs.items():
            content = register.stored(person_id, ref.group)
            said[name] = content.values.get(ref.field, "") if content else ""
        first = next(iter(register.guardians.get(person_id, ())), 0)
        guardian = register.stored(first, _IDENTITY) if first else None
        return _told(said, guardian.values.get("name", "") if guardian else "")

    def _remember(self, told: Told, person_id: int = 0, row: int = 0) -> None:
        if told.birth:
            born = self._born.setdefault(told.birth, _Born([], []))
            born.letters.append(letters_of(told.name))
            born.who.append(Similar(Likeness.SPELLING, person_id, row))
        for key in _keys(told):
            self._by.setdefault(key, Similar(_WHY[key[0]], person_id, row))


_WHY = {"pair": Likeness.SWAPPED, "birth": Likeness.PHONE, "name": Likeness.BIRTH}
_FIELDS = (
    ("name", _IDENTITY, "name"),
    ("birth", _IDENTITY, "birth"),
    ("mobile", _IDENTITY, "mobile"),
    ("phone", _IDENTITY, "phone"),
    ("address", _IDENTITY, "address"),
    ("care_number", "entitlement", "ltc_number"),
)


def _told(said: Mapping[str, str], guardian: str) -> Told:
    phone = said.get("mobile", "") or said.get("phone", "")
    return Told(
        name_key(said.get("name", "")).text,
        said.get("birth", ""),
        "".join(filter(str.isdigit, phone)),
        care_number(said.get("care_number", "")),
        "".join(said.get("address", "").split()),
        name_key(guardian).text if guardian else "",
    )


def _keys(told: Told) -> list[tuple[str, ...]]:
    """Return what somebody with the same birth or name, and the same telephone, shares."""
    keys: list[tuple[str, ...]] = []
    if told.phone and told.birth:
        keys.append(("birth", told.birth, told.phone))
    if told.phone and told.name:
        keys.append(("name", told.name, told.phone))
    if told.guardian:
        keys.append(("pair", told.name, told.guardian))
    return keys
