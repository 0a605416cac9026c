"""One row of a list as typed values: other words for choices, lost zeros, resident numbers."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from easycare_desktop.domain.catalogue import Catalogue, FieldKind
from easycare_desktop.domain.importing import FieldRef, Layout, ListWords, Special
from easycare_desktop.exchange.incoming.grid import GridRow

_RESIDENT = re.compile(r"(\d{2})(\d{2})(\d{2})\s*-?\s*([0-9*xX])?[0-9*xX]{0,6}")
# The seventh digit tells the century; without it the two digits of the year are read as typed.
_CENTURY = dict.fromkeys("1256", 19) | dict.fromkeys("3478", 20) | dict.fromkeys("90", 18)
_POSTCODE = 5
_NO_ZERO = re.compile(r"1[016789]\d{7,8}|2\d{7,8}|[3-7]\d{8,9}")

Typed = dict[FieldRef, str]


class _Texts(dict[str, str]):
    """The cells of a column as a person would have typed them; worked out when first met."""

    def __init__(self, kind: FieldKind, choices: Mapping[str, str]) -> None:
        super().__init__()
        self._kind, self._choices = kind, choices

    def __missing__(self, cell: str) -> str:
        text = self[cell] = self._typed(cell.strip())
        return text

    def _typed(self, cell: str) -> str:
        if self._kind is FieldKind.CHOICE:
            composed = unicodedata.normalize("NFC", cell)
            return self._choices.get("".join(composed.split()), composed)
        if self._kind is FieldKind.PHONE and _NO_ZERO.fullmatch(cell):
            return f"0{cell}"
        if self._kind is FieldKind.POSTCODE and cell.isdigit() and len(cell) == _POSTCODE - 1:
            return f"0{cell}"
        return cell


def _texts_of(kind: FieldKind, ref: FieldRef, words: ListWords) -> _Texts | None:
    """Return how cells are taken; nothing where they stand as they were typed."""
    taken = kind in {FieldKind.CHOICE, FieldKind.PHONE, FieldKind.POSTCODE}
    return _Texts(kind, words.choices.get(ref, {})) if taken else None


class RowReader:
    """Reads rows by a layout. What it returns is as if typed; nothing is checked yet."""

    def __init__(self, layout: Layout, words: ListWords, catalogue: Catalogue) -> None:
        self.words = words
        self._columns = tuple(
            (
                place,
                ref,
                _texts_of(catalogue.field(ref.group, ref.field, ref.kind).kind, ref, words),
            )
            for place, ref in enumerate(layout.meanings)
            if isinstance(ref, FieldRef)
        )
        resident = Special.RESIDENT_NUMBER
        self._resident = layout.meanings.index(resident) if resident in layout.meanings else None
        self._told = {
            field: FieldRef(words.kind, "identity", field)
            for field in ("birth", "sex")
            if catalogue.has_field("identity", field, words.kind)
        }

    def read(self, row: GridRow) -> Typed:
        """Return what the row says, by field; empty cells are left out."""
        typed: Typed = {}
        cells = row.cells
        for place, ref, texts in self._columns:
            text = cells[place].strip() if texts is None else texts[cells[place]]
            if text:
                typed[ref] = text
        if self._resident is not None:
            told = _from_resident(cells[self._resident].strip())
            for field, ref in self._told.items():
                if field in told:
                    typed.setdefault(ref, told[field])
        return typed

    def derived(self, refs: Iterable[FieldRef]) -> Mapping[FieldRef, FieldRef]:
        """Return which other fields of a row fill which, in the groups that it speaks of."""
        known = {*refs}
        spoken = {(ref.kind, ref.group) for ref in known}
        return {
            ref: source
            for ref, source in self.words.derived.items()
            if (ref.kind, ref.group) in spoken and ref not in known and source in known
        }

    def assumed(self, refs: Iterable[FieldRef]) -> Typed:
        """Return what is taken for granted in the groups that a row speaks of."""
        known = {*refs}
        spoken = {(ref.kind, ref.group) for ref in known}
        return {
            ref: value
            for ref, value in self.words.assumed.items()
            if (ref.kind, ref.group) in spoken and ref not in known
        }


def _from_resident(text: str) -> dict[str, str]:
    """Return day of birth and sex as a resident number tells them; the rest is not looked at."""
    match = _RESIDENT.fullmatch(text)
    if match is None:
        return {}
    year, month, day, seventh = match.groups()
    century = _CENTURY.get(seventh or "")
    if century is None:
        return {"birth": f"{year}{month}{day}"}
    sex = "female" if int(seventh) % 2 == 0 else "male"
    return {"birth": f"{century}{year}-{month}-{day}", "sex": sex}
