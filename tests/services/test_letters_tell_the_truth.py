"""Letters say what this very request did, each open thing once, and why in the words typed."""

import pytest

from easycare_desktop.domain.destruction import (
    NotVerifiedError,
    OutsideState,
    Plan,
)
from easycare_desktop.domain.registers import RegisterKind, Twin
from easycare_desktop.domain.requests import RequestScope
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.carrying_out import carry_out, said
from tests.helpers.cases import agree, decided, known_person, tell_result

BOX = {"label": "서류 1", "cabinet": "A", "compartment": "2", "key_holder": "박책임"}


def notice(services: Services, plan: Plan) -> str:
    assert plan.request_id is not None
    return said(services, PaperKind.RESULT_NOTICE, plan.request_id)


def test_a_notice_before_anything_was_done_is_refused(services: Services):
    plan = decided(services, known_person(services)).plan
    with pytest.raises(NotVerifiedError):
        notice(services, plan)


def test_a_partial_withdrawal_names_its_own_consent_and_cause(services: Services):
    person = known_person(services)
    health = services.office.catalogue.purpose("sensitive_health").label.replace(" ", "")
    photo = services.office.catalogue.purpose("newsletter_photo").label.replace(" ", "")
    first = decided(
        services, person, scope=RequestScope.PART, withdrawn_purposes=("newsletter_photo",)
    ).plan
    carry_out(services, first)
    words = notice(services, first)
    opening = words.split("①파기한항목")[0]
    assert photo in opening
    assert health not in opening
    assert "철회하셨습니다" in words
    assert "목적을다했습니다" not in words
    assert "보존하는항목이없습니다" not in words
    assert "나머지항목" in words
    tell_result(services, first.request_id or 0)
    agree(services, person)
    second = decided(
        services, person, scope=RequestScope.PART, withdrawn_purposes=("sensitive_health",)
    ).plan
    carry_out(services, second)
    opening = notice(services, second).split("①파기한항목")[0]
    assert health in opening
    assert photo not in opening


def test_each_open_thing_is_said_once_with_its_names(services: Services):
    plan = decided(services, known_person(services)).plan
    carry_out(services, plan, OutsideState.OPEN)
    words = notice(services, plan)
    assert words.count("프로그램밖의사본을아직확인하지않았습니다") == 1
    assert "(종이서류,저장하거나인쇄한사본," in words


def test_why_somebody_chose_it_stands_on_every_paper(services: Services):
    person = known_person(services)
    photo = services.people.open(person.id).contents["photo"].holding.id
    why = "본인이 사진을 지워 달라고 함"
    plan = services.selection.plan_holdings([photo], why)
    carry_out(services, plan)
    for kind, subject in (
        (PaperKind.CERTIFICATE, plan.id),
        (PaperKind.DESTRUCTION_REQUEST, plan.id),
        (PaperKind.ONE_PAGE_ANSWER, person.id),
    ):
        words = said(services, kind, subject)
        assert why.replace(" ", "") in words, kind
        assert "목적을다했습니다" not in words, kind


def test_the_answer_counts_the_ticks_of_every_plan(services: Services):
    person = known_person(services)
    photo = services.people.open(person.id).contents["photo"].holding.id
    carry_out(services, services.selection.plan_holdings([photo], "정리"), OutsideState.OPEN)
    carry_out(services, decided(services, person).plan)
    words = said(services, PaperKind.ONE_PAGE_ANSWER, person.id)
    assert "종이서류:이기관이둔사본이있는지아직확인하지않았습니다" in words


def test_the_answer_knows_paper_that_was_noted_since(services: Services):
    person = known_person(services)
    carry_out(services, decided(services, person).plan)
    before = said(services, PaperKind.ONE_PAGE_ANSWER, person.id)
    assert "종이서류:이기관이둔사본을없앴습니다" in before
    box = services.registers.add(RegisterKind.BOX, BOX)
    services.registers.put_twin(Twin(box.id, person.id))
    words = said(services, PaperKind.ONE_PAGE_ANSWER, person.id)
    assert f"없앴다는기록이아직없습니다.({box.number})" in words
    assert "종이서류:이기관이둔사본이있는지아직확인하지않았습니다" in words
