"""The destruction ledger as a paper."""

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.destruction_certificate import CertificateState
from easycare_desktop.documents.contents.destruction_ledger import DestructionLedger, LedgerRow
from easycare_desktop.documents.plan_words import article_of
from easycare_desktop.documents.words import word
from easycare_desktop.services.ledger import LedgerLine
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.services.paper_values.destruction import STATES


def ledger(desk: Desk, lines: tuple[LedgerLine, ...], head: str) -> DestructionLedger:
    """Return the ledger of all lines."""
    days = [line.destroyed_on for line in lines] or [desk.today()]
    return DestructionLedger(
        office=desk.head,
        facts=desk.facts,
        since=min(days),
        until=max(days),
        rows=tuple(_row(desk, line) for line in lines),
        head=head,
    )


def _row(desk: Desk, line: LedgerLine) -> LedgerRow:
    kind = line.person_kind
    return LedgerRow(
        sequence=line.sequence,
        person_number=line.person_number,
        person_kind=word(kind),
        groups=", ".join(dict.fromkeys(desk.item_label(item) for item in line.gone)),
        medium=phrases.MEDIUM,
        keys=line.keys,
        collected_on=line.created_on,
        destroyed_on=line.destroyed_on,
        reason=word(line.cause),
        article=article_of(line.cause),
        handled_by=desk.account(line.handled_by),
        approved_by=desk.account(line.approved_by),
        state=CertificateState.FAILED
        if line.broken
        else STATES.get(line.state, CertificateState.PARTIAL),
        approval_number=line.number,
        entry_hash=line.entry_hash,
    )
