"""「비상 열쇠 종이」, and on the second page the envelope for it."""

from reportlab.platypus import Flowable, Table

from easycare_desktop.documents.contents.recovery_sheet import RecoverySheet
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.grid import Command, grid, padding
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.parts import box, bullets, gap, section, sentence, title
from easycare_desktop.documents.layout.tables import Head, Pair, form_grid, list_table
from easycare_desktop.documents.layout.text import NOTHING, para, plain, strong, style
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.papers.recovery_envelope import envelope
from easycare_desktop.documents.strings import fingerprint

TITLE = "비상 열쇠 종이"
_WARNING = (
    "이 종이와 열쇠 파일이 함께 있으면 기관의 모든 자료를 열 수 있습니다. "
    "현금처럼, 봉투에 넣어 봉하고 잠그는 곳에 두십시오."
)
_WHEN = (
    "비밀번호를 모두 잊었거나, 책임자가 없거나, PC가 고장 나 다른 PC로 옮길 때 씁니다.",
    "로그인 창에서 「비상 열쇠 종이로 열기」를 누르고 다섯 묶음을 차례로 적습니다.",
    "묶음마다 끝 글자는 확인 글자입니다. 잘못 적으면 그 묶음에서 바로 알려 줍니다.",
    "숫자 0과 1, 영문 O와 I는 쓰지 않습니다. 큰 글자와 작은 글자는 가리지 않습니다.",
    "한 번 쓰면 새 종이를 만들고, 이 종이는 파쇄합니다.",
)
_WHERE = (
    "한 장은 기관의 금고에, 한 장은 대표의 집에 두는 것이 좋습니다.",
    "사진을 찍거나, 컴퓨터에 적거나, 메신저로 보내지 마십시오.",
    "봉투가 뜯겨 있으면 곧바로 새 종이를 만드십시오.",
)
_ROWS_TO_WRITE_ON = 4
_CELL = 14 * MM


def make(value: RecoverySheet) -> bytes:
    """Return the sheet as PDF. The groups stand on the page alone, not in metadata."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    width = sheet.width
    under = f"제{value.sheet_number}호" + (f"  ·  {value.copy_label}" if value.copy_label else "")
    story: list[Flowable] = [
        *title(TITLE, under),
        form_grid(
            [
                [
                    Pair(plain("기관"), plain(f"{value.office.name}\n{value.office.code}")),
                    Pair(plain("만든 날"), plain(day(value.made_on))),
                ]
            ],
            width,
        ),
        gap(5),
        _groups(value.groups),
        gap(4),
        box([para(plain(_WARNING), style(11, bold=True, lead=1.5))], width, weight=1.6),
        *section("언제, 어떻게 쓰나요", bullets([plain(each) for each in _WHEN])),
        *section("어디에 두나요", bullets([plain(each) for each in _WHERE])),
        *section("봉투를 연 기록", _openings(width)),
        gap(2),
        sentence(plain("번호가 더 큰 종이가 있으면 이 종이는 쓸 수 없습니다."), after=0),
        *envelope(value, width),
    ]
    return compose(sheet, story)


def _groups(groups: tuple[str, ...]) -> Table:
    label = style(11, "right")
    sign = style(25, "centre", bold=True, lead=1.0)
    rows = [
        [
            para(plain(f"{number}묶음"), label),
            *[para(plain(each), sign) for each in group],
            "",
        ]
        for number, group in enumerate(groups, start=1)
    ]
    cells = max(len(group) for group in groups)
    commands: list[Command] = [
        *padding(0, 0, low=7.5),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("INNERGRID", (1, 0), (-2, -1), measures.INNER, measures.LINE),
        ("BOX", (1, 0), (-2, -1), measures.EDGE, measures.INK),
        ("RIGHTPADDING", (0, 0), (0, -1), 4 * MM),
        ("BOTTOMPADDING", (0, 0), (0, -1), 3),
    ]
    commands += [
        ("LINEBELOW", (1, row), (-2, row), measures.GROUP, measures.INK)
        for row in range(len(rows) - 1)
    ]
    widths = [22 * MM, *[_CELL] * cells, 22 * MM]
    return grid(rows, widths, commands, heights=[12.4 * MM] * len(rows))


def _openings(width: float) -> Flowable:
    heads = (
        Head("날짜", 30),
        Head("연 사람", 35),
        Head("사유", 60),
        Head("새 종이 번호", 25),
        Head("서명", 20),
    )
    empty = [para(strong("\u00a0"), style(13))] + [NOTHING] * 4
    return list_table(heads, [empty] * _ROWS_TO_WRITE_ON, width)
