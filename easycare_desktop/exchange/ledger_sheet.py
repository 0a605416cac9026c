"""파기관리대장 as a spreadsheet: numbers and words of the office, no names of persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from easycare_desktop.exchange.sheets import ExportFacts, Sheet, SheetColumn
from easycare_desktop.exchange.workbook import workbook

LEDGER_TITLE = "파기관리대장"
_LEDGER_COLUMNS = (
    SheetColumn("번호", 8),
    SheetColumn("관리번호", 12),
    SheetColumn("정보주체", 10),
    SheetColumn("개인정보파일명(항목)", 40),
    SheetColumn("자료의 종류", 16),
    SheetColumn("열쇠 수", 9),
    SheetColumn("생성일", 12),
    SheetColumn("폐기일", 12),
    SheetColumn("폐기 사유", 24),
    SheetColumn("근거", 34),
    SheetColumn("처리담당자", 14),
    SheetColumn("승인자", 14),
    SheetColumn("상태", 12),
    SheetColumn("파기번호", 16),
    SheetColumn("대장 확인값", 68),
)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One destruction: numbers and words of the office, never a name of the person."""

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
    state: str
    approval_number: str = ""
    entry_hash: str = ""


def ledger_workbook(lines: Sequence[LedgerLine], facts: ExportFacts) -> bytes:
    """Return the ledger of destruction as xlsx."""
    rows = tuple(
        (
            line.sequence,
            line.person_number,
            line.person_kind,
            line.groups,
            line.medium,
            line.keys,
            line.collected_on,
            line.destroyed_on,
            line.reason,
            line.article,
            line.handled_by,
            line.approved_by,
            line.state,
            line.approval_number,
            line.entry_hash,
        )
        for line in lines
    )
    return workbook(Sheet(LEDGER_TITLE, _LEDGER_COLUMNS, rows), facts)
