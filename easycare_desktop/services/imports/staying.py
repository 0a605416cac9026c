"""Who cannot be taken back with a list any more: something was done with what it brought in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.import_undo import Stays
from easycare_desktop.storage.repositories.imports import ImportItem
from easycare_desktop.storage.unit_of_work import UnitOfWork


def staying(uow: UnitOfWork, items: Sequence[ImportItem]) -> Mapping[int, Stays]:
    """Return who stays, and the weightiest reason; whoever belongs to them stays with them."""
    newcomers = {each.person_id for each in items if each.newcomer}
    found: dict[int, Stays] = {}
    for why, persons in _reasons(uow, items, newcomers):
        for person_id in persons:
            found.setdefault(person_id, why)
    while family := _family(uow, newcomers, found):
        found |= dict.fromkeys(family, Stays.FAMILY)
    return found


def _reasons(
    uow: UnitOfWork, items: Sequence[ImportItem], newcomers: set[int]
) -> Iterable[tuple[Stays, Iterable[int]]]:
    known = uow.many.some([each.holding_id for each in items])
    begun = {each.holding_id: each.person_id for each in items if is_begun(each)}
    yield Stays.PAPER, uow.papers.left() & newcomers
    yield Stays.PAPER, {each.person_id for each in uow.registers.twins_of(newcomers)}
    yield Stays.REQUEST, newcomers & {*uow.requests.persons().values()}
    yield Stays.CONSENT, uow.consents.persons() & newcomers
    yield Stays.SCAN, {begun[each.holding_id] for each in uow.files.of_holdings(begun)}
    for item in items:
        why = _gone_on(item, known.get(item.holding_id))
        if why is not None:
            yield why, (item.person_id,)
    own = Counter(each.person_id for each in items if each.newcomer)
    held = Counter(person for _, person, _ in uow.outline.versions())
    yield Stays.MORE, [each for each in newcomers if held[each] > own[each]]


def differs_from_beginning(uow: UnitOfWork, holding_id: int) -> bool:
    """Tell whether a holding says something else than when it was begun."""
    holding = uow.holdings.get(holding_id)
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    changes = uow.history.of_holding(holding) if holding is not None else ()
    for each in sorted(changes, key=lambda change: change.version):
        first.setdefault(each.field, each.before)
        last[each.field] = each.after
    return first != last


def is_begun(item: ImportItem) -> bool:
    """Tell whether the key of a holding ends: a newcomer's, or begun beside what was there.

    Where no version counts it goes, whatever was corrected and corrected back in it.
    """
    return item.newcomer or item.version is None or item.version <= 1


def _gone_on(item: ImportItem, holding: Holding | None) -> Stays | None:
    if holding is None or holding.person_id != item.person_id:
        return Stays.ENDED
    if item.version is not None and holding.version != item.version:
        return Stays.CHANGED
    return None if holding.state is HoldingState.ACTIVE else Stays.ENDED


def _family(uow: UnitOfWork, newcomers: set[int], found: Mapping[int, Stays]) -> set[int]:
    """Return newcomers who are tied to a newcomer who stays."""
    together: set[int] = set()
    for recipient, guardians in uow.people.all_guardians().items():
        tied = {recipient, *guardians} & newcomers
        if tied & found.keys():
            together |= tied - found.keys()
    return together
