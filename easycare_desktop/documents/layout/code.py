"""The signed code of a certificate as a QR code, and the head of the paper that it stands in."""

from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table

from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.drawn import Drawn
from easycare_desktop.documents.layout.grid import grid, padding
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.parts import bullets, gap, title
from easycare_desktop.documents.layout.slip_code import modules_of, paint_modules
from easycare_desktop.documents.layout.text import para, plain, style
from easycare_desktop.documents.phrases import certificate_words
from easycare_desktop.documents.values import Office, PaperSeal
from easycare_desktop.security.signed_code import code_text

SIZE = 30 * MM
_ROOM = 34 * MM
_UNDER = "진위 확인용 QR"
_UNSIGNED = ("전자서명 없음", "책임자가 만들면\n전자서명과 QR이\n들어갑니다")
SIGNATURE = "전자서명과 확인값은 이 종이의 내용이 바뀌지 않았음을 보입니다."
STATED = "적힌 시각과 사실은 기관의 진술입니다."
HOW_TO_CHECK = (
    "이지케어 데스크톱의 「파기확인서 확인」에 이 파일이나 종이를 찍은 그림을 넣어 확인합니다.",
    "다른 PDF 프로그램의 「발급자를 신뢰할 수 없음」은 기관 인증서를 등록하기 전이라는 뜻입니다.",
)


def certificate_note(office: Office) -> list[Flowable]:
    """Return the line by which a person knows the office's signature again."""
    if not office.certificate:
        return []
    words = certificate_words(office.certificate, by="\n")
    return [para(plain(words), style(lead=1.4, after=6))]


def sealed_head(
    words: str,
    under: str,
    seal: PaperSeal | None,
    width: float,
    body: Callable[[float], Sequence[Flowable]],
) -> list[Flowable]:
    """Return the title with `body` below it, and the code at the right of both."""
    left = width - _ROOM
    cells = [[[*title(words, under), *body(left - 3 * MM)], _square(seal)]]
    commands = [
        *padding(0, 0),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("RIGHTPADDING", (0, 0), (0, 0), 3 * MM),
    ]
    return [grid(cells, [left, _ROOM], commands)]


def how_to_check(seal: PaperSeal | None) -> Flowable:
    """Return what the signature shows, and how anybody checks the paper; unsigned, what it is."""
    told = (f"{SIGNATURE} {STATED}", *HOW_TO_CHECK) if seal else (STATED,)
    return bullets([plain(each) for each in told], size=measures.NOTE)


def _square(seal: PaperSeal | None) -> list[Flowable]:
    if seal is None or not seal.code:
        return [_unsigned()]
    under = para(plain(_UNDER), style(8, "right", grey_ink=True))
    return [_drawn(code_text(seal.code)), gap(1), under]


def _drawn(text: str) -> Drawn:
    rows = modules_of(text)

    def paint(canvas: Canvas) -> None:
        canvas.setFillColor(measures.INK)
        paint_modules(canvas, rows, _ROOM - SIZE, 0, SIZE)

    return Drawn(_ROOM, SIZE, paint)


def _unsigned() -> Table:
    words, more = _UNSIGNED
    cells = [
        ["", para(plain(words), style(measures.BODY, "centre", bold=True))],
        ["", para(plain(more), style(8, "centre", lead=1.4))],
    ]
    frame = ("BOX", (1, 0), (1, -1), measures.EDGE, measures.INK)
    return grid(cells, [_ROOM - SIZE, SIZE], [*padding(4, 2), frame])
