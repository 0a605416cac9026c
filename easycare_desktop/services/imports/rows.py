"""One row of a list as typed values: other words for choices, lost zeros, resident numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from easycare_desktop.domain.catalogue import Catalogue, FieldKind
from easycare_desktop.domain.importing import FieldRef, Layout, ListWords, Special
from easycare_desktop.exchange.incoming.grid import GridRow

_RESIDENT = re.compile(r"(\d{2})(\d{2})(\d{2})\s*-?\s*([0-9*xX])?[0-9*xX]{0,6}")
# The seventh digit tells the century; without it the two digits of the year are read as typed.
_CENTURY = dict.fromkeys("1256", 19) | dict.fromkeys("3478", 20) | dict.fromkeys("90", 18)
_POSTCODE = 5
_NO_ZERO = re.compile(r"1[016789]\d{7,8}|2\d{7,8}|[3-7]\d{8,9}")

Typed = dict[FieldRef, str]


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads rows by a layout. What it returns is as if typed; nothing is checked yet."""

    layout: Layout
    words: ListWords
    catalogue: Catalogue

    def read(self, row: GridRow) -> Typed:
        """Return what the row says, by field; empty cells are left out."""
        typed: Typed = {}
        resident = ""
        for cell, meaning in zip(row.cells, self.layout.meanings, strict=True):
            text = cell.strip()
            if not text or meaning is None:
                continue
            if meaning is Special.RESIDENT_NUMBER:
                resident = text
            elif isinstance(meaning, FieldRef):
                typed[meaning] = self._as_typed(meaning, text)
        for field, value in _from_resident(resident).items():
            if self.catalogue.has_field("identity", field, self.words.kind):
                typed.setdefault(FieldRef(self.words.kind, "identity", field), value)
        return typed

    def derived(self, typed: Mapping[FieldRef, str]) -> Typed:
        """Return what other fields of the row fill in the groups that the row speaks of."""
        groups = {(ref.kind, ref.group) for ref in typed}
        return {
            ref: typed[source]
            for ref, source in self.words.derived.items()
            if (ref.kind, ref.group) in groups and ref not in typed and source in typed
        }

    def assumed(self, typed: Mapping[FieldRef, str]) -> Typed:
        """Return what is taken for granted in the groups that the row speaks of."""
        groups = {(ref.kind, ref.group) for ref in typed}
        return {
            ref: value
            for ref, value in self.words.assumed.items()
            if (ref.kind, ref.group) in groups and ref not in typed
        }

    def _as_typed(self, ref: FieldRef, text: str) -> str:
        field = self.catalogue.field(ref.group, ref.field, ref.kind)
        if field.kind is FieldKind.CHOICE:
            return self.words.choices.get(ref, {}).get("".join(text.split()), text)
        if field.kind is FieldKind.PHONE and _NO_ZERO.fullmatch(text):
            return f"0{text}"
        if field.kind is FieldKind.POSTCODE and text.isdigit() and len(text) == _POSTCODE - 1:
            return f"0{text}"
        return text


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
