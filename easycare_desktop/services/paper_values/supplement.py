"""The letter that asks for what is missing, from what was asked of the applicant."""

from easycare_desktop.documents.contents.supplement_request import MissingThing, SupplementRequest
from easycare_desktop.documents.paper_words import WHY_NEEDED
from easycare_desktop.documents.values import Addressee
from easycare_desktop.documents.words import word
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.services.request_details import details
from easycare_desktop.services.supplements import supplement_in


class NothingAskedError(Refusal):
    """Nothing was asked of the applicant of this request."""


_BLANK_LINES = 4


def blank_request(desk: Desk) -> SupplementRequest:
    """Return the letter to fill in by hand."""
    return SupplementRequest(
        office=desk.head,
        facts=desk.facts,
        addressee=Addressee(""),
        request_number="",
        request_kind="",
        received_on=None,
        subject="",
        missing=(MissingThing("", ""),) * _BLANK_LINES,
        asked_on=None,
        until=None,
        asked_by="",
    )


def supplement_request(desk: Desk, request_id: int) -> SupplementRequest:
    """Return the letter; raise `NothingAskedError` where nothing was asked for."""
    uow = desk.step.uow
    request = uow.requests.get(request_id)
    if uow.holdings.get(request.holding_id) is None:
        raise NothingAskedError
    values = uow.holdings.open(request.holding_id).values
    asked = supplement_in(values)
    if asked is None:
        raise NothingAskedError
    known = details(request, values)
    return SupplementRequest(
        office=desk.head,
        facts=desk.facts,
        addressee=Addressee(known.applicant.name),
        request_number=request.number,
        request_kind=f"{word(request.relation)} · {word(request.scope)}",
        received_on=request.received_on,
        subject=uow.people.get(request.person_id).number,
        missing=tuple(MissingThing(word(each), WHY_NEEDED[each]) for each in asked.missing),
        asked_on=asked.asked_on,
        until=asked.until,
        asked_by=desk.account(desk.office.actor.account_id),
        remark=asked.note,
    )
