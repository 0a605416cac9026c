"""Which pages are printed: 1-3, 5 as people write it."""

import re

_PART = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")
_DASH = re.compile(r"\s*[-~]\s*")
_GAP = re.compile(r"[,\s]+")


class PageChoiceError(Exception):
    """The text names no pages, or pages that the paper does not have."""


def pages_of(text: str, count: int) -> tuple[int, ...]:
    """Return the pages that `text` names, counted from 0, in order and each once.

    Raises `PageChoiceError`.
    """
    chosen: set[int] = set()
    for part in filter(None, _GAP.split(_DASH.sub("-", text))):
        match = _PART.fullmatch(part)
        if match is None:
            raise PageChoiceError
        first = int(match[1])
        last = int(match[2] or first)
        if not 1 <= first <= last <= count:
            raise PageChoiceError
        chosen.update(range(first - 1, last))
    if not chosen:
        raise PageChoiceError
    return tuple(sorted(chosen))
