"""Papers and lists about what was never true name another article than other destructions."""

import io

import pytest
from python_calamine import CalamineWorkbook

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services import destruction_run
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import PERSON, approval_of
from tests.helpers.pdf_words import words_of

WHY = "다른 분의 것을 이분에게 적음"
OF_MISTAKES, OF_OTHERS = "개인정보보호법제36조", "개인정보보호법제21조제1항"


@pytest.fixture
def plans(services: Services) -> tuple[Plan, Plan]:
    """Two approved plans about one person: of a mistake, and of what somebody chose."""
    groups = {each: PERSON[each] for each in ("identity", "care_contract", "entitlement")}
    person = services.people.register(PersonKind.RECIPIENT, groups)
    held = {
        code: each.holding.id for code, each in services.people.open(person.id).contents.items()
    }
    wrong = services.selection.plan_mistake(held["care_contract"], (), WHY)
    chosen = services.selection.plan_holdings([held["entitlement"]], WHY)
    for plan in (wrong, chosen):
        services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    return wrong, chosen


def said(services: Services, kind: PaperKind, subject: int) -> str:
    return words_of(services.papers.make(kind, subject, "결재").pdf)


def test_certificate_and_ledger_name_the_article_under_which_it_was_taken_out(
    services: Services, plans: tuple[Plan, Plan]
):
    wrong, chosen = (services.destruction_run.run(each.id).plan for each in plans)
    certificate = said(services, PaperKind.CERTIFICATE, wrong.id)
    assert OF_MISTAKES in certificate
    assert OF_OTHERS not in certificate
    assert OF_OTHERS in said(services, PaperKind.CERTIFICATE, chosen.id)
    ledger = said(services, PaperKind.DESTRUCTION_LEDGER, 0)
    assert (ledger.count(OF_MISTAKES), ledger.count(OF_OTHERS)) == (1, 1)
    content = io.BytesIO(services.sheets.destruction_ledger("월 점검"))
    rows = CalamineWorkbook.from_filelike(content).get_sheet_by_index(0).to_python()
    articles = {row[13]: row[9] for row in rows}
    assert articles[wrong.number] == "개인정보 보호법 제36조"
    assert articles[chosen.number] == "개인정보 보호법 제21조제1항"


def test_the_certificate_of_an_attempt_names_it_too(
    services: Services, plans: tuple[Plan, Plan], monkeypatch: pytest.MonkeyPatch
):
    def broken(*_given: object, **_named: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(destruction_run, "switch_generation", broken)
    with pytest.raises(BlockingIOError):
        services.destruction_run.run(plans[0].id)
    certificate = said(services, PaperKind.CERTIFICATE, plans[0].id)
    assert OF_MISTAKES in certificate
    assert OF_OTHERS not in certificate
