"""Rows of a list as values to be stored: other words for choices, lost zeros, resident numbers.

A text is read once for each column, and what rows filled in the same way have in common is worked
out once: rows are many, and most are alike.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from easycare_desktop.domain.catalogue import Catalogue, FieldKind, ItemField
from easycare_desktop.domain.importing import FieldRef, Layout
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.imports.against import folded
from easycare_desktop.services.imports.cells import Column, Wrong
from easycare_desktop.services.imports.choices import ChoicesOf
from easycare_desktop.services.imports.sources import Source, Sources

_FREE = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT})
_KEPT = 500
_EMPTY = -1
Value = str | Wrong | None
Taker = Callable[[Sequence[Any]], tuple[str, ...]]
ReaderOf = Callable[[ItemField], Callable[[str], str]]
_Types = tuple[type, ...]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Rows that fill the same fields, with the same of them wrong; by field its place in a row.

    `assumed`: fields that are filled without the list saying so; `granted`: these and those that
    are filled from other fields. They say nothing against what is stored.
    """

    good: Mapping[FieldRef, int]
    wrong: Mapping[FieldRef, int]
    assumed: tuple[FieldRef, ...]
    granted: frozenset[FieldRef] = frozenset()

    def place(self, ref: FieldRef) -> int:
        """Return where a row holds a field; where it says nothing, the place of the empty text."""
        return self.good.get(ref, _EMPTY)

    def taker(self, refs: Iterable[FieldRef]) -> Taker:
        """Return what takes the values of fields out of a row."""
        return _taker([self.place(ref) for ref in refs])


class Read(NamedTuple):
    """What a row says. The last of the `values` is always empty."""

    shape: Shape
    values: Sequence[Value]

    def said(self, ref: FieldRef) -> str:
        """Return what a row says in a field, if that is right by itself."""
        return str(self.values[self.shape.place(ref)])

    def refused(self, place: int) -> InputRefusal:
        """Return what is wrong at a place."""
        wrong = self.values[place]
        assert isinstance(wrong, Wrong)  # noqa: S101 - the place was found among the wrong ones
        return wrong.refusal


class _Filled(NamedTuple):
    """Rows that fill the same columns: what stands where, and what is to be added.

    `shape` is there where nothing is added, so that it is known already.
    """

    places: Mapping[FieldRef, int]
    added: tuple[tuple[int, Column], ...]
    assumed: tuple[FieldRef, ...]
    granted: frozenset[FieldRef]
    shape: Shape | None


