"""Destroying and renewing a key place: how each starts, what it does, how it is judged."""

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import PlaceState
from easycare_desktop.services.separated import ReadingPurpose
from tests.campaigns.child import Told
from tests.campaigns.house import House
from tests.campaigns.judging import (
    check_gone,
    check_living,
    check_one_generation,
    check_place_opens,
    check_sound,
)
from tests.campaigns.names import GOES, STAYS
from tests.helpers.cases import approved, known_person, newest_plan, register


def destroy_start(house: House) -> tuple[int, frozenset[int]]:
    """Return the number of an approved plan, and the numbers of what stays in use."""
    services = house.start()
    services.key_places.add("USB", house.stick)
    stays = register(services, STAYS)
    plan = approved(services, known_person(services, GOES))
    with services.office.door.enter(Action.PEOPLE_LISTED, detail="campaign") as step:
        living = frozenset(each.id for each in step.uow.holdings.of_person(stays.id))
    services.office.close()
    return plan.id, living


def destroy(house: House, told: Told) -> None:
    services = house.enter()
    plan = newest_plan(services)
    told.arm()
    done = services.destruction_run.run(plan.id)
    if done.plan.state is PlanState.DONE:
        told.confirm("done")
    services.office.close()


def judge_destroy(house: House, confirmed: frozenset[str]) -> str:
    check_place_opens(house, house.root / "scratch", 1)
    services = house.enter_as_second()
    check_sound(services)
    check_one_generation(services, house)
    plan = newest_plan(services)
    living = services.office.keys.living_keys().keys()
    alive, names = plan.doomed & living, {line.name for line in services.people.find("")}
    assert alive in (plan.doomed, frozenset()), "half destroyed"
    side = "before" if alive else "after"
    if alive:
        assert "done" not in confirmed
        assert plan.state is PlanState.APPROVED, plan.state
        assert plan.separated <= living
        assert services.separated.list() == ()
        assert GOES in names
        check_living(services, plan.doomed | plan.separated)
        plan = services.destruction_run.run(plan.id).plan
        assert plan.state is PlanState.DONE, services.destruction.view(plan.id).open_points
    _judge_after(services, plan.doomed, plan.separated)
    check_one_generation(services, house)
    assert plan.state in {PlanState.PARTIAL, PlanState.DONE}, plan.state
    assert {each.state for each in services.key_places.refresh_all()} == {PlaceState.NEWEST}
    check_sound(services)
    services.office.close()
    return side


def _judge_after(services: Services, doomed: frozenset[int], apart: frozenset[int]) -> None:
    check_gone(services, doomed)
    names = {line.name for line in services.people.find("")}
    assert STAYS in names
    assert GOES not in names
    assert {each.id for each in services.separated.list()} == apart
    for each in apart:
        assert services.separated.open(each, ReadingPurpose.DISPUTE, "확인")


def place_start(house: House) -> None:
    services = house.start()
    services.key_places.add("USB", house.stick)
    register(services, STAYS)
    services.office.close()


def renew_place(house: House, told: Told) -> None:
    services = house.enter()
    told.arm()
    (state,) = services.key_places.refresh_all()
    if state.state is PlaceState.NEWEST:
        told.confirm("newest")


def judge_place(house: House, confirmed: frozenset[str]) -> str:
    services = house.enter()
    (state,) = services.key_places.states()
    count = check_place_opens(house, house.root / "scratch", 0)
    everything = len(services.office.keys.living_keys())
    renewed = count == everything
    assert renewed or not confirmed
    (state,) = services.key_places.refresh_all()
    assert state.state is PlaceState.NEWEST
    assert check_place_opens(house, house.root / "again", 0) == everything
    services.office.close()
    return "after" if renewed else "before"
