"""The people in use, in memory: opened at unlock, searched as one types, then forgotten."""

import gc
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import RLock
from types import MappingProxyType

from easycare_desktop.domain.list_views import Sort
from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.services.people_order import in_order, put_in_order
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.services.searched_lines import SearchedLines

_MANY = 1000


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whom a list shows, and in which order. `among`: these persons alone, None for all."""

    kinds: frozenset[PersonKind] = frozenset()
    state: PersonState | None = None
    grade: str = ""
    among: frozenset[int] | None = None
    sort: Sort = Sort.NAME
    job: str = ""

    def of(self, lines: Iterable[PersonLine]) -> list[PersonLine]:
        """Return the lines that are shown, in the order given."""
        gone, kinds, state = PersonState.GONE, self.kinds, self.state
        grade, among = self.grade, self.among
        found = [line for line in lines if line.person.state is not gone]
        if kinds:
            found = [line for line in found if line.person.kind in kinds]
        if state is not None:
            found = [line for line in found if line.person.state is state]
        if grade:
            found = [line for line in found if line.grade == grade]
        if self.job:
            job = self.job
            found = [line for line in found if line.job == job]
        if among is not None:
            found = [line for line in found if line.person.id in among]
        return found


_KEPT = 4
_SORTED_AT_ONCE, _CHOSEN_AT_ONCE = 5_000, 20_000


class PeopleIndex:
    """Lines in order of name. Thread-safe. `changes` counts up."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._lines: dict[int, PersonLine] = {}
        self._orders: dict[Sort, list[PersonLine]] = {}
        self._chosen: dict[Chosen, SearchedLines[PersonLine]] = {}
        self.changes = 0
        self._counted: tuple[int, Mapping[PersonKind, int]] = (-1, {})
        self._called: tuple[int, Mapping[str, list[PersonLine]]] = (-1, {})

    def fill(self, lines: Iterable[PersonLine]) -> None:
        """Replace everything."""
        with self._lock:
            self._lines = {line.id: line for line in lines}
            self._orders.clear()
            self._changed()
        if len(self._lines) > _MANY:
            # Lines hold no cycles; walking through them would halt the typing for 20 ms and more.
            gc.freeze()

    def put(self, line: PersonLine) -> None:
        """Add or replace one person."""
        with self._lock:
            for sort, order in self._orders.items():
                put_in_order(order, sort, self._lines.get(line.id), line)
            self._lines[line.id] = line
            self._changed()

    def put_many(self, lines: Iterable[PersonLine]) -> None:
        """Add or replace persons, sorted anew once."""
        with self._lock:
            self._lines |= {line.id: line for line in lines}
            self._orders.clear()
            self._changed()

    def renew(self, person: Person) -> None:
        """Take over what changed in the open columns of one person."""
        line = self._lines.get(person.id)
        if line is not None and line.person != person:
            self.put(line._replace(person=person))

    def forget(self, person_ids: Iterable[int]) -> None:
        """Drop persons whose data is gone or only kept apart."""
        with self._lock:
            for each in person_ids:
                self._lines.pop(each, None)
            self._orders.clear()
            self._changed()

    def clear(self) -> None:
        """Forget everybody, as when the office is locked for good."""
        self.fill(())

    def get(self, person_id: int) -> PersonLine | None:
        """Return the line of one person in use."""
        return self._lines.get(person_id)

    def name_of(self, person_id: int) -> str:
        """Return the name of a person in use, or an empty text."""
        return line.name if (line := self._lines.get(person_id)) else ""

    def apart(self, person_id: int) -> str:
        """Return what tells somebody from others of that name: the year of birth, or the number.

        Nothing where nobody else is called so.
        """
        line = self._lines.get(person_id)
        if line is None or not line.plain:
            return ""
        others = [each for each in self._by_name()[line.plain] if each.id != person_id]
        if not others:
            return ""
        year = line.birth[:4]
        alone = year and all(each.birth[:4] != year for each in others)
        return year if alone else line.person.number

    def names_in(self, text: str) -> bool:
        """Tell whether a text names somebody in use, spaces left aside."""
        plain = "".join(text.split())
        names = (line.name for line in self._lines.values())
        return any(len(name) > 1 and name.replace(" ", "") in plain for name in names)

    def everybody(self) -> Sequence[PersonLine]:
        """Return every line in no order, at once."""
        return tuple(self._lines.values())

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

    def is_quick(self, kinds: Collection[PersonKind] = (), chosen: Chosen | None = None) -> bool:
        """Tell whether a list is there at once, `chosen` nothing: whatever it will be."""
        count = len(self._lines)
        if chosen is None or count <= _SORTED_AT_ONCE:
            return count <= _SORTED_AT_ONCE
        wanted = replace(chosen, kinds=frozenset(kinds))
        return wanted in self._chosen or (count <= _CHOSEN_AT_ONCE and wanted.sort in self._orders)

    def prepare(self, kinds: Collection[PersonKind], chosen: Chosen) -> None:
        """Put a list together beside the screen; whoever searches meanwhile does not wait."""
        wanted = replace(chosen, kinds=frozenset(kinds))
        ready = False
        while not ready:
            with self._lock:
                changes, order = self.changes, self._orders.get(wanted.sort)
                lines = list(self._lines.values() if order is None else order)
            order = in_order(lines, wanted.sort) if order is None else lines
            found = SearchedLines(wanted.of(order))
            with self._lock:
                ready = changes == self.changes
                if ready:
                    self._orders.setdefault(wanted.sort, order)
                    self._keep(wanted, found)

    def set_out(self, kinds: Collection[PersonKind], chosen: Chosen) -> None:
        """Let no stroke wait for what this list is searched by, if the list is there."""
        lines = self._chosen.get(replace(chosen, kinds=frozenset(kinds)))
        if lines is not None:
            lines.set_out()

    def counts(self) -> Mapping[PersonKind, int]:
        """Return how many people in use there are of each kind; counted once until one changes."""
        with self._lock:
            if self._counted[0] != self.changes:
                kinds = Counter(line.person.kind for line in self._lines.values())
                self._counted = (self.changes, MappingProxyType(kinds))
            return self._counted[1]

    def jobs(self) -> Mapping[str, int]:
        """Return how many employees in use there are of each occupation."""
        return Counter(line.job for line in self._lines.values() if line.job)

    def _by_name(self) -> Mapping[str, list[PersonLine]]:
        with self._lock:
            if self._called[0] != self.changes:
                called: dict[str, list[PersonLine]] = defaultdict(list)
                for line in self._lines.values():
                    called[line.plain].append(line)
                self._called = (self.changes, called)
            return self._called[1]

    def _changed(self) -> None:
        self.changes += 1
        self._chosen.clear()
        self._called = (-1, {})  # it holds names, also of whom is forgotten

    def _of(self, chosen: Chosen) -> SearchedLines[PersonLine]:
        with self._lock:
            known = self._chosen.get(chosen)
            if known is None:
                known = SearchedLines(chosen.of(self._in_order(chosen.sort)))
                self._keep(chosen, known)
            return known

    def _keep(self, chosen: Chosen, found: SearchedLines[PersonLine]) -> None:
        while len(self._chosen) >= _KEPT:
            del self._chosen[next(iter(self._chosen))]
        self._chosen[chosen] = found

    def _in_order(self, sort: Sort) -> list[PersonLine]:
        """Return everybody; sorted once, then kept in order with every line that is put in."""
        if sort not in self._orders:
            self._orders[sort] = in_order(list(self._lines.values()), sort)
        return self._orders[sort]
