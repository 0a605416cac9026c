"""Texts of rows (csv) as grids: the encodings and separators that Korean offices meet."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from easycare_desktop.exchange.incoming.grid import MOST_COLUMNS, MOST_ROWS, Grid, make_grid
from easycare_desktop.exchange.incoming.markup import is_markup, read_markup
from easycare_desktop.exchange.incoming.refusals import (
    ListFileDamagedError,
    ListFileUnknownError,
    MixedEncodingError,
    TooManyColumnsError,
    TooManyRowsError,
)

_HANGUL = re.compile("[\uac00-\ud7a3]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ELSE = re.compile(r"\s*(?:mime-version:|\{\\rtf|%pdf)", re.IGNORECASE)
"""How texts begin that are a whole page, not rows: a saved web page, a letter, a print."""
_QUOTE = '"'
_FRAMED = re.compile(r'"([^"]*)"')
_SEPARATORS = ",\t;"
_SAMPLE = 20
_LONGEST_CELL = 131_072
_LOOKED_AT, _RARE = 4096, 50
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(content: bytes, name: str) -> list[Grid]:
    """Return the rows of a text as one grid, or the tables of one that is marked up.

    Raises `ListFileUnknownError`, `MixedEncodingError`, `ListFileDamagedError`,
    `TooManyColumnsError`, `TooManyRowsError`.
    """
    text = decode(content)
    if not _is_text(text) or _ELSE.match(text):
        raise ListFileUnknownError
    if is_markup(text):
        return read_markup(text)
    return [make_grid(name, _rows(text))]


def _is_text(text: str) -> bool:
    """Tell text from anything else; a stray sign in a cell is refused with its row instead."""
    sample = text[:_LOOKED_AT]
    return len(_NOT_TEXT.findall(sample)) * _RARE <= len(sample)


def decode(content: bytes) -> str:
    """Return the text: by its mark, else UTF-16 by its zeros, else strict UTF-8, else CP949.

    Raises `MixedEncodingError` where one encoding does not do for all rows, and
    `ListFileUnknownError` where none does.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strict(content, encoding)
    wide = _wide_encoding(content)
    if wide:
        return _strict(content, wide)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_mixture(content)
        return _strict(content, "cp949")


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ListFileDamagedError(content[: error.start].count(b"\n") + 1) from None


def _wide_encoding(content: bytes) -> str:
    """Return UTF-16 without a mark: every second byte of commas and digits is zero."""
    sample = content[:4096]
    if len(content) % 2 or sample.count(0) * 10 <= len(sample):
        return ""
    return "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"


def _refuse_mixture(content: bytes) -> None:
    """Raise `MixedEncodingError` at the first row that is of the other encoding than the first."""
    first = ""
    for number, row in enumerate(content.split(b"\n"), start=1):
        if row.isascii():
            continue
        encoding = _encoding_of(row)
        first = first or encoding
        if encoding != first:
            raise MixedEncodingError(number)


def _encoding_of(row: bytes) -> str:
    try:
        return "utf-8" if _HANGUL.search(row.decode("utf-8")) else "cp949"
    except UnicodeDecodeError:
        return "cp949"


def _rows(text: str) -> list[tuple[int, list[str]]]:
    csv.field_size_limit(_LONGEST_CELL)
    separator, guarded = _separator(text), '="' in text
    rows: list[tuple[int, list[str]]] = []
    for begins, cells in _numbered(io.StringIO(text, newline=""), separator):
        if len(cells) > MOST_COLUMNS:
            raise TooManyColumnsError(MOST_COLUMNS)
        if len(rows) >= MOST_ROWS:
            raise TooManyRowsError(MOST_ROWS)
        rows.append((begins, [_unguarded(cell) for cell in cells] if guarded else cells))
    return rows


def _numbered(text: io.StringIO, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the number of its first line. Raises `ListFileDamagedError`."""
    lines = _Lines(text)
    begins, width = 1, 0
    while True:
        reader = csv.reader(lines, delimiter=separator, strict=True)
        try:
            for cells in reader:
                width = max(width, len(cells))
                yield begins, cells
                begins = lines.count + 1
        except csv.Error:
            as_written = _as_written(lines.last, separator)
            if lines.count != begins or not as_written or len(as_written) != width:
                raise ListFileDamagedError(begins) from None
            yield begins, as_written
            begins = lines.count + 1
        else:
            return


class _Lines:
    """Lines of a text; more than one reader may go on with them."""

    def __init__(self, text: io.StringIO) -> None:
        self._text = text
        self.count, self.last = 0, ""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.last = next(self._text)
        self.count += 1
        return self.last


def _as_written(line: str, separator: str) -> list[str]:
    """Return the cells of a line whose quotes are no frame, such as "a" b; else nothing."""
    if line.count(_QUOTE) % 2 or len(line) > _LONGEST_CELL:
        return []
    cells = [cell.strip() for cell in line.rstrip("\r\n").split(separator)]
    if any(cell.count(_QUOTE) % 2 for cell in cells):
        return []
    return [match[1] if (match := _FRAMED.fullmatch(cell)) else cell for cell in cells]


def _separator(text: str) -> str:
    """Return the separator that cuts the first rows into the most columns, all alike."""
    sample = text.splitlines()[:_SAMPLE]
    counts = {sep: [row.count(sep) for row in sample if row.strip()] for sep in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda sep: (min(counts[sep], default=0), sum(counts[sep])))
    return best if sum(counts[best]) else ","


def _unguarded(cell: str) -> str:
    """Return what stands in ="0101": Excel's own way to keep the zeros of a number in a text."""
    if '="' not in cell:
        return cell
    match = re.fullmatch(r'="([^"]*)"', cell.strip())
    return match[1] if match else cell
