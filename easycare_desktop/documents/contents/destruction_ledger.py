"""파기관리대장: one line a destruction, numbers only, never a name."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents.contents.destruction_certificate import CertificateState
from easycare_desktop.documents.values import NO_NAMES, ApprovalNames, Office, PrintFacts


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One entry. `handled_by` and `approved_by` are account numbers or offices, not names."""

    sequence: int
    person_number: str
    person_kind: str
    groups: str
    medium: str
    keys: int
    collected_on: date | None
    destroyed_on: date
    reason: str
    article: str
    handled_by: str
    approved_by: str
    state: CertificateState
    approval_number: str = ""
    entry_hash: str = ""


@dataclass(frozen=True, slots=True)
class DestructionLedger:
    """The ledger of a span of days, with the head of the chain."""

    office: Office
    facts: PrintFacts
    since: date
    until: date
    rows: tuple[LedgerRow, ...]
    head: str
    approval: ApprovalNames = NO_NAMES
