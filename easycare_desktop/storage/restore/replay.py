"""What the keys know is applied to staged data before anybody sees it: the stricter side wins.

Keys are never rolled back. A key that ended stays ended, whatever an old backup brings along, and
what was separated since goes to the second vault again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.holdings import Clock
from easycare_desktop.domain.people import person_number, sequence_of
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.switch_plan import INTENT
from easycare_desktop.storage.keys.switch_report import switch_reports
from easycare_desktop.storage.repositories.separated import SeparatedRepository
from easycare_desktop.storage.restore.journal import BEGUN
from easycare_desktop.storage.restore.lineage import MOVED
from easycare_desktop.storage.restore.settling_persons import settle_persons
from easycare_desktop.storage.unit_of_work import UnitOfWork

SEPARATED = "separated"
_UNKNOWN_END = date(9999, 12, 31)
_PAPERS_SKIPPED = 1000
_BEGINNINGS = frozenset({MOVED, BEGUN})
_FIRST_BLOCK = 1


@dataclass(frozen=True, slots=True)
class Replayed:
    """What was applied. `keyless`: rows with neither key nor tombstone, an alarm and no more.

    `newer_only`: living keys whose data the backup has not seen: it lies in newer data alone.
    """

    dropped: int
    files: int
    separated: int
    keyless: int
    newer_only: frozenset[int]

    @property
    def is_sound(self) -> bool:
        """Tell whether every row that stayed has a key."""
        return self.keyless == 0


def replay(uow: UnitOfWork, vault: SeparatedRepository, at: datetime) -> Replayed:
    """Apply tombstones and separations to staged data; doing it twice changes nothing more."""
    keys = uow.keys
    tombstones, wrapped = keys.tombstones(), keys.separated_ids()
    here, apart = uow.outline.persons(), {each.id: each.person_id for each in vault.all()}
    doomed, leaving = here.keys() & tombstones, here.keys() & wrapped
    over = apart.keys() & tombstones
    files = [*uow.files.of_holdings(doomed), *vault.files_of(over)]
    removed = uow.files.remove_files(files)
    _separate(uow, vault, leaving, at)
    dropped = uow.holdings.delete(doomed | leaving) - len(leaving)
    dropped += vault.delete(over)
    touched = {here[each] for each in doomed | leaving} | {apart[each] for each in over}
    settle_persons(uow, vault, touched)
    _go_on_with_plans(uow)
    living = frozenset(keys.living_keys())
    known = here.keys() | vault.ids()
    keyless = known - tombstones - wrapped - living
    return Replayed(dropped, removed, len(leaving), len(keyless), (living | wrapped) - known)


def raise_floors(uow: UnitOfWork, vault: SeparatedRepository, today: date) -> None:
    """Let no number be given twice, though nobody can tell the last ones: skip far enough.

    For data that comes back without the newer data beside it. Each person and each request has
    begun a holding of its own; so as many may be unknown as there are unknown keys. The rows of
    each such beginning are numbered apart, so that a restore never takes one for another.
    """
    keys, year = uow.keys, today.year
    known = uow.outline.persons().keys() | vault.ids() | uow.outline.planned()
    ever = keys.tombstones() | keys.separated_ids() | frozenset(keys.living_keys())
    unknown = len(ever - known)
    people = uow.people.all()
    last = max((sequence_of(each.number) for each in people), default=0)
    request = int(uow.requests.next_number(year)[5:]) - 1
    paper = int(uow.papers.next_number(year)[6:]) - 1
    uow.meta.raise_floor("person", person_number(last + unknown))
    uow.meta.raise_floor("request", f"{year}-{request + unknown:04d}")
    uow.meta.raise_floor("paper", f"M{year}-{paper + _PAPERS_SKIPPED:05d}")
    for number in _plan_numbers(keys):
        uow.meta.raise_floor("plan", number)
    block = _FIRST_BLOCK + sum(each.kind in _BEGINNINGS for each in keys.ledger_entries())
    uow.meta.begin_block(block)
    vault.begin_block(block)


def _separate(
    uow: UnitOfWork, vault: SeparatedRepository, leaving: Iterable[int], at: datetime
) -> None:
    clocks = _recorded_clocks(uow.keys)
    for holding_id in leaving:
        found = uow.holdings.sealed_row(holding_id)
        if found is None:
            continue
        holding, sealed = found
        clock, plan_number = clocks.get(holding_id, (holding.clock, ""))
        vault.put(
            holding,
            clock or Clock("", holding.collected_on, _UNKNOWN_END),
            sealed,
            uow.history.sealed_rows(holding_id),
            uow.files.of_holdings([holding_id]),
            person_number=uow.people.get(holding.person_id).number,
            plan_number=plan_number,
            at=at,
        )


def _recorded_clocks(keys: OpenKeys) -> dict[int, tuple[Clock, str]]:
    """Return rule and clock of every separation, as recorded before its keys were wrapped."""
    clocks: dict[int, tuple[Clock, str]] = {}
    for each in keys.restrictions():
        if each.kind == SEPARATED:
            for holding_id, facts in each.facts.items():
                rule, counted_from, until = map(str, _listed(facts))
                clock = Clock(rule, date.fromisoformat(counted_from), date.fromisoformat(until))
                clocks[int(holding_id)] = (clock, each.subject)
    return clocks


def clocks_to_record(items: Mapping[int, Clock]) -> dict[str, object]:
    """Return the facts of a restriction `separated`: rule and clock by holding."""
    return {
        str(holding_id): [clock.rule, clock.counted_from.isoformat(), clock.until.isoformat()]
        for holding_id, clock in items.items()
    }


def _go_on_with_plans(uow: UnitOfWork) -> None:
    """Put plans whose keys are gone in progress: they were carried out, and are finished at open.

    Every other plan of old data stays as it is; what it would destroy is judged again anyway.
    """
    reports = {each.number: each.digest for each in switch_reports(uow.keys.file)}
    open_states = (PlanState.AWAITING, PlanState.WAITING_DAY, PlanState.APPROVED)
    for plan in uow.plans.in_state(*open_states):
        if reports.get(plan.number) == plan.digest:
            uow.plans.go_on(plan.id)


def _plan_numbers(keys: OpenKeys) -> list[str]:
    """Return the number of every destruction that was ever begun."""
    numbers = [str(e.facts["number"]) for e in keys.ledger_entries() if e.kind == INTENT]
    return [each for each in numbers if each.startswith("D")]


def _listed(facts: object) -> list[object]:
    return list(facts) if isinstance(facts, list | tuple) else []
