"""What lies in a plan: each holding in one at most, and only while it is there and not needed."""

from dataclasses import replace
from datetime import date

from easycare_desktop.domain.destruction import (
    OPEN_PLANS,
    Plan,
    PlanAction,
    PlanChangedError,
    PlanState,
)
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.requests import Request, RequestState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.held_out import forget_held, held_out
from easycare_desktop.services.judgement import Judgement
from easycare_desktop.services.measures_running import hold_again, still_held
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.request_endings import close_untold
from easycare_desktop.services.returning import WITH_OTHERS, keep_in_use
from easycare_desktop.storage.unit_of_work import UnitOfWork

_DID = (PlanState.PARTIAL, PlanState.DONE)


def take_over(
    uow: UnitOfWork, judgement: Judgement, person_id: int
) -> tuple[Judgement, list[date]]:
    """Take what the ending of a person judges out of every other plan that was not begun.

    What is about somebody else whose own case has it in a plan, or is going already, stays there:
    return the judgement without it, and by when the others had to go.
    """
    judged = {item.holding.id for item in judgement.items}
    elsewhere: set[int] = set()
    due: list[date] = []
    for plan in uow.plans.in_state(*OPEN_PLANS, PlanState.RUNNING):
        of_case = _person_of(uow, plan)
        own = {item.holding_id for item in plan.items if item.person_id == of_case != person_id}
        inside = plan.doomed | plan.separated
        stays = judged & (inside if plan.state is PlanState.RUNNING else own)
        taken = (judged & inside) - stays
        elsewhere |= stays
        if taken:
            uow.plans.drop_items(plan.id, taken)
            due.append(plan.due_on)
    left = tuple(item for item in judgement.items if item.holding.id not in elsewhere)
    return replace(judgement, items=left), due


def take_along(uow: UnitOfWork, request: Request, plan: Plan) -> None:
    """Let requests of which this plan took over all that waited be answered with it."""
    taken = plan.doomed | plan.separated | {each.holding_id for each in held_out(uow, plan.id)}
    for other in uow.requests.open_of(request.person_id):
        if other.state is not RequestState.DECIDED or other.id == request.id:
            continue
        earlier = uow.plans.get(other.destruction_id) if other.destruction_id else None
        if earlier is None or earlier.items:
            continue
        if {each.holding_id for each in held_out(uow, earlier.id)} <= taken:
            forget_held(uow, earlier.id)
            if earlier.state is not PlanState.CANCELLED:
                uow.plans.move(earlier.id, PlanState.CANCELLED)
            uow.requests.set_plan(other.id, plan.id)


def _person_of(uow: UnitOfWork, plan: Plan) -> int | None:
    return None if plan.request_id is None else uow.requests.get(plan.request_id).person_id


def settle_plan(office: OpenOffice, plan_id: int) -> None:
    """Take out of a plan what went by another one, who is needed again, and what is held.

    Raises `PlanChangedError` where it is another plan now, which needs a new approval. Where all of
    it has gone the plan is dropped, and its case goes on.
    """
    with office.door.enter(Action.DESTRUCTION_READ, detail="items") as step:
        plan = step.uow.plans.get(plan_id)
        changed = plan.state in OPEN_PLANS and _is_changed(office, step, plan)
    if not changed:
        return
    with office.door.enter(Action.RECOVERED, detail=plan.number) as step:
        for guardian_id in _needed(step.uow, plan):
            keep_in_use(office, step.uow, guardian_id)
        if gone := _gone(office, step, plan):
            step.uow.plans.drop_items(plan_id, gone)
            _go_on_without(office, step.uow, step.uow.plans.get(plan_id), set(gone))
        hold_again(office, step)
    raise PlanChangedError(plan.number)


def check_items(office: OpenOffice, step: Step, plan: Plan) -> None:
    """Raise `PlanChangedError` where `settle_plan` would take something out."""
    if _is_changed(office, step, plan):
        raise PlanChangedError(plan.number)


def _is_changed(office: OpenOffice, step: Step, plan: Plan) -> bool:
    items = plan.doomed | plan.separated
    return bool(
        _needed(step.uow, plan) or _gone(office, step, plan) or items & still_held(office).keys()
    )


def _needed(uow: UnitOfWork, plan: Plan) -> list[int]:
    """Return the guardians who go with somebody else, and belong to a recipient in use."""
    if plan.cause not in WITH_OTHERS:
        return []
    return [
        each.id
        for each in uow.people.some(plan.persons).values()
        if each.kind is PersonKind.GUARDIAN
        and each.state is PersonState.ACTIVE
        and _has_recipient(uow, each.id)
    ]


def _has_recipient(uow: UnitOfWork, guardian_id: int) -> bool:
    recipients = uow.people.some(uow.people.recipients_of(guardian_id)).values()
    return any(each.state is PersonState.ACTIVE for each in recipients)


def _gone(office: OpenOffice, step: Step, plan: Plan) -> list[int]:
    """Return what another plan destroyed or moved already."""
    here = step.uow.many.some(item.holding_id for item in plan.items)
    missing = [item for item in plan.items if item.holding_id not in here]
    if not missing:
        return []
    ended, apart = office.keys.tombstones(), step.separated.ids()
    return [
        item.holding_id
        for item in missing
        if item.holding_id in ended
        or (item.action is PlanAction.SEPARATE and item.holding_id in apart)
    ]


def _go_on_without(office: OpenOffice, uow: UnitOfWork, plan: Plan, gone: set[int]) -> None:
    """Let the cases go on of which nothing is left to be done: another plan did it, and tells."""
    if plan.items or plan.state is PlanState.CANCELLED or plan.request_id is None:
        return
    uow.plans.move(plan.id, PlanState.CANCELLED)
    did = [each for each in uow.plans.in_state(*_DID) if gone & (each.doomed | each.separated)]
    for request in uow.requests.of_plan(plan.id):
        if request.state is RequestState.DECIDED:
            uow.requests.set_plan(request.id, did[-1].id if did else None)
            done = uow.requests.move(request.id, RequestState.CARRIED_OUT, office.today())
            if not done.with_form:
                close_untold(office, uow, done, done=True)
