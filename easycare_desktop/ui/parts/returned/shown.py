"""A picture as wide as its place allows, never larger than it is; and a dialog full of pages."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from easycare_desktop.services.paper_pages import PageImage
from easycare_desktop.ui.parts.preview.images import picture_of
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder

_LEAST = 120


class Shown(QWidget):
    """One picture; `widest` in px of the screen, 0 for as wide as there is room."""

    def __init__(self, image: QImage, name: str, widest: int = 0) -> None:
        super().__init__()
        self._image = image
        self._widest = widest or image.width()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(1, round(self._image.height() * self._wide(width) / self._image.width()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._widest, self.heightForWidth(self._widest))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = self._wide(self.width())
        target = self.rect()
        target.setWidth(wide)
        target.setHeight(self.heightForWidth(wide))
        painter.drawImage(target, self._image)
        painter.end()

    def _wide(self, width: int) -> int:
        return max(1, min(width, self._widest))


class PagesDialog(HouseDialog):
    """받은 서류 보기: the pages one below the other; what is behind it stays usable."""

    def __init__(
        self, kit: Kit, title: str, pages: Sequence[PageImage], parent: QWidget | None = None
    ) -> None:
        super().__init__(kit.appearance, title, parent, width=760)
        self.setObjectName("returned.pages")
        self.setModal(False)
        self.close_button = kit.button("닫기", "primary", key="Esc")
        self.close_button.clicked.connect(self.accept)
        shown = [
            Shown(picture_of(page), f"{number}쪽") for number, page in enumerate(pages, start=1)
        ]
        body = holder(column(*shown, None, margins=(16, 16, 16, 16), gap=16))
        self.assemble(body, kit.foot(self.close_button), self.close_button)
