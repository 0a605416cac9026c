"""저장매체 파기확인서 and 출력물 파기확인서: what was destroyed by hand or by a company."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from easycare_desktop.documents.contents.destruction_certificate import LedgerProof
from easycare_desktop.documents.values import Office, PaperSeal, PrintFacts


class DisposalSort(Enum):
    """One medium, several media in one list, or paper."""

    MEDIUM = "medium"
    MEDIA = "media"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class DisposedLine:
    """One thing that was destroyed: its number, what it is, and what more is known of it."""

    number: str
    what: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DisposalCertificate:
    """A pure function of what was recorded. `persons`: numbers of those whose papers they were.

    `method_class` is the class of NIST SP 800-88; names are those who stand by it. `kept`: what
    law keeps of what was in there, `originals`: where its paper went, or why it went, too.
    """

    office: Office
    facts: PrintFacts
    sort: DisposalSort
    number: str
    issued_on: date
    lines: tuple[DisposedLine, ...]
    method: str
    method_class: str
    at: datetime
    place: str
    proof: LedgerProof
    handled_by: str
    amount: str = ""
    persons: str = ""
    plan_number: str = ""
    company: str = ""
    company_number: str = ""
    receipt: str = ""
    on_site: str = ""
    on_site_at: datetime | None = None
    witness: str = ""
    photos: int = 0
    remark: str = ""
    kept: tuple[str, ...] = ()
    originals: str = ""
    seal: PaperSeal | None = None

    @property
    def is_witnessed(self) -> bool:
        """Tell whether anything but the word of whoever did it stands behind it."""
        return bool(self.witness or self.on_site or self.receipt or self.photos)
