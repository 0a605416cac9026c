"""Who shares a name is told apart where a name alone would stand: by year of birth, or number."""

import gc

import pytest

from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.services.today import TaskKind


def called(services: Services, name: str, birth: str) -> Person:
    identity = {"name": name, "birth": birth}
    return services.people.register(PersonKind.RECIPIENT, {"identity": identity})


def test_nobody_is_told_apart_whose_name_is_unlike_all_others(services: Services):
    alone = called(services, "홍하나", "1941-03-05")
    called(services, "홍두나", "1941-03-05")
    assert services.office.index.apart(alone.id) == ""
    assert services.office.index.apart(0) == ""


def test_a_year_of_birth_tells_and_else_the_number(services: Services):
    first = called(services, "홍하나", "1941-03-05")
    other = called(services, "홍 하나", "1941-12-05")
    third = called(services, "홍하나", "1950-12-05")
    apart = services.office.index.apart
    assert [apart(each.id) for each in (first, other, third)] == [
        first.number,
        other.number,
        "1950",
    ]


@pytest.mark.parametrize("everybody", [True, False])
def test_who_is_forgotten_is_in_no_list_of_names(services: Services, *, everybody: bool):
    pair = [called(services, "홍하나", f"{year}-03-05") for year in (1941, 1950)]
    index = services.office.index
    assert index.apart(pair[0].id) == "1941"
    if everybody:
        index.clear()
    else:
        index.forget([each.id for each in pair])
    lines = [each for each in gc.get_objects() if isinstance(each, PersonLine)]
    assert not [each for each in lines if each.name == "홍하나"]


def test_tasks_half_typed_work_and_plans_tell_it(services: Services):
    pair = [called(services, "홍하나", f"{year}-03-05") for year in (1941, 1950)]
    services.today.catch_up()
    tasks = services.today.show().tasks
    told = {each.person_id: each.apart for each in tasks if each.kind is TaskKind.CONSENT_MISSING}
    assert told == {pair[0].id: "1941", pair[1].id: "1950"}
    services.drafts.keep("consent_form", pair[1].id, {"signer": "보호자"})
    assert [each.apart for each in services.drafts.all()] == ["1950"]
    health = {"first_name": "홍비상", "first_phone": "010-0000-5678"}
    held = services.people.save_group(pair[0].id, "emergency", health).holding
    plan = services.selection.plan_holdings([held.id], "본인이 지워 달라고 하심")
    assert services.destruction.all()[0].apart == "1941"
    assert services.destruction.view(plan.id).apart == "1941"
