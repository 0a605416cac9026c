"""파기관리대장."""

from easycare_desktop.documents.contents.destruction_certificate import CertificateState
from easycare_desktop.documents.contents.destruction_ledger import DestructionLedger, LedgerRow
from easycare_desktop.documents.layout.ledger import Ledger, ledger_story
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.tables import Head
from easycare_desktop.documents.layout.text import Markup, lines, plain, strong
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.strings import fingerprint

TITLE = "개인정보 파기관리대장"
STATE_WORDS = {
    CertificateState.COMPLETE: "완료",
    CertificateState.PARTIAL: "일부 완료",
    CertificateState.FAILED: "실패",
}
_HEADS = (
    Head("번호", 10, "centre"),
    Head("개인정보파일명\n(항목)", 55),
    Head("자료의 종류", 20),
    Head("관리번호", 19, "centre"),
    Head("열쇠 수", 14, "right"),
    Head("생성일\n폐기일", 24, "centre"),
    Head("폐기 사유 · 근거", 46),
    Head("처리담당자", 20, "centre"),
    Head("승인자", 16, "centre"),
    Head("상태", 17, "centre"),
    Head("파기번호\n대장 확인값", 28, "centre"),
)
_NOTES = (
    "이 대장에는 정보주체의 성명을 적지 않습니다. 정보주체는 관리번호로만 가리킵니다.",
    "「일부 완료」는 바꾸지 못한 열쇠 보관처나 확인하지 못한 사본이 남아 있다는 뜻입니다.",
    "「실패」는 파기한 뒤의 확인이 맞지 않았다는 뜻입니다. 사유는 파기확인서에 있습니다.",
    "「번호」는 이 대장의 줄 번호입니다. 파기확인서의 「기록 순번」은 따로 셉니다.",
    "무엇이 남았는지는 파기확인서에 있습니다.",
)


def make(value: DestructionLedger) -> bytes:
    """Return the ledger as PDF, landscape."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value), wide=True)
    ledger = Ledger(
        title=TITLE,
        facts=(
            ("기관", f"{value.office.name} ({value.office.code})"),
            ("기간", f"{day(value.since)} ~ {day(value.until)} · 모두 {len(value.rows):,}건"),
            ("대장 끝 확인값", value.head or "없음"),
        ),
        heads=_HEADS,
        rows=[_row(row) for row in value.rows],
        empty="이 기간에 파기한 것이 없습니다.",
        notes=_NOTES,
        approval=value.approval,
        look=value.office.look,
    )
    return compose(sheet, ledger_story(ledger, sheet.width))


def _row(row: LedgerRow) -> tuple[Markup, ...]:
    return (
        plain(str(row.sequence)),
        plain(row.groups),
        plain(row.medium),
        lines(plain(row.person_number), plain(row.person_kind)),
        plain(f"{row.keys:,}"),
        lines(plain(day(row.collected_on)), plain(day(row.destroyed_on))),
        lines(plain(row.reason), plain(row.article)),
        plain(row.handled_by),
        plain(row.approved_by),
        strong(STATE_WORDS[row.state]),
        lines(plain(row.approval_number), plain(row.entry_hash[:12])),
    )
