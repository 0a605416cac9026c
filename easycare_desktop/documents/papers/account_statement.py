"""개별계정 운영 확인서."""

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.account_statement import AccountRow, AccountStatement
from easycare_desktop.documents.layout.measures import BODY
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.parts import Together, bullets, gap, section, sentence, title
from easycare_desktop.documents.layout.signatures import issued
from easycare_desktop.documents.layout.tables import Head, Pair, form_grid, list_table
from easycare_desktop.documents.layout.text import Markup, grey, lines, plain, strong
from easycare_desktop.documents.layout.words import day, long_day
from easycare_desktop.documents.strings import fingerprint

TITLE = "개별계정 운영 확인서"
_PROMISES = (
    "개인정보를 다루는 사람마다 자기 계정을 하나씩 가지며, 한 계정을 여럿이 쓰지 않습니다.",
    "비밀번호는 본인만 알고, 다른 사람에게 알리거나 적어 두지 않습니다.",
    "자리를 비울 때에는 화면을 잠급니다.",
    "그만두거나 맡은 일이 바뀌면 그날 계정 사용을 정지하거나 역할을 바꿉니다.",
    "누가 언제 무엇을 했는지 접속기록에 남고, 책임자가 달마다 살펴봅니다.",
)
_CONFIRMED = "아래에 서명한 사람은 위 내용을 지키고 있음을 확인합니다."


def make(value: AccountStatement) -> bytes:
    """Return the statement as PDF."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    width = sheet.width
    story: list[Flowable] = [
        *title(TITLE),
        _head(value, width),
        *section("운영 원칙", bullets([plain(each) for each in _PROMISES])),
        gap(2),
        sentence(plain(_CONFIRMED)),
        *section("계정", _accounts(value, width)),
        gap(3),
        Together(issued(value.office, value.as_of, width)),
    ]
    return compose(sheet, story)


def _head(value: AccountStatement, width: float) -> Flowable:
    active = sum(row.active for row in value.rows)
    blocked = len(value.rows) - active
    officer = f"{value.office.officer_position} {value.office.officer_name}".strip()
    rows = [
        [
            Pair(plain("기관"), strong(value.office.name)),
            Pair(plain("기준일"), plain(long_day(value.as_of))),
        ],
        [
            Pair(plain("보호책임자"), plain(officer)),
            Pair(plain("계정 수"), plain(f"쓰는 계정 {active}개, 사용 정지한 계정 {blocked}개")),
        ],
    ]
    return form_grid(rows, width)


def _accounts(value: AccountStatement, width: float) -> Flowable:
    heads = (
        Head("번호", 12, "centre"),
        Head("이름", 38),
        Head("역할", 20, "centre"),
        Head("상태", 20, "centre"),
        Head("만든 날", 26, "centre"),
        Head("비밀번호\n바꾼 날", 26, "centre"),
        Head("본인 서명", 36),
    )
    rows = [_row(number, row) for number, row in enumerate(value.rows, start=1)]
    return list_table(heads, rows, width, pad=6.5, empty=plain("계정이 없습니다."))


def _row(number: int, row: AccountRow) -> tuple[Markup, ...]:
    changed = plain(day(row.password_on))
    if row.first_password:
        changed = lines(changed, grey("임시 비밀번호"))
    return (
        plain(str(number)),
        strong(row.name),
        plain(row.role),
        plain(row.state),
        plain(day(row.since)),
        changed,
        plain("") if row.active else grey("사용 정지한 계정", BODY),
    )
