"""Lists that leave the program as a spreadsheet: chosen fields, a reason, a log entry."""

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.ledger import LedgerService
from easycare_desktop.services.office import OpenOffice


class ExportReasonMissingError(InputRefusal):
    """Taking data out needs a reason."""


class SheetService:
    """Use cases of spreadsheets."""

    def __init__(self, office: OpenOffice, ledger: LedgerService) -> None:
        self._office = office
        self._ledger = ledger

    def destruction_ledger(self, reason: str) -> bytes:
        """Return the destruction ledger as xlsx: numbers only. Raises `ExportReasonMissingError`."""
        if not reason.strip():
            raise ExportReasonMissingError("reason")
        with self._office.door.enter(Action.SHEET_EXPORTED, detail="destruction_ledger") as step:
            lines = self._ledger.rows_in(step)
            step.count = len(lines)
        raise NotImplementedError
