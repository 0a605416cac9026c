"""What a workbook hides: rows and columns that Excel does not show, by the name of their sheet.

Nothing is refused by it, and of what cannot be found out nothing is said to be hidden. Source:
ECMA-376 part 1, 18.2.19, 18.3.1.13 and 18.3.1.73.
"""

import zipfile
from collections.abc import Mapping
from posixpath import join, normpath
from xml.parsers.expat import ExpatError, ParserCreate

from easycare_desktop.exchange.incoming.grid import MOST_COLUMNS, MOST_ROWS, Hidden

_BOOK, _TIES, _FOLDER = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl"
_TRUE = frozenset({"1", "true"})
_NOTHING = frozenset({"0", "0.0"})
_LARGEST_BOOK, _LONGEST_COUNT = 4_000_000, 6


def sheet_parts(parts: zipfile.ZipFile, names: Mapping[str, str]) -> dict[str, str]:
    """Return the names of sheets by the part that holds them; nothing where that cannot be read.

    `names`: of all parts, by how they are looked for.
    """
    try:
        return _sheet_parts(parts, names)
    except (ExpatError, UnicodeError):
        return {}


def _sheet_parts(parts: zipfile.ZipFile, names: Mapping[str, str]) -> dict[str, str]:
    ties: dict[str, str] = {}
    for tag, said in _tags(parts, names.get(_TIES, "")):
        if tag == "Relationship":
            target = said.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else join(_FOLDER, target)
            ties[said.get("Id", "")] = normpath(place.replace("\\", "/")).casefold()
    return {
        ties[key]: said["name"]
        for tag, said in _tags(parts, names.get(_BOOK, ""))
        if tag == "sheet" and "name" in said and (key := _tie(said)) in ties
    }


def _tie(said: Mapping[str, str]) -> str:
    return next((text for name, text in said.items() if name.rpartition(":")[2] == "id"), "")


def _tags(parts: zipfile.ZipFile, name: str) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    if not name or parts.getinfo(name).file_size > _LARGEST_BOOK:
        return found

    def begin(tag: str, said: dict[str, str]) -> None:
        found.append((tag.rpartition(":")[2], said))

    def refuse(*_: object) -> None:
        raise UnicodeError

    parser = ParserCreate()
    parser.StartElementHandler = begin
    parser.EntityDeclHandler = refuse
    parser.Parse(parts.read(name), True)  # noqa: FBT003 - the parser takes no name
    return found


def note_row(hidden: Hidden, number: int, said: Mapping[str, str]) -> None:
    """Note a row if its tag says that it is hidden, or has no height."""
    away = said.get("hidden", "") in _TRUE or said.get("ht", "") in _NOTHING
    if away and number <= MOST_ROWS:
        hidden.rows.add(number)


def note_columns(hidden: Hidden, said: Mapping[str, str]) -> None:
    """Note the columns of a tag if it says that they are hidden, or have no width."""
    if said.get("hidden", "") not in _TRUE and said.get("width", "") not in _NOTHING:
        return
    first, last = (said.get(each, "")[:_LONGEST_COUNT] for each in ("min", "max"))
    if first.isdecimal() and last.isdecimal():
        hidden.columns.update(range(int(first) - 1, min(int(last), MOST_COLUMNS)))
