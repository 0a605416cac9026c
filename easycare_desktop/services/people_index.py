"""The people in use, in memory: opened at unlock, searched as one types, then forgotten."""

import gc
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from sys import intern
from threading import RLock

from easycare_desktop.domain.hangul import NameKey, NameQuery, choseong, name_key
from easycare_desktop.domain.list_views import Sort
from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.services.narrowing import Narrowing

_MANY = 1000


LINE_FIELDS = (
    *("name", "birth", "mobile", "phone", "address"),
    *("ltc_number", "grade", "valid_until", "capacity_until"),
)
_NOT_DIGITS = re.compile(r"[^0-9 ]")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line of the people list. `valid_until`: of an entitlement or a guardian's capacity."""

    person: Person
    name: str
    birth: str
    phone: str
    ltc_number: str
    grade: str
    valid_until: str
    key: NameKey
    digits: str
    address: str

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id


def person_line(person: Person, values: dict[str, str]) -> PersonLine:
    """Make the line of a person from the opened values of its identity and entitlement."""
    name = values.get("name", "")
    mobile, home = values.get("mobile", ""), values.get("phone", "")
    ltc_number = values.get("ltc_number", "")
    numbers = (mobile, home, values.get("birth", ""), ltc_number, person.number)
    digits = _NOT_DIGITS.sub("", " ".join(numbers))
    return PersonLine(
        person=person,
        name=name,
        birth=values.get("birth", ""),
        phone=mobile or home,
        ltc_number=ltc_number,
        # Many share these: one copy of each is enough.
        grade=intern(values.get("grade", "")),
        valid_until=intern(values.get("valid_until", "") or values.get("capacity_until", "")),
        key=name_key(name),
        digits=digits,
        address=values.get("address", ""),
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whom a list shows, and in which order. `among`: these persons alone, None for all."""

    kinds: frozenset[PersonKind] = frozenset()
    state: PersonState | None = None
    grade: str = ""
    among: frozenset[int] | None = None
    sort: Sort = Sort.NAME

    def fits(self, line: PersonLine) -> bool:
        """Tell whether a line is shown."""
        person = line.person
        return (
            (not self.kinds or person.kind in self.kinds)
            and person.state is not PersonState.GONE
            and (self.state is None or person.state is self.state)
            and (not self.grade or line.grade == self.grade)
            and (self.among is None or person.id in self.among)
        )


_LAST = "9"
_BY: dict[Sort, Callable[[PersonLine], tuple[str | int, ...]]] = {
    Sort.NAME: lambda line: (line.name, line.person.number),
    Sort.NUMBER: lambda line: (line.person.id,),
    Sort.NEWEST: lambda line: (-line.person.id,),
    Sort.BIRTH: lambda line: (line.birth or _LAST, line.name, line.person.number),
    Sort.VALID_UNTIL: lambda line: (line.valid_until or _LAST, line.name, line.person.number),
}
_KEPT = 4


class _Lines:
    """The lines of some kinds in their order, and side by side what they are searched by."""

    def __init__(self, lines: list[PersonLine]) -> None:
        self.lines = lines
        self._initials = Narrowing([line.key.initials for line in lines])
        self._names = Narrowing([line.key.text for line in lines])
        self._digits = Narrowing([line.digits for line in lines])
        self._addresses = Narrowing([line.address.casefold() for line in lines])

    def find(self, wanted: str) -> Sequence[PersonLine]:
        """Return the lines that fit, in their order."""
        digits = "".join(filter(str.isdigit, wanted))
        if digits and not any(char.isalpha() for char in wanted.lstrip("pPlL-")):
            return self._at(self._digits.holding(digits))
        places = self._named(NameQuery.of(wanted))
        if len(wanted) > 1 and choseong(wanted) != wanted:
            living_there = self._addresses.holding(wanted.casefold())
            both = places and living_there
            places = sorted({*places, *living_there}) if both else places or living_there
        return self._at(places)

    def _at(self, places: Sequence[int]) -> Sequence[PersonLine]:
        if len(places) == len(self.lines):
            return self.lines
        return list(map(self.lines.__getitem__, places))

    def _named(self, query: NameQuery) -> Sequence[int]:
        if not query.initials:
            return ()
        places = self._initials.holding(query.initials)
        if query.pattern is None:
            return places
        return self._names.matching(query.text, query.pattern, places)


class PeopleIndex:
    """Lines in order of name. Thread-safe. `changes` counts up."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._lines: dict[int, PersonLine] = {}
        self._sorted: dict[Chosen, _Lines] = {}
        self.changes = 0

    def fill(self, lines: Iterable[PersonLine]) -> None:
        """Replace everything."""
        with self._lock:
            self._lines = {line.id: line for line in lines}
            self._changed()
        if len(self._lines) > _MANY:
            # Lines hold no cycles; walking through them would halt the typing for 20 ms and more.
            gc.freeze()

    def put(self, line: PersonLine) -> None:
        """Add or replace one person."""
        with self._lock:
            self._lines[line.id] = line
            self._changed()

    def put_many(self, lines: Iterable[PersonLine]) -> None:
        """Add or replace persons, sorted anew once."""
        with self._lock:
            self._lines |= {line.id: line for line in lines}
            self._changed()

    def renew(self, person: Person) -> None:
        """Take over what changed in the open columns of one person."""
        line = self._lines.get(person.id)
        if line is not None and line.person != person:
            self.put(replace(line, person=person))

    def forget(self, person_ids: Iterable[int]) -> None:
        """Drop persons whose data is gone or only kept apart."""
        with self._lock:
            for each in person_ids:
                self._lines.pop(each, None)
            self._changed()

    def clear(self) -> None:
        """Forget everybody, as when the office is locked for good."""
        self.fill(())

    def get(self, person_id: int) -> PersonLine | None:
        """Return the line of one person in use."""
        return self._lines.get(person_id)

    def name_of(self, person_id: int) -> str:
        """Return the name of a person in use, or an empty text."""
        line = self._lines.get(person_id)
        return line.name if line else ""

    def names_in(self, text: str) -> bool:
        """Tell whether a text names somebody in use, spaces left aside."""
        plain = "".join(text.split())
        return any(
            len(line.name) > 1 and line.name.replace(" ", "") in plain
            for line in self._lines.values()
        )

    def all(self) -> Sequence[PersonLine]:
        """Return every line in order of name."""
        return self._of(Chosen()).lines

    def find(
        self, typed: str, kinds: Collection[PersonKind] = (), chosen: Chosen | None = None
    ) -> Sequence[PersonLine]:
        """Return the lines that fit: name, first letters, parts of numbers, address.

        No kinds means all; `chosen` narrows and sorts further. The sequence never changes; a later
        search returns another.
        """
        wanted = typed.strip()
        found = replace(chosen or Chosen(), kinds=frozenset(kinds))
        with self._lock:
            lines = self._of(found)
            return lines.find(wanted) if wanted else lines.lines

    def counts(self) -> dict[PersonKind, int]:
        """Return how many people in use there are of each kind."""
        found: dict[PersonKind, int] = {}
        for line in self._lines.values():
            found[line.person.kind] = found.get(line.person.kind, 0) + 1
        return found

    def _changed(self) -> None:
        self.changes += 1
        self._sorted.clear()

    def _of(self, chosen: Chosen) -> _Lines:
        with self._lock:
            known = self._sorted.get(chosen)
            if known is None:
                while len(self._sorted) >= _KEPT:
                    del self._sorted[next(iter(self._sorted))]
                lines = [line for line in self._lines.values() if chosen.fits(line)]
                known = self._sorted[chosen] = _Lines(sorted(lines, key=_BY[chosen.sort]))
            return known
