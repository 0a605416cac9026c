"""Parts of a workbook (xlsx), looked through as XML before the whole of it is read.

Whatever is repeated or lies far away costs nothing in a file, and all memory once it is unfolded.
"""

import re
import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from easycare_desktop.exchange.incoming.grid import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_TOGETHER,
    Hidden,
)
from easycare_desktop.exchange.incoming.hiding import note_columns, note_row, sheet_parts
from easycare_desktop.exchange.incoming.refusals import (
    ListFileDamagedError,
    ListFileTooLargeError,
    ListFileUnknownError,
    TooManyColumnsError,
    TooManyRowsError,
)

MOST_LETTERS = 50_000_000
"""In all cells together: a text that is kept once may stand in each of them."""
_BOOK = "xl/workbook.xml"
_OTHERS = frozenset({"content.xml", "xl/workbook.bin"})
"""What makes a zip a workbook of another kind, which is not looked through here."""
_STRINGS, _CELLS = "xl/sharedstrings.xml", b"sheetData"
_CHUNK = 1 << 16
_PLACE = re.compile(r"([A-Za-z]{1,4})([0-9]{1,9})")
_LONGEST_COUNT = 9


def look_through(parts: zipfile.ZipFile) -> dict[str, Hidden]:
    """Refuse what unfolds to more than any register; return what each sheet hides, by its name.

    Raises `ListFileUnknownError`, `ListFileDamagedError`, `ListFileTooLargeError`,
    `TooManyColumnsError`, `TooManyRowsError`.
    """
    entries = [each for each in parts.infolist() if not each.is_dir()]
    names = set(map(_name, entries))
    if _BOOK not in names or names & _OTHERS:
        raise ListFileUnknownError
    lengths: list[int] = []
    for each in entries:
        if _name(each) == _STRINGS:
            strings = _Strings()
            _parse(strings, _pieces(parts, each))
            both = zip_longest(lengths, strings.lengths, fillvalue=0)
            lengths = [max(pair) for pair in both]
    cells = letters = 0
    sheets = sheet_parts(parts, {_name(each): each.filename for each in entries})
    hidden: dict[str, Hidden] = {}
    for each in entries:
        if not _holds_cells(parts, each):
            continue
        sheet = _Sheet(lengths)
        _parse(sheet, _pieces(parts, each))
        sheet.settle()
        check_size(sheet.rows, sheet.columns)
        cells, letters = cells + sheet.rows * sheet.columns, letters + sheet.letters
        if cells > MOST_TOGETHER or letters > MOST_LETTERS:
            raise ListFileTooLargeError
        hidden[sheets.get(_name(each), "")] = sheet.hidden
    return hidden


def check_size(rows: int, columns: int) -> None:
    """Raise `TooManyColumnsError` or `TooManyRowsError` where no list of people is as large."""
    if columns > MOST_COLUMNS:
        raise TooManyColumnsError(MOST_COLUMNS)
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        raise TooManyRowsError(MOST_ROWS)


class _Strings:
    """How long each of the texts is that cells share."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def begin(self, name: str, _: dict[str, str]) -> None:
        if _local(name) == "si":
            self.lengths.append(0)

    def text(self, data: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(data)


class _Sheet:
    """How far the cells with a value reach, and how much stands in them."""

    def __init__(self, lengths: list[int]) -> None:
        self.rows = self.columns = self.letters = 0
        self.hidden = Hidden.nothing()
        self._lengths = lengths
        self._row = self._column = 0
        self._shared = False
        self._said: list[str] = []
        self.text = self._said.append

    def begin(self, name: str, said: dict[str, str]) -> None:
        tag = _local(name)
        if tag == "c":
            self.settle()
            self._shared = said.get("t") == "s"
            place = _PLACE.fullmatch(said.get("r", ""))
            self._column = _column(place[1]) if place else self._column + 1
            self._row = int(place[2]) if place else self._row
        elif tag in {"v", "is"}:
            self._said.clear()
            self.rows = max(self.rows, self._row)
            self.columns = max(self.columns, self._column)
        elif tag == "row":
            self.settle()
            number = said.get("r", "")[:_LONGEST_COUNT]
            self._row = int(number) if number.isdecimal() else self._row + 1
            self._column = 0
            note_row(self.hidden, self._row, said)
        elif tag == "col":
            note_columns(self.hidden, said)

    def settle(self) -> None:
        """Count what the last cell shares with others."""
        if self._shared:
            number = "".join(self._said).strip()[:_LONGEST_COUNT]
            at = int(number) if number.isdecimal() else -1
            self.letters += self._lengths[at] if 0 <= at < len(self._lengths) else 0
            self._shared = False
        self._said.clear()


def _holds_cells(parts: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Tell whether a part is a sheet; what it is called, and its first tag, prove nothing."""
    tail = b""
    for piece in _pieces(parts, entry):
        if _CELLS in tail + piece:
            return True
        tail = piece[-len(_CELLS) :]
    return False


def _parse(hearing: _Sheet | _Strings, pieces: Iterator[bytes]) -> None:
    parser: XMLParserType = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = hearing.begin
    parser.CharacterDataHandler = hearing.text
    parser.EntityDeclHandler = _refuse_entity
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", True)  # noqa: FBT003 - the parser takes no name
    except (ExpatError, UnicodeError):
        raise ListFileDamagedError from None


def _refuse_entity(*_: object) -> None:
    raise ListFileDamagedError


def _name(entry: zipfile.ZipInfo) -> str:
    """Return what a part is called, as loosely as the reader looks for it."""
    return entry.filename.replace("\\", "/").casefold()


def _pieces(parts: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with parts.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
