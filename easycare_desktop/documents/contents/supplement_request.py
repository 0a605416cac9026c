"""보완요청서: what is still missing before a request can be dealt with."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents.values import Addressee, Office, PrintFacts


@dataclass(frozen=True, slots=True)
class MissingThing:
    """One thing to hand in, and why it is needed."""

    label: str
    why: str


@dataclass(frozen=True, slots=True)
class SupplementRequest:
    """Asks the applicant for what is missing. `request_kind` reads as on the receipt.

    A letter to fill in by hand has empty fields and no days.
    """

    office: Office
    facts: PrintFacts
    addressee: Addressee
    request_number: str
    request_kind: str
    received_on: date | None
    subject: str
    missing: tuple[MissingThing, ...]
    asked_on: date | None
    until: date | None
    asked_by: str
    remark: str = ""
