"""Destroying one item, taking a registration back: how each starts, what it does, how it ends."""

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.destruction import Plan, PlanState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import PlaceState
from tests.campaigns.child import Told
from tests.campaigns.house import House
from tests.campaigns.judging import check_gone, check_living, check_one_generation, check_sound
from tests.campaigns.model import contents
from tests.campaigns.names import GOES, STAYS
from tests.campaigns.reach import Reach
from tests.helpers.cases import PERSON, approval_of, newest_plan, register

ITEM = "address_detail"
_WHOLE = dict(PERSON["identity"]) | {"name": STAYS}
_REST = {name: text for name, text in _WHOLE.items() if name != ITEM}


def item_start(house: House) -> None:
    """The officer approved that a part of an address goes."""
    services = house.start()
    services.key_places.add("USB", house.stick)
    services.backup_targets.add("백업", house.backups)
    person = register(services, STAYS)
    holding = next(
        each.holding.id
        for each in services.selection.choosable(person.id)
        if each.group.code == "identity"
    )
    plan = services.selection.plan_fields(holding, [ITEM], "본인의 요구")
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.office.close()


def destroy_item(house: House, told: Told) -> None:
    services = house.enter()
    plan = newest_plan(services)
    told.arm()
    services.destruction_run.run(plan.id)
    told.confirm("gone")
    services.office.close()


def judge_item(house: House, confirmed: frozenset[str]) -> str:
    """The holding is whole, or another one has the rest and nobody reads the item again."""
    services = house.enter_as_second()
    check_sound(services)
    check_one_generation(services, house)
    plan = newest_plan(services)
    before = bool(plan.doomed & services.office.keys.living_keys().keys())
    if before:
        assert not confirmed
        assert _identities(services) == [_WHOLE]
        check_living(services, plan.doomed)
        plan = services.destruction_run.run(plan.id).plan
    _judge_after(services, plan)
    living = frozenset(contents(services).all)
    services.office.close()
    reach = Reach([house], [house.sheet])
    assert reach.reads(living) == living, "the search for what can be read is blind"
    assert not reach.reads(plan.doomed), "what was destroyed can be read"
    return "before" if before else "after"


def _judge_after(services: Services, plan: Plan) -> None:
    assert plan.state in {PlanState.PARTIAL, PlanState.DONE}, plan.state
    assert plan.doomed
    check_gone(services, plan.doomed)
    assert _identities(services) == [_REST]
    check_sound(services)


def take_back_start(house: House) -> None:
    """Somebody was registered by mistake, and lies in a backup."""
    services = house.start()
    services.key_places.add("USB", house.stick)
    services.backup_targets.add("백업", house.backups)
    register(services, STAYS)
    register(services, GOES)
    assert services.backup.back_up(BackupCause.BY_HAND).is_complete
    services.office.close()


def take_back(house: House, told: Told) -> None:
    services = house.enter()
    told.arm()
    _take_back(services)
    told.confirm("taken back")
    services.office.close()


def judge_take_back(house: House, confirmed: frozenset[str]) -> str:
    """Whoever was registered by mistake is there whole, or gone from every backup."""
    services = house.enter_as_second()
    check_sound(services)
    check_one_generation(services, house)
    names = {line.name for line in services.people.find("")}
    before = GOES in names
    if before:
        assert not confirmed
        assert not services.office.keys.tombstones(), "half taken back"
        _take_back(services)
        names = {line.name for line in services.people.find("")}
    assert names == {STAYS}
    doomed = frozenset(services.office.keys.tombstones())
    assert doomed
    check_gone(services, doomed)
    side = "before" if before else "after"
    if {each.state for each in services.key_places.states()} != {PlaceState.NEWEST}:
        assert confirmed, "the key place is older, and was at hand"
        side = "after, the key place named as older"
        assert {each.state for each in services.key_places.refresh_all()} == {PlaceState.NEWEST}
    living = frozenset(contents(services).all)
    services.office.close()
    reach = Reach([house], [house.sheet])
    assert reach.reads(living) == living, "the search for what can be read is blind"
    assert not reach.reads(doomed), "what was taken back can be read"
    return side


def _take_back(services: Services) -> None:
    (line,) = [each for each in services.people.find("") if each.name == GOES]
    services.import_undoing.undo_entry(line.id, (), "오기", newcomer=True)


def _identities(services: Services) -> list[object]:
    """Return what the office says of the person beside whom there is nobody."""
    return [dict(values) for values in contents(services).living.values() if "birth" in values]
