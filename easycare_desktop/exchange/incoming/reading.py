"""From a file on disk to grids, judged by content, never by name."""

from pathlib import Path

from easycare_desktop.exchange.incoming.grid import LARGEST_FILE, Grid
from easycare_desktop.exchange.incoming.refusals import (
    ListFileEmptyError,
    ListFileMissingError,
    ListFileTooLargeError,
)
from easycare_desktop.exchange.incoming.texts import read_text
from easycare_desktop.exchange.incoming.workbooks import is_workbook, read_workbook


def read_list(path: Path) -> list[Grid]:
    """Return the sheets of a workbook, or the one grid of a text, the fullest first.

    What is hidden comes last. Nothing is written anywhere. Raises `ListFileMissingError`,
    `ListFileTooLargeError`, `ListFileEmptyError` and what `read_workbook` and `read_text` raise.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ListFileTooLargeError
        content = path.read_bytes()
    except OSError:
        raise ListFileMissingError from None
    return read_content(content)


def read_content(content: bytes) -> list[Grid]:
    """Do the same with the bytes of a file."""
    grids = read_workbook(content) if is_workbook(content) else read_text(content, "")
    full = sorted((grid for grid in grids if grid.rows), key=_order)
    if not full:
        raise ListFileEmptyError
    return full


def _order(grid: Grid) -> tuple[bool, int]:
    return grid.hidden, -len(grid.rows) * grid.width
