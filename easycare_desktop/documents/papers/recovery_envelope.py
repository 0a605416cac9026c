"""The envelope of the recovery sheet: a page to be folded round it, or glued on an envelope."""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak

from easycare_desktop.documents import fonts
from easycare_desktop.documents.contents.recovery_sheet import RecoverySheet
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.drawn import Drawn
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.parts import box, bullets, gap, title
from easycare_desktop.documents.layout.tables import Head, Pair, form_grid, list_table
from easycare_desktop.documents.layout.text import NOTHING, para, plain, strong, style
from easycare_desktop.documents.layout.words import day

TITLE = "비상 열쇠 종이 봉투"
_HOW = (
    "점선을 따라 접어 「비상 열쇠 종이」를 싸거나, 위쪽만 잘라 봉투 앞면에 붙이십시오.",
    "봉한 자리에 걸쳐 두 사람이 서명하고 날짜를 적으십시오.",
    "여섯 달에 한 번 봉한 자리가 그대로인지 보고 아래에 적으십시오.",
)
_STOP = "뜯지 마십시오"
_WHO = "여는 사람은 책임자나 대표이며, 연 날과 사유를 적고 곧바로 새 종이를 만듭니다."
_CHECKS = 5


def envelope(value: RecoverySheet, width: float) -> list[Flowable]:
    """Return the page. No group of the sheet stands on it."""
    number = f"제{value.sheet_number}호" + (f"  ·  {value.copy_label}" if value.copy_label else "")
    inside = width - 12 * MM
    front: list[Flowable] = [
        gap(3),
        para(plain(_STOP), style(30, "centre", bold=True, lead=1.3)),
        para(plain(f"비상 열쇠 종이  {number}"), style(17, "centre", bold=True, lead=1.5, after=6)),
        form_grid(
            [
                [Pair(plain("기관"), strong(value.office.name))],
                [Pair(plain("봉한 날"), plain("")), Pair(plain("두는 곳"), plain(""))],
                [Pair(plain("봉한 사람"), plain("")), Pair(plain("함께 본 사람"), plain(""))],
                [Pair(plain("만든 날"), plain(day(value.made_on)))],
            ],
            inside,
            label_width=28 * MM,
            pad=7,
            size=11,
        ),
        para(plain(_WHO), style(11, "centre", bold=True, before=8, lead=1.5)),
        gap(2),
    ]
    return [
        PageBreak(),
        *title(TITLE, number),
        box(front, width, weight=1.6, pad=6 * MM),
        gap(6),
        _fold(width),
        gap(5),
        bullets([plain(each) for each in _HOW]),
        gap(3),
        _checks(width),
    ]


def _fold(width: float) -> Drawn:
    def paint(canvas: Canvas) -> None:
        canvas.setDash(3, 3)
        canvas.setLineWidth(measures.GROUP)
        canvas.setStrokeColor(measures.LINE)
        canvas.line(0, 4, width, 4)
        canvas.setFillColor(measures.GREY)
        canvas.setFont(fonts.REGULAR, 8)
        canvas.drawCentredString(width / 2, 8, "접는 선")

    return Drawn(width, 16, paint)


def _checks(width: float) -> Flowable:
    heads = (
        Head("본 날", 30),
        Head("본 사람", 36),
        Head("봉한 자리 (그대로 / 뜯김)", 60),
        Head("서명", 44),
    )
    empty = [para(strong("\u00a0"), style(13))] + [NOTHING] * 3
    return list_table(heads, [empty] * _CHECKS, width)
