"""A certificate says what was recorded: whose, how many files, by whom, tied to whose copy."""

from easycare_desktop.documents.contents.destruction_certificate import (
    DestructionCertificate,
    PersonCopy,
)
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, Plan
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.registers import DisposalMethod, RegisterKind, Twin
from easycare_desktop.domain.requests import RequestScope
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.commitment import commitment
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.services.paper_values.common import make_desk
from easycare_desktop.services.paper_values.destruction import certificate
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.registers import DisposalForm
from tests.helpers.cases import (
    GUARDIAN,
    SCAN,
    agree,
    approval_of,
    decided,
    known_person,
    next_day,
    register,
    tell_result,
)
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome


def approve(services: Services, plan: Plan) -> Plan:
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))
    return services.destruction.approve_in_place(plan.id, approval_of(services, plan))


def paper(services: Services, plan: Plan, *, for_person: bool = False) -> DestructionCertificate:
    office = services.office
    with office.door.enter(Action.PAPER_MADE) as step:
        desk = make_desk(step, office, "M2026-00001", "점검", reissued=False, jumped=False)
        return certificate(desk, plan.id, for_person=for_person)


def test_everybody_is_named_by_number(services: Services):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    plan = approve(services, decided(services, person).plan)
    services.destruction_run.run(plan.id)
    assert paper(services, plan).person_number == f"{person.number}, {guardian.number}"


def test_files_stand_beside_the_group_they_belonged_to(services: Services):
    person = register(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    agree(services, guardian, evidence=Evidence(SCAN, "application/pdf"))
    plan = approve(services, decided(services, person).plan)
    services.destruction_run.run(plan.id)
    label = services.office.catalogue.group("consent_paper", PersonKind.GUARDIAN).label
    files = {group.label: group.files for group in paper(services, plan).groups if group.files}
    assert files == {label: 1}


def test_who_ran_it_is_named_and_nobody_is_said_to_have_verified(home: OfficeHome):
    office = home.open()
    services = Services(office)
    services.start()
    plan = approve(services, decided(services, known_person(services)).plan)
    office.close()
    clerks = home.open(CLERK, OTHERS_PASSWORD)
    services = Services(clerks)
    services.start()
    services.destruction_run.run(plan.id)
    run, approved, verify = paper(services, plan).actors
    assert (run.name, approved.name) == ("김담당", "이책임")
    assert verify.at is None
    clerks.close()


def test_both_copies_stay_tied_after_a_second_case_and_without_the_letter(services: Services):
    person = known_person(services)
    purpose = services.office.catalogue.group("photo", person.kind).consent_purpose
    part = decided(services, person, scope=RequestScope.PART, withdrawn_purposes=(purpose,))
    plan = approve(services, part.plan)
    services.destruction_run.run(plan.id)
    tell_result(services, part.request.id)
    first = paper(services, plan, for_person=True)
    assert isinstance(first.copy, PersonCopy)
    tie = commitment(first.copy.salt, first.copy.name, person.number)
    assert first.proof.commitment == paper(services, plan).proof.commitment == tie
    whole = approve(services, decided(services, person).plan)
    services.destruction_run.run(whole.id)
    tell_result(services, whole.request_id)
    assert paper(services, plan, for_person=True).proof.commitment == tie
    next_day(services, 60)
    services.office.accept_clock()
    letters = services.destruction.propose_due()
    assert letters is not None
    services.destruction_run.run(approve(services, letters).id)
    assert paper(services, plan).proof.commitment == tie


def test_what_a_register_names_is_not_called_none_in_another_line(services: Services):
    person = known_person(services)
    box = services.registers.add(
        RegisterKind.BOX, {"label": "수급자 서류", "cabinet": "가", "key_holder": "봉열쇠"}
    )
    services.registers.put_twin(Twin(box.id, person.id))
    plan = decided(services, person).plan
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    form = DisposalForm(
        RegisterKind.BOX,
        DisposalMethod.SHREDDED,
        (box.id,),
        {"place": "사무실", "witness": "김입회"},
        services.office.clock.now(),
        persons=(person.id,),
        plan_id=plan.id,
    )
    services.registers.dispose(form)
    services.destruction_run.run(plan.id)
    lines = {each.label: each.action for each in paper(services, plan).outside}
    assert lines["그 밖의 종이 서류"] == "남은 사본이 없음"
    assert "종이 서류" not in lines
    assert lines[f"서류함 {box.number}"].startswith("파쇄 · ")
    assert lines["저장하거나 인쇄한 사본"] == "남은 사본이 없음"


def test_who_ticks_is_told_how_many_papers_left(services: Services):
    person = known_person(services)
    plan = decided(services, person).plan
    assert services.destruction.view(plan.id).papers == 0
    card = services.papers.make(PaperKind.BASIC_CARD, person.id, "점검")
    services.papers.make(PaperKind.BASIC_CARD, person.id, "점검")
    services.papers.printed(card, 1)
    assert services.destruction.view(plan.id).papers == 1
