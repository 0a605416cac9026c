"""Signals of everybody, and views of the list: narrowed, sorted, counted, kept, remembered."""

from datetime import timedelta

import pytest

from easycare_desktop.domain.list_views import Attention, ListView, Sort, ViewNameError
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.signal_rules import SignalTopic
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.person_lines import person_line
from easycare_desktop.services.today import TaskKind
from easycare_desktop.services.unnamed import NameInTextError
from tests.helpers.cases import GUARDIAN, PERSON, STAFF, agree, decided, known_person, register
from tests.helpers.offices import OfficeHome

RECIPIENT = PersonKind.RECIPIENT


def ending_soon(services: Services, name: str, days: int = 45) -> dict[str, str]:
    until = services.office.today() + timedelta(days=days)
    person = register(services, name)
    agree(services, person)
    content = services.people.open(person.id).contents["entitlement"]
    services.people.save_group(
        person.id,
        "entitlement",
        {**content.values, "valid_until": until.isoformat()},
        expected_version=1,
        reason="갱신",
    )
    return {"id": str(person.id)}


def names(services: Services, view: ListView, typed: str = "") -> list[str]:
    chosen = services.views.chosen(view)
    return [each.name for each in services.search.find(typed, view.kinds, chosen)]


def test_the_card_and_the_list_say_the_same(services: Services):
    known_person(services)
    register(services, "나미동의")
    ending_soon(services, "다갱신")
    services.people.register(RECIPIENT, {"identity": {"name": "라빠짐", "birth": "1940-01-01"}})
    services.people.register(RECIPIENT, {"identity": {"name": "마젊음", "birth": "1990-01-01"}})
    services.people.register(
        RECIPIENT, {"identity": {"name": "바가심", "birth": "1940-01-01", "died_on": "2026-11-01"}}
    )
    services.people.register(PersonKind.STAFF, STAFF)
    soon = (services.office.today() + timedelta(days=10)).isoformat()
    agent = {**GUARDIAN["identity"], "capacity": "agent", "capacity_until": soon}
    services.people.register(PersonKind.GUARDIAN, {"identity": agent})
    services.people.load_index()
    found = services.signals.all()
    for line in services.search.find(""):
        card = {(each.code, each.due_on) for each in services.people.open(line.id).signals}
        assert {(each.code, each.due_on) for each in found.get(line.id, ())} == card
    assert len(found) == 6
    assert "under_65" in {each.code for of_one in found.values() for each in of_one}


def test_a_view_narrows_by_what_there_is_to_do(services: Services):
    known_person(services, "가괜찮음")
    register(services, "나미동의")
    ending_soon(services, "다갱신")
    assert names(services, ListView(care=SignalTopic.RENEWAL)) == ["다갱신"]
    assert names(services, ListView(care=SignalTopic.CONSENT)) == ["나미동의"]
    assert names(services, ListView(care=Attention.ANY)) == ["나미동의", "다갱신"]
    assert names(services, ListView(care=Attention.ANY), "ㄷㄱ") == ["다갱신"]
    counts = services.views.counts()
    assert (counts[SignalTopic.RENEWAL], counts[Attention.ANY]) == (1, 2)


def test_who_was_registered_twice_is_found(services: Services):
    other = {"name": "나하나", "birth": "1950-01-02"}
    services.people.register(PersonKind.RECIPIENT, {"identity": other})
    register(services, "가둘")
    register(services, "다름")
    assert names(services, ListView(care=Attention.TWICE)) == ["가둘", "다름"]


def test_state_grade_and_kind_narrow_too(services: Services):
    register(services, "가나다")
    decided(services, known_person(services, "나끝남"))
    assert names(services, ListView(state=PersonState.ENDING)) == ["나끝남"]
    assert names(services, ListView(state=PersonState.ACTIVE, grade="3")) == ["가나다"]
    assert names(services, ListView(grade="1")) == []
    assert names(services, ListView(kinds=(PersonKind.STAFF,))) == []


def test_every_order(services: Services):
    later = ending_soon(services, "가나중", 60)
    sooner = ending_soon(services, "나먼저", 20)
    assert int(later["id"]) < int(sooner["id"])
    orders = {
        Sort.NAME: ["가나중", "나먼저"],
        Sort.NUMBER: ["가나중", "나먼저"],
        Sort.NEWEST: ["나먼저", "가나중"],
        Sort.VALID_UNTIL: ["나먼저", "가나중"],
    }
    assert {sort: names(services, ListView(sort=sort)) for sort in orders} == orders
    index = services.office.index
    line = index.all()[1]
    index.put(person_line(line.person, {"name": "나먼저", "birth": "1930-01-01"}))
    assert names(services, ListView(sort=Sort.BIRTH)) == ["나먼저", "가나중"]


