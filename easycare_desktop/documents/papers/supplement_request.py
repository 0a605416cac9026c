"""보완요청서."""

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.supplement_request import SupplementRequest
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.parts import (
    Together,
    addressee,
    bullets,
    gap,
    office_lines,
    section,
    sentence,
    strip,
    title,
)
from easycare_desktop.documents.layout.signatures import issued
from easycare_desktop.documents.layout.tables import Head, Pair, form_grid, list_table
from easycare_desktop.documents.layout.text import Markup, lines, plain, strong
from easycare_desktop.documents.layout.words import day, long_day
from easycare_desktop.documents.papers.receipt import STEPS
from easycare_desktop.documents.strings import fingerprint

TITLE = "보완요청서"
_NOTES = (
    "신분증 사본은 주민등록번호 뒷자리를 가리고 내 주십시오.",
    "자녀도 저절로 법정대리인이 되지 않습니다. 대신하시려면 위임장이나 후견 서류가 필요합니다.",
    "보완하실 때까지 자료를 지우지 않습니다. 처리기한은 접수한 날부터 그대로 셉니다.",
    "내기 어려우신 사정이 있으면 아래 연락처로 말씀해 주십시오. 다른 방법을 함께 찾겠습니다.",
)


def make(value: SupplementRequest) -> bytes:
    """Return the letter as PDF."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    return compose(sheet, story_of(value, sheet.width))


def story_of(value: SupplementRequest, width: float) -> list[Flowable]:
    """Return the parts of the letter."""
    story: list[Flowable] = [
        *title(TITLE, value.request_kind),
        *addressee(value.addressee),
        sentence(plain(_opening(value)), after=6),
        _due(value, width),
        *section("내 주실 것", _missing(value, width)),
    ]
    if value.remark:
        story += section("덧붙이는 말", sentence(plain(value.remark)))
    story += section("처리 순서", strip(STEPS, width, now=1))
    story += section("알려 드립니다", bullets(_notes(value)))
    where = sentence(lines(plain(_ways(value)), office_lines(value.office)))
    asked = section("내실 곳과 문의", where)
    return [*story, Together([*asked, gap(2), *issued(value.office, value.asked_on, width)])]


def _notes(value: SupplementRequest) -> list[Markup]:
    return [plain(each) for each in value.office.look.lines("supplement_notes", _NOTES)]


def _ways(value: SupplementRequest) -> str:
    ways = ["방문", "우편"]
    ways += ["팩스"] if value.office.fax else []
    ways += ["전자우편"] if value.office.officer_email else []
    return f"{', '.join(ways)} 가운데 편하신 방법으로 내 주십시오."


def _opening(value: SupplementRequest) -> str:
    return (
        f"{long_day(value.received_on)}에 신청하신 일을 처리하려면 아래 내용이 더 필요합니다. "
        "번거로우시더라도 보완해 주십시오."
    )


def _due(value: SupplementRequest, width: float) -> Flowable:
    until = strong(f"{long_day(value.until)}까지")
    rows = [
        [
            Pair(plain("접수번호"), strong(value.request_number)),
            Pair(plain("보완 기한"), until),
        ],
        [
            Pair(plain("접수한 날"), plain(day(value.received_on, long_day(None)))),
            Pair(plain("누구의 자료"), plain(value.subject)),
        ],
        [Pair(plain("보완을 청한 사람"), plain(value.asked_by))],
    ]
    return form_grid(rows, width, label_width=31 * MM)


def _missing(value: SupplementRequest, width: float) -> Flowable:
    heads = (
        Head("번호", 12, "centre"),
        Head("무엇", 58),
        Head("왜 필요한가", 82),
        Head("받음", 18, "centre"),
    )
    rows = [
        (plain(str(number)), strong(each.label), plain(each.why), plain("☐"))
        for number, each in enumerate(value.missing, start=1)
    ]
    return list_table(heads, rows, width, empty=plain("아래 「덧붙이는 말」을 보아 주십시오."))
