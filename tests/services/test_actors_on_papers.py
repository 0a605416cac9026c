"""Papers name who acted and nobody else: who ran it, who approved it, and no verifier."""

from pathlib import Path

import pytest

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, Plan
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.paper_values.common import make_desk
from easycare_desktop.services.paper_values.destruction_failed import file_copy
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.storage.keys.refusals import SwitchRefusedError
from tests.helpers.carrying_out import said
from tests.helpers.cases import (
    GUARDIAN,
    approval_of,
    approved,
    decided,
    known_person,
    next_day,
)
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND, OfficeMould
from tests.helpers.offices import OfficeHome

RUN = "easycare_desktop.services.destruction_run.switch_generation"


def _stop(*_: object, **__: object) -> None:
    raise SwitchRefusedError(1, "planted")


def actors(services: Services, plan: Plan) -> list[tuple[str, str, str]]:
    with services.office.door.enter(Action.PAPER_MADE) as step:
        desk = make_desk(step, services.office, "M2026-00001", "점검", reissued=False, jumped=False)
        found = file_copy(desk, plan.id).actors
    return [(each.role, each.name, each.note) for each in found]


@pytest.fixture
def second(home: OfficeHome) -> tuple[Services, Plan]:
    """An office whose second officer is signed in, with a plan that the first one asked for."""
    first = Services(home.open())
    first.start()
    plan = approved(first, known_person(first))
    first.office.close()
    services = Services(home.open(SECOND, OTHERS_PASSWORD))
    services.start()
    return services, plan


def test_whoever_ran_it_is_named_everywhere_and_nobody_as_verifier(second: tuple[Services, Plan]):
    services, plan = second
    services.destruction_run.run(plan.id)
    assert actors(services, plan) == [
        ("수행자", "이책임", ""),
        ("승인자", "이책임", ""),
        ("확인자", "", ""),
    ]
    certificate = said(services, PaperKind.CERTIFICATE, plan.id)
    assert "확인자는결과를확인한사람이이름을적고서명합니다" in certificate
    assert "이책임이책임" in said(services, PaperKind.DESTRUCTION_LEDGER, 0)
    assert "확인자" not in said(services, PaperKind.RESULT_NOTICE, plan.request_id or 0)
    services.office.close()


def test_a_failed_attempt_names_who_tried_and_says_that_everything_stays(
    second: tuple[Services, Plan], monkeypatch: pytest.MonkeyPatch
):
    services, plan = second
    monkeypatch.setattr(RUN, _stop)
    with pytest.raises(SwitchRefusedError):
        services.destruction_run.run(plan.id)
    assert actors(services, plan) == [("수행자", "이책임", ""), ("승인자", "이책임", "")]
    words = said(services, PaperKind.CERTIFICATE, plan.id)
    assert "보존하는항목이없습니다" not in words
    assert "파기한것이없으므로자료는모두전과같이있습니다" in words
    services.office.close()


def test_an_office_of_one_says_so_with_its_note(tmp_path: Path):
    home = OfficeMould(tmp_path / "mould", alone=True).copy_to(tmp_path / "home")
    services = Services(home.open())
    services.start()
    plan = decided(services, known_person(services)).plan
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))
    services.destruction.note_alone(plan.id, "직원이 저뿐입니다")
    next_day(services)
    to_type = services.destruction.view(plan.id).to_type
    services.destruction.approve(plan.id, to_type, services.office.today().isoformat())
    services.destruction_run.run(plan.id)
    assert actors(services, plan) == [
        ("수행자", "박책임", ""),
        ("승인자", "박책임", "혼자 처리함: 직원이 저뿐입니다"),
        ("확인자", "", "확인한 사람 없음"),
    ]
    words = said(services, PaperKind.CERTIFICATE, plan.id)
    assert "혼자처리함:직원이저뿐입니다" in words
    assert "확인한사람없음" in words
    services.office.close()


def test_a_check_that_failed_is_failed_in_the_ledger_too(second: tuple[Services, Plan]):
    services, plan = second
    services.destruction_run.run(plan.id)
    assert "실패D" not in said(services, PaperKind.DESTRUCTION_LEDGER, 0)
    with services.office.door.enter(Action.DESTRUCTION_RUN) as step:
        step.uow.plans.record(plan.id, {"open": ["living"]})
    assert services.ledger.rows()[0].broken
    assert f"실패{plan.number}" in said(services, PaperKind.DESTRUCTION_LEDGER, 0)
    services.office.close()


def test_a_tick_carries_name_and_day(home: OfficeHome):
    services = Services(home.open())
    services.start()
    plan = decided(services, known_person(services)).plan
    services.destruction.tick(plan.id, {OutsidePlace.PAPER: OutsideState.CLEARED})
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    services.office.close()
    services = Services(home.open(SECOND, OTHERS_PASSWORD))
    services.start()
    next_day(services)
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))
    services.destruction_run.check_again(plan.id)
    words = said(services, PaperKind.CERTIFICATE, plan.id)
    outside = words.split("5.프로그램밖의사본")[1].split("6.보존하는항목")[0]
    assert outside.count("박책임2026-11-23") == 1
    assert "이책임2026-11-24" in outside
    services.office.close()


def test_the_own_copy_carries_no_number_of_others(services: Services):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    plan = decided(services, person).plan
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    own = said(services, PaperKind.CERTIFICATE_PERSON, plan.id)
    assert f"{person.number}외1명" in own
    assert guardian.number not in own
    assert guardian.number in said(services, PaperKind.CERTIFICATE, plan.id)
