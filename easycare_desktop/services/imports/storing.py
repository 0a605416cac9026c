"""Writing the chosen rows of a list, inside one running action."""

from collections.abc import Sequence
from dataclasses import dataclass

from easycare_desktop.domain.importing import GroupChange, ImportRow
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.services import people_writing as writing
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.people_index import PersonLine, person_line
from easycare_desktop.storage.repositories.holdings import NewHolding
from easycare_desktop.storage.repositories.imports import ImportItem

FROM_LIST = "list"
_LISTED = ("entitlement", "identity")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A change together with the person it is for, once that person has a number."""

    person: Person
    change: GroupChange
    newcomer: bool


class Storing:
    """Used once: `write`, then `lines`."""

    def __init__(self, office: OpenOffice, step: Step, kind: PersonKind) -> None:
        self._office, self._step, self._kind = office, step, kind
        self._fitted: list[Fitted] = []

    def _fit(self, rows: Sequence[ImportRow]) -> list[Fitted]:
        """Give numbers to whom is new, tie guardians, and set each change to its person."""
        newcomers: list[PersonKind] = []
        for row in rows:
            newcomers += [self._kind] if not row.person_id else []
            newcomers += [PersonKind.GUARDIAN] if _brings_guardian(row) else []
        people = iter(self._step.uow.people.add_many(newcomers, self._office.today()))
        known = self._step.uow.people.some(
            {each for row in rows for each in (row.person_id, row.guardian_id) if each}
        )
        fitted: list[Fitted] = []
        ranks = {
            recipient: len(each)
            for recipient, each in self._step.uow.people.all_guardians().items()
        }
        links: list[tuple[int, int, int]] = []
        for row in rows:
            person = known.get(row.person_id) or next(people)
            new = not row.person_id
            fitted += [Fitted(person, change, new) for change in row.changes_of(self._kind)]
            if self._kind is PersonKind.GUARDIAN or not row.changes_of(PersonKind.GUARDIAN):
                continue
            guardian = known.get(row.guardian_id) or next(people)
            if not row.guardian_id:
                ranks[person.id] = ranks.get(person.id, 0) + 1
                links.append((person.id, guardian.id, ranks[person.id]))
            fitted += [
                Fitted(guardian, change, not row.guardian_id)
                for change in row.changes_of(PersonKind.GUARDIAN)
            ]
        self._step.uow.people.link_many(links)
        return fitted

    def write(self, rows: Sequence[ImportRow], reason: str) -> list[ImportItem]:
        """Begin the new holdings in one go, correct the others with their history.

        Raises `HoldingChangedMeanwhileError`, `ConsentMissingError`.
        """
        office, uow = self._office, self._step.uow
        fitted = self._fitted = self._fit(rows)
        today = office.today()
        new = [each for each in fitted if not each.change.holding_id]
        for each in new:
            if not each.newcomer:
                writing.check_consent(uow, office.catalogue, each.person, each.change.group)
        begun = uow.holdings.add(
            [
                NewHolding(
                    each.person.id,
                    each.change.group,
                    each.change.values,
                    office.catalogue.group(each.change.group, each.person.kind).basis.value,
                    FROM_LIST,
                    today,
                )
                for each in new
            ]
        )
        items = [
            ImportItem(holding.id, each.person.id, 1, each.newcomer)
            for each, holding in zip(new, begun, strict=True)
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
            if each.change.group in _LISTED:
                people[each.person.id] = each.person
                if each.newcomer:
                    values.setdefault(each.person.id, {}).update(each.change.values)
        return [
            person_line(person, values[person.id])
            if person.id in values
            else writing.line_of(self._step.uow, person)
            for person in people.values()
        ]


def _brings_guardian(row: ImportRow) -> bool:
    return not row.guardian_id and bool(row.changes_of(PersonKind.GUARDIAN))