class RowReader:
    """Reads rows by a layout; `reader_of`: what reads a text of a field, as if it was typed."""

    def __init__(
        self, layout: Layout, words: ListWords, catalogue: Catalogue, reader_of: ReaderOf
    ) -> None:
        self.words, self.layout = words, layout
        self._catalogue, self._reader_of = catalogue, reader_of
        self._choices = ChoicesOf(words, catalogue)
        self._blanks = frozenset(map(folded, words.blanks))
        sources = Sources(layout, words, catalogue, self._choices)
        fields = sources.own()
        self._own = len(fields)
        self._sources = (*fields, *sources.others())
        self._columns = [self._column(each.ref, each) for each in self._sources]
        self._cells = _taker([each.place for each in self._sources])
        self._assumed = {ref: self._assume(ref) for ref in words.assumed}
        self._derived: dict[tuple[FieldRef, int], Column] = {}
        self._filled: dict[_Types, _Filled] = {}
        self._shapes: dict[tuple[_Types, _Types], Shape] = {}

    def read(self, cells: Sequence[str]) -> Read:
        """Return what the row says, by field; empty cells are left out."""
        values: list[Value]
        values = [
            column[cell] for column, cell in zip(self._columns, self._cells(cells), strict=True)
        ]
        kinds = tuple(map(type, values))
        filled = self._filled.get(kinds) or kept(self._filled, kinds, self._fill(kinds))
        shape = filled.shape
        if shape is None:
            values += [column[cells[place]] for place, column in filled.added]
            values += [self._assumed[ref] for ref in filled.assumed]
            shape = self._shape(filled, kinds, tuple(map(type, values)))
        values.append("")
        return Read(shape, values)

    def places_of(self, ref: FieldRef) -> tuple[int, ...]:
        """Return the columns that carry a field, the last first: that is the one which counts."""
        return tuple(each.place for each in reversed(self._sources) if each.ref == ref)

    def _fill(self, kinds: _Types) -> _Filled:
        places: dict[FieldRef, int] = {}
        for place, (source, kind) in enumerate(zip(self._sources, kinds, strict=True)):
            if kind is not type(None) and not (place >= self._own and source.ref in places):
                places[source.ref] = place
        spoken = {(ref.kind, ref.group) for ref in places}
        derived = {
            ref: places[source]
            for ref, source in self.words.derived.items()
            if (ref.kind, ref.group) in spoken and ref not in places and source in places
        }
        all_places = places | {ref: place for place, ref in enumerate(derived, len(kinds))}
        assumed = self._taken_for_granted(all_places)
        all_places |= {ref: place for place, ref in enumerate(assumed, len(kinds) + len(derived))}
        added = tuple(self._deriving(ref, place) for ref, place in derived.items())
        granted = frozenset((*derived, *assumed))
        shape = None if granted else _shape(all_places, kinds)
        return _Filled(all_places, added, assumed, granted, shape)

    def _taken_for_granted(self, places: Mapping[FieldRef, int]) -> tuple[FieldRef, ...]:
        """Return what is assumed about a guardian who is named."""
        name = FieldRef(PersonKind.GUARDIAN, "identity", "name")
        if name not in places:
            return ()
        spoken = {(ref.kind, ref.group) for ref in places}
        return tuple(
            ref
            for ref in self.words.assumed
            if (ref.kind, ref.group) in spoken and ref not in places
        )

    def _shape(self, filled: _Filled, kinds: _Types, all_kinds: _Types) -> Shape:
        key = (kinds, all_kinds)
        made = self._shapes.get(key)
        if made is None:
            bare = _shape(filled.places, all_kinds)
            made = replace(bare, assumed=filled.assumed, granted=filled.granted)
            kept(self._shapes, key, made)
        return made

    def _deriving(self, ref: FieldRef, place: int) -> tuple[int, Column]:
        source = self._sources[place]
        if (ref, place) not in self._derived:
            self._derived[ref, place] = self._column(ref, source)
        return source.place, self._derived[ref, place]

    def _assume(self, ref: FieldRef) -> Value:
        return self._column(ref, Source(ref, 0, str))[self.words.assumed[ref]]

    def _column(self, ref: FieldRef, source: Source) -> Column:
        field = self._field(ref)
        free = field.kind in _FREE
        blanks = frozenset() if free else self._blanks
        if field.kind is FieldKind.CHOICE:
            blanks -= self._choices.of(ref).said
        return Column(field.code, source.typed, self._reader_of(field), blanks, free=free)

    def _field(self, ref: FieldRef) -> ItemField:
        return self._catalogue.field(ref.group, ref.field, ref.kind)


def kept(known: dict[K, V], key: K, value: V) -> V:
    """Keep what was worked out, but not for every way in which a hostile list differs."""
    if len(known) >= _KEPT:
        known.clear()
    known[key] = value
    return value


def _shape(places: Mapping[FieldRef, int], kinds: _Types) -> Shape:
    good = {ref: place for ref, place in places.items() if kinds[place] is str}
    wrong = {ref: place for ref, place in places.items() if kinds[place] is Wrong}
    return Shape(good, wrong, ())


def _taker(places: Sequence[int]) -> Taker:
    if len(places) == 1:
        (place,) = places
        return lambda row: (row[place],)
    return itemgetter(*places) if places else lambda _: ()
