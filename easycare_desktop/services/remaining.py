"""Deleting single items of a holding: what remains moves under a new key."""

from easycare_desktop.domain.destruction import Plan, PlanItem
from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.measures import HoldingFrozenError
from easycare_desktop.services.door import Step
from easycare_desktop.services.facts import named_in
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_copies import is_copy
from easycare_desktop.services.people_writing import line_of
from easycare_desktop.storage.repositories.beginning import NewHolding

_FACT = "successors"


def check_parted(holding: Holding) -> None:
    """Raise `HoldingFrozenError` where somebody stopped or asked something of all that is held.

    That stands under the old key: what remains would go on as if nobody had asked.
    """
    if holding.state in {HoldingState.SUSPENDED, HoldingState.CORRECTING}:
        raise HoldingFrozenError(holding.state)


def move_remaining(step: Step, plan: Plan) -> None:
    """Begin a new holding for what remains of each reduced one; doing it twice changes nothing.

    The new holding has no history, and its files are sealed anew: nothing of the old key is used.
    """
    known = successors(step, plan)
    for item in plan.items:
        if item.fields and item.holding_id not in known:
            made = _successor(step, item)
            if made is not None:
                known[item.holding_id] = made
    if known:
        step.uow.plans.record(plan.id, {_FACT: {str(old): new for old, new in known.items()}})


def drop_successors(step: Step, plan: Plan) -> None:
    """Undo `move_remaining`: nothing was destroyed, the old holdings stay."""
    known = successors(step, plan)
    if known:
        step.uow.files.remove_files(step.uow.files.of_holdings(known.values()))
        step.uow.holdings.delete(known.values())
        step.uow.plans.record(plan.id, {_FACT: {}})


def renew_lines(office: OpenOffice, step: Step, plan: Plan) -> None:
    """Show the persons of reduced holdings as they are now, not as they were opened."""
    for person_id in {item.person_id for item in plan.items if item.fields}:
        if office.index.get(person_id) is not None:
            office.index.put(line_of(step.uow, step.uow.people.get(person_id)))


def successors(step: Step, plan: Plan) -> dict[int, int]:
    """Return the new holding of each reduced one, as far as it was begun."""
    found = named_in(step.uow.plans.facts(plan.id), _FACT)
    return {int(old): int(new) for old, new in found.items()}


def _successor(step: Step, item: PlanItem) -> int | None:
    uow = step.uow
    content = uow.holdings.open(item.holding_id)
    old = content.holding
    rest = {name: text for name, text in content.values.items() if name not in item.fields}
    files = [each for each in uow.files.of_holdings([old.id]) if not is_copy(each)]
    if not any(rest.values()) and not files:
        return None
    new = NewHolding(old.person_id, old.group, rest, old.basis, old.channel, old.collected_on)
    made = uow.holdings.add([new])[0]
    for file in files:
        _, plain = uow.files.read(file.id)
        uow.files.add(made.id, plain, file.media, at=file.added_at, account_id=file.account_id)
    return made.id
