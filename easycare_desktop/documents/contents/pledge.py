"""보안서약서: what everybody promises who handles personal data."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents.values import NOBODY, Office, PrintFacts, Signer


@dataclass(frozen=True, slots=True)
class Pledge:
    """A pledge, blank or with what is known of the person. It is taken anew every year."""

    office: Office
    facts: PrintFacts
    name: str = ""
    birth: date | None = None
    number: str = ""
    job: str = ""
    hired_on: date | None = None
    signed_on: date | None = None
    signer: Signer = NOBODY
