"""Pages of one paper as pictures, rendered in the background and kept."""

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from easycare_desktop.services.paper_pages import (
    PageImage,
    PageSize,
    PaperPages,
    PicturePages,
    pages_of,
)
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.preview.images import picture_of

_KEPT = 8
_THUMBS = 40
_THUMB_WIDTH = 208
_Pages = PaperPages | PicturePages


@dataclass(frozen=True, slots=True)
class _Sized:
    paper: int
    sizes: tuple[PageSize, ...]


@dataclass(frozen=True, slots=True)
class _Overview:
    paper: int
    thumbs: tuple[PageImage, ...]


@dataclass(frozen=True, slots=True)
class _Rendered:
    key: tuple[int, int, int]
    image: PageImage


class PageStore(QObject):
    """`opened(sizes)` after `open`, then `overview(pictures)` with a small picture of each page.

    `ready(page)` when a picture asked for has come; `failed(error)` where a page cannot be drawn.
    What is asked for in `opened` comes before the overview.
    """

    opened = Signal(object)
    overview = Signal(object)
    ready = Signal(int)
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._paper = 0
        self._pages: _Pages = PaperPages(b"")
        self._kept: OrderedDict[tuple[int, int, int], QImage] = OrderedDict()
        self._asked: set[tuple[int, int, int]] = set()

    def open(self, content: bytes, media: str = "application/pdf") -> None:
        """Forget the paper before, and read the pages of this one."""
        self.close()
        self._pages = pages_of(content, media)
        work = partial(_measure, self._paper, self._pages)
        self._background.run(work, self._opened, self._fail)

    def close(self) -> None:
        """Forget the paper, its pictures, and what was asked for."""
        self._paper += 1
        self._pages = PaperPages(b"")
        self._kept.clear()
        self._asked.clear()

    def picture(self, page: int, width: int) -> QImage | None:
        """Return a page as wide as `width` pixels, or ask for it and return the best at hand."""
        key = (self._paper, page, width)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked:
            self._asked.add(key)
            work = partial(_render, key, self._pages)
            self._background.run(work, self._rendered, self._fail)
        return self.at_hand(page)

    def at_hand(self, page: int) -> QImage | None:
        """Return the sharpest picture of a page that is here; ask for none."""
        near = [each for each in self._kept if each[1] == page]
        return self._kept[max(near, key=_width)] if near else None

    def _opened(self, sized: _Sized) -> None:
        if sized.paper != self._paper:
            return
        self.opened.emit(sized.sizes)
        work = partial(_look, self._paper, self._pages, min(len(sized.sizes), _THUMBS))
        self._background.run(work, self._looked, self._fail)

    def _looked(self, overview: _Overview) -> None:
        if overview.paper == self._paper:
            self.overview.emit(tuple(picture_of(image) for image in overview.thumbs))

    def _rendered(self, rendered: _Rendered) -> None:
        self._asked.discard(rendered.key)
        if rendered.key[0] != self._paper:
            return
        self._kept[rendered.key] = picture_of(rendered.image)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.ready.emit(rendered.key[1])

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def _measure(paper: int, pages: _Pages) -> _Sized:
    return _Sized(paper, pages.sizes())


def _look(paper: int, pages: _Pages, number: int) -> _Overview:
    return _Overview(paper, tuple(pages.at_width(page, _THUMB_WIDTH) for page in range(number)))


def _render(key: tuple[int, int, int], pages: _Pages) -> _Rendered:
    return _Rendered(key, pages.at_width(key[1], key[2]))


def _width(key: tuple[int, int, int]) -> int:
    return key[2]
