"""기관 인증서: the sheet that tells whose signature stands on certificates of destruction."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents.values import Office, PrintFacts


@dataclass(frozen=True, slots=True)
class OfficeCertificate:
    """The fingerprint stands in `office.certificate`; the days are those of its validity."""

    office: Office
    facts: PrintFacts
    issued_on: date
    since: date
    until: date
