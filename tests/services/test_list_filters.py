"""The list narrowed by occupation and by service: in memory, counted, and opened once."""

from collections.abc import Iterable, Mapping

import pytest

from easycare_desktop.domain.list_views import ListView
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.signal_rules import SignalTopic
from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.repositories.many_holdings import ManyHoldings
from tests.helpers.cases import PERSON, STAFF, next_day, register

RECIPIENT = PersonKind.RECIPIENT


def names(services: Services, view: ListView) -> list[str]:
    chosen = services.views.chosen(view)
    return [each.name for each in services.search.find("", view.kinds, chosen)]


def of_job(services: Services, name: str, job: str) -> int:
    values = {
        "identity": {**STAFF["identity"], "name": name},
        "employment": {**STAFF["employment"], "worker_name": name, "job": job},
    }
    return services.people.register(PersonKind.STAFF, values).id


def receiving(services: Services, name: str, service: str, more: str = "") -> int:
    contract = {**PERSON["care_contract"], "service": service, "service_more": more}
    return register(services, name, care_contract=contract).id


def test_the_occupation_narrows_and_is_counted(services: Services):
    nurse = of_job(services, "가간호", "nurse")
    of_job(services, "나요양", "care_worker")
    register(services, "다어른")
    assert names(services, ListView(job="nurse")) == ["가간호"]
    assert services.views.jobs() == {"nurse": 1, "care_worker": 1}
    content = services.people.open(nurse).contents["employment"]
    services.people.save_group(
        nurse,
        "employment",
        {**content.values, "job": "head"},
        expected_version=1,
        reason="시설장이 됨",
    )
    assert names(services, ListView(job="nurse")) == []
    services.people.load_index()
    assert names(services, ListView(job="head")) == ["가간호"]


def test_the_service_narrows_by_what_stands_in_the_contract_now(services: Services):
    bath = receiving(services, "가목욕", "visit_bath")
    receiving(services, "나둘", "visit_care", "방문목욕, 복지용구")
    services.people.register(RECIPIENT, {"identity": {"name": "다없음", "birth": "1940-01-01"}})
    assert names(services, ListView(service="visit_bath")) == ["가목욕", "나둘"]
    counts = services.views.services()
    assert counts == {"visit_bath": 2, "visit_care": 1, "equipment": 1}
    content = services.people.open(bath).contents["care_contract"]
    services.people.save_group(
        bath,
        "care_contract",
        {**content.values, "service": "short_stay"},
        expected_version=1,
        reason="급여를 바꿈",
    )
    assert names(services, ListView(service="visit_bath")) == ["나둘"]
    both = ListView(service="short_stay", care=SignalTopic.CONSENT)
    assert names(services, both) == ["가목욕"]
    receiving(services, "라새로", "short_stay")
    assert names(services, both) == ["가목욕", "라새로"]


def test_a_contract_whose_last_service_was_before_today_is_not_received(services: Services):
    today = services.office.today()
    contract = {**PERSON["care_contract"], "last_service_on": str(today)}
    register(services, "가끝남", care_contract=contract)
    receiving(services, "나계속", "visit_care")
    assert names(services, ListView(service="visit_care")) == ["가끝남", "나계속"]
    next_day(services)
    assert names(services, ListView(service="visit_care")) == ["나계속"]
    assert services.views.services() == {"visit_care": 1}


def test_only_contracts_that_changed_are_opened_again(
    services: Services, monkeypatch: pytest.MonkeyPatch
):
    receiving(services, "가목욕", "visit_bath")
    changed = receiving(services, "나요양", "visit_care")
    opened: list[list[int]] = []
    whole = ManyHoldings.open_some

    def counted(many: ManyHoldings, holding_ids: Iterable[int]) -> dict[int, Mapping[str, str]]:
        opened.append(list(holding_ids))
        return whole(many, opened[-1])

    monkeypatch.setattr(ManyHoldings, "open_some", counted)
    services.views.services()
    contract = services.people.open(changed).contents["care_contract"]
    services.people.save_group(
        changed,
        "care_contract",
        {**contract.values, "service": "short_stay"},
        expected_version=1,
        reason="급여를 바꿈",
    )
    services.views.services()
    services.views.services()
    assert [len(each) for each in opened] == [2, 1]
    assert opened[1] == [contract.holding.id]


def test_a_view_of_before_knows_neither_occupation_nor_service():
    told = {"name": "옛 보기", "kinds": [], "care": "", "state": "", "grade": "3", "sort": "name"}
    assert ListView.of(told) == ListView("옛 보기", grade="3")
    both = ListView(job="nurse", service="visit_bath")
    assert ListView.of(both.told()) == both
    assert both.narrows
