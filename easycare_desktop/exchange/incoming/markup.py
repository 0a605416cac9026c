"""Tables that are written as HTML or as XML of Excel 2003, mostly in files that are called xls."""

import re
from html.parser import HTMLParser

from easycare_desktop.exchange.incoming.grid import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    Hidden,
    Merged,
    make_grid,
)
from easycare_desktop.exchange.incoming.refusals import (
    ListFileDamagedError,
    ListFileUnknownError,
    TooManyColumnsError,
    TooManyRowsError,
)
from easycare_desktop.system.override import override

_BEGIN = re.compile(
    r"\ufeff?\s*<(?:!doctype|!--|\?xml|html|head|meta|body|table|style|workbook)\b", re.IGNORECASE
)
_TABLES, _ROWS = frozenset({"table"}), frozenset({"tr", "row"})
_COLUMNS = frozenset({"col", "column"})
_CELLS, _BREAKS = frozenset({"td", "th", "cell"}), frozenset({"br", "p", "div"})
_HIDDEN = frozenset({"1", "", "hidden"})
_ASIDE = frozenset({"comment", "script", "style"})
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T00:00:00(?:\.0+)?")
_LONGEST_COUNT = 6
_CHUNK, _LONGEST_TAG, _LONGEST_REST = 1 << 16, 1 << 22, 1 << 13
"""What is not closed is read again with every piece, and at the end with every sign of it."""
_Attrs = list[tuple[str, str | None]]


def is_markup(text: str) -> bool:
    """Tell by its beginning whether a text is marked up; its name proves nothing."""
    return _BEGIN.match(text) is not None


def read_markup(text: str) -> list[Grid]:
    """Return every table as a grid.

    Raises `ListFileUnknownError` where there is none, `ListFileDamagedError`,
    `TooManyColumnsError`, `TooManyRowsError`.
    """
    reading = _Reading()
    try:
        for at in range(0, len(text), _CHUNK):
            reading.feed(text[at : at + _CHUNK])
            reading.refuse_open(_LONGEST_TAG)
        reading.refuse_open(_LONGEST_REST)
        reading.close()
    except AssertionError:  # so the parser says that a declaration cannot be read
        raise ListFileDamagedError from None
    if not reading.tables:
        raise ListFileUnknownError
    return [make_grid(each.name, each.rows, each.merged, each.hidden) for each in reading.tables]


class _Table:
    """A table while it is read. `hanging`: by column how many rows more a cell above covers it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[tuple[int, list[str]]] = []
        self.merged: list[Merged] = []
        self.open: list[str] | None = None
        self.hidden = Hidden.nothing()
        self._column = 0
        self._hanging: dict[int, int] = {}
        self._size = 0

    def note_columns(self, number: int, count: int, *, hidden: bool) -> None:
        """Note whether columns are hidden, from one with this number on; 0: the next one."""
        first = number - 1 if number else self._column
        self._column = min(first + count, MOST_COLUMNS)
        if hidden:
            self.hidden.columns.update(range(first, self._column))

    def begin_row(self, number: int, *, hidden: bool = False) -> None:
        """Begin the row with this number; 0: the next one."""
        self.end_cell()
        number = number or (self.rows[-1][0] + 1 if self.rows else 1)
        if number > MOST_ROWS:
            raise TooManyRowsError(MOST_ROWS)
        self._hanging = {at: more - 1 for at, more in self._hanging.items() if more > 1}
        self.rows.append((number, []))
        if hidden:
            self.hidden.rows.add(number)

    def begin_cell(self, column: int, across: int, down: int) -> None:
        """Begin a cell in this column, counted from 1; 0: the next one that is free."""
        self.end_cell()
        if not self.rows:
            self.begin_row(0)
        number, cells = self.rows[-1]
        while column > len(cells) + 1 or len(cells) in self._hanging:
            self._add(cells)
        left = len(cells)
        for _ in range(across + 1):
            self._add(cells)
        if across or down:
            self.merged.append(Merged(number, left, number + down, left + across))
        if down:
            self._hanging |= dict.fromkeys(range(left, left + across + 1), down + 1)
        self.open = []
        self._at = left

    def end_cell(self) -> None:
        """End the cell that is open, if one is."""
        if self.open is not None:
            text = " ".join("".join(self.open).split())
            whole = _MIDNIGHT.fullmatch(text)
            self.rows[-1][1][self._at] = whole[1] if whole else text
            self.open = None

    def _add(self, cells: list[str]) -> None:
        self._size += 1
        if len(cells) >= MOST_COLUMNS:
            raise TooManyColumnsError(MOST_COLUMNS)
        if self._size > MOST_CELLS:
            raise TooManyRowsError(MOST_ROWS)
        cells.append("")


class _Reading(HTMLParser):
    """Hears the tags; those of Excel carry a prefix, which says nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._inside: list[_Table] = []
        self._sheet = ""
        self._aside = ""

    def refuse_open(self, most: int) -> None:
        """Raise `ListFileDamagedError` where more than this waits for the end of a tag."""
        if len(self.rawdata) > most:
            raise ListFileDamagedError

    @override
    def handle_starttag(self, tag: str, attrs: _Attrs) -> None:
        tag, said = _bare(tag), {_bare(name): value or "" for name, value in attrs}
        if self._aside:
            return
        if tag in _ASIDE:
            self._aside = tag
        elif tag == "worksheet":
            self._sheet = said.get("name", "")
        elif tag in _TABLES:
            self._inside.append(_Table(self._sheet))
            self.tables.append(self._inside[-1])
        elif self._inside:
            self._in_table(tag, said)

    def _in_table(self, tag: str, said: dict[str, str]) -> None:
        table = self._inside[-1]
        if tag in _ROWS:
            table.begin_row(_count(said.get("index", "")), hidden=_is_hidden(said))
        elif tag in _COLUMNS:
            count = max(_count(said.get("span", "")), 1) + (tag == "column" and "span" in said)
            table.note_columns(_count(said.get("index", "")), count, hidden=_is_hidden(said))
        elif tag in _CELLS:
            across = max(_count(said.get("colspan", "")) - 1, _count(said.get("mergeacross", "")))
            down = max(_count(said.get("rowspan", "")) - 1, _count(said.get("mergedown", "")))
            table.begin_cell(_count(said.get("index", "")), across, down)
        elif tag in _BREAKS:
            self.handle_data(" ")

    @override
    def handle_endtag(self, tag: str) -> None:
        tag = _bare(tag)
        if self._aside:
            self._aside = "" if tag == self._aside else self._aside
        elif self._inside and tag in _CELLS | _ROWS:
            self._inside[-1].end_cell()
        elif self._inside and tag in _TABLES:
            self._inside.pop().end_cell()

    @override
    def handle_data(self, data: str) -> None:
        if not self._aside and self._inside and self._inside[-1].open is not None:
            self._inside[-1].open.append(data)

    @override
    def unknown_decl(self, data: str) -> None:
        self.handle_data(data.removeprefix("CDATA["))

    @override
    def close(self) -> None:
        super().close()
        for table in self._inside:
            table.end_cell()


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


def _is_hidden(said: dict[str, str]) -> bool:
    style = "".join(said.get("style", "").split()).casefold()
    return said.get("hidden", "0") in _HIDDEN or "display:none" in style


def _count(text: str) -> int:
    """Return how many rows or columns a tag speaks of; what is no number counts nothing."""
    digits = text.strip()[:_LONGEST_COUNT]
    return int(digits) if digits.isascii() and digits.isdigit() else 0
