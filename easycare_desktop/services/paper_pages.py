"""The pages of a finished paper as pictures, and the way of its bytes out of the program."""

from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.documents.preview import (
    PageImage,
    page_size,
    page_sizes,
    picture_size,
    render_page,
    render_picture,
)
from easycare_desktop.services.papers import MadePaper, PaperKind, PaperService
from easycare_desktop.services.saved_files import SavedFileService
from easycare_desktop.system.atomic_files import write_atomically

POINTS_PER_INCH = 72
A4_WIDTH = 595.0

__all__ = [
    "PageImage",
    "PageSize",
    "PaperPages",
    "PicturePages",
    "pages_of",
    "save_editable",
    "save_paper",
]


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height in points."""

    width: float
    height: float


class PaperPages:
    """The pages of one PDF, counted from 0. Safe to use from any thread."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf

    def sizes(self) -> tuple[PageSize, ...]:
        """Return the size of every page."""
        return tuple(PageSize(*size) for size in page_sizes(self._pdf))

    def at_width(self, page: int, pixels: int) -> PageImage:
        """Return a page as wide as `pixels`. Raises `IndexError` where there is no such page."""
        width = page_size(self._pdf, page)[0]
        return self.at_dpi(page, pixels * POINTS_PER_INCH / width)

    def at_dpi(self, page: int, dpi: float) -> PageImage:
        """Return a page at this resolution. Raises `IndexError` where there is no such page."""
        return render_page(self._pdf, page, dpi)


class PicturePages:
    """A photo as the only page, as wide as a sheet of A4. Safe to use from any thread."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def sizes(self) -> tuple[PageSize, ...]:
        """Return the size of the page. Raises `PictureUnreadableError`."""
        width, height = picture_size(self._content)
        return (PageSize(A4_WIDTH, A4_WIDTH * height / width),)

    def at_width(self, page: int, pixels: int) -> PageImage:
        """Return the photo as wide as `pixels`. Raises `IndexError`, `PictureUnreadableError`."""
        if page:
            raise IndexError(page)
        return render_picture(self._content, pixels)


def pages_of(content: bytes, media: str) -> PaperPages | PicturePages:
    """Return the pages of a PDF, or a photo as one page."""
    return PaperPages(content) if media == "application/pdf" else PicturePages(content)


def save_paper(
    papers: PaperService, paper: MadePaper, path: Path, saved: SavedFileService | None = None
) -> None:
    """Write exactly the bytes of the paper to `path`; what leaves is recorded first.

    `saved` remembers where the file lies, for the destructions to come.

    Raises `NotPermittedError`, `DiskFullError`, `FolderNotWritableError`.
    """
    papers.saved(paper)
    if saved is not None:
        saved.note(path)
    write_atomically(path, paper.pdf)


def save_editable(
    papers: PaperService, kind: PaperKind, subject: int, purpose: str, path: Path
) -> None:
    """Write a blank form to `path` as a file to be changed. Raises what `editable` raises too."""
    write_atomically(path, papers.editable(kind, subject, purpose))
