"""The cancellation form as a copy: what was applied for, and the signature on the screen."""

from dataclasses import replace
from datetime import date, datetime, time

from easycare_desktop.documents.contents.cancellation_form import (
    CancelApplicant,
    CancellationForm,
    OfficeUse,
    Told,
)
from easycare_desktop.domain.requests import Request
from easycare_desktop.services.paper_values.common import Desk, day
from easycare_desktop.services.paper_values.screen_signed import on_screen
from easycare_desktop.services.request_details import details
from easycare_desktop.system.clock import SEOUL


def with_request(desk: Desk, form: CancellationForm, request: Request) -> CancellationForm:
    """Return the form of a person with what their open request says."""
    known = details(request, desk.step.uow.holdings.open(request.holding_id).values)
    applicant = known.applicant
    signed = on_screen(desk, request.holding_id)
    checked = known.verification
    return replace(
        form,
        request_number=request.number,
        received_at=_midnight(request.received_on),
        channel=request.channel,
        scope=request.scope,
        applicant=CancelApplicant(
            name=applicant.name,
            birth=day(applicant.birth),
            phone=applicant.phone,
            capacity=applicant.capacity,
            relation=applicant.relation,
        ),
        wish_on=request.wish_on,
        last_service_on=request.last_service_on or form.last_service_on,
        told=frozenset(each for each in Told if each.value in known.told),
        signed_on=signed.on if signed else None,
        signature=signed.png if signed else b"",
        signature_note=signed.note if signed else "",
        office_use=OfficeUse(
            due_on=request.due_on, checked_on=checked.checked_on if checked else None
        ),
    )


def _midnight(on: date) -> datetime:
    return datetime.combine(on, time(), tzinfo=SEOUL)
