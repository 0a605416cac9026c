"""Who a row may be, though nothing tells it for sure: nearly the same name, numbers or pair."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

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
        self._rows: dict[int, Told] = {}
        self._by: dict[tuple[str, str], list[Similar]] = {}
        for person_id, person in register.people.items():
            if person.kind is words.kind:
                told = self._of_person(register, person_id)
                self._persons[person_id] = told
                self._remember(told, Similar(Likeness.SPELLING, person_id))

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
        found = None
        for key in _keys(told):
            for other in self._by.get(key, ()):
                why = _likeness(told, self._told(other))
                if why is not None and found is None:
                    found = Similar(why, other.person_id, other.row)
        self._rows[number] = told
        self._remember(told, Similar(Likeness.SPELLING, row=number))
        return found

    def _of_person(self, register: Register, person_id: int) -> Told:
        said = {}
        for name, ref in self._refs.items():
            content = register.stored(person_id, ref.group)
            said[name] = content.values.get(ref.field, "") if content else ""
        first = next(iter(register.guardians.get(person_id, ())), 0)
        guardian = register.stored(first, _IDENTITY) if first else None
        return _told(said, guardian.values.get("name", "") if guardian else "")

    def _told(self, who: Similar) -> Told:
        return self._persons[who.person_id] if who.person_id else self._rows[who.row]

    def _remember(self, told: Told, who: Similar) -> None:
        for key in _keys(told):
            self._by.setdefault(key, []).append(who)


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


def _keys(told: Told) -> Iterable[tuple[str, str]]:
    """Yield where somebody is looked for: whoever is nearly the same has one of these."""
    if told.birth:
        yield "birth", told.birth
    if told.phone and told.name:
        yield "name and phone", f"{told.name} {told.phone}"
    if told.guardian:
        yield "pair", " ".join(sorted((told.name, told.guardian)))


def _likeness(one: Told, other: Told) -> Likeness | None:
    """Return in what two are nearly the same, or nothing."""
    if one.guardian and (one.name, one.guardian) == (other.guardian, other.name):
        return Likeness.SWAPPED
    same_birth = bool(one.birth) and one.birth == other.birth
    same_phone = bool(one.phone) and one.phone == other.phone
    if same_birth and _alike(one.name, other.name):
        return Likeness.SPELLING
    if same_birth and same_phone:
        return Likeness.PHONE
    return Likeness.BIRTH if same_phone and one.name == other.name else None


def _alike(one: str, other: str) -> bool:
    score = DamerauLevenshtein.normalized_similarity(letters_of(one), letters_of(other))
    return score >= _ALIKE
