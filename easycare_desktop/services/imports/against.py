"""What brackets behind a choice or a status say against it, and what before or after it."""

import re
import unicodedata
from collections.abc import Iterable

from easycare_desktop.domain.list_words import Denials, ListWords
from easycare_desktop.exchange.incoming.terms import plain

BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SIGNS = re.compile(r"[\s()\[\]%]+")
_ZEROS = re.compile(r"(?<=\d)\.0+(?!\d)")


def folded(text: str) -> str:
    """Return a text without blanks, brackets, percent signs and case: for comparing alone."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return _SIGNS.sub("", _ZEROS.sub("", text)) or text.strip()


class Against:
    """`ends`: how brackets end that deny, but for a day in them; `said`: what else denies."""

    def __init__(self, ends: Iterable[str], said: Denials) -> None:
        self._ends, self._alone = tuple(map(folded, ends)), frozenset(map(folded, said.alone))
        units = "|".join(map(re.escape, said.units))
        self._days = re.compile(rf"\d[\d./~-]*(?:{units})?")
        self._signs = [each for each in self._alone if not (each.isascii() or each.isalnum())]

    @classmethod
    def choice(cls, words: ListWords) -> "Against":
        """Return what speaks against a choice: also that it is over."""
        said = words.denials
        return cls((*said.not_so, *said.over, *words.ended), said)

    def in_brackets(self, text: str) -> bool:
        """Tell whether any brackets of a text deny what stands before them, with a day or not."""
        return any(map(self._denies, BRACKETS.findall(text)))

    def anywhere(self, text: str) -> bool:
        """Tell whether brackets of a text deny it, or a sign that stands outside them."""
        return self.in_brackets(text) or any(sign in text for sign in self._signs)

    def without_days(self, text: str) -> str:
        """Return a text without the days in it."""
        return self._days.sub("", text)

    def _denies(self, inside: str) -> bool:
        said = folded(inside)
        return said in self._alone or self.without_days(said).endswith(self._ends)


class Status:
    """Tells by the words of a status whether somebody has left."""

    def __init__(self, words: ListWords) -> None:
        said = words.denials
        self._ended = tuple(map(plain, words.ended))
        self._not_yet, self._yet = tuple(map(plain, said.not_yet)), tuple(map(plain, said.yet))
        self._against = Against((*said.not_so, *said.again), said)
        self._for_now = {each + word for each in self._not_yet for word in ("", *self._ended)}

    def has_left(self, status: str) -> bool:
        """Tell whether somebody has left by what stands in the column of the status.

        Not by a word that is denied: before it, behind it, or in brackets. A day may stand behind.
        """
        text = unicodedata.normalize("NFKC", status)
        said = plain(self._against.without_days(text))
        before = [said.removesuffix(word) for word in self._ended if said.endswith(word)]
        if not any(map(self._counts, before)) or self._against.anywhere(text):
            return False
        return not any(folded(each) in self._for_now for each in BRACKETS.findall(text))

    def _counts(self, before: str) -> bool:
        return before.endswith(self._yet) or not before.endswith(self._not_yet)
