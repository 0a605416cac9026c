"""What was never true goes before the period of law: an officer decides, and a second one."""

from dataclasses import replace

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
from easycare_desktop.domain.joint_approval import OneByOneError, Way
from easycare_desktop.domain.measures import HoldingFrozenError
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.planning import AlreadyPlannedError
from easycare_desktop.domain.rights import Action, NotPermittedError
from easycare_desktop.domain.rule_refusals import RetentionNotExpiredError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.mistakes import WorkOnRecordError
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.selection import (
    NotSelectableError,
    RequiredItemError,
)
from easycare_desktop.services.unnamed import NameInTextError
from tests.helpers.cases import NAME, PERSON, approval_of, decided, register
from tests.helpers.joint import NAMES, ended_together, states_of
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome
from tests.helpers.pdf_words import words_of

WHY = "다른 분의 계약을 이분에게 적음"


@pytest.fixture
def wrong(services: Services) -> Person:
    """Somebody for whom a contract was written down that was never made."""
    contract = dict(PERSON["care_contract"]) | {"monthly_cost": "120000"}
    return services.people.register(
        PersonKind.RECIPIENT,
        {"identity": PERSON["identity"], "care_contract": contract},
    )


def contract_of(services: Services, person: Person, group: str = "care_contract") -> int:
    return services.people.open(person.id).contents[group].holding.id


def said(services: Services, kind: PaperKind, subject: int) -> str:
    return words_of(services.papers.make(kind, subject, "결재").pdf)


def carry_out(services: Services, plan: Plan) -> Plan:
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    return services.destruction_run.run(plan.id).plan


def test_a_contract_that_never_was_goes_with_its_key_and_is_told_as_a_mistake(
    services: Services, wrong: Person
):
    contract = contract_of(services, wrong)
    with pytest.raises(RetentionNotExpiredError) as kept:
        services.selection.plan_holdings([contract], WHY)
    plan = services.selection.plan_mistake(contract, (), WHY)
    view = services.destruction.view(plan.id)
    assert (plan.cause, view.why) == (PlanCause.MISTAKE, WHY)
    assert view.kept_until == kept.value.until
    assert carry_out(services, plan).state in {PlanState.DONE, PlanState.PARTIAL}
    assert contract in services.office.keys.tombstones()
    assert "care_contract" not in services.people.open(wrong.id).contents
    assert services.people.open(wrong.id).name == NAME
    (line,) = services.ledger.rows()
    assert (line.cause, line.number) == (PlanCause.MISTAKE, plan.number)
    assert any(each.action == Action.MISTAKE_PLANNED.code for each in services.log.newest())


def test_request_certificate_and_ledger_say_that_it_was_a_mistake(
    services: Services, wrong: Person
):
    plan = services.selection.plan_mistake(contract_of(services, wrong), (), WHY)
    request = said(services, PaperKind.DESTRUCTION_REQUEST, plan.id)
    carry_out(services, plan)
    certificate = said(services, PaperKind.CERTIFICATE, plan.id)
    for each in (request, certificate):
        assert "잘못적음" in each
        assert WHY.replace(" ", "") in each
        assert "법이보유하게한기록이아님" in each
    assert "잘못적음" in said(services, PaperKind.DESTRUCTION_LEDGER, 0)


def test_single_items_go_so_too_but_no_required_one(services: Services, wrong: Person):
    contract = contract_of(services, wrong)
    with pytest.raises(RequiredItemError):
        services.selection.plan_mistake(contract, ["service"], WHY)
    plan = services.selection.plan_mistake(contract, ["monthly_cost"], WHY)
    carry_out(services, plan)
    left = services.people.open(wrong.id).contents["care_contract"].values
    assert "monthly_cost" not in left
    assert left["contract_on"] == PERSON["care_contract"]["contract_on"]


