"""Text on paper. Words of other people become `Markup` only through `plain`, which escapes."""

import re
from functools import cache
from typing import NewType
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from easycare_desktop.documents import fonts
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.paragraphs import Words, paragraph, printed

Markup = NewType("Markup", str)
_ALIGN = {"left": TA_LEFT, "centre": TA_CENTER, "right": TA_RIGHT}
_SIGNS = re.compile(f"[{''.join(sorted(fonts.SIGNS))}]+")
NOTHING = Markup("")


def plain(text: str) -> Markup:
    """Return the text as markup that prints exactly these characters."""
    body = escape(fonts.clean(text)).replace("\n", "<br/>")
    return Markup(_SIGNS.sub(lambda run: f'<font name="{fonts.SYMBOLS}">{run[0]}</font>', body))


def strong(text: str) -> Markup:
    """Return the text in bold."""
    return Markup(f"<b>{plain(text)}</b>") if text else NOTHING


def grey(text: str, size: float = 8) -> Markup:
    """Return the text small and grey, as in (서명 또는 인)."""
    return Markup(f'<font size="{size:g}" color="#555555">{plain(text)}</font>')


def sized(inner: Markup, size: float) -> Markup:
    """Return the markup in another size."""
    return Markup(f'<font size="{size:g}">{inner}</font>')


def join(*parts: Markup, by: str = "") -> Markup:
    """Return the parts in a row."""
    return Markup(plain(by).join(parts))


def lines(*parts: Markup) -> Markup:
    """Return the parts below each other, leaving out empty ones."""
    return Markup("<br/>".join(part for part in parts if part))


def tick(label: str, *, on: bool) -> Markup:
    """Return a tick box with its words; the gap in between never breaks."""
    sign = "☑" if on else "☐"
    words = strong(label) if on else plain(fonts.clean(label).replace(" ", "\u00a0"))
    return Markup(f"{plain(sign)}\u00a0{words}")


def ticks(*boxes: tuple[str, bool]) -> Markup:
    """Return tick boxes in a row."""
    return Markup("\u00a0\u00a0\u00a0 ".join(tick(label, on=on) for label, on in boxes))


@cache
def style(
    size: float = measures.BODY,
    align: str = "left",
    *,
    bold: bool = False,
    lead: float = 1.42,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    grey_ink: bool = False,
) -> ParagraphStyle:
    """Return a paragraph style; `lead` is the line height in sizes, `indent` hangs."""
    fonts.load()
    return ParagraphStyle(
        "paper",
        fontName=fonts.BOLD if bold else fonts.REGULAR,
        fontSize=size,
        leading=size * lead,
        alignment=_ALIGN[align],
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        firstLineIndent=-indent,
        textColor=measures.GREY if grey_ink else measures.INK,
        uriWasteReduce=0.3,
    )


def para(text: Markup, how: ParagraphStyle | None = None) -> Words:
    """Return a paragraph."""
    return paragraph(text, how or style())


def fixed(text: Markup, how: ParagraphStyle | None = None) -> Words:
    """Return a paragraph of the form itself, kept for the next paper: never of a person."""
    return printed(text, how or style())
