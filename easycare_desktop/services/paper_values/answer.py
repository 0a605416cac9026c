"""The one-page answer: what was erased and what is kept of one person, in one sheet."""

from collections.abc import Mapping, Sequence

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.one_page_answer import ElsewhereItem, OnePageAnswer
from easycare_desktop.documents.left_words import WAITS
from easycare_desktop.documents.merge_words import before_merge
from easycare_desktop.documents.open_points import open_points
from easycare_desktop.documents.paper_words import TICKED_SAID
from easycare_desktop.documents.people_words import until_known
from easycare_desktop.documents.values import Addressee, KeptItem
from easycare_desktop.documents.words import word
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, Plan
from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.registers import RegisterKind
from easycare_desktop.services.facts import listed_in
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.services.paper_values.destruction import STATES
from easycare_desktop.services.paper_values.recorded_places import places_of
from easycare_desktop.services.paper_values.stays import held_now, kept_apart
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.services.twins import PlanTwin, twins_of_plan
from easycare_desktop.storage.unit_of_work import UnitOfWork

_WAITING = frozenset({HoldingState.DUE, HoldingState.APPROVED})


def one_page_answer(desk: Desk, person_id: int) -> OnePageAnswer:
    """Return what was erased and what is kept of one person, as of now."""
    uow = desk.step.uow
    person = uow.people.get(person_id)
    finished = [plan for plan in uow.plans.of_person(person_id) if plan.state in STATES]
    letter = uow.holdings.open_group(person_id, "identity") or uow.holdings.open_group(
        person_id, LETTER_GROUP
    )
    known: Mapping[str, str] = letter.values if letter else {}
    gone = tuple(item for plan in finished for item in desk.gone_of(plan, person_id))
    kept = _in_use(desk, person) + kept_apart(desk, person_id, person.kind)
    twins = {
        plan.id: [each for each in twins_of_plan(uow, plan) if each.is_open] for plan in finished
    }
    points = [each for plan in finished for each in _open(uow, plan, twins[plan.id])]
    places = places_of(uow.plans.facts(finished[0].id)) if finished else ()
    address = " ".join(filter(None, (known.get("address"), known.get("address_detail"))))
    return OnePageAnswer(
        office=desk.head,
        facts=desk.facts,
        addressee=Addressee(known.get("name", ""), address, known.get("postcode", "")),
        person_number=person.number,
        as_of=desk.today(),
        gone=gone,
        kept=kept,
        elsewhere=_elsewhere(finished, [each for some in twins.values() for each in some]),
        open_points=open_points(points),
        certificate_numbers=tuple(plan.number for plan in finished),
        key_places_replaced=sum(place.replaced_at is not None for place in places),
        key_places=len(places),
        ending=until_known(person.kind),
    )


def _open(uow: UnitOfWork, plan: Plan, twins: Sequence[PlanTwin]) -> list[str]:
    """Return what a plan left open; of registers what is open today, noted since or not."""
    recorded = map(str, listed_in(uow.plans.facts(plan.id), "open"))
    return [
        *(each for each in recorded if not each.startswith("twin.")),
        *(f"twin.{each.item.number}" for each in twins),
    ]


def _elsewhere(plans: Sequence[Plan], twins: Sequence[PlanTwin]) -> tuple[ElsewhereItem, ...]:
    """Return what became of copies elsewhere: open while any plan, or a box, leaves them open."""
    found: dict[OutsidePlace, set[OutsideState]] = {}
    for plan in plans:
        for place, state in plan.outside.items():
            found.setdefault(place, set()).add(state)
    if any(each.item.kind is RegisterKind.BOX for each in twins):
        found.setdefault(OutsidePlace.PAPER, set()).add(OutsideState.OPEN)
    order = (OutsideState.OPEN, OutsideState.CLEARED, OutsideState.NONE)
    said = {
        place: next(each for each in order if each in states) for place, states in found.items()
    }
    return tuple(
        ElsewhereItem(word(place), TICKED_SAID[state.value])
        for place, state in said.items()
        if place in {OutsidePlace.CARE_PROGRAM, OutsidePlace.PORTAL, OutsidePlace.PAPER}
    )


def _in_use(desk: Desk, person: Person) -> tuple[KeptItem, ...]:
    return tuple(
        held_now(desk, holding, person.kind)
        if holding.state is HoldingState.HELD
        else _kept(desk, holding, person)
        for holding in desk.step.uow.holdings.of_person(person.id)
    )


def _kept(desk: Desk, holding: Holding, person: Person) -> KeptItem:
    """Return the line of something in use; what waits beside after a merge says so."""
    label = desk.group_label(holding.group, person.kind)
    return KeptItem(
        label=before_merge(label) if holding.merged_from else label,
        article=_article(desk, holding, person),
        event=_event(desk, holding, person),
        counted_from=holding.clock.counted_from if holding.clock else None,
        until=holding.clock.until if holding.clock else holding.destroy_by,
        place=phrases.IN_USE_PLACE,
    )


def _article(desk: Desk, holding: Holding, person: Person) -> str:
    """Return by which rule a running clock counts; without one, on what the holding rests."""
    rule = desk.rules.get(holding.clock.rule) if holding.clock else None
    if rule is not None:
        return rule.citation
    if holding.state in _WAITING:
        return WAITS
    return desk.office.catalogue.group(holding.group, person.kind).basis_article


def _event(desk: Desk, holding: Holding, person: Person) -> str:
    """Return from which event a running clock counts; without one, on what the holding rests."""
    rule = desk.rules.get(holding.clock.rule) if holding.clock else None
    if rule is not None:
        return word(rule.event)
    return word(desk.office.catalogue.group(holding.group, person.kind).basis)
