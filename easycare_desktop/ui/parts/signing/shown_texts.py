"""What is read before signing: the consents with their answers, or what a request asks for."""

from collections.abc import Iterable

from easycare_desktop.domain.consent_purposes import ConsentPurpose
from easycare_desktop.domain.consents import ConsentResult
from easycare_desktop.domain.requests import Intake, RequestScope
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.slips import OF_KIND
from easycare_desktop.ui.parts.signing.sign_dialog import ShownText
from easycare_desktop.ui.wording.labels import label

_TOLD = (
    "서비스를 더 받으실 수 없습니다. 법으로 남는 것과 날짜를 보셨습니다. "
    "파기한 것은 다시 볼 수 없습니다."
)


def consent_text(answers: Iterable[tuple[ConsentPurpose, ConsentResult]]) -> ShownText:
    """Return the purposes in full, each with what was said to it."""
    known = tuple(answers)
    versions = sorted({purpose.text_version for purpose, _ in known})
    parts = tuple((f"{purpose.label}: {label(said)}", _full(purpose)) for purpose, said in known)
    return ShownText("개인정보 수집·이용 동의서", ", ".join(versions), parts)


def request_text(name: str, intake: Intake) -> ShownText:
    """Return what is cancelled, from when on, and what was told."""
    scope = label(intake.scope)
    whole = intake.scope is RequestScope.ALL
    asked = (
        f"당사자 {name} · 신청인 {intake.applicant.name} ({label(intake.applicant.capacity)})\n"
        f"범위 {scope} · 희망 취소일 {intake.wish_on:%Y-%m-%d}"
    )
    last = f" · 마지막 이용일 {intake.last_service_on:%Y-%m-%d}" if intake.last_service_on else ""
    parts = (("신청하는 것", asked + (last if whole else "")), ("안내받은 것", _TOLD))
    edition = OF_KIND[PaperKind.CANCELLATION_FORM].edition
    return ShownText("이용취소(동의철회) 신청서", edition, parts)


def _full(purpose: ConsentPurpose) -> str:
    lines = [f"목적: {purpose.purpose}", f"항목: {purpose.items}"]
    if purpose.recipients:
        lines.append(f"받는 곳: {purpose.recipients}")
    return "\n".join((*lines, f"보유·이용 기간: {purpose.period}", purpose.refusal))
