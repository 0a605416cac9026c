"""What waits for the letter about the result of a case, once everything else has gone."""

import secrets
from collections.abc import Mapping

from easycare_desktop.domain.people import Person
from easycare_desktop.domain.requests import Request
from easycare_desktop.services.applicants import addressed
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.unit_of_work import UnitOfWork

LETTER_FIELDS = ("name", "postcode", "address", "address_detail")
SETTLEMENT_FIELDS = (
    *("applicant_name", "applicant_capacity", "settled", "unpaid", "refund"),
    *("wants_copy", "copy_given_on", "copy_received_by", "no_copy_reason"),
)


def prepare_letter(office: OpenOffice, uow: UnitOfWork, request: Request, person: Person) -> None:
    """Put name, address, salt and settlement aside for the letter, under a clock of its own."""
    identity = uow.holdings.open_group(person.id, "identity")
    waiting = uow.holdings.open_group(person.id, LETTER_GROUP)
    latest = identity or waiting
    known: Mapping[str, str] = latest.values if latest else {}
    said = uow.holdings.open(request.holding_id).values
    values = {name: known.get(name, "") for name in LETTER_FIELDS}
    values |= {name: said.get(name, "") for name in SETTLEMENT_FIELDS}
    values |= addressed(uow, person, said)
    salt = waiting.values.get("salt", "") if waiting else ""
    values |= {"salt": salt or secrets.token_hex(16)}
    values = {name: text for name, text in values.items() if text}
    if waiting is not None:
        uow.holdings.change(waiting.holding.id, waiting.holding.version, values)
        uow.holdings.start_clock(waiting.holding.id, None, None)
        return
    basis = office.catalogue.group(LETTER_GROUP, person.kind).basis.value
    channel, today = request.channel.value, office.today()
    uow.holdings.add([NewHolding(person.id, LETTER_GROUP, values, basis, channel, today)])
