"""파기 사진: the photos of a disposal, on the screen alone; nothing of them is written anywhere."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.evidence import Evidence
from easycare_desktop.services.paper_pages import PageSize
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.preview.desk import Desk, Fit
from easycare_desktop.ui.parts.preview.page_store import PageStore
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, frame, hide_unless, holder, row

_TITLE = "파기 사진"
_HEIGHT = 420


class PhotosDialog(HouseDialog):
    """One photo after the other; they are forgotten when the dialog is closed."""

    def __init__(
        self,
        kit: Kit,
        messages: Messages,
        background: Background,
        number: str,
        photos: Sequence[Evidence],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, _TITLE, parent, width=760)
        self.setObjectName("disposal_photos")
        self._messages = messages
        self._photos, self._number, self._at = tuple(photos), number, 0
        self._store = PageStore(background, self)
        self.desk = Desk(kit, self._store)
        self.desk.setMinimumHeight(_HEIGHT)
        self.desk.fit(Fit.PAGE)
        self.words = kit.text("", "strong")
        self.next = kit.button("다음 사진", "secondary", "chevron-right", fit="row")
        self.next.setObjectName("disposal_photos.next")
        hide_unless(self.next, len(self._photos) > 1)
        self.close_button = kit.button("닫기", "primary", key="Esc")
        self.next.clicked.connect(self._turn)
        self.close_button.clicked.connect(self.reject)
        self.finished.connect(self._forget)
        self._store.opened.connect(self._opened)
        self._store.failed.connect(self._failed)
        body = column(
            kit.text(_TITLE, "title"),
            row(self.words, None, self.next),
            frame("desk", column(self.desk, gap=0)),
            margins=(28, 24, 28, 18),
            gap=12,
        )
        self.assemble(holder(body), kit.foot(self.close_button), self.close_button)
        self._show()

    def _show(self) -> None:
        photo = self._photos[self._at]
        self.words.setText(f"{self._number} · {self._at + 1} / {len(self._photos)}장")
        self._store.open(photo.content, photo.media)

    @Slot()
    def _turn(self) -> None:
        self._at = (self._at + 1) % len(self._photos)
        self._show()

    @Slot(object)
    def _opened(self, sizes: tuple[PageSize, ...]) -> None:
        self.desk.show_paper(sizes)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "사진을 열지 못했습니다", error)

    @Slot()
    def _forget(self) -> None:
        self._store.close()
        self._photos = ()
