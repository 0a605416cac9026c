"""What a destruction takes out of half-typed work about somebody else is told."""

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.requests import Proof, Settlement, Verification
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.drafts import left_of_drafts
from tests.helpers.cases import NAME, approval_of, approved, intake_of, known_person


def test_whoever_typed_about_somebody_else_is_told_that_a_destruction_took_it(
    services: Services,
):
    person = known_person(services)
    other = services.people.register(
        PersonKind.STAFF, {"identity": {"name": "다른분", "birth": "1970-02-03"}}
    ).id
    services.drafts.keep("person_form", person.id, {"identity.mobile": "010"})
    services.drafts.keep("consent_form", other, {"memo": f"{NAME} 님의 이웃"})
    services.drafts.keep("cancel.form", other, {"scope": "all"})
    services.saved_files.note(services.office.info.folder / f"{NAME}.pdf")
    services.destruction_run.run(approved(services, person).id)
    (line,) = services.drafts.all()
    assert (line.window, line.subject, line.emptied, line.typed) == ("consent_form", other, True, 0)
    kept = services.drafts.get("consent_form", other)
    assert kept is not None
    assert NAME not in str(kept.values)
    services.drafts.keep("consent_form", other, {"memo": "다시 적음"})
    (line,) = services.drafts.all()
    assert (line.emptied, line.typed) == (False, 1)


def test_after_a_stop_all_that_was_typed_goes_and_is_told_once(services: Services):
    person = known_person(services)
    services.drafts.keep("person_form", 0, {"identity.name": "새로오실분"})
    plan = approved(services, person)
    with services.office.door.enter(Action.DESTRUCTION_RUN) as step:
        step.renew_drafts(left_of_drafts(step, plan, None))
    with services.office.door.enter(Action.DESTRUCTION_RUN) as step:
        step.renew_drafts(left_of_drafts(step, plan, None))
        assert services.drafts.waiting(step) == 0
    assert [(each.emptied, each.name) for each in services.drafts.all()] == [(True, "")]


def test_what_is_typed_about_somebody_who_goes_on_is_told_to_be_gone(services: Services):
    person = known_person(services)
    request = services.requests.take(intake_of(services, person))
    services.drafts.keep("person_form", person.id, {"emergency.first_name": "이웃"})
    services.drafts.keep("cancel.verify", request.id, {"note": "전화로 확인"})
    entitlement = services.people.open(person.id).contents["entitlement"].holding
    plan = services.selection.plan_holdings([entitlement.id], "본인 요청")
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    assert {(each.window, each.emptied) for each in services.drafts.all()} == {
        ("person_form", True),
        ("cancel.verify", True),
    }
    services.requests.verify(request.id, Verification((Proof.ID_CARD,), services.office.today()))
    services.requests.settle(request.id, Settlement())
    plan = services.decisions.decide(request.id).plan
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    assert services.drafts.all() == []
