"""The destruction ledger: one line a finished plan and person, as recorded; numbers, no names."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from easycare_desktop.domain.destruction import Plan, PlanAction, PlanCause, PlanItem, PlanState
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.collected_days import first_day
from easycare_desktop.services.destruction_failure import is_broken, ran_by
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.ledger.chain import first_broken
from easycare_desktop.system.atomic_files import write_atomically


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of the ledger: what was destroyed of one person under one plan.

    `handled_by`: who carried it out. `broken`: a check failed afterwards. `created_on`: when the
    first of what went was collected; where that was never noted, when the person was registered.
    """

    sequence: int
    plan_id: int
    number: str
    person_number: str
    person_kind: PersonKind
    gone: tuple[PlanItem, ...]
    keys: int
    created_on: date
    destroyed_on: date
    cause: PlanCause
    rules: tuple[str, ...]
    handled_by: int
    approved_by: int | None
    state: PlanState
    entry_hash: str
    separated: int
    broken: bool = False


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """Result of walking the ledger inside the key file."""

    entries: int
    head: str
    first_broken: int | None


@dataclass(frozen=True, slots=True)
class LedgerSeen:
    """The ledger as a window shows it: every line, its check, and the names of accounts."""

    lines: tuple[LedgerLine, ...]
    check: LedgerCheck
    names: Mapping[int, str]


_FINISHED = (PlanState.DONE, PlanState.PARTIAL, PlanState.RUNNING)


class LedgerService:
    """Use cases of the ledger."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def rows(self) -> tuple[LedgerLine, ...]:
        """Return every line, oldest first."""
        with self._door.enter(Action.LEDGER_READ) as step:
            lines = self.rows_in(step)
            step.count = len(lines)
            return lines

    def see(self) -> LedgerSeen:
        """Return the lines and walk the chain; after years of work this takes a while."""
        with self._door.enter(Action.LEDGER_READ) as step:
            lines = self.rows_in(step)
            step.count = len(lines)
            check = self._walk()
            names = {account.id: account.name for account in self._office.keys.accounts()}
        return LedgerSeen(lines, check, names)

    def rows_in(self, step: Step) -> tuple[LedgerLine, ...]:
        """Return every line inside a running action."""
        plans = step.uow.plans.in_state(*_FINISHED)
        people = step.uow.people.some(person_id for plan in plans for person_id in plan.persons)
        noted = step.uow.plans.facts_of(plans)
        lines: list[LedgerLine] = []
        for plan in plans:
            facts = noted[plan.id]
            proof, switch = facts.get("ledger"), facts.get("switch")
            if not isinstance(switch, dict):
                continue
            destroyed_on = datetime.fromisoformat(str(switch["checked_at"])).date()
            entry_hash = str(proof["hash"]) if isinstance(proof, dict) else ""
            for person_id in sorted(plan.persons):
                person = people[person_id]
                created_on = first_day(facts, plan, person_id) or person.registered_on
                line = _line(plan, person, len(lines) + 1, entry_hash, destroyed_on, created_on)
                line = replace(line, handled_by=ran_by(plan, facts), broken=is_broken(facts))
                if line.gone:
                    lines.append(line)
        return tuple(lines)

    def export(self, path: Path) -> int:
        """Write `ledger.jsonl` for anybody to check; an officer's session signs its end.

        Return how many entries it has. Raises `NotPermittedError`, `DiskFullError`,
        `FolderNotWritableError`.
        """
        with self._door.enter(Action.LEDGER_EXPORTED) as step:
            lines = self._office.keys.ledger_export()
            write_atomically(path, ("\n".join(lines) + "\n").encode())
            step.count = len(lines) - 2
            return step.count

    def check(self) -> LedgerCheck:
        """Walk the chain of the ledger inside the key file."""
        with self._door.enter(Action.LEDGER_READ, detail="check"):
            return self._walk()

    def _walk(self) -> LedgerCheck:
        entries = self._office.keys.ledger_entries()
        head = entries[-1].hash.hex() if entries else ""
        return LedgerCheck(len(entries), head, first_broken(self._office.keys.office_id, entries))


def _line(
    plan: Plan,
    person: Person,
    sequence: int,
    entry_hash: str,
    destroyed_on: date,
    created_on: date,
) -> LedgerLine:
    mine = [item for item in plan.items if item.person_id == person.id]
    gone = [item for item in mine if item.action is PlanAction.DESTROY]
    return LedgerLine(
        sequence=sequence,
        plan_id=plan.id,
        number=plan.number,
        person_number=person.number,
        person_kind=person.kind,
        gone=tuple(gone),
        keys=len(gone),
        created_on=created_on,
        destroyed_on=destroyed_on,
        cause=plan.cause,
        rules=tuple(sorted({item.rule for item in gone if item.rule})),
        handled_by=plan.requested_by,
        approved_by=plan.approved_by,
        state=plan.state,
        entry_hash=entry_hash,
        separated=len(mine) - len(gone),
    )
