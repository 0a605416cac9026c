"""Writing the chosen rows of a list, inside one running action."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from easycare_desktop.domain.importing import GroupChange, ImportRow
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.services import people_writing as writing
from easycare_desktop.services.door import Step
from easycare_desktop.services.imports.same_guardian import Mark, guardian_identity, guardian_mark
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.person_lines import LISTED, PersonLine, person_line, said_in_line
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.repositories.imports import ImportItem

FROM_LIST = "list"
_GUARDIAN = PersonKind.GUARDIAN


class Fitted(NamedTuple):
    """A change together with the person it is for, once that person has a number."""

    person: Person
    change: GroupChange
    newcomer: bool


class Storing:
    """Used once: `write`, then `lines`."""

    def __init__(self, office: OpenOffice, step: Step, kind: PersonKind) -> None:
        self._office, self._step, self._kind = office, step, kind
        self._fitted: list[Fitted] = []
        self.tied: list[tuple[int, int]] = []
        """Recipients and guardians who were in use and are tied now."""

    def _fit(self, rows: Sequence[ImportRow]) -> list[Fitted]:
        """Give numbers to whom is new, tie guardians, and set each change to its person."""
        people = self._step.uow.people
        known = people.some(
            {each for row in rows for each in (row.person_id, row.guardian_id) if each}
        )
        fresh = iter(people.add_many(self._newcomers(rows), self._office.today()))
        ties = _Ties(people.all_guardians())
        brought: dict[Mark, Person] = {}
        registered: dict[int, Person] = {}
        fitted: list[Fitted] = []
        for row in rows:
            person = known.get(row.person_id) or registered.get(row.follows) or next(fresh)
            registered[row.number] = person
            new = not row.person_id
            if self._kind is PersonKind.GUARDIAN or not _speaks_of_guardian(row):
                fitted += [Fitted(person, change, new) for change in row.changes]
                continue
            fitted += [Fitted(person, change, new) for change in row.changes_of(self._kind)]
            mark = _mark_of_new(row)
            guardian = known.get(row.guardian_id)
            if guardian is None and mark is not None:
                guardian = brought.get(mark)
            if guardian is None and row.changes_of(PersonKind.GUARDIAN):
                guardian = next(fresh)
            if guardian is None:
                continue
            ties.tie(person.id, guardian.id)
            if mark is not None:
                brought[mark] = guardian
            fitted += [
                Fitted(guardian, change, not row.guardian_id)
                for change in row.changes_of(PersonKind.GUARDIAN)
            ]
        people.link_many(ties.made)
        self.tied = [(one, other) for one, other, _ in ties.made if {one, other} <= known.keys()]
        return _merged(fitted)

    def _newcomers(self, rows: Sequence[ImportRow]) -> list[PersonKind]:
        """Return the kinds of whom is new, in order; a guardian of several rows comes once."""
        found: list[PersonKind] = []
        brought: set[Mark] = set()
        for row in rows:
            found += [self._kind] if not (row.person_id or row.follows) else []
            if not _brings_guardian(row):
                continue
            mark = _mark_of_new(row)
            if mark is None or mark not in brought:
                found.append(PersonKind.GUARDIAN)
                brought |= {mark} if mark is not None else set()
        return found

    def write(self, rows: Sequence[ImportRow], reason: str) -> list[ImportItem]:
        """Begin the new holdings in one go, correct the others with their history.

        Raises `HoldingChangedMeanwhileError`, `ConsentMissingError`.
        """
        office, uow = self._office, self._step.uow
        fitted = self._fitted = self._fit(rows)
        today = office.today()
        new = [each for each in fitted if not each.change.holding_id]
        bases: dict[tuple[str, PersonKind], str] = {}
        for group, kind in {(each.change.group, each.person.kind) for each in new}:
            bases[group, kind] = office.catalogue.group(group, kind).basis.value
        for each in new:
            if not each.newcomer:
                writing.check_not_there(uow, each.person.id, each.change.group)
                writing.check_consent(
                    uow, office.catalogue, each.person, each.change.group, office.today()
                )
        begun = uow.many.begin(
            [
                NewHolding(
                    each.person.id,
                    each.change.group,
                    each.change.values,
                    bases[each.change.group, each.person.kind],
                    FROM_LIST,
                    today,
                )
                for each in new
            ]
        )
        items = [
            ImportItem(holding_id, each.person.id, 1, each.newcomer)
            for each, holding_id in zip(new, begun, strict=True)
        ]
        items += [self._correct(each, reason) for each in fitted if each.change.holding_id]
        return items

    def _correct(self, each: Fitted, reason: str) -> ImportItem:
        change, uow = each.change, self._step.uow
        version = uow.holdings.change(change.holding_id, change.version, change.values)
        content = uow.holdings.open(change.holding_id)
        uow.history.add(
            content.holding,
            version,
            [(name, old, change.values.get(name, "")) for name, old in change.before.items()],
            reason,
            at=self._office.clock.now(),
            account_id=self._office.actor.account_id,
        )
        return ImportItem(change.holding_id, each.person.id, version, newcomer=False)

    def lines(self) -> list[PersonLine]:
        """Return the lines of the people list that are new or changed."""
        values: dict[int, dict[str, str]] = {}
        people: dict[int, Person] = {}
        for each in self._fitted:
            if each.change.group in LISTED:
                people[each.person.id] = each.person
                if each.newcomer:
                    said = said_in_line(each.change.group, each.change.values)
                    values.setdefault(each.person.id, {}).update(said)
        return [
            person_line(person, values[person.id])
            if person.id in values
            else writing.line_of(self._step.uow, person)
            for person in people.values()
        ]


class _Ties:
    """Who is tied to whom, and which ties are new, in the order of contact."""

    def __init__(self, known: Mapping[int, Sequence[int]]) -> None:
        self._known = {recipient: list(guardians) for recipient, guardians in known.items()}
        self.made: list[tuple[int, int, int]] = []

    def tie(self, recipient_id: int, guardian_id: int) -> None:
        guardians = self._known.setdefault(recipient_id, [])
        if guardian_id not in guardians:
            guardians.append(guardian_id)
            self.made.append((recipient_id, guardian_id, len(guardians)))


def _merged(fitted: Iterable[Fitted]) -> list[Fitted]:
    """Return one change for each item group of a person; what the first row says of it counts."""
    found: dict[tuple[int, str], Fitted] = {}
    for each in fitted:
        place = (each.person.id, each.change.group)
        first = found.setdefault(place, each)
        if first is not each:
            found[place] = first._replace(change=_both(first.change, each.change))
    return list(found.values())


def _both(first: GroupChange, second: GroupChange) -> GroupChange:
    more = {name: old for name, old in second.before.items() if name not in first.before}
    return first._replace(
        values={**first.values, **{name: second.values[name] for name in more}},
        before={**first.before, **more},
    )


def _brings_guardian(row: ImportRow) -> bool:
    return not row.guardian_id and _speaks_of_guardian(row)


def _speaks_of_guardian(row: ImportRow) -> bool:
    # In order of the catalogue, those of the guardian last.
    return bool(row.guardian_id) or bool(row.changes and row.changes[-1].kind is _GUARDIAN)


def _mark_of_new(row: ImportRow) -> Mark | None:
    return None if row.guardian_id else guardian_mark(guardian_identity(row))
