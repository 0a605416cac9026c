"""Fonts of the papers: our own files, always embedded, and the check for what they cannot print."""

import unicodedata
from functools import cache
from pathlib import Path
from threading import Lock

from easycare_desktop.domain.refusals import Refusal

REGULAR = "PretendardGOV"
BOLD = "PretendardGOV-Bold"
SYMBOLS = "EasyCareSymbols"
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_FILES = {
    REGULAR: "PretendardGOV-Regular.ttf",
    BOLD: "PretendardGOV-Bold.ttf",
    SYMBOLS: "EasyCareSymbols.ttf",
}
SIGNS = frozenset("☐☑☒✔㊞▸")
_LINE_BREAKS = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\u2028": "\n", "\u2029": "\n"})
_lock = Lock()
_TOLD = 4


class GlyphMissingError(Refusal):
    """Characters that no font of ours can print. Carries their code points only."""

    def __init__(self, code_points: tuple[int, ...]) -> None:
        super().__init__(code_points)
        self.code_points = code_points

    @property
    def signs(self) -> str:
        """The first few of them, each with the number by which it can be looked up."""
        return ", ".join(f"{chr(code)} (U+{code:04X})" for code in self.code_points[:_TOLD])


def clean(text: str) -> str:
    """Return the text as it prints: composed syllables, plain spaces, no invisible controls."""
    one = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_LINE_BREAKS)
    if one.isprintable():  # neither controls nor spaces but the plain one
        return one
    kept = []
    for sign in one:
        category = unicodedata.category(sign)
        if sign in "\n\u00a0":
            kept.append(sign)
        elif category in {"Zs", "Cc"}:
            kept.append(" ")
        elif category != "Cf":
            kept.append(sign)
    return "".join(kept)


def missing_glyphs(text: str) -> set[str]:
    """Return the characters of the text that would print as nothing or as an empty box."""
    return {sign for sign in clean(text) if sign != "\n" and sign not in _printable()}


def check_glyphs(text: str) -> None:
    """Raise `GlyphMissingError` when something of the text cannot be printed."""
    missing = missing_glyphs(text)
    if missing:
        raise GlyphMissingError(tuple(sorted(ord(sign) for sign in missing)))


def load() -> None:
    """Register the fonts with reportlab, once."""
    _printable()


@cache
def _printable() -> frozenset[str]:
    from reportlab import rl_config  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - heavy, and not every run prints

    from easycare_desktop.documents.quick_font import QuickFont  # noqa: PLC0415

    rl_config.useA85 = 0  # packed streams as they are: a fifth smaller, and quicker
    with _lock:
        known = {}
        for name, file in _FILES.items():
            font = QuickFont(name, str(FOLDER / file))
            pdfmetrics.registerFont(font)
            known[name] = {chr(code) for code, glyph in font.face.charToGlyph.items() if glyph}
        pdfmetrics.registerFontFamily(
            REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD
        )
        return frozenset((known[REGULAR] & known[BOLD]) | (known[SYMBOLS] & SIGNS))
