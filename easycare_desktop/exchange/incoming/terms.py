"""Which field a heading means, by its words and by what stands above it."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from easycare_desktop.domain.catalogue import Basis, Catalogue
from easycare_desktop.domain.importing import FieldRef, Meaning, Special
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.domain.people import PersonKind

_BRACKETS = re.compile(r"[(\[{<].*?[)\]}>]")
_SIGNS = re.compile(r"[\W_]+")
_IDENTITY = "identity"
_TELLING = 3
"""Shorter words tell nothing by themselves."""
_NO_LIST = frozenset({"consent_paper", "received_paper", "cancellation", "notice", "complaint"})
"""What papers and cases leave behind, one by one; no list of people carries it."""


def plain(title: str) -> str:
    """Return a heading without blanks, signs, case and what stands in brackets."""
    text = unicodedata.normalize("NFKC", title).casefold()
    return _SIGNS.sub("", _BRACKETS.sub("", text)) or _SIGNS.sub("", text)


def whole(title: str) -> str:
    """Return a heading without blanks, signs and case; what stands in brackets counts."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", title)).casefold()


def fields_to_choose(words: ListWords, catalogue: Catalogue) -> tuple[FieldRef, ...]:
    """Return every field that a column may carry, in the order of the catalogue.

    Nothing that rests on a consent or a permit comes with a list. Of whom a list only names, no
    more than what tells who it is.
    """
    named = {ref for key in words.keys for ref in key}
    kinds = sorted(
        {words.kind, *(ref.kind for ref in words.words)} & catalogue.kinds(),
        key=lambda kind: kind is not words.whose,
    )
    return tuple(
        ref
        for kind in kinds
        for group in catalogue.groups_for(kind)
        if group.basis is not Basis.CONSENT and not group.by_permit and group.code not in _NO_LIST
        for field in group.fields
        for ref in _with_others(FieldRef(kind, group.code, field.code), words)
        if kind is words.whose or words.listed is None or ref in named
    )


def _with_others(ref: FieldRef, words: ListWords) -> Iterator[FieldRef]:
    """Yield a field, and itself together with what may stand in the same cell."""
    yield ref
    yield from (each for each in words.words if each != ref and each.parts[0] == ref)
    if words.second and (ref.kind, ref.group) == (PersonKind.GUARDIAN, _IDENTITY):
        yield ref.of_second


