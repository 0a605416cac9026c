"""A plain titled table."""

from easycare_desktop.documents.contents.table_paper import TablePaper
from easycare_desktop.documents.layout.ledger import Ledger, ledger_story
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.tables import Head
from easycare_desktop.documents.layout.text import plain
from easycare_desktop.documents.strings import fingerprint


def make(value: TablePaper) -> bytes:
    """Return the table as PDF."""
    sheet = Sheet(value.office, value.facts, value.title, fingerprint(value), wide=value.landscape)
    ledger = Ledger(
        title=value.title,
        facts=(("기관", f"{value.office.name} ({value.office.code})"), *value.facts_above),
        heads=tuple(
            Head(column.title, column.weight, column.align.value) for column in value.columns
        ),
        rows=[[plain(cell) for cell in row] for row in value.rows],
        empty=value.empty,
        notes=value.notes,
        approval=value.approval,
        look=value.office.look,
    )
    return compose(sheet, ledger_story(ledger, sheet.width))
