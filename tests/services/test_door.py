"""Every service call leaves exactly one line in the log, in the commit of what it did."""

from collections.abc import Callable, Iterator

import pytest

from easycare_desktop.domain.consents import ConsentMethod
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState
from easycare_desktop.domain.people import EndingReason, Person, PersonKind
from easycare_desktop.domain.requests import Proof, Settlement, Verification
from easycare_desktop.domain.rights import Action, Role
from easycare_desktop.security.accounts import AccountState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.storage.repositories.access_log import LogEntry
from tests.helpers.cases import (
    GUARDIAN,
    LAST_SERVICE,
    STAFF,
    correct,
    intake_of,
    known_person,
    record,
)
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import PASSWORD, PROFILE

Call = Callable[[Services, Person], object]


READING: dict[str, Call] = {
    "people.list": lambda services, _: services.people.load_index(),
    "people.open": lambda services, person: services.people.open(person.id),
    "people.history": lambda services, person: services.people.history(person.id),
    "consents.read": lambda services, person: services.consents.status_of(person.id),
    "consents.read lines": lambda services, person: services.consents.lines_of(person.id),
    "consents.read all": lambda services, _: services.consents.overview(),
    "requests.read": lambda services, _: services.requests.all(),
    "holdings.read": lambda services, person: services.decisions.preview(
        person.id, ended_on=services.office.today(), last_service_on=LAST_SERVICE
    ),
    "destruction.read": lambda services, _: services.destruction.all(),
    "destruction.read due": lambda services, _: services.destruction.count_due(),
    "separated.list": lambda services, _: services.separated.list(),
    "separated.list readings": lambda services, _: services.separated.readings(),
    "ledger.read": lambda services, _: services.ledger.rows(),
    "ledger.read check": lambda services, _: services.ledger.check(),
    "log.read": lambda services, _: services.log.newest(),
    "log.read check": lambda services, _: services.log.check(),
    "rules.read": lambda services, _: services.rules.retention(),
    "rules.read deadlines": lambda services, _: services.rules.deadlines(),
    "rules.read contacts": lambda services, _: services.rules.contacts(),
    "accounts.read": lambda services, _: services.accounts.all(),
    "office.read accounts": lambda services, _: services.accounts.names(),
    "office.read": lambda services, _: services.profile.read(),
    "papers.read": lambda services, _: services.papers.all(),
    "key_places.read": lambda services, _: services.key_places.states(),
    "today.show": lambda services, _: services.today.show(),
    "today.show everybody": lambda services, _: services.today.catch_up(),
}
WRITING: dict[str, Call] = {
    "people.register": lambda services, _: services.people.register(PersonKind.STAFF, STAFF),
    "people.register guardian": lambda services, person: services.people.register(
        PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id
    ),
    "people.correct": correct,
    "people.correct new": lambda services, person: services.people.save_group(
        person.id, "extra", {"hobbies": "화투"}
    ),
    "consents.record": record,
    "consents.withdraw": lambda services, person: services.consents.withdraw(
        person.id, "marketing", ConsentMethod.PHONE, services.office.today()
    ),
    "drafts.keep": lambda services, _: services.drafts.keep("person", 0, {"name": "쓰던"}),
    "drafts.list get": lambda services, _: services.drafts.get("person", 0),
    "drafts.list": lambda services, _: services.drafts.all(),
    "drafts.keep drop": lambda services, _: services.drafts.drop("person", 0),
    "requests.take": lambda services, person: services.requests.take(intake_of(services, person)),
    "requests.take ending": lambda services, person: services.requests.take_ending(
        person.id,
        EndingReason.DEATH,
        last_service_on=LAST_SERVICE,
        ended_on=services.office.today(),
    ),
    "papers.make": lambda services, _: services.papers.make(PaperKind.RETENTION_TABLE, 0, "점검"),
    "accounts.change": lambda services, _: services.accounts.add(
        "new.clerk", "새담당", Role.CLERK, "new-clerk-pass-phrase"
    ),
    "accounts.change state": lambda services, _: services.accounts.set_state(
        2, AccountState.BLOCKED
    ),
    "accounts.change role": lambda services, _: services.accounts.set_role(2, Role.AUDITOR),
    "accounts.password": lambda services, _: services.accounts.change_password(
        PASSWORD, "quite-another-pass-phrase"
    ),
    "rules.confirm": lambda services, _: services.rules.confirm("L-01", services.office.today()),
    "office.change": lambda services, _: services.profile.save(
        PROFILE | {"phone": "02-000-0009"}, "번호가 바뀜"
    ),
}


