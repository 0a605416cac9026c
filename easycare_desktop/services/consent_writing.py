"""What recording and withdrawing consents write, inside a running action."""

from datetime import date, datetime

from easycare_desktop.domain.consents import (
    ConsentAlreadyWithdrawnError,
    ConsentLine,
    ConsentMethod,
    ConsentResult,
    Signer,
    WithdrawnBeforeGivenError,
    current_lines,
)
from easycare_desktop.domain.people import Person
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.unit_of_work import UnitOfWork

WITHDRAWN = "consent_withdrawn"

PAPER_GROUP = "consent_paper"


def new_paper(office: OpenOffice, person: Person, signer: Signer, on: date) -> NewHolding:
    """Return what begins the holding of a signed form; who signed is sealed in it."""
    group = office.catalogue.group(PAPER_GROUP, person.kind)
    values = {
        "signed_on": on.isoformat(),
        "signer_name": signer.name,
        "signer_capacity": signer.capacity.value,
        "signer_relation": signer.relation,
        "signer_proof": signer.proof,
        "proof_on": signer.proof_on.isoformat() if signer.proof_on else "",
        "note": signer.note,
    }
    return NewHolding(
        person.id,
        PAPER_GROUP,
        {name: text for name, text in values.items() if text},
        group.basis.value,
        "visit",
        office.today(),
    )


def withdraw_in(
    uow: UnitOfWork,
    person_id: int,
    purpose: str,
    method: ConsentMethod,
    said_on: date,
    *,
    account_id: int,
    at: datetime,
) -> ConsentLine:
    """Add the withdrawal line inside a running action.

    Raises `ConsentAlreadyWithdrawnError`, and `WithdrawnBeforeGivenError` where it would not end
    the consent: of two lines the later day counts.
    """
    line = current_lines(uow.consents.of_person(person_id)).get(purpose)
    if line is None or line.result is not ConsentResult.GIVEN:
        raise ConsentAlreadyWithdrawnError(purpose)
    if said_on < line.said_on:
        raise WithdrawnBeforeGivenError("said_on", line.said_on)
    return uow.consents.add(
        person_id,
        purpose,
        line.text_version,
        ConsentResult.WITHDRAWN,
        method,
        said_on=said_on,
        recorded_at=at,
        account_id=account_id,
    )