def test_only_an_officer_decides_it_and_nobody_approves_their_own(
    home: OfficeHome, services: Services, wrong: Person
):
    contract = contract_of(services, wrong)
    for why, refusal in ((" ", NoteMissingError), (f"{NAME} 요청", NameInTextError)):
        with pytest.raises(refusal):
            services.selection.plan_mistake(contract, (), why)
    services.office.close()
    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    with pytest.raises(NotPermittedError):
        clerk.selection.plan_mistake(contract, (), WHY)
    clerk.office.close()
    again = Services(home.open())
    plan = again.selection.plan_mistake(contract, (), WHY)
    with pytest.raises(AlreadyPlannedError):
        again.selection.plan_mistake(contract, (), WHY)
    with pytest.raises(SameApproverError):
        again.destruction.note_alone(plan.id, WHY)
    again.office.close()


def test_what_was_worked_under_was_not_written_by_mistake(services: Services):
    served = register(services)
    contract = contract_of(services, served)
    with pytest.raises(WorkOnRecordError):
        services.selection.plan_mistake(contract, (), WHY)
    second = dict(PERSON["care_contract"]) | {"contract_on": "2026-01-02", "service": "visit_bath"}
    services.people.save_group(served.id, "care_contract_2", second)
    assert services.selection.plan_mistake(
        contract_of(services, served, "care_contract_2"), (), WHY
    ).items
    refused = {each.group.code: each for each in services.selection.choosable(served.id)}
    assert isinstance(refused["payment"].refusal, RetentionNotExpiredError)
    assert refused["payment"].as_mistake is None


def test_neither_a_name_nor_what_an_ending_keeps_goes_so(services: Services, wrong: Person):
    identity = contract_of(services, wrong, "identity")
    with pytest.raises(NotSelectableError):
        services.selection.plan_mistake(identity, (), WHY)
    contract = contract_of(services, wrong)
    decided(services, wrong)
    with pytest.raises(HoldingFrozenError):
        services.selection.plan_mistake(contract, (), WHY)


def test_neither_of_two_contracts_goes_because_the_other_carries_the_work(services: Services):
    served = register(services)
    second = dict(PERSON["care_contract"]) | {"contract_on": "2026-01-02", "service": "visit_bath"}
    services.people.save_group(served.id, "care_contract_2", second)
    services.selection.plan_mistake(contract_of(services, served, "care_contract_2"), (), WHY)
    with pytest.raises(WorkOnRecordError):
        services.selection.plan_mistake(contract_of(services, served), (), WHY)


def test_work_that_is_put_on_record_since_stops_the_plan(services: Services, wrong: Person):
    plan = services.selection.plan_mistake(contract_of(services, wrong), (), WHY)
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.people.save_group(wrong.id, "care_record", PERSON["care_record"])
    with pytest.raises(WorkOnRecordError):
        services.destruction_run.run(plan.id)
    assert services.destruction.view(plan.id).plan.state is PlanState.APPROVED
    assert "care_contract" in services.people.open(wrong.id).contents


def test_nobody_approves_it_once_work_is_on_record(services: Services, wrong: Person):
    plan = services.selection.plan_mistake(contract_of(services, wrong), (), WHY)
    services.people.save_group(wrong.id, "care_record", PERSON["care_record"])
    with pytest.raises(WorkOnRecordError):
        services.destruction.approve_in_place(plan.id, approval_of(services, plan))


def test_it_is_approved_and_noted_by_itself_alone(services: Services, wrong: Person):
    plan = services.selection.plan_mistake(contract_of(services, wrong), (), WHY)
    others = ended_together(services, NAMES[:1])
    joint, ids = services.joint_approval, [plan.id, *others]
    waiting = joint.waiting()
    assert [each.id for each in waiting.plans] == others
    assert (waiting.one_by_one, waiting.left_out) == (1, 0)
    approval = replace(approval_of(services, plan), typed_name="2")
    with pytest.raises(OneByOneError):
        joint.approve_in_place(ids, approval)
    with pytest.raises(OneByOneError):
        joint.note_alone(ids, WHY)
    assert states_of(services, ids) == [PlanState.AWAITING] * 2
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    waiting = joint.waiting()
    assert {each.id: each.way for each in waiting.plans}[plan.id] is Way.CARRY_OUT
    assert waiting.one_by_one == 0
