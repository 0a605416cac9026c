"""돌아온 서류: signed papers come in as scans, are looked at, and find their record."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.domain.returned import FormUse
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.returned import OpenedPaper, WaitingPaper
from easycare_desktop.services.returned_filing import BackPaper
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.returned.attached import HeldPaper
from easycare_desktop.ui.parts.returned.folder_watch import FolderWatch
from easycare_desktop.ui.parts.returned.owner_dialog import OwnerDialog
from easycare_desktop.ui.parts.returned.paper_detail import PaperDetail
from easycare_desktop.ui.parts.returned.returned_work import ReturnedWork
from easycare_desktop.ui.parts.returned.take_card import TakeCard
from easycare_desktop.ui.parts.returned.waiting_list import WaitingList
from easycare_desktop.ui.parts.returned.words import question_of, title_of
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.widgets import Kit, column, holder
from easycare_desktop.ui.widgets.keyboard import reveal

_TITLE = "돌아온 서류"


class ReturnedPage(QWidget):
    """`consent_wanted(HeldPaper)`, `request_wanted(HeldPaper)`: filed with what is recorded.

    `paper_wanted(kind of paper, person id)`: the form is wanted once more, to be signed.
    """

    consent_wanted = Signal(object)
    request_wanted = Signal(object)
    paper_wanted = Signal(object, object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._kit, self._services, self._messages = kit, services, messages
        days = DayReader(services.office)
        self.take_card = TakeCard(kit, messages, days.read)
        self.papers = WaitingList(kit)
        self.detail = PaperDetail(kit, days.read)
        self.dialog: OwnerDialog | None = None
        self._work = ReturnedWork(services, messages, background, self)
        self._watch = FolderWatch(self.take_card, self._work, messages, self)
        self._build(kit)
        self._listen()

    def _build(self, kit: Kit) -> None:
        self.head = kit.page_head(_TITLE)
        body = column(
            self.take_card, kit.split(self.papers, self.detail, first=430), None,
            margins=(24, 2, 24, 16), gap=14,
        )  # fmt: skip
        head = holder(column(self.head, margins=(24, 14, 24, 10)))
        page = column(head, kit.scroll(holder(body)), self.detail.foot, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.take_card.choose)
        self.take_card.begin(self._services.office.today())
        self.detail.clear()

    def _listen(self) -> None:
        card, work, detail = self.take_card, self._work, self.detail
        card.files.connect(self.take)
        card.stopped.connect(work.stop)
        self._watch.wanted.connect(self.take)
        self.papers.chosen.connect(self._open)
        work.listed.connect(self._show)
        work.opened.connect(self._show_paper)
        work.progressed.connect(self._progress)
        work.ended.connect(self._ended)
        work.filed.connect(self.refresh)
        detail.go_wanted.connect(self._go)
        detail.again_wanted.connect(self.paper_wanted)
        detail.keep_wanted.connect(self._keep)
        detail.owner_wanted.connect(self._ask_owner)
        detail.drop_wanted.connect(self._drop)

    @Slot()
    def refresh(self) -> None:
        """Read again what waits, and look into the folder of the scanner."""
        self._work.read_list()
        self._watch.look()

    @Slot(object)
    def take(self, paths: Sequence[Path]) -> None:
        """Take files in, with the day that stands above."""
        receipt = self.take_card.receipt()
        if receipt is not None:
            self.take_card.show_busy(busy=True)
            self._work.take(paths, receipt)

    @Slot(object)
    def _show(self, papers: Sequence[WaitingPaper]) -> None:
        self.papers.show_papers(papers)
        doubtful = sum(each.paper.doubt is not None for each in papers)
        note = f"기다리는 서류 {len(papers)}건 · 살펴볼 것 {doubtful}건" if papers else ""
        self.head.say(_TITLE, note)

    @Slot(object)
    def _open(self, waiting: WaitingPaper | None) -> None:
        shown = self.detail.opened
        if waiting is None:
            self.detail.clear()
        elif shown is None or shown.waiting != waiting:
            self._work.open(waiting.paper.id)

    @Slot(object)
    def _show_paper(self, opened: OpenedPaper) -> None:
        self.detail.show_paper(opened)
        reveal(self.detail.state)

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        self.take_card.progress.say(f"{total}쪽 가운데 {done}쪽을 읽었습니다", done, total)

    @Slot()
    def _ended(self) -> None:
        self.take_card.show_busy(busy=False)
        self.refresh()

    @Slot()
    def _go(self) -> None:
        self._file_as(None)

    @Slot()
    def _keep(self) -> None:
        self._file_as(FormUse.PAPER)

    def _file_as(self, use: FormUse | None) -> None:
        opened = self.detail.opened
        person = opened.waiting.person if opened else None
        if opened is not None and person is not None and self._is_sure(opened.waiting):
            self._file(person.id, use or opened.waiting.main_use, title_of(opened.waiting))

    @Slot()
    def _ask_owner(self) -> None:
        opened = self.detail.opened
        if opened is not None:
            self.dialog = OwnerDialog(self._kit, self._services.people, opened.waiting.use, self)
            self.dialog.chosen.connect(self._file)
            self.dialog.open()

    @Slot(object, object, str)
    def _file(self, person_id: int, use: FormUse, what: str) -> None:
        opened, day = self.detail.opened, self.detail.received.day()
        if opened is None:
            return
        if day is None:
            self.detail.received.set_error("받은 날을 적어 주세요.")
            return
        waiting = opened.waiting
        back = BackPaper(waiting.paper.id, day)
        if use is FormUse.PAPER:
            self._work.keep(back, person_id, what)
            return
        held = HeldPaper(
            back, person_id, title_of(waiting), waiting.paper.channel, waiting.of_office,
            opened.pages,
        )  # fmt: skip
        (self.consent_wanted if use is FormUse.CONSENT else self.request_wanted).emit(held)

    @Slot()
    def _drop(self) -> None:
        opened = self.detail.opened
        lines = ("이 서류를 목록에서 뺍니다.", "파기 예정에 넣어 다음 파기 때 없앱니다.")
        if opened is not None and self._messages.confirm(
            Question("이 서류를 뺄까요?", lines, "빼기", danger=True)
        ):
            self._work.drop(opened.waiting.paper.id)

    def _is_sure(self, waiting: WaitingPaper) -> bool:
        question = question_of(waiting)
        return question is None or self._messages.confirm(question)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.begin()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.end()
