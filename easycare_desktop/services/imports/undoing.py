"""Taking a whole list back: corrections are reversed, and who was registered by it is gone.

The keys of newcomers end by a generation switch, like any end of a key, so that a wrong file is
gone from every backup too. It is journaled in the ledger under the number of the list.
"""

import hashlib
from collections import Counter

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.importing import (
    ImportNotUndoableError,
    ImportRun,
    ImportUnknownError,
)
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services import people_writing as writing
from easycare_desktop.services.door import Step
from easycare_desktop.services.key_places import KeyPlaceService
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.people_index import PersonLine
from easycare_desktop.storage.keys.generation import switch_generation, switch_report
from easycare_desktop.storage.repositories.imports import ImportItem


class ImportUndoing:
    """The use case of taking a list back."""

    def __init__(self, office: OpenOffice, places: KeyPlaceService) -> None:
        self._office = office
        self._door = office.door
        self._places = places

    def undo(self, run_id: int, reason: str) -> ImportRun:
        """Take a list back whole, or refuse and change nothing.

        Raises `ImportUnknownError`, and `ImportNotUndoableError` where something was added since.
        """
        with self._office.at_work:
            with self._door.enter(Action.IMPORT_UNDONE, detail="begin") as step:
                run = step.uow.imports.get(run_id)
                if run.undone_at is not None:
                    raise ImportUnknownError(run_id)
                items = step.uow.imports.items(run_id)
                self._check(step, run, items)
                step.count = len(items)
            self._end_keys(run, items)
            with self._door.enter(Action.IMPORT_UNDONE, detail=run.number) as step:
                lines = self._reverse(step, items, reason)
                gone = self._remove(step, items)
                step.uow.imports.undone(run_id, self._office.clock.now())
                step.count = len(items)
                run = step.uow.imports.get(run_id)
            self._office.index.put_many(lines)
            self._office.index.forget(gone)
            self._places.refresh_all()
        return run

    def resume(self) -> None:
        """Finish what a stop cut off after the keys had ended; called at open."""
        with self._door.enter(Action.RECOVERED, detail="lists") as step:
            begun = [
                run
                for run in step.uow.imports.all()
                if run.undone_at is None and self._ended(run, step.uow.imports.items(run.id))
            ]
        for run in begun:
            with self._door.enter(Action.RECOVERED, detail=run.number) as step:
                items = step.uow.imports.items(run.id)
                self._reverse(step, items, "")
                self._remove(step, items)
                step.uow.imports.undone(run.id, self._office.clock.now())

    def _check(self, step: Step, run: ImportRun, items: list[ImportItem]) -> None:
        """Refuse where a holding went on since, or a newcomer got anything else."""
        per_person = Counter(each.person_id for each in items if each.newcomer)
        for item in items:
            holding = step.uow.holdings.get(item.holding_id)
            if holding is None or (holding.version, holding.person_id) != (
                item.version,
                item.person_id,
            ):
                raise ImportNotUndoableError(run.number)
            if holding.state is not HoldingState.ACTIVE:
                raise ImportNotUndoableError(run.number)
        if step.uow.files.of_holdings(_begun(items)):
            raise ImportNotUndoableError(run.number)
        requested = {request.person_id for request in step.uow.requests.all()}
        for person_id, own in per_person.items():
            more = len(step.uow.holdings.of_person(person_id)) > own
            said = step.uow.consents.of_person(person_id)
            if more or said or person_id in requested:
                raise ImportNotUndoableError(run.number)

    def _ended(self, run: ImportRun, items: list[ImportItem]) -> bool:
        return bool(_begun(items)) and switch_report(self._office.keys, run.number) is not None

    def _end_keys(self, run: ImportRun, items: list[ImportItem]) -> None:
        doomed = _begun(items)
        if not doomed:
            return
        listed = ",".join(map(str, sorted(doomed)))
        switch_generation(
            self._office.keys,
            destroy=doomed,
            separate={},
            digest=hashlib.sha256(f"{run.number}:{listed}".encode()).digest(),
            destruction_number=run.number,
            now=self._office.clock.now(),
        )

    def _reverse(self, step: Step, items: list[ImportItem], reason: str) -> list[PersonLine]:
        """Give corrected fields their values of before, with a line of history."""
        uow = step.uow
        people: set[int] = set()
        for item in items:
            if item.holding_id in _begun(items):
                people |= set() if item.newcomer else {item.person_id}
                continue
            content = uow.holdings.open(item.holding_id)
            if content.holding.version != item.version:
                continue
            values = dict(content.values)
            changes = []
            for change in uow.history.of_holding(content.holding):
                if change.version == item.version:
                    changes.append((change.field, change.after, change.before))
                    values[change.field] = change.before
            kept = {name: value for name, value in values.items() if value}
            version = uow.holdings.change(item.holding_id, item.version, kept)
            uow.history.add(
                content.holding,
                version,
                changes,
                reason,
                at=self._office.clock.now(),
                account_id=self._office.actor.account_id,
            )
            people.add(item.person_id)
        return [writing.line_of(uow, person) for person in uow.people.some(people).values()]

    def _remove(self, step: Step, items: list[ImportItem]) -> set[int]:
        """Delete the rows of what ended; a newcomer keeps the number and nothing else."""
        step.uow.holdings.delete(_begun(items))
        newcomers = {item.person_id for item in items if item.newcomer}
        for person_id in newcomers:
            step.uow.people.unlink(person_id)
            step.uow.people.set_state(person_id, PersonState.GONE)
        return newcomers


def _begun(items: list[ImportItem]) -> frozenset[int]:
    """Return the holdings that the list began, of newcomers and of others."""
    return frozenset(item.holding_id for item in items if item.version == 1)
