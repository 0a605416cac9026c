"""Registers of paper, media and outside copies, and the record of their destruction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from easycare_desktop.domain.holdings import Clock
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.registers import (
    Disposal,
    DisposalMethod,
    RegisterClosedError,
    RegisterEmptyError,
    RegisterItem,
    RegisterKind,
    RegisterState,
    Twin,
    TwinReasonMissingError,
    check_method,
    check_sale,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.evidence import Evidence, cleaned
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import checked_values, new_of_office
from easycare_desktop.services.people_writing import changes_between
from easycare_desktop.services.twins import (
    Dropped,
    PlanTwin,
    note_dropped,
    plans_counting_on,
    twins_of_plan,
)
from easycare_desktop.services.unnamed import without_names
from easycare_desktop.storage.repositories.registers import NewDisposal

DISPOSAL_GROUP = "disposal"
_RULE = "I-06"


@dataclass(frozen=True, slots=True)
class DisposalForm:
    """What is told of a disposal. `persons`: whose papers left the items; nobody: items whole."""

    kind: RegisterKind
    method: DisposalMethod
    items: tuple[int, ...]
    values: Mapping[str, str]
    at: datetime
    on_site_at: datetime | None = None
    persons: tuple[int, ...] = ()
    plan_id: int | None = None
    photos: tuple[Evidence, ...] = ()


class RegisterService:
    """Use cases of the registers."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def items(self) -> list[RegisterItem]:
        """Return every entry of every register."""
        with self._door.enter(Action.REGISTERS_READ) as step:
            found = step.uow.registers.all()
            step.count = len(found)
            return found

    def disposals(self) -> list[Disposal]:
        """Return every disposal, oldest first."""
        with self._door.enter(Action.REGISTERS_READ, detail="disposals") as step:
            return step.uow.registers.disposals()

    def twins_of(self, person_id: int) -> list[Twin]:
        """Return where the paper of a person lies."""
        with self._door.enter(Action.REGISTERS_READ, person_id=person_id, detail="twins") as step:
            return step.uow.registers.twins_of([person_id])

    def twins_of_plan(self, plan_id: int) -> list[PlanTwin]:
        """Return the twins of what a plan destroys."""
        with self._door.enter(Action.REGISTERS_READ, detail="plan") as step:
            return twins_of_plan(step.uow, step.uow.plans.get(plan_id))

    def add(self, kind: RegisterKind, values: Mapping[str, str]) -> RegisterItem:
        """Enter a box, medium or copy. Raises `ValuesRefusedError`."""
        clean = checked_values(self._office, values, kind.group)
        with self._door.enter(Action.REGISTER_CHANGED, detail=f"add {kind.code}") as step:
            made = step.uow.holdings.add([new_of_office(self._office, step.uow, kind.group, clean)])
            held = clean.get("held_data", "yes") == "yes"
            today = self._office.today()
            return step.uow.registers.add(kind, made[0].id, today, held_data=held)

    def change(self, item_id: int, values: Mapping[str, str], reason: str) -> RegisterItem:
        """Correct the details of an entry, with their history. Raises `ValuesRefusedError`.

        A medium that once held personal data stays one.
        """
        with self._door.enter(Action.REGISTER_CHANGED, detail="change") as step:
            item = step.uow.registers.get(item_id)
            clean = checked_values(self._office, values, item.kind.group)
            changes = changes_between(item.values, clean)
            if changes:
                self._write(step, item, clean, changes, reason)
            return step.uow.registers.get(item_id)

    def put_twin(self, twin: Twin) -> None:
        """Record where the paper of a person lies."""
        with self._door.enter(Action.REGISTER_CHANGED, person_id=twin.person_id) as step:
            item = step.uow.registers.get(twin.item_id)
            if item.state is not RegisterState.IN_USE:
                raise RegisterClosedError(item.number)
            step.detail = f"twin {item.number}"
            step.uow.registers.put_twin(twin)

    def is_counted_on(self, twin: Twin) -> bool:
        """Tell whether a plan that is not over waits for what this twin names."""
        with self._door.enter(Action.REGISTERS_READ, person_id=twin.person_id) as step:
            return bool(plans_counting_on(step.uow, twin))

    def drop_twin(self, twin: Twin, reason: str = "") -> None:
        """Take back a twin that was recorded by mistake.

        Where a plan counts on it, its certificate tells the reason. Raises `TwinReasonMissingError`
        without one, and `NameInTextError`.
        """
        with self._door.enter(
            Action.REGISTER_CHANGED, person_id=twin.person_id, detail="no twin"
        ) as step:
            office = self._office
            if plans := plans_counting_on(step.uow, twin):
                why = without_names(office.index, reason, "reason")
                if not why:
                    raise TwinReasonMissingError("reason")
                dropped = Dropped(why, office.actor.account_id, office.clock.now())
                for plan in plans:
                    note_dropped(step.uow, plan, twin, dropped)
            step.uow.registers.drop_twin(twin)

    def sell(self, item_id: int) -> RegisterItem:
        """Record that a medium was sold or given away.

        Raises `MediumNotDestroyedError` where it held personal data and its destruction is not on
        record, `RegisterClosedError` for anything that is no medium or gone already.
        """
        with self._door.enter(Action.REGISTER_CHANGED, detail="sell") as step:
            item = step.uow.registers.get(item_id)
            check_sale(item)
            step.uow.registers.set_state(item_id, RegisterState.SOLD)
            return step.uow.registers.get(item_id)

    def dispose(self, form: DisposalForm) -> Disposal:
        """Record that things were destroyed: sealed details and photos, then the ledger.

        Raises `RegisterEmptyError`, `RegisterClosedError`, `MethodNotAllowedError`,
        `OnSiteCheckMissingError`, `ValuesRefusedError`, and what `cleaned` raises.
        """
        if not form.items:
            raise RegisterEmptyError
        clean = checked_values(self._office, form.values, DISPOSAL_GROUP)
        check_method(form.kind, form.method, clean.get("on_site", ""), form.on_site_at)
        form = replace(form, photos=tuple(map(cleaned, form.photos)))
        with self._door.enter(Action.DISPOSED) as step:
            self._check_open(step, form)
            made = self._record(step, form, clean)
            step.detail, step.count = made.number, len(form.items)
            if not form.persons:
                for item_id in form.items:
                    step.uow.registers.set_state(item_id, RegisterState.DESTROYED)
            return self._prove(step, made)

    def _check_open(self, step: Step, form: DisposalForm) -> None:
        for item_id in form.items:
            item = step.uow.registers.get(item_id)
            if item.state is not RegisterState.IN_USE or item.kind is not form.kind:
                raise RegisterClosedError(item.number)

    def _record(self, step: Step, form: DisposalForm, clean: Mapping[str, str]) -> Disposal:
        uow, office = step.uow, self._office
        holding = uow.holdings.add([new_of_office(office, uow, DISPOSAL_GROUP, clean)])[0]
        rule = office.law.rules_on(office.today()).get(_RULE)
        if rule is not None:
            day = form.at.date()
            clock = Clock(rule.code, day, period_end(day, rule.period))
            uow.holdings.start_clock(holding.id, clock, None)
        for photo in form.photos:
            uow.files.add(
                holding.id,
                photo.content,
                photo.media,
                at=office.clock.now(),
                account_id=office.actor.account_id,
            )
        return uow.registers.add_disposal(
            NewDisposal(
                kind=form.kind,
                method=form.method,
                at=form.at,
                on_site_at=form.on_site_at,
                holding_id=holding.id,
                handled_by=office.actor.account_id,
                items=form.items,
                persons=form.persons,
                plan_id=form.plan_id,
            )
        )

    def _prove(self, step: Step, made: Disposal) -> Disposal:
        numbers = [step.uow.registers.get(each).number for each in made.items]
        entry = self._office.keys.ledger_append(
            "disposal",
            {
                "number": made.number,
                "kind": made.kind.code,
                "method": made.method.value,
                "items": numbers,
                "persons": len(made.persons),
                "at": made.at.isoformat(),
            },
            self._office.clock.now(),
        )
        step.uow.registers.prove(made.id, entry.seq, entry.prev_hash.hex(), entry.hash.hex())
        return step.uow.registers.disposal(made.id)

    def _write(
        self,
        step: Step,
        item: RegisterItem,
        clean: Mapping[str, str],
        changes: list[tuple[str, str, str]],
        reason: str,
    ) -> None:
        uow, office = step.uow, self._office
        holding = uow.holdings.open(item.holding_id).holding
        version = uow.holdings.change(holding.id, holding.version, clean)
        uow.history.add(
            holding,
            version,
            changes,
            reason,
            at=office.clock.now(),
            account_id=office.actor.account_id,
        )
        if clean.get("held_data") == "yes":
            uow.registers.set_held_data(item.id, held_data=True)
