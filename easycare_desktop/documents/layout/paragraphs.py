"""Paragraphs that are read and broken into lines once, however often they are asked for."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from functools import cache
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paragraph import cleanBlockQuotedText

from easycare_desktop.documents.layout.counting import Inked

_TAG = re.compile(r"(<[^>]*>)")
_LAID_OUT = ("width", "height", "blPara", "frags", "_wrapWidths", "_width_max")


class Words(Inked, Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph whose pieces can still be read after it was laid out.

    It breaks its lines once for each width: a table asks for them at each look at its cells.
    """

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)
        self.pieces: tuple[Any, ...] = tuple(self.frags)
        self._broken: dict[float, dict[str, Any]] = {}

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return width and height; `availHeight` has no part in them."""
        known = self._broken.get(availWidth)
        if known is None:
            if self._broken:
                self.frags = list(self.pieces)
            super().wrap(availWidth, availHeight)
            own = self.__dict__
            self._broken[availWidth] = {name: own[name] for name in _LAID_OUT if name in own}
        else:
            self.__dict__.update(known)
        return self.width, self.height


_MOST_PRINTED = 2_000
_printed: dict[tuple[str, ParagraphStyle], Words] = {}
_kept: ContextVar[dict[tuple[str, ParagraphStyle], Words] | None] = ContextVar("kept", default=None)


@contextmanager
def paragraphs_kept() -> Iterator[None]:
    """Keep paragraphs meanwhile: one of equal words and style shares its lines with the first.

    Nothing stays afterwards; what a paper says of a person is in no cache.
    """
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def paragraph(markup: str, how: ParagraphStyle) -> Words:
    """Return a paragraph of the markup."""
    known = _printed.get((markup, how))
    if known is not None:
        return copy(known)
    kept = _kept.get()
    if kept is None:
        return _made(markup, how)
    known = kept.get((markup, how))
    if known is None:
        known = kept[markup, how] = _made(markup, how)
    return copy(known)


def printed(markup: str, how: ParagraphStyle) -> Words:
    """Return a paragraph that stands on the paper whoever it is about: a label, a head, a sentence.

    It is read and broken into lines once in the run of the program. Never hand in what is said of
    a person: it would stay in memory.
    """
    known = _printed.get((markup, how))
    if known is None:
        known = _made(markup, how)
        if len(_printed) < _MOST_PRINTED:
            _printed[markup, how] = known
    return copy(known)


def _made(markup: str, how: ParagraphStyle) -> Words:
    if "&" in markup:  # the parser makes pieces of its own of it
        return Words(markup, how)
    parts = _TAG.split(cleanBlockQuotedText(markup))
    texts = iter([text for text in parts[::2] if text])
    shape = "".join("x" if number % 2 == 0 and part else part for number, part in enumerate(parts))
    pieces = [
        piece.clone(text=next(texts)) if piece.text else piece.clone()
        for piece in _pieces_of(shape, how)
    ]
    return Words("", how, frags=pieces)


@cache
def _pieces_of(shape: str, how: ParagraphStyle) -> tuple[Any, ...]:
    """Return the pieces of a markup whose every text is one letter: its tags alone."""
    return tuple(Words(shape, how).pieces)
