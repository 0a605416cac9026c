"""What everybody's holdings say, opened in one passage through the table."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import ColumnElement, Connection, select

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.storage.databases.office_tables import holding
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.repositories.prepared import plain_rows
from easycare_desktop.storage.repositories.sealed_values import (
    all_values_in,
    open_all_plain,
    values_in_each,
)

_USED = holding.c.merged_from.is_(None)
_AT_ONCE = 1_000
_SEALED = select(
    holding.c.id, holding.c.person_id, holding.c.grp, holding.c.version, holding.c.sealed
)


class EverybodysValues:
    """Values of holdings in use, without their open columns."""

    def __init__(self, connection: Connection, keys: OpenKeys) -> None:
        self._connection = connection
        self._keys = keys

    def of_group(
        self, group: str, states: Iterable[HoldingState]
    ) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield (person, values) of every holding of one item group."""
        wanted = holding.c.state.in_([state.value for state in states])
        for _, person_id, values in self._opened((holding.c.grp == group) & wanted):
            yield person_id, values

    def of_groups(
        self, groups: Iterable[str], states: Iterable[HoldingState]
    ) -> Iterator[tuple[str, int, dict[str, str]]]:
        """Yield (item group, person, values) of every holding of groups that nearly all have."""
        return self._opened(_passed(groups, states))

    def by_person(
        self, groups: Iterable[str], rare: Collection[str], states: Iterable[HoldingState]
    ) -> Iterator[tuple[int, list[dict[str, str]]]]:
        """Yield, in order of persons, each with the values of groups that nearly all have.

        Nothing is told of who has one of them twice, or one that is `rare`. What belongs together
        lies far apart and waits as one text: taken apart it is five times as large, and put
        together in no order the memory is waited for at every step.
        """
        texts: dict[int, bytes] = {}
        people: defaultdict[str, list[int]] = defaultdict(list)
        for some in self._plains(_passed(groups, states)):
            for group, person_id, plain in some:
                known = texts.get(person_id)
                texts[person_id] = plain if known is None else b"%b,%b" % (known, plain)
                people[group].append(person_id)
        for group, ids in people.items():
            for each in ids if group in rare else _twice(ids):
                texts[each] = b""
        everybody = iter(sorted(texts))
        while ids := list(islice(everybody, _AT_ONCE)):
            yield from zip(ids, values_in_each([texts.pop(each) for each in ids]), strict=True)

    def _opened(self, wanted: ColumnElement[bool]) -> Iterator[tuple[str, int, dict[str, str]]]:
        for some in self._plains(wanted):
            opened = all_values_in([plain for _, _, plain in some])
            for (group, person_id, _), values in zip(some, opened, strict=True):
                yield group, person_id, values

    def _plains(self, wanted: ColumnElement[bool]) -> Iterator[list[tuple[str, int, bytes]]]:
        keys = self._keys.living_keys()
        for some in plain_rows(self._connection, _SEALED.where(wanted, _USED), _AT_ONCE):
            here = [row for row in some if row[0] in keys]
            plains = open_all_plain(
                (keys[holding_id], holding_id, group, version, sealed)
                for holding_id, _, group, version, sealed in here
            )
            yield [
                (group, person_id, plain)
                for (_, person_id, group, _, _), plain in zip(here, plains, strict=True)
            ]


def _passed(groups: Iterable[str], states: Iterable[HoldingState]) -> ColumnElement[bool]:
    """Return a condition that passes through everything: by an index pages are opened often."""
    wanted = holding.c.state.concat("").in_([state.value for state in states])
    return holding.c.grp.in_([*groups]) & wanted


def _twice(ids: Sequence[int]) -> list[int]:
    if len(set(ids)) == len(ids):
        return []
    return [person_id for person_id, times in Counter(ids).items() if times > 1]
