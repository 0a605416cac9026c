"""The rows that were not taken, given back as a spreadsheet with the reason beside each."""

from collections.abc import Mapping

from easycare_desktop.domain.importing import Layout
from easycare_desktop.domain.rights import Action
from easycare_desktop.exchange.sheets import ExportFacts, Sheet, SheetColumn
from easycare_desktop.exchange.workbook import workbook
from easycare_desktop.services.imports.service import ListFile
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import letterhead


class RejectedRowsService:
    """The use case of taking bad rows out again, to mend them where they came from."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def workbook(
        self,
        file: ListFile,
        sheet: int,
        layout: Layout,
        told: Mapping[int, str],
        titles: tuple[str, str],
    ) -> bytes:
        """Return an xlsx of the rows in `told` (row number: reason), their cells as they came.

        `titles`: of the sheet, and of the column of reasons.
        """
        office = self._office
        name, reason_title = titles
        heads = (*layout.titles, reason_title)
        rows = tuple(
            (*row.cells, told[row.number]) for row in file.grids[sheet].rows if row.number in told
        )
        with self._door.enter(Action.SHEET_EXPORTED, detail="rejected_rows") as step:
            head = letterhead(step.uow, practice=office.info.practice)
            step.count = len(rows)
        accounts = {account.id: account.name for account in office.keys.accounts()}
        facts = ExportFacts(
            office=head.name,
            exported_at=office.clock.now(),
            exported_by=accounts.get(office.actor.account_id, ""),
            reason=name,
            practice=office.info.practice,
        )
        columns = tuple(SheetColumn(title, 40 if title == reason_title else 16) for title in heads)
        return workbook(Sheet(name, columns, rows), facts)