def test_views_are_kept_and_the_last_one_is_remembered(home: OfficeHome):
    office = home.open()
    services = Services(office)
    services.start()
    assert services.views.last() == ListView()
    view = ListView("", (RECIPIENT,), SignalTopic.RENEWAL, PersonState.ACTIVE, "3", Sort.BIRTH)
    kept = services.views.keep(view, "이달 갱신")
    services.views.use(kept)
    office.close()
    again = Services(home.open())
    assert again.views.all() == (kept,)
    assert again.views.last() == kept
    again.views.drop("이달 갱신")
    assert again.views.all() == ()
    again.office.close()


def test_the_name_of_a_view_names_nobody(services: Services):
    register(services, "홍길순")
    with pytest.raises(NameInTextError):
        services.views.keep(ListView(), "홍길순 어르신")
    for name in ("", " ", "가" * 21):
        with pytest.raises(ViewNameError):
            services.views.keep(ListView(), name)
    assert services.views.all() == ()


def test_today_tells_of_training_and_of_the_designation(services: Services):
    today = services.office.today()
    services.people.register(
        PersonKind.STAFF,
        {**STAFF, "employment": {**STAFF["employment"], "hired_on": str(today.replace(year=2025))}},
    )
    profile = dict(services.profile.read())
    services.profile.save(
        profile | {"designated_until": (today + timedelta(days=120)).isoformat()}, "지정 확인"
    )
    tasks = {task.kind: task for task in services.today.show().tasks}
    assert tasks[TaskKind.STAFF_DUE].due_on == today
    assert tasks[TaskKind.DESIGNATION].due_on == today + timedelta(days=30)


def test_today_tells_of_a_changed_account_until_it_was_reported(services: Services):
    today = services.office.today()
    profile = {**services.profile.read(), "receiving_changed_on": str(today)}
    services.profile.save(profile, "계좌를 바꿈")
    tasks = {task.kind: task for task in services.today.show().tasks}
    assert tasks[TaskKind.ACCOUNT_REPORT].due_on == today + timedelta(days=15)
    services.profile.save(profile | {"receiving_told_on": str(today)}, "공단에 알림")
    assert TaskKind.ACCOUNT_REPORT not in {task.kind for task in services.today.show().tasks}


def test_nothing_is_asked_of_somebody_who_died(services: Services):
    person = register(
        services, "나가심", entitlement={**PERSON["entitlement"], "valid_until": "2026-12-24"}
    )
    told = {task.kind for task in services.today.show().tasks if task.person_id == person.id}
    assert told == {TaskKind.CONSENT_MISSING, TaskKind.RENEWAL}
    identity = services.people.open(person.id).contents["identity"]
    services.people.save_group(
        person.id,
        "identity",
        {**identity.values, "died_on": "2026-11-20"},
        expected_version=1,
        reason="부고를 들음",
    )
    assert person.id not in services.signals.all()
    assert services.people.open(person.id).signals == ()
    left = {task.kind for task in services.today.show().tasks if task.person_id == person.id}
    assert left == {TaskKind.ENDING_DUE}


def test_a_contract_that_ends_is_seen_in_the_list_on_the_card_and_today(services: Services):
    today = services.office.today()
    person = register(services)
    contract = services.people.open(person.id).contents["care_contract"]
    assert "contract_ends" not in {each.code for each in services.signals.all().get(person.id, ())}
    for days, seen in ((31, False), (30, True), (7, True)):
        ends = str(today + timedelta(days=days))
        contract = services.people.save_group(
            person.id,
            "care_contract",
            {**contract.values, "ends_on": ends},
            expected_version=contract.holding.version,
            reason="기간을 적음",
        )
        listed = {each.code for each in services.signals.all().get(person.id, ())}
        carded = {each.code for each in services.people.open(person.id).signals}
        assert ("contract_ends" in listed, "contract_ends" in carded) == (seen, seen)
    tasks = {task.kind: task for task in services.today.show().tasks}
    assert tasks[TaskKind.CONTRACT_ENDS].due_on == today + timedelta(days=7)


def test_a_contract_that_is_settled_is_left_alone_in_the_list_and_on_the_card(services: Services):
    today = services.office.today()
    person = register(services)
    contract = services.people.open(person.id).contents["care_contract"]
    over = {**contract.values, "ends_on": str(today - timedelta(days=30))}
    over["last_service_on"] = over["ends_on"]
    for why, seen in (("", True), ("expired", False)):
        contract = services.people.save_group(
            person.id,
            "care_contract",
            over | {"ended_why": why},
            expected_version=contract.holding.version,
            reason="계약이 끝남",
        )
        listed = {each.code for each in services.signals.all().get(person.id, ())}
        carded = {each.code for each in services.people.open(person.id).signals}
        assert ("contract_ends" in listed, "contract_ends" in carded) == (seen, seen)


def test_looking_at_everybody_is_logged_once(services: Services):
    register(services)
    services.signals.all()
    with services.office.door.enter(Action.LOG_READ) as step:
        newest = step.uow.log.newest(1)[0]
    assert (newest.action, newest.detail, newest.count) == ("people.list", "signals", 1)
