"""Choices as lists write them: other words, with brackets, blanks and signs as it came about."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from easycare_desktop.domain.catalogue import ItemField

_BETWEEN = re.compile(r"[,/+&;\n\u00b7\u3001]")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SIGNS = re.compile(r"[\s()\[\]%]+")
_ZEROS = re.compile(r"(?<=\d)\.0+(?!\d)")


def folded(text: str) -> str:
    """Return a text without blanks, brackets, percent signs and case: for comparing alone."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _SIGNS.sub("", _ZEROS.sub("", plain)) or plain.strip()


class Choices:
    """The choices of a field; `words`: other words for their codes.

    `against`: words that say in brackets that it is none of them any more.
    """

    def __init__(
        self, field: ItemField, words: Mapping[str, str], against: Iterable[str] = ()
    ) -> None:
        self._against = tuple(map(folded, against))
        self._labels = dict(field.choices)
        self._codes: dict[str, str] = {}
        for word, code in (*words.items(), *((label, code) for code, label in field.choices)):
            self._codes.setdefault(folded(word), code)
        for code in self._labels:
            self._codes.setdefault(code, code)

    @property
    def said(self) -> frozenset[str]:
        """All that means a choice, folded."""
        return frozenset(self._codes)

    def typed(self, cell: str) -> str:
        """Return the code of a cell; of one that is none of the choices, what stands there."""
        return self._code(cell) or unicodedata.normalize("NFC", cell)

    def several(self, cell: str, *, others: bool) -> str:
        """Return the first of several choices in one cell, or the labels of the others."""
        codes = [] if self._code(cell) else self._split(cell)
        if len(codes) > 1:
            return ", ".join(self._labels[code] for code in codes[1:]) if others else codes[0]
        return "" if others else self.typed(cell)

    def _split(self, cell: str) -> list[str]:
        """Return the choices of a cell, each once; none where one of them is unknown."""
        text = unicodedata.normalize("NFKC", cell)
        if any(folded(each).endswith(self._against) for each in _BRACKETS.findall(text)):
            return []
        text = _BRACKETS.sub(" ", text)
        for parts in (_BETWEEN.split(text), text.split()):
            codes = [self._code(each) for each in parts if each.strip()]
            if all(codes) and len(codes) > 1:
                return list(dict.fromkeys(codes))
        return []

    def _code(self, cell: str) -> str:
        """Return what a cell means: with its brackets, else without, if these say nothing else."""
        text = unicodedata.normalize("NFKC", cell)
        if found := self._codes.get(folded(text)):
            return found
        inside = " ".join(_BRACKETS.findall(text))
        if folded(inside).endswith(self._against):
            return ""
        found = self._codes.get(folded(_BRACKETS.sub("", text)), "")
        return found if self._codes.get(folded(inside), found) == found else ""
