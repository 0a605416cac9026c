"""접수증: what was taken in, when, and until when it will be done."""

from dataclasses import dataclass
from datetime import date, datetime

from easycare_desktop.documents.values import Addressee, Office, PrintFacts


@dataclass(frozen=True, slots=True)
class Receipt:
    """The receipt handed to the applicant. `channel` reads 방문, 우편."""

    office: Office
    facts: PrintFacts
    addressee: Addressee
    request_number: str
    request_kind: str
    received_at: datetime
    channel: str
    applicant: str
    capacity: str
    subject: str
    due_on: date
    taken_by: str
    contact_phone: str
    wish_on: date | None = None
    papers: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
