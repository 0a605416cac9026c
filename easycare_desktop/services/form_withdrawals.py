"""The consents that a signed form withdraws."""

from collections.abc import Iterable

from easycare_desktop.domain.consents import ConsentMethod, ConsentResult, current_lines
from easycare_desktop.domain.people import EndingReason
from easycare_desktop.domain.requests import Request, RequestScope
from easycare_desktop.services.consent_writing import WITHDRAWN, withdraw_in
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.unit_of_work import UnitOfWork

METHODS = {
    "visit": ConsentMethod.IN_PERSON,
    "post": ConsentMethod.POST,
    "fax": ConsentMethod.FAX,
    "phone": ConsentMethod.PHONE,
    "email": ConsentMethod.EMAIL,
    "homepage": ConsentMethod.HOMEPAGE,
}


def withdraw_all(
    office: OpenOffice, uow: UnitOfWork, request: Request, purposes: Iterable[str]
) -> None:
    """Write down what a form withdraws, first in the keys, on a day that ends the consent.

    `purposes`: those that it names; one that ends everything withdraws every consent. An ending
    without a form withdraws nothing, nor does a death: nobody said so.
    """
    if not request.with_form or request.ending is EndingReason.DEATH:
        return
    lines = current_lines(uow.consents.of_person(request.person_id))
    living = {code for code, line in lines.items() if line.result is ConsentResult.GIVEN}
    wanted = living if request.scope is RequestScope.ALL else living & set(purposes)
    now = office.clock.now()
    for purpose in sorted(wanted):
        told: dict[str, object] = {"purpose": purpose, "request": request.number}
        office.keys.restrict(WITHDRAWN, str(request.person_id), told, now)
        withdraw_in(
            uow,
            request.person_id,
            purpose,
            METHODS.get(request.channel.value, ConsentMethod.PAPER),
            max(request.received_on, lines[purpose].said_on),
            account_id=office.actor.account_id,
            at=now,
        )
