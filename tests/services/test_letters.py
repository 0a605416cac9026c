"""보완 요청, 위임장, 법정대리인 동의서, 출력대장: what they say comes from the record."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.requests import Proof, RequestStepError, Verification
from easycare_desktop.domain.supplements import (
    MissingPaper,
    Supplement,
    SupplementDayPassedError,
    SupplementEmptyError,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.paper_values.consent import NoSuchConsentError
from easycare_desktop.services.paper_values.supplement import NothingAskedError
from easycare_desktop.services.papers import PARTS, PARTS_OF_FORM, PaperKind
from tests.helpers.cases import GUARDIAN, NAME, approved, intake_of, known_person, register
from tests.services.test_papers import words_of

WARD: Mapping[str, Mapping[str, str]] = {
    "identity": dict(GUARDIAN["identity"]) | {"name": "홍후견", "capacity": "adult_guardian"}
}


def asked(services: Services, **changes: object) -> Supplement:
    today = services.office.today()
    known: dict[str, object] = {
        "missing": (MissingPaper.POWER_OF_ATTORNEY, MissingPaper.SIGNATURE),
        "asked_on": today,
        "until": today + timedelta(days=7),
        "note": "날짜도 적어 주세요",
    }
    return Supplement(**(known | changes))  # type: ignore[arg-type]  # every field is there


def test_what_is_asked_stands_on_the_letter(services: Services):
    request = services.requests.take(intake_of(services, register(services)))
    with pytest.raises(NothingAskedError):
        services.papers.make(PaperKind.SUPPLEMENT_REQUEST, request.id, "보내기")
    services.supplements.ask(request.id, asked(services))
    assert services.supplements.of(request.id) == asked(services)
    words = words_of(services.papers.make(PaperKind.SUPPLEMENT_REQUEST, request.id, "보내기").pdf)
    for said in (
        "보완요청서",
        NAME,
        request.number,
        "위임장",
        "서명",
        "11월30일까지",
        "날짜도적어",
    ):
        assert said in words, said
    assert "가족관계증명서" not in words


def test_what_was_asked_survives_the_check(services: Services):
    request = services.requests.take(intake_of(services, register(services)))
    services.supplements.ask(request.id, asked(services))
    services.requests.verify(request.id, Verification((Proof.CALL_BACK,), services.office.today()))
    assert services.supplements.of(request.id) == asked(services)
    assert services.requests.details(request.id).applicant.capacity is Capacity.SELF
    with pytest.raises(RequestStepError):
        services.supplements.ask(request.id, asked(services))


def test_nothing_and_yesterday_are_refused(services: Services):
    request = services.requests.take(intake_of(services, register(services)))
    yesterday = services.office.today() - timedelta(days=1)
    with pytest.raises(SupplementEmptyError):
        services.supplements.ask(request.id, asked(services, missing=(), note="  "))
    with pytest.raises(SupplementDayPassedError):
        services.supplements.ask(request.id, asked(services, until=yesterday))
    assert services.supplements.of(request.id) is None


@pytest.mark.parametrize("kind", [PaperKind.CONSENT_FORM, PaperKind.GUARDIAN_CONSENT])
def test_nothing_is_ticked_for_whoever_has_yet_to_sign(services: Services, kind: PaperKind):
    person = known_person(services)
    form = words_of(services.papers.make(kind, person.id, "서명").pdf)
    assert "\u2610동의함" in form
    assert "\u2611동의함" not in form


def test_only_a_legal_representative_is_filled_in(services: Services):
    person = known_person(services)
    services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    make = services.papers.make
    words = words_of(make(PaperKind.GUARDIAN_CONSENT, person.id, "서명").pdf)
    assert "홍보호" not in words
    assert "☑성년후견인" not in words
    services.people.register(PersonKind.GUARDIAN, WARD, guardian_of=person.id)
    words = words_of(make(PaperKind.GUARDIAN_CONSENT, person.id, "서명").pdf)
    assert "홍후견" in words
    assert "☑성년후견인" in words


def test_a_form_of_one_kind_asks_for_nothing_else(services: Services):
    person = known_person(services)
    for kind in PARTS:
        words = words_of(services.papers.make(kind, person.id, "서명").pdf)
        assert words.count("위내용에동의하십니까?") == {"consent_optional": 2}.get(kind.code, 1)
    lacking = 0
    for subject, (whose, _part) in enumerate(PARTS_OF_FORM):
        try:
            services.papers.make(PaperKind.BLANK_CONSENT_PART, subject, "서명")
        except NoSuchConsentError:
            lacking += 1
            assert whose is not PersonKind.RECIPIENT
    assert 0 < lacking < len(PARTS_OF_FORM)


def test_the_register_tells_what_left_and_names_nobody(services: Services):
    person = known_person(services)
    make = services.papers.make
    seen = make(PaperKind.CONSENT_FORM, person.id, "서명")
    printed = make(PaperKind.POWER_OF_ATTORNEY, person.id, "서명")
    services.papers.printed(printed, 3)
    saved = make(PaperKind.ONE_PAGE_ANSWER, person.id, "교부")
    services.papers.saved(saved)
    words = words_of(make(PaperKind.PRINT_REGISTER, 0, "점검").pdf)
    assert printed.number in words
    assert saved.number in words
    assert seen.number not in words
    assert "위임장" in words
    assert "P-00002" in words
    assert NAME not in words


def test_a_plan_that_ran_tells_so_on_its_request(services: Services):
    person = known_person(services)
    plan = approved(services, person)
    before = words_of(services.papers.make(PaperKind.DESTRUCTION_REQUEST, plan.id, "승인").pdf)
    services.destruction_run.run(plan.id)
    after = words_of(services.papers.make(PaperKind.DESTRUCTION_REQUEST, plan.id, "승인").pdf)
    assert NAME not in before + after
    assert before.count("2025-01-02") == after.count("2025-01-02") > 0
    assert after.count("2026-11-23") > before.count("2026-11-23") > 0
