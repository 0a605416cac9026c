"""Taking a list back: corrections are reversed, and who was registered by it is gone.

The keys of newcomers end by a generation switch, like any end of a key, so that a wrong file is
gone from every backup too. It is journaled in the ledger under the number of the list.
"""

import hashlib
import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from easycare_desktop.domain.import_refusals import ImportNotUndoableError, ImportUnknownError
from easycare_desktop.domain.import_runs import ImportRun
from easycare_desktop.domain.import_undo import (
    PersonStaysError,
    Stays,
    UndoUnfinishedError,
    UndoView,
)
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action, Right
from easycare_desktop.services import people_writing as writing
from easycare_desktop.services.door import Step
from easycare_desktop.services.imports.made_ties import ties_of, untie
from easycare_desktop.services.imports.staying import differs_from_beginning, is_begun, staying
from easycare_desktop.services.key_places import KeyPlaceService
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.storage.keys.generation import switch_generation, switch_report
from easycare_desktop.storage.repositories.imports import ImportItem

_log = logging.getLogger(__name__)


class ImportUndoing:
    """Use cases of taking back a list, or what was just written down by hand."""

    def __init__(self, office: OpenOffice, places: KeyPlaceService) -> None:
        self._office = office
        self._door = office.door
        self._places = places

    def look(self, run_id: int) -> UndoView:
        """Return what taking a list back would do. Raises `ImportUnknownError`."""
        with self._door.enter(Action.IMPORT_LOOKED_AT, detail="undo") as step:
            run, items = self._items(step, run_id)
            stays = staying(step.uow, items)
            untied = len(ties_of(step.uow, run_id, stays))
        going = _going(items, stays)
        gone = {each.person_id for each in going if each.newcomer}
        changed = {each.person_id for each in going} - gone
        return UndoView(run, len(gone), len(changed), stays, untied)

    def undo(self, run_id: int, reason: str) -> UndoView:
        """Take back whatever of a list nothing was done with since; return who stays, and why.

        Raises `ImportUnknownError`, `ImportNotUndoableError` where nothing can be taken back, and
        `UndoUnfinishedError` where something stopped it after the keys had ended.
        """
        with self._office.at_work:
            view = self.look(run_id)
            if not (view.gone or view.reversed or view.untied):
                raise ImportNotUndoableError(view.run.number)
            return replace(view, run=self._take_back(run_id, reason))

    def undo_entry(
        self, person_id: int, holdings: Collection[int], reason: str, *, newcomer: bool
    ) -> None:
        """Take back what was just written down about one person: its keys end.

        `newcomer`: the person was registered with it, and keeps a number alone; what somebody has
        added since keeps the person here, where `holdings` tells with what they began. Raises
        `PersonStaysError`, `PersonNotFoundError`, `UndoUnfinishedError`.
        """
        with self._office.at_work:
            with self._door.enter(
                Action.IMPORT_UNDONE, person_id=person_id, detail="entry"
            ) as step:
                person = step.uow.people.get(person_id)
                items = [
                    ImportItem(each.id, person_id, each.version if newcomer else None, newcomer)
                    for each in step.uow.holdings.of_person(person_id)
                    if newcomer or each.id in holdings
                ]
                stays = staying(step.uow, items)
                corrected = not newcomer and any(
                    differs_from_beginning(step.uow, each.holding_id) for each in items
                )
                if newcomer and holdings and any(i.holding_id not in holdings for i in items):
                    raise PersonStaysError(stays.get(person_id, Stays.MORE))
                if person_id in stays or not items or corrected:
                    raise PersonStaysError(stays.get(person_id, Stays.CHANGED))
                run = step.uow.imports.add(
                    person.kind,
                    items,
                    added=int(newcomer),
                    changed=int(not newcomer),
                    at=self._office.clock.now(),
                    account_id=self._office.actor.account_id,
                    by_hand=True,
                )
            self._take_back(run.id, reason)

    def _take_back(self, run_id: int, reason: str) -> ImportRun:
        with self._door.enter(Action.IMPORT_UNDONE, detail="begin") as step:
            run, items = self._items(step, run_id)
            stays = staying(step.uow, items)
            going = _going(items, stays)
            step.count = len(going)
        try:
            self._end_keys(run, going)
            return self._clear_away(run, going, stays, reason)
        except Refusal as refusal:
            if not self._ended(run, going):
                raise
            _log.warning("list %s is not taken back whole: %s", run.number, type(refusal).__name__)
            self._office.index.forget(each.person_id for each in going if each.newcomer)
            raise UndoUnfinishedError(run.number) from None

    def _clear_away(
        self, run: ImportRun, going: list[ImportItem], stays: Collection[int], reason: str
    ) -> ImportRun:
        with self._door.enter(Action.IMPORT_UNDONE, detail=run.number) as step:
            untied = untie(step.uow, run.id, stays)
            lines = self._reverse(step, going, reason)
            gone = self._remove(step, going)
            step.uow.imports.undone(run.id, self._office.clock.now())
            step.count = len(going) + untied
            run = step.uow.imports.get(run.id)
        self._office.index.put_many(lines)
        self._office.index.forget(gone)
        return run

    def resume(self) -> None:
        """Finish what a stop cut off after the keys had ended; called at open."""
        with self._door.enter(Action.RECOVERED, detail="lists") as step:
            imports = step.uow.imports
            begun = [
                run
                for run in (*imports.all(), *imports.all(by_hand=True))
                if run.undone_at is None and self._ended(run, imports.items(run.id))
            ]
        if not begun:
            return
        gone = self._office.keys.tombstones()
        self._bring_up_places()
        for run in begun:
            with self._door.enter(Action.RECOVERED, detail=run.number) as step:
                items = step.uow.imports.items(run.id)
                stays = staying(step.uow, [each for each in items if not is_begun(each)])
                going = [
                    each
                    for each in items
                    if (each.holding_id in gone if is_begun(each) else each.person_id not in stays)
                ]
                untie(step.uow, run.id, stays)
                self._reverse(step, going, "")
                self._remove(step, going)
                step.uow.imports.undone(run.id, self._office.clock.now())

    def _items(self, step: Step, run_id: int) -> tuple[ImportRun, list[ImportItem]]:
        run = step.uow.imports.get(run_id)
        if run.undone_at is not None:
            raise ImportUnknownError(run_id)
        return run, step.uow.imports.items(run_id)

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
        self._bring_up_places()

    def _bring_up_places(self) -> None:
        """Before anything is told to be done: the older keys at a key place open what ended."""
        if self._office.actor.may(Right.KEY_PLACES):
            self._places.renew_all()

    def _reverse(self, step: Step, items: list[ImportItem], reason: str) -> list[PersonLine]:
        """Give corrected fields their values of before, with a line of history."""
        uow = step.uow
        people: set[int] = set()
        for item in items:
            if is_begun(item):
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
            version = uow.holdings.change(item.holding_id, content.holding.version, kept)
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
        step.uow.people.be_gone(newcomers)
        return newcomers


def _begun(items: Iterable[ImportItem]) -> frozenset[int]:
    """Return the holdings whose keys end."""
    return frozenset(item.holding_id for item in items if is_begun(item))


def _going(items: Iterable[ImportItem], stays: Mapping[int, Stays]) -> list[ImportItem]:
    return [each for each in items if each.person_id not in stays]