class Terms:
    """Speaks the headings of one kind of list; the first field to claim a word keeps it."""

    def __init__(self, words: ListWords, catalogue: Catalogue) -> None:
        self.kind, self.whose = words.kind, words.whose
        self.fields = fields_to_choose(words, catalogue)
        self._guardian = tuple(map(plain, words.guardian))
        self._others = tuple(map(plain, words.others))
        self._found: dict[str, Meaning] = {}
        self._first = tuple(map(plain, words.first))
        self._second = tuple(map(plain, words.second))
        self._resident = tuple(map(plain, words.resident))
        self._backs = tuple(map(plain, words.backs))
        self._asides = frozenset(map(plain, words.asides))
        self._days = tuple(frozenset(map(plain, each)) for each in (words.begins, words.ends))
        for title in words.resident:
            self._found[plain(title)] = Special.RESIDENT_NUMBER
        for title in words.status:
            self._found[plain(title)] = Special.STATUS
        for ref in self.fields:
            for title in words.words.get(ref, ()):
                self._found.setdefault(plain(title), ref)
        for ref in self.fields:
            whose = self._said_of(ref)
            if whose is not None and len(ref.parts) == 1 and not ref.is_second:
                field = catalogue.field(ref.group, ref.field, ref.kind)
                self._found.setdefault(whose + plain(field.label), ref)

    def _said_of(self, ref: FieldRef) -> str | None:
        """Return what stands before a label: nothing for whose list it is, or the guardian."""
        if ref.kind is self.whose:
            return ""
        of_guardian = ref.kind is PersonKind.GUARDIAN and self._guardian
        return self._guardian[0] if of_guardian else None

    def meaning(self, title: str) -> Meaning:
        """Return what a heading means by itself."""
        if self.tells_back(title):
            return Special.RESIDENT_BACK
        if not title.strip():
            return None
        said = self._said(whole(title))
        return said if said is not None else self._of_brackets(title)

    def beneath(self, above: str, title: str) -> Meaning:
        """Return what a heading means under another one: never a field of somebody else."""
        if not title.strip() or not above.strip() or plain(above) == plain(title):
            return self.meaning(title if title.strip() else above)
        if self.tells_back(f"{above} {title}"):
            return Special.RESIDENT_BACK
        together = plain(above) + plain(title)
        both = self._said(together)
        if both is not None:
            return both
        if self.names_guardian(above):
            theirs = self._of_guardian(title)
            return self._as_second(theirs) if _begins(plain(above), self._second) else theirs
        if _holds(above, self._others):
            return None
        day = self._day_of(self.meaning(above), title)
        return day or self._of_group(self.meaning(above), self.meaning(title))

    def tells_back(self, title: str) -> bool:
        """Tell whether a heading says that the last seven digits of resident numbers stand here.

        What stands in brackets counts.
        """
        text = whole(title)
        if len(text) >= _TELLING and text in self._backs:
            return True
        behind = [text.removeprefix(word) for word in self._resident if text.startswith(word)]
        return any(word in rest for rest in behind for word in self._backs)

    def names_guardian(self, above: str) -> bool:
        """Tell whether what stands under this speaks of the guardian."""
        return _holds(above, self._guardian)

    def is_known(self, above: str) -> bool:
        """Tell whether this is a heading, or stands above headings."""
        named = self.names_guardian(above) or _holds(above, self._others)
        return named or self.meaning(above) is not None

    def of_code(self, code: str) -> Meaning:
        """Return the meaning that was written with this code, if a list may still carry it."""
        special = next((each for each in Special if each.value == code), None)
        if special is not None:
            return special
        return next((ref for ref in self.fields if ref.code == code), None)

    def _said(self, text: str) -> Meaning:
        return self._found.get(text) or self._of_one_of_two(text)

    def _of_brackets(self, title: str) -> Meaning:
        """Return what a heading means with what stands in brackets: like a group above it."""
        text = unicodedata.normalize("NFKC", title)
        before, inside = _BRACKETS.sub("", text), " ".join(_BRACKETS.findall(text))
        told = whole(inside)
        if not told or not whole(before):
            return self._said(plain(title))
        if both := self._said(told + whole(before)):
            return both
        if self._names_somebody(before):
            alone = whole(before) in {*self._guardian, *self._first, *self._second}
            return (alone and self.beneath(before, told)) or self._said(whole(before))
        if self.names_guardian(told):
            return self._of_guardian(before)
        if self._names_somebody(told) or self._sets_aside(inside):
            return None
        own = self._said(whole(before))
        return self._day_of(own, told) or own

    def _names_somebody(self, text: str) -> bool:
        return self.names_guardian(text) or _holds(text, self._others)

    def _sets_aside(self, inside: str) -> bool:
        return not self._asides.isdisjoint({whole(inside), *_SIGNS.split(inside.casefold())})

    def _day_of(self, period: Meaning, title: str) -> Meaning:
        """Return the first or the last day of a period, where a heading under it says which."""
        if not isinstance(period, FieldRef) or "~" not in period.field:
            return None
        both = zip(self._days, period.parts, strict=True)
        return next((part for days, part in both if plain(title) in days), None)

    def _of_one_of_two(self, text: str) -> Meaning:
        """Return what is said of a guardian who is counted, in the words for one alone."""
        if not self._guardian:
            return None
        if word := _begins(text, self._second):
            return self._as_second(self._found.get(self._guardian[0] + text.removeprefix(word)))
        word = _begins(text, self._first)
        own = self._found.get(self._guardian[0] + text.removeprefix(word)) if word else None
        return own if isinstance(own, FieldRef) and own.kind is PersonKind.GUARDIAN else None

    def _as_second(self, own: Meaning) -> Meaning:
        theirs = own.of_second if isinstance(own, FieldRef) else None
        return theirs if theirs in self.fields else None

    def _of_guardian(self, title: str) -> Meaning:
        """Return what is said of the guardian in these words, else the same field as usual."""
        for word in self._guardian:
            if said := self._found.get(word + plain(title)):
                return said
        own = self.meaning(title)
        theirs = own._replace(kind=PersonKind.GUARDIAN) if isinstance(own, FieldRef) else None
        return theirs if theirs in self.fields else None

    def _of_group(self, above: Meaning, own: Meaning) -> Meaning:
        if not isinstance(above, FieldRef) or above == (self.kind, _IDENTITY, above.field):
            return own
        same = isinstance(own, FieldRef) and own[:2] == above[:2]
        return own if same else None


def code_of(meaning: Meaning) -> str:
    """Return a meaning as text; nothing for a column that is not read."""
    if isinstance(meaning, FieldRef):
        return meaning.code
    return meaning.value if meaning is not None else ""


def _begins(text: str, words: Collection[str]) -> str:
    """Return the longest of the words with which a text begins."""
    return max((word for word in words if text.startswith(word)), key=len, default="")


def _holds(title: str, words: Collection[str]) -> bool:
    text = plain(title)
    return any(word in text for word in words)
