"""Destroying what was chosen: holdings, single items of one, several persons; and sending back."""

import shutil
from pathlib import Path

import pytest

from easycare_desktop.domain.destruction import (
    NoteMissingError,
    OutsidePlace,
    OutsideState,
    Plan,
    PlanCause,
    PlanState,
    SameApproverError,
)
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import Person, PersonState
from easycare_desktop.domain.planning import AlreadyPlannedError
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.rule_refusals import RetentionNotExpiredError
from easycare_desktop.services import offices
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction_result import RunResult
from easycare_desktop.services.selection import (
    NotSelectableError,
    RequiredItemError,
)
from easycare_desktop.services.unnamed import NameInTextError
from easycare_desktop.storage.keys import generation
from easycare_desktop.storage.keys.refusals import (
    DataOlderError,
    KeyDestroyedError,
    SwitchRefusedError,
)
from tests.helpers.cases import (
    HEALTH,
    NAME,
    approval_of,
    decided,
    known_person,
)
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import OfficeHome

WHY = "본인이 지워 달라고 하심"


def _holding(services: Services, person: Person, group: str) -> int:
    return services.people.open(person.id).contents[group].holding.id


def _carry_out(services: Services, plan: Plan) -> RunResult:
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    return services.destruction_run.run(plan.id)


@pytest.fixture
def stick(services: Services, tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    services.key_places.add("USB", folder)
    return folder


def test_one_item_goes_from_every_backup_and_the_rest_stays(
    services: Services,
    stick: Path,
    tmp_path: Path,
    home: OfficeHome,
    monkeypatch: pytest.MonkeyPatch,
):
    person = known_person(services)
    health = _holding(services, person, "health")
    changed = dict(HEALTH) | {"medicines": "가상 새 약"}
    services.people.save_group(person.id, "health", changed, expected_version=1, reason="약이 바뀜")
    folder = services.office.info.folder
    backup = tmp_path / "office-before.db"
    shutil.copy(folder / "office.db", backup)
    plan = services.selection.plan_fields(health, ["medicines"], WHY)
    assert (plan.cause, plan.items[0].fields) == (PlanCause.ITEM, ("medicines",))
    result = _carry_out(services, plan)
    assert (result.plan.state, result.open_points) == (PlanState.DONE, ())
    card = services.people.open(person.id)
    assert dict(card.contents["health"].values) == {"diseases": HEALTH["diseases"]}
    new = card.contents["health"].holding
    assert (new.id != health, new.version, new.state) == (True, 1, HoldingState.ACTIVE)
    assert all(each.field != "medicines" for each in services.people.history(person.id))
    assert card.person.state is PersonState.ACTIVE
    services.office.close()
    shutil.copy(backup, folder / "office.db")
    with pytest.raises(DataOlderError):
        home.open()
    monkeypatch.setattr(offices, "check_age", lambda *_given: None)
    office = home.open()
    old = Services(office)
    with pytest.raises(KeyDestroyedError):
        old.office.keys.key_of(health)
    with office.door.enter(Action.HOLDINGS_READ) as step:
        assert step.uow.holdings.get(health) is not None
        with pytest.raises(KeyDestroyedError):
            step.uow.holdings.open(health)
    office.close()


def test_a_stop_before_the_commit_leaves_the_item_and_no_successor(
    services: Services, monkeypatch: pytest.MonkeyPatch
):
    person = known_person(services)
    health = _holding(services, person, "health")
    plan = services.selection.plan_fields(health, ["medicines"], WHY)
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))

    def stop(*_: object, **__: object) -> None:
        raise SwitchRefusedError(1, "planted")

    monkeypatch.setattr("easycare_desktop.services.destruction_run.switch_generation", stop)
    with pytest.raises(SwitchRefusedError):
        services.destruction_run.run(plan.id)
    monkeypatch.setattr(
        "easycare_desktop.services.destruction_run.switch_generation",
        generation.switch_generation,
    )
    card = services.people.open(person.id)
    assert sum(each.group == "health" for each in card.holdings) == 1
    assert dict(card.contents["health"].values) == HEALTH
    assert services.destruction_run.run(plan.id).plan.state is PlanState.PARTIAL
    assert "medicines" not in services.people.open(person.id).contents["health"].values


def test_a_required_item_and_what_law_keeps_are_refused(services: Services):
    person = known_person(services)
    with pytest.raises(RequiredItemError):
        services.selection.plan_fields(_holding(services, person, "emergency"), ["first_name"], WHY)
    with pytest.raises(RetentionNotExpiredError):
        services.selection.plan_holdings([_holding(services, person, "care_contract")], WHY)
    with pytest.raises(NotSelectableError):
        services.selection.plan_holdings([_holding(services, person, "identity")], WHY)
    with pytest.raises(NotSelectableError):
        services.selection.plan_holdings([_holding(services, person, "consent_paper")], WHY)
    photo = _holding(services, person, "photo")
    for why, refusal in ((" ", NoteMissingError), (f"{NAME} 요청", NameInTextError)):
        with pytest.raises(refusal):
            services.selection.plan_holdings([photo], why)
    assert services.destruction.all() == []


def test_a_chosen_group_goes_and_cannot_be_planned_twice(services: Services, stick: Path):
    person = known_person(services)
    photo = _holding(services, person, "photo")
    plan = services.selection.plan_holdings([photo], WHY)
    assert services.destruction.view(plan.id).why == WHY
    with pytest.raises(AlreadyPlannedError):
        services.selection.plan_holdings([photo], WHY)
    refused = {each.group.code: each.refusal for each in services.selection.choosable(person.id)}
    assert isinstance(refused["photo"], AlreadyPlannedError)
    assert refused["health"] is None
    assert _carry_out(services, plan).plan.state is PlanState.DONE
    assert "photo" not in services.people.open(person.id).contents
    assert services.people.find("")[0].name == NAME


def test_an_officer_sends_a_plan_back_with_a_reason(home: OfficeHome, services: Services):
    person = known_person(services)
    plan = decided(services, person).plan
    assert _waiting(services) == []
    with pytest.raises(SameApproverError):
        services.approvals.reject(plan.id, "아직 정산 전")
    services.office.close()
    second = Services(home.open(SECOND, OTHERS_PASSWORD))
    second.start()
    assert _waiting(second) == [plan.id]
    with pytest.raises(NoteMissingError):
        second.approvals.reject(plan.id, " ")
    sent_back = second.approvals.reject(plan.id, "아직 정산 전")
    assert sent_back.state is PlanState.CANCELLED
    assert second.destruction.view(plan.id).rejected == "아직 정산 전"
    assert _waiting(second) == []
    request = second.requests.all()[0].request
    assert request.state is RequestState.SETTLED
    assert second.people.open(person.id).person.state is PersonState.ACTIVE
    again = second.decisions.decide(request.id).plan
    assert again.doomed == plan.doomed
    second.office.close()


def _waiting(services: Services) -> list[int]:
    """Return the plans that wait for whoever is signed in."""
    return [line.id for line in services.destruction.all() if line.for_me]
