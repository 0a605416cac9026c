"""An office goes to another PC with the stick, and that PC takes it: exactly one of them writes."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from easycare_desktop.services import lease as leases
from easycare_desktop.services import offices
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.lease import LeaseService
from easycare_desktop.services.restore import arrival, arriving, taking_over
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.services.restore.taking_over import take_over
from easycare_desktop.storage.backup.places import backup_folder, set_places
from easycare_desktop.storage.keys.refusals import (
    LeaseTakenError,
    NoLeaseThereError,
    OfficeMovedError,
)
from tests.campaigns.child import Told
from tests.campaigns.house import House
from tests.campaigns.judging import check_one_generation, check_sound
from tests.campaigns.moving import move_to, other_pc
from tests.campaigns.names import LATER, STAYS
from tests.helpers.cases import register
from tests.helpers.offices import CHEAP_KDF, CODE, LOGIN, PASSWORD

_NAMED = (leases, offices, arrival, arriving, taking_over)
HERE, THERE = "PC-HERE", "PC-THERE"


@contextmanager
def named(pc: str) -> Iterator[None]:
    """Let this process run on a PC of that name."""
    with ExitStack() as stack:
        for module in _NAMED:
            stack.enter_context(patch.object(module, "pc_name", lambda: pc))
        yield


def give_start(house: House) -> None:
    """The office was on the other PC and came back, so that both can take it with a password."""
    with named(HERE):
        services = house.start()
        services.key_places.add("USB", house.stick)
        register(services, STAYS)
        office_id = services.office.info.id
        _give(services)
    there = other_pc(house)
    with named(THERE):
        place = set_places(backup_folder(house.stick, office_id))[0]
        there.sheet = house.sheet
        services = move_to(there, house, place, with_paper=True)
        register(services, LATER)
        _give(services)
    with named(HERE):
        _take(house)


def take_start(house: House) -> None:
    """The office is given to the other PC."""
    give_start(house)
    with named(HERE):
        _give(house.enter())


def give(house: House, told: Told) -> None:
    with named(HERE):
        services = house.enter()
        told.arm()
        _give(services)
        told.confirm("given")


def take(house: House, told: Told) -> None:
    there = other_pc(house)
    there.store.tell = house.store.tell
    with named(THERE):
        told.arm()
        _take(there)
        told.confirm("taken")


def judge_give(house: House, confirmed: frozenset[str]) -> str:
    """The office is given or not; if the stick does not say so yet, it can be taken back."""
    side, there = "after", other_pc(house)
    with named(HERE):
        services = house.enter_as_second()
        check_sound(services)
        given = services.office.looks_only
        services.office.close()
        assert given or not confirmed
    try:
        with named(THERE):
            _take(there)
        assert given, "it could be taken while this PC went on writing"
    except NoLeaseThereError:
        assert not confirmed, "it was given, and cannot be taken"
        side = "given, not to be taken yet" if given else "before"
        _give_again(house, given=given)
        with named(THERE):
            _take(there)
    _judge_writer(there, THERE, house, HERE)
    return side


def judge_take(house: House, confirmed: frozenset[str]) -> str:
    """The other PC has the office, or can take it once more."""
    there, side = other_pc(house), "after"
    with named(THERE):
        services = there.enter_as_second()
        taken = not services.office.looks_only
        services.office.close()
        assert taken or not confirmed
        if not taken:
            side = "before"
            _take(there)
    _judge_writer(there, THERE, house, HERE)
    return side


def _give_again(house: House, *, given: bool) -> None:
    with named(HERE):
        services = house.enter()
        if given:
            _lease(services).take_back(house.stick)
        assert not services.office.looks_only
        _give(services)


def _judge_writer(writer: House, name: str, other: House, others: str) -> None:
    """One PC writes and has everything; the other one only looks, and cannot take it back."""
    with named(name):
        services = writer.enter_as_second()
        assert not services.office.looks_only, "nobody writes"
        check_sound(services)
        check_one_generation(services, writer)
        assert {line.name for line in services.people.find("")} == {STAYS, LATER}
        register(services, "다음이")
        services.office.close()
    with named(others):
        try:
            services = other.enter()
        except OfficeMovedError:
            return
        assert services.office.looks_only, "two PCs write"
        try:
            _lease(services).take_back(other.stick)
        except LeaseTakenError:
            services.office.close()
            return
    raise AssertionError("it was taken back from the one that writes")


def _give(services: Services) -> None:
    (place,) = services.key_places.states()
    _lease(services).give(place.id)
    services.office.close()


def _take(house: House) -> None:
    shelf = Shelf(house.paths, house.clock, house.one_store, CHEAP_KDF)
    take_over(shelf, CODE, house.stick, LOGIN, PASSWORD)


def _lease(services: Services) -> LeaseService:
    return LeaseService(services.office, services.backup_targets, services.backup)
