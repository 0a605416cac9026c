"""Parting two people who were merged, inside one running action: exactly as they were."""

from datetime import date

from easycare_desktop.domain.holdings import Clock, FieldChange, Holding
from easycare_desktop.domain.merging import Merge
from easycare_desktop.domain.people import PersonState
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.files import SealedFile


def part(office: OpenOffice, step: Step, merge: Merge, reason: str) -> list[SealedFile]:
    """Undo a merge; return the copies of scans that are to be unlinked.

    A field that was corrected since keeps its new value.
    """
    uow, moved = step.uow, merge.moved
    known = uow.many.some([*moved.holdings, *(holding for holding, _ in moved.changed)])
    for holding_id, version in moved.changed:
        if holding_id in known:
            _reverse(office, step, known[holding_id], version, reason)
    mine = [each for each in moved.holdings if each in known]
    uow.merges.give_back("holding", mine, merge.gone_id)
    for holding_id, rule, first, last in moved.beside:
        if holding_id in known:
            clock = (
                Clock(rule, date.fromisoformat(first), date.fromisoformat(last)) if rule else None
            )
            uow.merges.put_beside(holding_id, None, clock)
    for table, ids in moved.rows:
        uow.merges.give_back(table, ids, merge.gone_id)
    uow.merges.change_links(moved.links_made, moved.links_gone)
    uow.merges.change_twins(moved.twins_made, moved.twins_gone)
    uow.people.set_state(merge.gone_id, PersonState.ACTIVE)
    copies = [each for each in uow.files.of_holdings(known) if each.id in moved.files]
    uow.merges.drop_files(moved.files)
    return copies


def _reverse(office: OpenOffice, step: Step, holding: Holding, version: int, reason: str) -> None:
    uow = step.uow
    values = dict(uow.holdings.open(holding.id).values)
    changes: list[tuple[str, str, str]] = []
    for each in _changes(step, holding, version):
        if values.get(each.field, "") == each.after:
            changes.append((each.field, each.after, each.before))
            values[each.field] = each.before
    if not changes:
        return
    now = uow.holdings.change(
        holding.id, holding.version, {name: text for name, text in values.items() if text}
    )
    uow.history.add(
        holding,
        now,
        changes,
        reason,
        at=office.clock.now(),
        account_id=office.actor.account_id,
    )


def _changes(step: Step, holding: Holding, version: int) -> list[FieldChange]:
    return [each for each in step.uow.history.of_holding(holding) if each.version == version]
