"""Which row of a list holds its headings, and which field each column carries."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence

from easycare_desktop.domain.catalogue import Basis, Catalogue
from easycare_desktop.domain.importing import (
    FieldRef,
    HeadingNotFoundError,
    Layout,
    ListWords,
    Meaning,
    Special,
)
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.exchange.incoming.grid import Grid

_FIRST_ROWS = 12
_BRACKETS = re.compile(r"[(\[{<].*?[)\]}>]")
_SIGNS = re.compile(r"[\W_]+")


def plain(title: str) -> str:
    """Return a heading without blanks, signs, case and what stands in brackets."""
    text = unicodedata.normalize("NFKC", title).casefold()
    return _SIGNS.sub("", _BRACKETS.sub("", text)) or _SIGNS.sub("", text)


def layout_of(
    grid: Grid,
    words: ListWords,
    catalogue: Catalogue,
    known: Mapping[str, Sequence[str]],
) -> Layout:
    """Return what the columns mean: as remembered for these headings, else as the words say.

    `known` maps the fingerprint of headings to the codes that were taken for them before. Raises
    `HeadingNotFoundError` where no row names at least two fields.
    """
    terms = _terms(words, catalogue)
    place = _heading_row(grid, terms)
    titles = grid.rows[place].cells
    remembered = known.get(fingerprint(words.kind, titles))
    if remembered is not None and len(remembered) == len(titles):
        meanings = tuple(meaning_of(code, words.kind) for code in remembered)
        return Layout(words.kind, place, titles, meanings, remembered=True)
    return Layout(words.kind, place, titles, _meanings(titles, terms))


def fingerprint(kind: PersonKind, titles: Sequence[str]) -> str:
    """Return what a layout is known by: SHA-256 over its headings, in hex."""
    text = "\n".join((kind.value, *map(plain, titles)))
    return hashlib.sha256(text.encode()).hexdigest()


def code_of(meaning: Meaning) -> str:
    """Return a meaning as text; nothing for a column that is not read."""
    if isinstance(meaning, FieldRef):
        return meaning.code
    return meaning.value if meaning is not None else ""


def meaning_of(code: str, kind: PersonKind) -> Meaning:
    """Return the meaning that `code_of` wrote."""
    if not code:
        return None
    if code == Special.RESIDENT_NUMBER.value:
        return Special.RESIDENT_NUMBER
    return FieldRef.of(code, kind)


def fields_to_choose(words: ListWords, catalogue: Catalogue) -> tuple[FieldRef, ...]:
    """Return every field that a column may carry, in the order of the catalogue."""
    wanted = set(words.words) or {
        FieldRef(words.kind, group.code, field.code)
        for group in catalogue.groups_for(words.kind)
        if group.basis is not Basis.CONSENT and not group.by_permit
        for field in group.fields
    }
    kinds = (words.kind, PersonKind.GUARDIAN)
    return tuple(
        ref
        for kind in dict.fromkeys(kinds)
        if kind in catalogue.kinds()
        for group in catalogue.groups_for(kind)
        for field in group.fields
        if (ref := FieldRef(kind, group.code, field.code)) in wanted
    )


def _terms(words: ListWords, catalogue: Catalogue) -> dict[str, Meaning]:
    """Return what each plain heading means; the first to claim a word keeps it."""
    found: dict[str, Meaning] = {}
    for title in words.resident:
        found[plain(title)] = Special.RESIDENT_NUMBER
    refs = fields_to_choose(words, catalogue)
    for ref in refs:
        for title in words.words.get(ref, ()):
            found.setdefault(plain(title), ref)
    for ref in refs:
        if ref.kind is words.kind:
            field = catalogue.field(ref.group, ref.field, ref.kind)
            found.setdefault(plain(field.label), ref)
    return found


def _heading_row(grid: Grid, terms: Mapping[str, Meaning]) -> int:
    scores = [
        sum(plain(cell) in terms for cell in set(row.cells) if cell.strip())
        for row in grid.rows[:_FIRST_ROWS]
    ]
    best = max(scores, default=0)
    if best < 2:  # noqa: PLR2004 - a name and one thing more
        raise HeadingNotFoundError
    return scores.index(best)


def _meanings(titles: Sequence[str], terms: Mapping[str, Meaning]) -> tuple[Meaning, ...]:
    taken: set[Meaning] = set()
    meanings: list[Meaning] = []
    for title in titles:
        meaning = terms.get(plain(title)) if title.strip() else None
        if meaning in taken:
            meaning = None
        if meaning is not None:
            taken.add(meaning)
        meanings.append(meaning)
    return tuple(meanings)
