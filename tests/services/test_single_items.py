"""A single item that goes: what stays of its holding is not counted as gone, and it is named."""

import pytest

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.measures import HoldingFrozenError, MeasureCause
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.carrying_out import carry_out, said
from tests.helpers.cases import SCAN, approval_of, known_person, register


@pytest.fixture
def person(services: Services) -> Person:
    return known_person(services)


def delete(services: Services, person: Person, group: str, field: str) -> Plan:
    holding = services.people.open(person.id).contents[group].holding.id
    return services.selection.plan_fields(holding, [field], "본인의 요구")


def test_a_scan_that_stays_with_the_rest_is_not_counted_as_destroyed(
    services: Services, person: Person
):
    holding = services.people.open(person.id).contents["health"].holding.id
    with services.office.door.enter(Action.PEOPLE_LISTED) as step:
        now = services.office.clock.now()
        step.uow.files.add(holding, SCAN, "application/pdf", at=now, account_id=1)
    plan = carry_out(services, delete(services, person, "health", "medicines"))
    words = said(services, PaperKind.CERTIFICATE, plan.id)
    gone = words.split("1.파기한항목")[1].split("2.파기한방법")[0]
    assert "110-" in gone
    assert "스캔1개도남았고,지운항목이보일수있습니다" in gone


def test_request_ledger_and_sheet_name_the_item(services: Services, person: Person):
    plan = delete(services, person, "health", "medicines")
    group = services.office.catalogue.group("health")
    item = f"{group.label} 가운데 {group.field('medicines').label}".replace(" ", "")
    assert item in said(services, PaperKind.DESTRUCTION_REQUEST, plan.id)
    carry_out(services, plan)
    assert item in said(services, PaperKind.DESTRUCTION_LEDGER, 0)
    (line,) = services.ledger.rows()
    assert [each.fields for each in line.gone] == [("medicines",)]


def test_the_same_is_looked_for_in_the_data_of_others_and_of_the_person(
    services: Services, person: Person
):
    other = register(services, "남은이")
    told = {"second_name": "이웃", "second_phone": "010-0000-4321"}
    for whose in (other, person):
        fields = dict(services.people.open(whose.id).contents["emergency"].values)
        services.people.save_group(
            whose.id, "emergency", fields | told, expected_version=1, reason="이웃"
        )
    changed = dict(services.people.open(person.id).contents["identity"].values)
    services.people.save_group(
        person.id,
        "identity",
        changed | {"mobile": told["second_phone"]},
        expected_version=1,
        reason="새 번호",
    )
    plan = carry_out(services, delete(services, person, "identity", "mobile"))
    assert set(services.destruction.view(plan.id).mentioned) == {
        (other.number, "emergency"),
        (person.number, "emergency"),
    }
    words = said(services, PaperKind.CERTIFICATE, plan.id)
    assert "다른자료에적힌2건은지우지않았습니다" in words
    assert "나머지항목" in words


def test_a_word_that_points_to_nobody_is_looked_for_with_the_person_alone(
    services: Services, person: Person
):
    other = known_person(services, "둘째분")
    medicines = services.people.open(other.id).contents["health"].values["medicines"]
    assert services.people.open(person.id).contents["health"].values["medicines"] == medicines
    plan = carry_out(services, delete(services, person, "health", "medicines"))
    assert services.destruction.view(plan.id).mentioned == ()


@pytest.mark.parametrize("state", [HoldingState.SUSPENDED, HoldingState.CORRECTING])
def test_what_somebody_stopped_or_asked_of_the_whole_is_not_lost_with_an_item(
    services: Services, person: Person, state: HoldingState
):
    plan = delete(services, person, "emergency", "second_name")
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    held, measures = plan.items[0].holding_id, services.measures
    ask = measures.ask_stop if state is HoldingState.SUSPENDED else measures.ask_correction
    ask(held, MeasureCause.ACCURACY, "다른 번호라고 하심", services.office.today())
    with pytest.raises(HoldingFrozenError) as refused:
        services.destruction_run.run(plan.id)
    assert refused.value.state is state
    assert services.people.open(person.id).contents["emergency"].holding.state is state
    services.destruction.cancel(plan.id)
    with pytest.raises(HoldingFrozenError):
        delete(services, person, "emergency", "second_name")
