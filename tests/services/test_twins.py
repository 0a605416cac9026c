"""Paper and copies of what a plan destroys: noted wrongly, taken back, and told on the paper."""

from pathlib import Path

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.destruction import Plan, PlanState
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.registers import Twin, TwinReasonMissingError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.unnamed import NameInTextError
from tests.helpers.carrying_out import carry_out
from tests.helpers.cases import NAME, known_person
from tests.services.test_registers import box, form_of

WRONG = "다른 분의 서류함을 잘못 골랐음"


@pytest.fixture(autouse=True)
def stick(services: Services, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    services.key_places.add("USB", tmp_path / "stick")


def photo_gone(services: Services, person: Person) -> Plan:
    """Destroy the photo of somebody who is served on, everything ticked."""
    holding = services.people.open(person.id).contents["photo"].holding
    plan = services.selection.plan_holdings([holding.id], "사진을 지워 달라고 하심")
    return carry_out(services, plan)


def certificate(services: Services, plan: Plan) -> str:
    paper = services.papers.make(PaperKind.CERTIFICATE, plan.id, "기관 보관")
    return "".join(text_of(paper.pdf).split())


def test_a_twin_taken_back_is_told_with_its_reason_on_the_certificate(services: Services):
    person, entry = known_person(services), box(services)
    services.registers.put_twin(Twin(entry.id, person.id))
    plan = photo_gone(services, person)
    assert plan.state is PlanState.PARTIAL
    services.registers.drop_twin(Twin(entry.id, person.id), f" {WRONG} ")
    again = services.destruction_run.check_again(plan.id)
    assert (again.plan.state, again.open_points) == (PlanState.DONE, ())
    said = certificate(services, plan)
    assert "서류함B-0001" in said
    assert "잘못적은것이라뺌:다른분의서류함을잘못골랐음" in said


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_is_taken_back_from_a_destruction_without_a_reason(services: Services, reason: str):
    person, entry = known_person(services), box(services)
    services.registers.put_twin(Twin(entry.id, person.id))
    plan = photo_gone(services, person)
    assert services.registers.is_counted_on(Twin(entry.id, person.id))
    with pytest.raises(TwinReasonMissingError):
        services.registers.drop_twin(Twin(entry.id, person.id), reason)
    with pytest.raises(NameInTextError):
        services.registers.drop_twin(Twin(entry.id, person.id), f"{NAME} 님 것이 아님")
    assert services.registers.twins_of(person.id) == [Twin(entry.id, person.id)]
    assert services.destruction_run.check_again(plan.id).open_points == ("twin.B-0001",)


def test_what_no_plan_counts_on_is_taken_back_without_a_word(services: Services):
    person, entry = known_person(services), box(services)
    for group in ("", "payment"):
        services.registers.put_twin(Twin(entry.id, person.id, group))
    plan = photo_gone(services, person)
    services.registers.drop_twin(Twin(entry.id, person.id, "payment"))
    assert not services.registers.is_counted_on(Twin(entry.id, person.id, "payment"))
    services.registers.drop_twin(Twin(entry.id, person.id), WRONG)
    services.destruction_run.check_again(plan.id)
    services.registers.put_twin(Twin(entry.id, person.id))
    services.registers.drop_twin(Twin(entry.id, person.id))
    assert services.registers.twins_of(person.id) == []


def test_a_twin_noted_again_is_asked_for_again(services: Services):
    person, entry = known_person(services), box(services)
    twin = Twin(entry.id, person.id)
    services.registers.put_twin(twin)
    plan = photo_gone(services, person)
    services.registers.drop_twin(twin, WRONG)
    services.registers.put_twin(twin)
    again = services.destruction_run.check_again(plan.id)
    assert (again.plan.state, again.open_points) == (PlanState.PARTIAL, ("twin.B-0001",))
    services.registers.dispose(form_of(services, entry, persons=(person.id,), plan_id=plan.id))
    assert services.destruction_run.check_again(plan.id).plan.state is PlanState.DONE
    assert "잘못적은것이라뺌" not in certificate(services, plan)


def test_what_nobody_saw_go_is_said_beside_its_tick(services: Services):
    person, entry = known_person(services), box(services)
    services.registers.put_twin(Twin(entry.id, person.id))
    plan = photo_gone(services, person)
    alone = {"place": "마당"}
    form = form_of(services, entry, persons=(person.id,), plan_id=plan.id, values=alone)
    services.registers.dispose(form)
    assert services.destruction_run.check_again(plan.id).plan.state is PlanState.DONE
    assert "파쇄·W2026-0001·입회자·사진없음" in certificate(services, plan)
