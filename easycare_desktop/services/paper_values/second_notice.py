"""What the second notice says: what the law kept and the plan has ended now."""

from easycare_desktop.documents.contents.second_notice import EndedItem, SecondNotice
from easycare_desktop.documents.hold_words import HELD
from easycare_desktop.documents.open_points import open_points
from easycare_desktop.domain.destruction import Plan, PlanAction, PlanItem
from easycare_desktop.domain.people import PersonState
from easycare_desktop.services.applicants import addressee_of
from easycare_desktop.services.facts import listed_in
from easycare_desktop.services.paper_values.common import Desk, switched_at
from easycare_desktop.services.paper_values.resumed import held_until
from easycare_desktop.services.paper_values.stays import kept_today
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.services.second_notices import letter_of, newest_plan_of


def second_notice(desk: Desk, person_id: int) -> SecondNotice:
    """Return the notice from what the plan really did. Raises `NoticeNotOpenError`."""
    step = desk.step
    plan, person = newest_plan_of(step, person_id), step.uow.people.get(person_id)
    letter = letter_of(step, person_id)
    facts = step.uow.plans.facts(plan.id)
    gone_at = switched_at(facts) or plan.requested_at
    earlier = _separated_before(desk, plan, person_id)
    points = listed_in(facts, "open")
    mine = [each for each in plan.items if each.person_id == person_id]
    return SecondNotice(
        office=desk.head,
        facts=desk.facts,
        addressee=addressee_of(letter),
        person_number=person.number,
        issued_on=desk.today(),
        ended=tuple(
            EndedItem(
                desk.group_label(each.group, person.kind),
                _article(desk, earlier.get(each.holding_id))
                or (HELD if held_until(facts, each.holding_id) else ""),
                max(filter(None, (each.until, held_until(facts, each.holding_id))), default=None),
                gone_at,
            )
            for each in mine
            if each.action is PlanAction.DESTROY and each.group != LETTER_GROUP
        ),
        others=person.state is not PersonState.GONE,
        kept=kept_today(desk, person_id, person.kind),
        open_points=open_points(map(str, points)),
        certificate_number=plan.number,
    )


def _separated_before(desk: Desk, plan: Plan, person_id: int) -> dict[int, PlanItem]:
    """Return the items under which what is gone now was set apart, by holding."""
    return {
        item.holding_id: item
        for each in desk.step.uow.plans.of_person(person_id)
        if each.id != plan.id
        for item in each.items
        if item.action is PlanAction.SEPARATE
    }


def _article(desk: Desk, item: PlanItem | None) -> str:
    rule = desk.rules.get(item.rule) if item else None
    return rule.citation if rule else ""
