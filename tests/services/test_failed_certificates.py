"""A destruction that did not come about, or whose check failed, ends with a paper that says so."""

import pytest

from easycare_desktop.domain.destruction import NotVerifiedError, Plan, PlanState
from easycare_desktop.services import destruction_result
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.certificates import all_certificates
from easycare_desktop.services.handed_in import HandedIn, check
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.verification import Verdict
from easycare_desktop.storage.keys.refusals import SwitchRefusedError
from easycare_desktop.storage.keys.rotation import rotate_officer_secrets
from tests.helpers.cases import approval_of, approved, known_person
from tests.services.test_papers import words_of

PURPOSE = "점검"
RUN = "easycare_desktop.services.destruction_run"


def _stop(*_: object, **__: object) -> None:
    raise SwitchRefusedError(1, "planted")


@pytest.fixture
def plan(services: Services) -> Plan:
    return approved(services, known_person(services))


def test_an_attempt_that_failed_has_its_certificate(
    services: Services, plan: Plan, monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(NotVerifiedError):
        services.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE)
    with monkeypatch.context() as patched:
        patched.setattr(f"{RUN}.switch_generation", _stop)
        with pytest.raises(SwitchRefusedError):
            services.destruction_run.run(plan.id)
    view = services.destruction.view(plan.id)
    assert (view.failed, view.plan.state) == (True, PlanState.APPROVED)
    failed = words_of(services.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE).pdf)
    for words in ("실패", "파기를마치지못하였습니다", "파기한항목이없습니다", plan.number):
        assert words in failed, words
    entry = services.office.keys.ledger_entries()[-1]
    assert (entry.kind, entry.facts["number"]) == ("destruction_failed", plan.number)
    with pytest.raises(NotVerifiedError):
        services.papers.make(PaperKind.CERTIFICATE_PERSON, plan.id, PURPOSE)
    services.destruction_run.run(plan.id)
    assert not services.destruction.view(plan.id).failed
    done = words_of(services.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE).pdf)
    assert "파기를마치지못하였습니다" not in done


def test_a_check_that_failed_is_no_partial_success(
    services: Services, plan: Plan, monkeypatch: pytest.MonkeyPatch
):
    checked = destruction_result._open_points

    def one_does_not_open(*given: object) -> tuple[str, ...]:
        return (*checked(*given), "living")  # type: ignore[arg-type]

    monkeypatch.setattr(destruction_result, "_open_points", one_does_not_open)
    services.destruction_run.run(plan.id)
    words = words_of(services.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE).pdf)
    assert "실패" in words
    assert "확인이맞지않습니다" in words


def test_a_single_item_is_named(services: Services):
    person = known_person(services)
    health = services.people.open(person.id).contents["health"].holding.id
    plan = services.selection.plan_fields(health, ["medicines"], "본인의 요구")
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    words = words_of(services.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE).pdf)
    label = services.office.catalogue.group("health").field("medicines").label
    assert f"가운데{label}".replace(" ", "") in words
    assert "나머지는새열쇠로" in words


def test_papers_of_both_signing_keys_are_checked_with_what_the_office_hands_out(
    services: Services, plan: Plan, tmp_path_factory: pytest.TempPathFactory
):
    folder = tmp_path_factory.mktemp("handed")
    services.destruction_run.run(plan.id)
    papers = [services.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE).pdf]
    only_old = folder / "old.pem"
    services.certificates.export(only_old)
    rotate_officer_secrets(services.office.keys, services.office.clock.now())
    papers.append(services.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE).pdf)
    assert len(all_certificates(services.office.keys)) == 2
    handed = folder / "office.pem"
    services.certificates.export(handed)
    verdicts = []
    for number, pdf in enumerate(papers):
        path = folder / f"{number}.pdf"
        path.write_bytes(pdf)
        verdicts.append([check(HandedIn(path, each)).verdict for each in (handed, only_old)])
    assert verdicts == [
        [Verdict.MATCH, Verdict.MATCH],
        [Verdict.MATCH, Verdict.MISMATCH],
    ]
