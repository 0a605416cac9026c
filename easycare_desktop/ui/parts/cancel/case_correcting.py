"""Correcting a step of a case that was written down, until the case is decided."""

from collections.abc import Mapping

from easycare_desktop.domain.requests import Request, RequestDetails
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.request_corrections import CORRECTABLE
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.cancel.case_head import FORM, SETTLE, VERIFY
from easycare_desktop.ui.parts.cancel.case_steps import CaseSteps
from easycare_desktop.ui.parts.cancel.reasons import reasons_for


class CaseCorrecting:
    """Fills a step with what it says, and writes it down anew with the reason that is asked."""

    def __init__(self, services: Services, messages: Messages, steps: CaseSteps) -> None:
        self._services, self._messages, self._steps = services, messages, steps

    def begin(self, request: Request, step: int) -> None:
        """Fill a step. Raises what opening the request and the person raises."""
        details = self._services.requests.details(request.id)
        self._steps.leave()
        if step == VERIFY:
            self._steps.verify.begin(details, _verified(details))
        elif step == SETTLE:
            self._steps.settle.begin(details, _settled(details))
        else:
            card = self._services.people.open(request.person_id)
            consents = self._services.consents.status_of(request.person_id)
            said = _form(details, request)
            reasons = reasons_for(card.person.kind)
            said["reason"] = next(
                (
                    each.code
                    for each in reasons
                    if (each.ending, each.paper) == (request.ending, details.extra.get("reason"))
                ),
                "",
            )
            self._steps.form.begin(card, consents, said)
            self._steps.form.signing.hide()

    def write(self, request: Request, step: int) -> Request | None:
        """Write a step down anew; nothing where something is wrong or no reason is given.

        Raises what the service raises.
        """
        corrections = self._services.request_corrections
        if step == FORM:
            intake = self._steps.form.read()
            why = self._reason() if intake else ""
            return corrections.intake(request.id, intake, why) if intake and why else None
        if step == VERIFY:
            checked = self._steps.verify.read()
            why = self._reason() if checked else ""
            return corrections.verification(request.id, checked, why) if checked and why else None
        settled = self._steps.settle.read()
        why = self._reason() if settled else ""
        return corrections.settlement(request.id, settled, why) if settled and why else None

    def _reason(self) -> str:
        asked = self._messages.ask_text(
            "적은 것 고치기", "왜 고치나요?", hint="이전 값과 사유는 이력에 남습니다. 예: 잘못 적음"
        )
        return (asked or "").strip()


def can_correct(request: Request | None, shown: int, now: int) -> bool:
    """Tell whether what is shown was written down and may still be corrected."""
    return (
        request is not None
        and request.with_form
        and request.state in CORRECTABLE
        and shown < now
        and shown in {FORM, VERIFY, SETTLE}
    )


def _form(details: RequestDetails, request: Request) -> dict[str, str]:
    applicant, last = details.applicant, request.last_service_on
    return {
        "name": applicant.name,
        "phone": applicant.phone,
        "relation": applicant.relation,
        "capacity": applicant.capacity.value,
        "channel": request.channel.value,
        "wish": request.wish_on.isoformat(),
        "last": last.isoformat() if last else "",
        "received": request.received_on.isoformat(),
        "scope": request.scope.value,
        "purposes": ",".join(details.withdrawn_purposes),
        "remark": details.remark,
        "told": ",".join(details.told),
        "copy": "1" if details.wants_copy else "",
    }


def _verified(details: RequestDetails) -> Mapping[str, str]:
    known = details.verification
    if known is None:
        return {}
    proofs = ",".join(each.value for each in known.proofs)
    return {"proofs": proofs, "checked": known.checked_on.isoformat(), "note": known.note}


def _settled(details: RequestDetails) -> Mapping[str, str]:
    known = details.settlement
    if known is None:
        return {}
    given = known.copy_given_on
    return {
        "unpaid": str(known.unpaid or ""),
        "refund": str(known.refund or ""),
        "bank": known.bank,
        "account": known.account,
        "holder": known.holder,
        "copy_given_on": given.isoformat() if given else "",
        "copy_received_by": known.copy_received_by,
        "note": known.note,
        "no_copy_reason": known.no_copy_reason,
    }
