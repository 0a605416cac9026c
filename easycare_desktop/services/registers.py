"""Registers of paper, media and outside copies, and the record of their destruction."""

from collections.abc import Mapping

from easycare_desktop.domain.registers import (
    Disposal,
    RegisterClosedError,
    RegisterItem,
    RegisterKind,
    RegisterState,
    Twin,
    TwinReasonMissingError,
    check_sale,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.disposing import DISPOSAL_GROUP, DisposalForm, dispose
from easycare_desktop.services.door import Step
from easycare_desktop.services.evidence import Evidence
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

__all__ = ["DISPOSAL_GROUP", "DisposalForm", "RegisterService"]


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

    def photos_of(self, item_id: int) -> tuple[Evidence, ...]:
        """Open the photos of every disposal of an entry, as far as they are still kept."""
        with self._door.enter(Action.REGISTERS_READ, detail="photos") as step:
            uow = step.uow
            made = [each for each in uow.registers.disposals() if item_id in each.items]
            files = uow.files.of_holdings(each.holding_id for each in made)
            step.count = len(files)
            return tuple(Evidence(uow.files.read(each.id)[1], each.media) for each in files)

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
        """Record that things were destroyed, as `disposing.dispose` does."""
        return dispose(self._office, form)

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
