"""Texts of rows (csv) as grids: the encodings and separators that Korean offices meet."""

import codecs
import csv
import io
import re

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
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    begins, guarded = 1, '="' in text
    try:
        for cells in reader:
            if len(cells) > MOST_COLUMNS:
                raise TooManyColumnsError(MOST_COLUMNS)
            if len(rows) >= MOST_ROWS:
                raise TooManyRowsError(MOST_ROWS)
            rows.append((begins, [_unguarded(cell) for cell in cells] if guarded else cells))
            begins = reader.line_num + 1
    except csv.Error:
        raise ListFileDamagedError(begins) from None
    return rows


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
