"""One row of a list as typed values: other words for choices, lost zeros, resident numbers."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from easycare_desktop.domain.catalogue import Catalogue, FieldKind
from easycare_desktop.domain.importing import FieldRef, Layout, ListWords, Special
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.exchange.incoming.grid import GridRow

_RESIDENT = re.compile(r"(\d{2})(\d{2})(\d{2})\s*-?\s*([0-9*xX])?[0-9*xX]{0,6}")
# The seventh digit tells the century; without it the two digits of the year are read as typed.
_CENTURY = dict.fromkeys("1256", 19) | dict.fromkeys("3478", 20) | dict.fromkeys("90", 18)
_POSTCODE = 5
_NO_ZERO = re.compile(r"1[016789]\d{7,8}|2\d{7,8}|[3-7]\d{8,9}")

Typed = dict[FieldRef, str]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that is read: where it stands and how its cells are taken."""

    place: int
    ref: FieldRef
    kind: FieldKind
    choices: Mapping[str, str]

    def typed(self, cell: str) -> str:
        """Return the cell as a person would have typed it."""
        if self.kind is FieldKind.CHOICE:
            composed = unicodedata.normalize("NFC", cell)
            return self.choices.get("".join(composed.split()), composed)
        if self.kind is FieldKind.PHONE and _NO_ZERO.fullmatch(cell):
            return f"0{cell}"
        if self.kind is FieldKind.POSTCODE and cell.isdigit() and len(cell) == _POSTCODE - 1:
            return f"0{cell}"
        return cell


class RowReader:
    """Reads rows by a layout. What it returns is as if typed; nothing is checked yet."""

    def __init__(self, layout: Layout, words: ListWords, catalogue: Catalogue) -> None:
        self.words = words
        self._columns = tuple(
            _Column(
                place,
                ref,
                catalogue.field(ref.group, ref.field, ref.kind).kind,
                words.choices.get(ref, {}),
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
        for column in self._columns:
            cell = row.cells[column.place].strip()
            if cell:
                typed[column.ref] = column.typed(cell)
        if self._resident is not None:
            told = _from_resident(row.cells[self._resident].strip())
            for field, ref in self._told.items():
                if field in told:
                    typed.setdefault(ref, told[field])
        return typed

    def derived(self, typed: Mapping[FieldRef, str]) -> Typed:
        """Return what other fields of the row fill in the groups that the row speaks of."""
        if not self.words.derived:
            return {}
        spoken = _spoken_of(typed)
        return {
            ref: typed[source]
            for ref, source in self.words.derived.items()
            if (ref.kind, ref.group) in spoken and ref not in typed and source in typed
        }

    def assumed(self, typed: Mapping[FieldRef, str]) -> Typed:
        """Return what is taken for granted in the groups that the row speaks of."""
        spoken = _spoken_of(typed)
        return {
            ref: value
            for ref, value in self.words.assumed.items()
            if (ref.kind, ref.group) in spoken and ref not in typed
        }


def _spoken_of(typed: Mapping[FieldRef, str]) -> list[tuple[PersonKind, str]]:
    """Return the groups about which a row says anything; a few, so that looking is quick."""
    spoken: list[tuple[PersonKind, str]] = []
    for ref in typed:
        group = (ref.kind, ref.group)
        if group not in spoken:
            spoken.append(group)
    return spoken


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
