"""스캔 붙이기: a file is looked at, blacked out where the law wants it, and only then sealed."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.domain.blackout import Box
from easycare_desktop.services.paper_pages import PageSize
from easycare_desktop.services.person_papers import ComingScan, PersonPapersService
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.preview.desk import Desk, Fit
from easycare_desktop.ui.parts.preview.page_store import PageStore
from easycare_desktop.ui.parts.preview.toolbar import PreviewBar
from easycare_desktop.ui.parts.scans.black_boxes import BlackBoxes
from easycare_desktop.ui.parts.scans.black_sheet import BlackSheet
from easycare_desktop.ui.parts.scans.scan_side import ScanSide
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, frame
from easycare_desktop.ui.wording.papers import file_words

_TITLE = "스캔 붙이기"
_SIDE = 330
_DESK_LEAST = 400
_NOT_KEPT = "붙이지 못했습니다"


class ScanIntakePage(QWidget):
    """`taken()` once the scan is sealed; `back_wanted()` leaves without keeping anything.

    `left()`: somebody went elsewhere, by whatever way, and the file was not kept.
    """

    taken = Signal()
    left = Signal()
    back_wanted = Signal()

    def __init__(
        self,
        kit: Kit,
        papers: PersonPapersService,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit, self._papers = kit, papers
        self._messages, self._background = messages, background
        self._coming: ComingScan | None = None
        self._store = PageStore(background, self)
        self.boxes = BlackBoxes(self)
        self.sheet = BlackSheet(kit.appearance, self.boxes)
        self.bar = PreviewBar(kit)
        self.desk = Desk(kit, self._store, self.sheet)
        self._pages = 0
        self.side = ScanSide(kit)
        self._build(kit)
        self._listen()
        self._say()

    def _build(self, kit: Kit) -> None:
        self.setProperty("part", "page")
        self.save = kit.button("", "primary", "lock-keyhole", key="F4")
        self.save.setObjectName("scan.save")
        self.foot = kit.foot(self.save, note="찍은 곳과 때 같은 사진 속 정보는 지우고 보관합니다.")
        desk = frame("desk", column(self.desk, gap=0))
        desk.setMinimumHeight(_DESK_LEAST)
        middle = kit.split(desk, self.side, side=_SIDE)
        page = column(self.bar, kit.scroll(middle), self.foot, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.sheet)

    def _listen(self) -> None:
        self.bar.back.clicked.connect(self.back_wanted)
        self.bar.smaller.clicked.connect(self.desk.smaller)
        self.bar.larger.clicked.connect(self.desk.larger)
        self.bar.fit.chosen.connect(self._choose_fit)
        self.desk.turned.connect(self._turned)
        self.desk.zoomed.connect(self._tell_zoom)
        self.side.earlier.clicked.connect(self._earlier)
        self.side.later.clicked.connect(self._later)
        self._store.opened.connect(self._opened)
        self._store.failed.connect(self._failed)
        self.boxes.changed.connect(self._say)
        self.side.add.clicked.connect(self._add)
        self.side.drop.clicked.connect(self.boxes.drop)
        self.side.undo.clicked.connect(self._undo)
        self.save.clicked.connect(self._save)

    def show_file(self, coming: ComingScan, back_words: str) -> None:
        """Show a file that may be taken in."""
        self._coming = coming
        self.boxes.clear()
        self.side.show_places(coming.places)
        evidence = coming.evidence
        words = file_words(evidence.media, len(evidence.content))
        more = f" · 뒤에 {coming.more}개 더" if coming.more else ""
        self.bar.show_paper(_TITLE, f"{coming.name} · {words}{more}", back_words)
        self._store.open(evidence.content, evidence.media)
        self.save.setEnabled(bool(coming.places))

    def forget(self) -> None:
        """Let go of the file with its pictures."""
        self._coming = None
        self._store.close()
        self.desk.show_paper(())
        self.boxes.clear()

    @Slot(object)
    def _opened(self, sizes: tuple[PageSize, ...]) -> None:
        self._pages = len(sizes)
        self.side.show_page(0, self._pages)
        self.bar.fit.choose(Fit.WIDTH if self._kit.theme.roomy else Fit.PAGE)
        self.desk.fit(self.bar.fit.value() or Fit.WIDTH)
        self.desk.show_paper(sizes)
        self.sheet.setFocus()

    @Slot(int)
    def _turned(self, page: int) -> None:
        self.side.show_page(page, self._pages)
        self.boxes.turn(page)

    @Slot()
    def _earlier(self) -> None:
        self.desk.turn(self.desk.page - 1)

    @Slot()
    def _later(self) -> None:
        self.desk.turn(self.desk.page + 1)

    @Slot()
    def _say(self) -> None:
        boxes = self.boxes
        chosen = boxes.chosen_box() is not None
        self.side.show_boxes(boxes.count, chosen=chosen, can_undo=boxes.can_undo)
        self.save.say("가리고 보관하기" if boxes.count else "보관하기")

    @Slot()
    def _add(self) -> None:
        self.boxes.add(self._in_view())
        self.sheet.setFocus()

    def _in_view(self) -> Box:
        """Return a box in the middle of what is seen of the page."""
        seen = self.sheet.visibleRegion().boundingRect()
        width, height = max(1, self.sheet.width()), max(1, self.sheet.height())
        across, down = seen.center().x() / width, seen.center().y() / height
        first, second = (across - 0.15, down - 0.025), (across + 0.15, down + 0.025)
        return Box.between(first, second)

    @Slot()
    def _undo(self) -> None:
        self.desk.turn(self.boxes.undo())

    @Slot()
    def _save(self) -> None:
        coming, holding = self._coming, self.side.place.control.value()
        if coming is None or holding is None:
            return
        self.save.setEnabled(False)
        work = partial(
            self._papers.add, coming.person_id, holding, coming.evidence, self.boxes.all()
        )
        self._background.run(work, self._done, self._not_kept)

    def _done(self, _nothing: None) -> None:
        self._coming = None
        self._messages.toast("스캔을 붙였습니다. 잠가서 이 사무실 안에만 둡니다.")
        self.taken.emit()

    def _not_kept(self, error: Exception) -> None:
        self.save.setEnabled(True)
        tell_error(self._messages, _NOT_KEPT, error)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, _NOT_KEPT, error)

    @Slot(object)
    def _choose_fit(self, fit: Fit) -> None:
        self.desk.fit(fit)

    @Slot(int)
    def _tell_zoom(self, percent: int) -> None:
        self.bar.percent.setText(f"{percent} %")

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        not_kept = self._coming is not None
        self.forget()
        if not_kept:
            self.left.emit()
