"""A second contract and a second licence: found, watched, counted from, listed and taken out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.known_ends import known_end
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.rule_refusals import RetentionNotExpiredError
from easycare_desktop.domain.signal_rules import SignalTopic
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.handover_records import places_of
from easycare_desktop.services.judgement import judge_ending
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.today import TaskKind
from tests.helpers.cases import PERSON, STAFF, approval_of, approved, known_person, register
from tests.helpers.offices import OfficeHome
from tests.services.test_exports import opened, order_of
from tests.services.test_papers import words_of

BATH: Mapping[str, str] = {**PERSON["care_contract"], "service": "visit_bath"}
LICENCE = {"licence_kind": "사회복지사", "licence_no": "2018-2222222"}


def with_bath(services: Services, **more: str) -> Person:
    person = known_person(services)
    services.people.save_group(person.id, "care_contract_2", {**BATH, **more})
    return person


def employee(services: Services, **licence: str) -> Person:
    values = {**STAFF, "employment": {**STAFF["employment"], **licence}}
    return services.people.register(PersonKind.STAFF, values)


def test_somebody_is_found_by_the_number_of_any_licence(home: OfficeHome):
    office = home.open()
    services = Services(office)
    services.start()
    person = employee(services, licence_kind="요양보호사", licence_no="2015-1111111")
    services.people.save_group(person.id, "licence_2", LICENCE)
    assert [each.id for each in services.search.find("2222222")] == [person.id]
    assert [each.id for each in services.search.find("1111111")] == [person.id]
    services.people.load_index()
    assert [each.id for each in services.search.find("2222222")] == [person.id]
    assert services.search.find("봉직원")[0].job == "care_worker"
    office.close()


def test_any_licence_is_the_licence_that_is_asked_for(services: Services):
    person = employee(services)
    assert "licence" in {each.code for each in services.people.open(person.id).signals}
    services.people.save_group(person.id, "licence_2", LICENCE)
    assert "licence" not in {each.code for each in services.people.open(person.id).signals}
    assert not any(
        each.topic is SignalTopic.LICENCE for each in services.signals.all().get(person.id, ())
    )


def test_the_end_of_each_contract_is_watched(services: Services):
    today = services.office.today()
    ends = str(today + timedelta(days=5))
    person = with_bath(services, ends_on=ends)
    listed = {(each.code, each.due_on) for each in services.signals.all()[person.id]}
    carded = {(each.code, each.due_on) for each in services.people.open(person.id).signals}
    assert listed == carded
    assert ("contract_ends_2", date.fromisoformat(ends)) in listed
    assert "contract_ends" not in {code for code, _ in listed}
    tasks = {task.kind: task for task in services.today.show().tasks}
    assert tasks[TaskKind.CONTRACT_ENDS].due_on == date.fromisoformat(ends)


def test_nobody_else_is_looked_at_for_a_second_contract(services: Services):
    register(services, "가하나")
    known_person(services, "나동의")
    with services.office.door.enter(Action.PEOPLE_LISTED) as step:
        gathered = services.signals.gather(step, services.office.today())
    assert gathered is not None
    assert "care_contract" in {group for group, _ in gathered.lacking}
    assert not {group for group, _ in gathered.lacking} & {"care_contract_2", "care_contract_3"}


def test_each_contract_counts_from_its_own_last_day(services: Services):
    person = with_bath(services, last_service_on="2026-03-31")
    with services.office.door.enter(Action.PEOPLE_LISTED) as step:
        judged = judge_ending(
            services.office,
            step.uow,
            step.uow.people.get(person.id),
            ended_on=date(2026, 11, 20),
            last_service_on=date(2026, 11, 20),
        )
    until = {item.group.code: item.outcome.until for item in judged.items if item.stays}
    assert until["care_contract"] == date(2031, 11, 20)
    assert until["care_contract_2"] == date(2031, 3, 31)
    assert until["care_record"] == date(2031, 11, 20)


def test_a_contract_whose_stay_is_over_may_go_while_another_goes_on(services: Services):
    person = with_bath(services, contract_on="2019-01-02", starts_on="2019-01-03")
    holding = services.people.open(person.id).contents["care_contract_2"].holding
    with pytest.raises(RetentionNotExpiredError):
        services.selection.plan_holdings([holding.id], "보존 기간이 지남")
    content = services.people.open(person.id).contents["care_contract_2"]
    services.people.save_group(
        person.id,
        "care_contract_2",
        {**content.values, "last_service_on": "2021-03-31"},
        expected_version=1,
        reason="해지한 날을 적음",
    )
    plan = services.selection.plan_holdings([holding.id], "보존 기간이 지남")
    assert [item.group for item in plan.items] == ["care_contract_2"]


def test_the_last_service_is_known_once_every_contract_tells_it():
    first, second = {"last_service_on": "2026-03-31"}, {"last_service_on": "2026-05-31"}
    both = {"care_contract": first, "care_contract_2": second}
    assert known_end(both).last_service_on == date(2026, 5, 31)
    assert known_end({**both, "care_contract_2": {}}).last_service_on is None
    assert known_end({"care_contract": first}).last_service_on == date(2026, 3, 31)


def test_history_and_undo_are_those_of_the_contract_itself(services: Services):
    person = with_bath(services)
    content = services.people.open(person.id).contents["care_contract_2"]
    services.people.save_group(
        person.id,
        "care_contract_2",
        {**content.values, "ends_on": "2027-01-01"},
        expected_version=1,
        reason="기간을 적음",
    )
    (line,) = [
        each for each in services.people.history(person.id) if each.group == "care_contract_2"
    ]
    assert (line.field, line.after) == ("ends_on", "2027-01-01")
    offer = services.corrections.last()
    assert offer is not None
    services.corrections.undo("잘못 적음", offer.number)
    now = services.people.open(person.id).contents
    assert "ends_on" not in now["care_contract_2"].values
    assert now["care_contract"].values["service"] == "visit_care"


def test_a_merge_tells_of_contracts_apart_until_both_are_with_whom_stays(services: Services):
    keeper = register(services)
    gone = register(services, care_contract=BATH)
    told = services.merging.preview(keeper.id, gone.id).apart
    assert [group.code for group in told] == ["care_contract_2"]
    services.people.save_group(keeper.id, "care_contract_2", BATH)
    preview = services.merging.preview(keeper.id, gone.id)
    assert preview.apart == ()
    services.merging.merge(preview, frozenset(), "두 번 등록됨")
    contents = services.people.open(keeper.id).contents
    assert contents["care_contract"].values["service"] == "visit_care"
    assert contents["care_contract_2"].values["service"] == "visit_bath"


def test_a_further_contract_moves_with_a_merge_and_comes_back(services: Services):
    keeper, gone = register(services), register(services)
    services.people.save_group(gone.id, "care_contract_2", BATH)
    preview = services.merging.preview(keeper.id, gone.id)
    assert "care_contract_2" in {group.code for group in preview.moving}
    merge = services.merging.merge(preview, frozenset(), "두 번 등록됨")
    assert "care_contract_2" in services.people.open(keeper.id).contents
    services.merging.undo(merge.id, "다른 분임")
    assert "care_contract_2" not in services.people.open(keeper.id).contents
    assert "care_contract_2" in services.people.open(gone.id).contents


def test_each_contract_goes_out_in_columns_of_its_own(services: Services, tmp_path: Path):
    person, path = with_bath(services), tmp_path / "목록.xlsx"
    refs = tuple(
        FieldRef(PersonKind.RECIPIENT, group, "service")
        for group in ("care_contract", "care_contract_2")
    )
    services.exports.save(replace(order_of(person), fields=refs), path)
    heads, row = opened(path)
    assert heads == ["관리번호", "급여종류(급여계약)", "급여종류(급여계약(둘째))"]
    assert row == [person.number, "방문요양", "방문목욕"]


def test_papers_tell_of_it_once(services: Services):
    person = with_bath(services)
    form = words_of(services.papers.make(PaperKind.CONSENT_FORM, person.id, "서명").pdf)
    assert "급여계약" in form
    assert "급여계약(둘째)" not in form
    card = words_of(services.papers.make(PaperKind.BASIC_CARD, person.id, "확인").pdf)
    assert "급여계약(둘째)" in card
    assert "방문목욕" in card


def test_an_ending_keeps_each_contract_for_its_own_time(services: Services):
    person = with_bath(services, last_service_on="2026-03-31")
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    until = {
        line.group: line.ends_on
        for line in services.clocks.lines()
        if line.person.id == person.id and line.group.startswith("care_contract")
    }
    assert until == {
        "care_contract": date(2031, 11, 20),
        "care_contract_2": date(2031, 3, 31),
    }


def test_the_insurer_gets_every_contract(services: Services):
    with_bath(services)
    groups = {each.code for each in services.office.catalogue.groups if each.rules == ("L-01",)}
    assert {"care_contract", "care_contract_2", "care_contract_3"} <= groups
    with services.office.door.enter(Action.PEOPLE_LISTED) as step:
        found = {each.group for each in places_of(services.office, step)}
    assert {"care_contract", "care_contract_2"} <= found


def test_a_contract_is_not_found_by_its_service_once_it_is_over_and_once_it_went(
    services: Services,
):
    person = with_bath(
        services, contract_on="2019-01-02", starts_on="2019-01-03", last_service_on="2021-03-31"
    )
    assert services.views.services() == {"visit_care": 1}
    holding = services.people.open(person.id).contents["care_contract_2"].holding
    plan = services.selection.plan_holdings([holding.id], "보존 기간이 지남")
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    assert services.views.services() == {"visit_care": 1}
    assert "care_contract" in services.people.open(person.id).contents
