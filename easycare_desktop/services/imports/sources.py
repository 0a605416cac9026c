"""Where fields are read: in columns of their own, or in cells that tell of more than one."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from easycare_desktop.domain.catalogue import Catalogue, FieldKind
from easycare_desktop.domain.importing import FieldRef, Layout, Special
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.imports.against import BRACKETS
from easycare_desktop.services.imports.cells import as_typed, of_period, told_by_resident
from easycare_desktop.services.imports.choices import Choices, ChoicesOf

_NAME = FieldRef(PersonKind.GUARDIAN, "identity", "name")
_RELATION = FieldRef(PersonKind.GUARDIAN, "identity", "relation")


class Source(NamedTuple):
    """In which column a field is read, and how its cells are taken."""

    ref: FieldRef
    place: int
    typed: Callable[[str], str]


class Sources:
    """The sources of one layout."""

    def __init__(
        self, layout: Layout, words: ListWords, catalogue: Catalogue, choices: ChoicesOf
    ) -> None:
        self._layout, self._words, self._catalogue = layout, words, catalogue
        self._choices = choices

    def own(self) -> list[Source]:
        """Return the columns that hold one field each."""
        return [Source(ref, place, self._typed(ref)) for ref, place in self._fields(1)]

    def others(self) -> list[Source]:
        """Return what other cells fill where the columns of these fields do not."""
        return [*self._shared(), *self._relations(), *self._told()]

    def _fields(self, count: int) -> Iterator[tuple[FieldRef, int]]:
        for place, ref in enumerate(self._layout.meanings):
            if isinstance(ref, FieldRef) and len(ref.parts) == count:
                yield ref, place

    def _typed(self, ref: FieldRef) -> Callable[[str], str]:
        if ref == _NAME:
            return partial(_name, self._choices.of(_RELATION))
        kind = self._kind(ref)
        return self._choices.of(ref).typed if kind is FieldKind.CHOICE else as_typed(kind)

    def _shared(self) -> Iterator[Source]:
        """Yield the two fields that stand in one cell."""
        for ref, place in self._fields(2):
            first = ref.parts[0]
            for part in ref.parts:
                later = part != first
                if self._kind(first) is FieldKind.DATE:
                    yield Source(part, place, partial(of_period, until=later))
                else:
                    several = self._choices.of(first).several
                    yield Source(part, place, partial(several, others=later))

    def _relations(self) -> Iterator[Source]:
        """Yield what stands in brackets behind the name of a guardian."""
        for ref, place in self._fields(1):
            if ref == _NAME:
                yield Source(_RELATION, place, partial(_relation, self._choices.of(_RELATION)))

    def _told(self) -> Iterator[Source]:
        """Yield what a resident number tells."""
        if Special.RESIDENT_NUMBER in self._layout.meanings:
            place = self._layout.meanings.index(Special.RESIDENT_NUMBER)
            for field in ("birth", "sex"):
                if self._catalogue.has_field("identity", field, self._words.kind):
                    ref = FieldRef(self._words.kind, "identity", field)
                    yield Source(ref, place, partial(told_by_resident, field))

    def _kind(self, ref: FieldRef) -> FieldKind:
        return self._catalogue.field(ref.group, ref.field, ref.kind).kind


def _relation(choices: Choices, cell: str) -> str:
    """Return the relation in brackets behind a name; nothing where it says anything else."""
    inside = BRACKETS.findall(unicodedata.normalize("NFKC", cell))
    code = choices.known(inside[0][1:-1]) if len(inside) == 1 else ""
    return code if cell.rstrip().endswith((")", "]", "\uff09")) else ""


def _name(choices: Choices, cell: str) -> str:
    """Return a name without the relation behind it."""
    if not _relation(choices, cell):
        return cell
    return BRACKETS.sub("", unicodedata.normalize("NFKC", cell)).strip()
