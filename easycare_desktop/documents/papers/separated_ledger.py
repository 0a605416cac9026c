"""분리보관 대장."""

from easycare_desktop.documents.contents.separated_ledger import SeparatedLedger, SeparatedRow
from easycare_desktop.documents.layout.ledger import Ledger, ledger_story
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.tables import Head
from easycare_desktop.documents.layout.text import Markup, plain, strong
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.strings import fingerprint

TITLE = "개인정보 분리보관 대장"
_HEADS = (
    Head("번호", 10, "centre"),
    Head("관리번호", 20, "centre"),
    Head("항목", 40),
    Head("근거 조문", 52),
    Head("기산일", 23, "centre"),
    Head("만료일", 23, "centre"),
    Head("옮긴 날", 23, "centre"),
    Head("보관 장소", 38),
    Head("옮긴 사람", 20, "centre"),
    Head("상태", 18, "centre"),
)
_NOTES = (
    "법령에 따라 보존하는 개인정보는 따로 저장·관리합니다(개인정보 보호법 제21조제3항).",
    "개인정보 처리방침에서 정하여 보존하는 것도 같은 방법으로 따로 저장·관리합니다.",
    "책임자만 사유를 적고 열어 볼 수 있으며, 열어 본 기록은 열람대장에 남습니다.",
)


def make(value: SeparatedLedger) -> bytes:
    """Return the ledger as PDF, landscape."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value), wide=True)
    ledger = Ledger(
        title=TITLE,
        facts=(
            ("기관", f"{value.office.name} ({value.office.code})"),
            ("기준일", f"{day(value.as_of)} · 모두 {len(value.rows):,}건"),
        ),
        heads=_HEADS,
        rows=[_row(number, row) for number, row in enumerate(value.rows, start=1)],
        empty="분리보관하고 있는 것이 없습니다.",
        notes=_NOTES,
        approval=value.approval,
    )
    return compose(sheet, ledger_story(ledger, sheet.width))


def _row(number: int, row: SeparatedRow) -> tuple[Markup, ...]:
    return (
        plain(str(number)),
        plain(row.person_number),
        plain(row.group),
        plain(row.article),
        plain(day(row.counted_from, "-")),
        strong(day(row.until, "정해지지 않음")),
        plain(day(row.moved_on)),
        plain(row.place),
        plain(row.moved_by),
        plain(row.state),
    )
