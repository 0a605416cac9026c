"""분리보관 열람대장."""

from easycare_desktop.documents.contents.separated_ledger import ReadingLedger, ReadingRow
from easycare_desktop.documents.layout.ledger import Ledger, ledger_story
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.tables import Head
from easycare_desktop.documents.layout.text import Markup, plain
from easycare_desktop.documents.layout.words import day, exact_moment
from easycare_desktop.documents.strings import fingerprint

TITLE = "분리보관 열람대장"
_HEADS = (
    Head("번호", 12, "centre"),
    Head("열람 일시", 38, "centre"),
    Head("열람자", 32, "centre"),
    Head("관리번호", 26, "centre"),
    Head("항목", 50),
    Head("열람 사유", 70),
    Head("비고", 39),
)


def make(value: ReadingLedger) -> bytes:
    """Return the ledger as PDF, landscape."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value), wide=True)
    ledger = Ledger(
        title=TITLE,
        facts=(
            ("기관", f"{value.office.name} ({value.office.code})"),
            ("기간", f"{day(value.since)} ~ {day(value.until)} · 모두 {len(value.rows):,}건"),
        ),
        heads=_HEADS,
        rows=[_row(number, row) for number, row in enumerate(value.rows, start=1)],
        empty="이 기간에 열어 본 것이 없습니다.",
        notes=("분리보관한 정보는 법령에 따른 제출, 분쟁, 본인의 열람 요구에만 엽니다.",),
        approval=value.approval,
    )
    return compose(sheet, ledger_story(ledger, sheet.width))


def _row(number: int, row: ReadingRow) -> tuple[Markup, ...]:
    return (
        plain(str(number)),
        plain(exact_moment(row.read_at)),
        plain(row.read_by),
        plain(row.person_number),
        plain(row.group),
        plain(row.reason),
        plain(row.note),
    )
