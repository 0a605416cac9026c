"""Lists that leave the program as a spreadsheet: a reason, a log entry, text cells stay text."""

from easycare_desktop.documents import phrases
from easycare_desktop.documents.actor_words import CHECK_BROKEN
from easycare_desktop.documents.item_words import item_words
from easycare_desktop.documents.plan_words import article_of
from easycare_desktop.documents.words import word
from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.exporting import ExportReasonMissingError
from easycare_desktop.domain.rights import Action
from easycare_desktop.exchange.ledger_sheet import LedgerLine, ledger_workbook
from easycare_desktop.services.ledger import LedgerLine as LedgerEntry
from easycare_desktop.services.ledger import LedgerService
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import letterhead
from easycare_desktop.services.outgoing import facts_of


class SheetService:
    """Use cases of spreadsheets."""

    def __init__(self, office: OpenOffice, ledger: LedgerService) -> None:
        self._office = office
        self._door = office.door
        self._ledger = ledger

    def destruction_ledger(self, reason: str) -> bytes:
        """Return the ledger as xlsx, numbers only. Raises `ExportReasonMissingError`."""
        if not reason.strip():
            raise ExportReasonMissingError("reason")
        office = self._office
        accounts = {account.id: account.name for account in office.keys.accounts()}
        with self._door.enter(Action.SHEET_EXPORTED, detail="destruction_ledger") as step:
            head = letterhead(step.uow, practice=office.info.practice)
            lines = [
                LedgerLine(
                    sequence=line.sequence,
                    person_number=line.person_number,
                    person_kind=word(line.person_kind),
                    groups=_gone(office.catalogue, line),
                    medium=phrases.MEDIUM,
                    keys=line.keys,
                    collected_on=line.created_on,
                    destroyed_on=line.destroyed_on,
                    reason=word(line.cause),
                    article=article_of(line.cause),
                    handled_by=accounts.get(line.handled_by, ""),
                    approved_by=accounts.get(line.approved_by or 0, ""),
                    state=CHECK_BROKEN if line.broken else word(line.state),
                    approval_number=line.number,
                    entry_hash=line.entry_hash,
                )
                for line in self._ledger.rows_in(step)
            ]
            step.count = len(lines)
        return ledger_workbook(lines, facts_of(office, head.name, reason.strip()))


def _gone(catalogue: Catalogue, line: LedgerEntry) -> str:
    groups = [(catalogue.group(each.group, line.person_kind), each.fields) for each in line.gone]
    return ", ".join(dict.fromkeys(item_words(group, fields) for group, fields in groups))
