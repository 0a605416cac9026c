"""Words on every page that must not be overlooked: 연습용, 재발행, 최신 여부 미확인."""

import io

from reportlab.pdfgen.canvas import Canvas

from easycare_desktop.documents import fonts
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.values import Mark, Office, PrintFacts

PRACTICE = "연습용"
REISSUED = "재발행"
WORDS = {
    Mark.FRESHNESS_UNPROVEN: "최신 여부 미확인",
    Mark.CLOCK_JUMPED: "시계 확인 필요",
}
_SIZE = 9.5
_BESIDE_NUMBER = 46


def words_of(office: Office, facts: PrintFacts) -> list[str]:
    """Return the marks that this paper carries, from left to right."""
    words = [WORDS[mark] for mark in Mark if mark in facts.marks]
    if facts.reissued:
        words.append(REISSUED)
    if office.practice:
        words.append(PRACTICE)
    return words


def draw_marks(canvas: Canvas, right: float, low: float, office: Office, facts: PrintFacts) -> None:
    """Draw the marks as boxes that end at `right`."""
    canvas.saveState()
    canvas.setLineWidth(measures.EDGE)
    canvas.setStrokeColor(measures.INK)
    canvas.setFont(fonts.BOLD, _SIZE)
    for word in reversed(words_of(office, facts)):
        right = _draw_mark(canvas, right, low, word)
    canvas.restoreState()


def _draw_mark(canvas: Canvas, right: float, low: float, word: str) -> float:
    """Draw one mark, and return where the next one to the left ends."""
    width = canvas.stringWidth(word, fonts.BOLD, _SIZE) + 12
    canvas.rect(right - width, low, width, 15.5)
    canvas.drawString(right - width + 6, low + 4.4, word)
    return float(right - width - 5)


def sheet_with(word: str, size: tuple[float, float]) -> bytes:
    """Return an empty sheet with one mark at its head, beside where the number stands."""
    fonts.load()
    side = measures.WIDE_SIDE if size[0] > size[1] else measures.SIDE
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, initialFontName=fonts.REGULAR)
    canvas.setLineWidth(measures.EDGE)
    canvas.setFont(fonts.BOLD, _SIZE)
    right = side + _BESIDE_NUMBER * measures.MM
    _draw_mark(canvas, right, size[1] - 14.4 * measures.MM, word)
    canvas.save()
    return out.getvalue()


def draw_practice(canvas: Canvas, width: float, height: float) -> None:
    """Draw 연습용 large and pale across the page, under everything else."""
    canvas.saveState()
    canvas.setFillColor(measures.PALE)
    canvas.setFont(fonts.BOLD, 118)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(38)
    canvas.drawCentredString(0, -40, PRACTICE)
    canvas.restoreState()