def lines_since(services: Services, before: int) -> list[LogEntry]:
    with services.office.door.enter(Action.LOG_READ) as step:
        return [entry for entry in step.uow.log.newest(50) if entry.seq > before]


def head(services: Services) -> int:
    with services.office.door.enter(Action.LOG_READ) as step:
        return step.uow.log.head()[0] + 1


@pytest.fixture(scope="module")
def looked_at(
    mould: OfficeMould, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[OpenOffice, Person]]:
    """One office with somebody in it, in which everything is only read."""
    office = mould.copy_to(tmp_path_factory.mktemp("door") / "home").open()
    yield office, known_person(Services(office))
    office.close()


@pytest.mark.parametrize("name", READING)
def test_one_reading_one_line(looked_at: tuple[OpenOffice, Person], name: str):
    office, person = looked_at
    services = Services(office)  # which has read nothing yet
    services.start()
    check_one_line(services, person, READING[name], name)


@pytest.mark.parametrize("name", WRITING)
def test_one_call_one_line(services: Services, name: str):
    check_one_line(services, known_person(services), WRITING[name], name)


def check_one_line(services: Services, person: Person, call: Call, name: str) -> None:
    before = head(services)
    call(services, person)
    (entry,) = lines_since(services, before)
    assert entry.action == name.split(maxsplit=1)[0]
    assert entry.account_id == services.office.actor.account_id
    assert entry.outcome == "ok"
    assert entry.at == services.office.clock.now()
    assert services.log.check().first_broken is None


def test_steps_of_a_request_leave_one_line_each(services: Services):
    person = known_person(services)
    request = services.requests.take(intake_of(services, person))
    today = services.office.today()
    plan_steps: list[tuple[str, Callable[[], object]]] = [
        (
            "requests.change",
            lambda: services.requests.verify(request.id, Verification((Proof.ID_CARD,), today)),
        ),
        ("requests.change", lambda: services.requests.settle(request.id, Settlement())),
        ("holdings.read", lambda: services.decisions.of_request(request.id)),
        ("requests.decide", lambda: services.decisions.decide(request.id)),
        ("destruction.read", lambda: services.destruction.view(1)),
        (
            "destruction.outside",
            lambda: services.destruction.tick(1, {OutsidePlace.CHAT: OutsideState.NONE}),
        ),
        ("requests.change", lambda: services.requests.take_back(request.id)),
    ]
    for action, call in plan_steps:
        before = head(services)
        call()
        (entry,) = lines_since(services, before)
        assert (entry.action, entry.outcome) == (action, "ok")


class PlantedError(Exception):
    pass


def fail_halfway(services: Services, person: Person) -> None:
    with services.office.door.enter(Action.PERSON_CORRECTED, person_id=person.id) as step:
        step.uow.people.add(PersonKind.STAFF, services.office.today())
        step.drafts.drop(1, "person", 0)
        raise PlantedError


def test_a_failing_body_writes_nothing(services: Services):
    person = known_person(services)
    before = services.log.check().lines

    with pytest.raises(PlantedError):
        fail_halfway(services, person)
    check = services.log.check()
    assert check.lines == before + 1
    with services.office.door.enter(Action.PEOPLE_LISTED) as step:
        assert [each.kind for each in step.uow.people.all()] == [
            PersonKind.OFFICE,
            PersonKind.RECIPIENT,
        ]
