"""Who a row may be, though nothing tells it for sure: nearly the same name, numbers or pair."""

from collections.abc import Sequence
from typing import NamedTuple

from easycare_desktop.domain.hangul import letters_of
from easycare_desktop.domain.importing import FieldRef, Likeness, Similar
from easycare_desktop.domain.likeness import Told, nearest_name, told_of
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.services.imports.register import Register

_IDENTITY = "identity"
_PHONE, _BIRTH = Likeness.PHONE, Likeness.BIRTH


TOLD_BY = (
    *((_IDENTITY, each) for each in ("name", "birth", "mobile", "phone", "address")),
    ("entitlement", "ltc_number"),
)
# The id of a person in use, or 0, and the number of an earlier row, or 0.
_Who = tuple[int, int]


class _Born(NamedTuple):
    """Who was born on one day, and the letters of their names."""

    letters: list[str]
    who: list[_Who]


class Nearby:
    """Persons in use and earlier rows, found by what nearly tells them apart."""

    def __init__(self, register: Register, words: ListWords) -> None:
        self._refs = [FieldRef(words.kind, group, field) for group, field in TOLD_BY]
        self._persons: dict[int, Told] = {}
        self._by: dict[Likeness, dict[tuple[str, str], _Who]]
        self._by = {_PHONE: {}, _BIRTH: {}}
        self._pairs: dict[tuple[str, str], _Who] = {}
        self._born: dict[str, _Born] = {}
        for person_id, person in register.people.items():
            if person.kind is words.kind:
                told = self._of_person(register, person_id)
                self._persons[person_id] = told
                self._remember(told, letters_of(told.name), (person_id, 0))

    def doubt(self, person_id: int, told: Told) -> Similar | None:
        """Return the person whom a key has found, where too much speaks against it."""
        if told.differs(self._persons[person_id]):
            return Similar(Likeness.NUMBERS, person_id)
        return None

    def like(self, number: int, told: Told) -> Similar | None:
        """Return who a row that seems new may be, and keep it for the rows after it."""
        letters = letters_of(told.name)
        better = self._swapped(told) or self._spelt(told, letters)
        same = self._remember(told, letters, (0, number))
        return better or same

    def _swapped(self, told: Told) -> Similar | None:
        who = self._pairs.get((told.guardian, told.name)) if told.guardian else None
        return Similar(Likeness.SWAPPED, *who) if who else None

    def _spelt(self, told: Told, letters: str) -> Similar | None:
        """Return somebody born on the same day whose name differs by about one letter."""
        born = self._born.get(told.birth)
        place = nearest_name(letters, born.letters) if born is not None else None
        if born is None or place is None:
            return None
        return Similar(Likeness.SPELLING, *born.who[place])

    def _of_person(self, register: Register, person_id: int) -> Told:
        held = register.held.get(person_id, {})
        said = []
        for ref in self._refs:
            one = held.get(ref.group)
            said.append(one.values.get(ref.field, "") if one else "")
        first = next(iter(register.guardians.get(person_id, ())), 0)
        guardian = register.stored(first, _IDENTITY) if first else None
        said.append(guardian.values.get("name", "") if guardian else "")
        return told_by(said)

    def _remember(self, told: Told, letters: str, who: _Who) -> Similar | None:
        """Keep who tells this; return who shares birth or name, and the telephone, with them."""
        if told.birth:
            born = self._born.get(told.birth)
            if born is None:
                born = self._born[told.birth] = _Born([], [])
            born.letters.append(letters)
            born.who.append(who)
        if told.guardian:
            self._pairs.setdefault((told.name, told.guardian), who)
        found = None
        phone = told.phone
        for why, beside in ((_PHONE, told.birth), (_BIRTH, told.name)) if phone else ():
            first = self._by[why].setdefault((beside, phone), who) if beside else who
            if first is not who and found is None:
                found = Similar(why, *first)
        return found


def told_by(said: Sequence[str]) -> Told:
    """Return what somebody is told apart by: values of `TOLD_BY`, and the name of a guardian."""
    name, birth, mobile, phone, address, number, guardian = said
    return told_of(name, birth, mobile or phone, number, address, guardian)
