"""Choices as lists write them: other words, with brackets, blanks and signs as it came about."""

import re
import unicodedata
from collections.abc import Mapping

from easycare_desktop.domain.catalogue import Catalogue, ItemField
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.services.imports.against import BRACKETS, Against, folded

_BETWEEN = re.compile(r"[,/+&;\n\u00b7\u3001]")


class Choices:
    """The choices of a field; `words`: other words for their codes.

    `against`: what says in brackets that it is none of them, or none any more.
    """

    def __init__(self, field: ItemField, words: Mapping[str, str], against: Against) -> None:
        self._against = against
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

    def known(self, cell: str) -> str:
        """Return the code of a cell, or nothing."""
        return self._code(cell)

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
        if self._against.in_brackets(text):
            return []
        text = BRACKETS.sub(" ", text)
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
        inside = " ".join(BRACKETS.findall(text))
        found = self._codes.get(folded(BRACKETS.sub("", text)), "")
        also = self._codes.get(folded(inside))
        if also is not None:
            return found if also == found else ""
        return "" if self._against.in_brackets(text) else found


class ChoicesOf:
    """The choices of each field of a list, made once."""

    def __init__(self, words: ListWords, catalogue: Catalogue) -> None:
        self._words, self._catalogue = words, catalogue
        self._against = Against.choice(words)
        self._made: dict[FieldRef, Choices] = {}

    def of(self, ref: FieldRef) -> Choices:
        """Return the choices of a field."""
        if ref not in self._made:
            field = self._catalogue.field(ref.group, ref.field, ref.kind)
            own = self._words.choices.get(ref, {})
            self._made[ref] = Choices(field, own, self._against)
        return self._made[ref]
