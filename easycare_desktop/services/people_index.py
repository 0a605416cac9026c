"""The people in use, in memory: opened at unlock, searched as one types, then forgotten."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from threading import RLock

from easycare_desktop.domain.hangul import NameKey, NameQuery, name_key
from easycare_desktop.domain.people import Person, PersonKind, PersonState


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line of the people list."""

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
    digits = " ".join(
        "".join(filter(str.isdigit, each))
        for each in (mobile, home, values.get("birth", ""), ltc_number, person.number)
    )
    return PersonLine(
        person=person,
        name=name,
        birth=values.get("birth", ""),
        phone=mobile or home,
        ltc_number=ltc_number,
        grade=values.get("grade", ""),
        valid_until=values.get("valid_until", ""),
        key=name_key(name),
        digits=digits,
        address=values.get("address", ""),
    )


class PeopleIndex:
    """Lines in order of name. Thread-safe; `show` and `find` return fresh lists."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._lines: dict[int, PersonLine] = {}
        self._sorted: list[PersonLine] | None = None

    def fill(self, lines: Iterable[PersonLine]) -> None:
        """Replace everything."""
        with self._lock:
            self._lines = {line.id: line for line in lines}
            self._sorted = None

    def put(self, line: PersonLine) -> None:
        """Add or replace one person."""
        with self._lock:
            self._lines[line.id] = line
            self._sorted = None

    def forget(self, person_ids: Iterable[int]) -> None:
        """Drop persons whose data is gone or only kept apart."""
        with self._lock:
            for each in person_ids:
                self._lines.pop(each, None)
            self._sorted = None

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

    def all(self) -> Sequence[PersonLine]:
        """Return every line in order of name."""
        with self._lock:
            if self._sorted is None:
                self._sorted = sorted(
                    self._lines.values(), key=lambda line: (line.name, line.person.number)
                )
            return self._sorted

    def find(self, typed: str, kinds: Collection[PersonKind] = ()) -> list[PersonLine]:
        """Return the lines that fit: name, first letters, parts of numbers, address.

        No kinds means all.
        """
        wanted = typed.strip()
        digits = "".join(filter(str.isdigit, wanted))
        lines = [
            line
            for line in self.all()
            if (not kinds or line.person.kind in kinds)
            and line.person.state is not PersonState.GONE
        ]
        if not wanted:
            return lines
        if digits and not any(c.isalpha() for c in wanted.lstrip("pPlL-")):
            return [line for line in lines if digits in line.digits]
        folded = wanted.casefold()
        query = NameQuery.of(wanted)
        return [
            line
            for line in lines
            if query.fits(line.key) or (len(folded) > 1 and folded in line.address.casefold())
        ]

    def counts(self) -> dict[PersonKind, int]:
        """Return how many people in use there are of each kind."""
        found: dict[PersonKind, int] = {}
        for line in self._lines.values():
            found[line.person.kind] = found.get(line.person.kind, 0) + 1
        return found
