"""문서 미리보기: the very pages that are printed, and the printer beside them."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.paper_kinds import EXACT
from easycare_desktop.services.paper_pages import PageSize, save_paper
from easycare_desktop.services.papers import MadePaper
from easycare_desktop.ui.background import Background, Reporter
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.preview.desk import Desk, Fit
from easycare_desktop.ui.parts.preview.page_store import PageStore
from easycare_desktop.ui.parts.preview.print_panel import PrintPanel
from easycare_desktop.ui.parts.preview.printing import (
    Printing,
    PrintOrder,
    SystemPrinting,
)
from easycare_desktop.ui.parts.preview.toolbar import PreviewBar
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, frame, row
from easycare_desktop.ui.wording.papers import job_title

_STRIP = 166


class PreviewPage(QWidget):
    """`back_wanted()`: the button with the name of where one came from, or Esc."""

    back_wanted = Signal()

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        printing: Printing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._kit, self._services = kit, services
        self._messages, self._background = messages, background
        self._printing = printing or SystemPrinting()
        self._paper: MadePaper | None = None
        self._back_words = ""
        self._store = PageStore(background, self)
        self.bar = PreviewBar(kit)
        self.thumbs = kit.thumbs()
        self.desk = Desk(kit, self._store)
        self.panel = PrintPanel(kit, self._printing)
        self._build(kit)
        self._listen()
        self._fit()

    @property
    def paper(self) -> MadePaper | None:
        """The paper that is shown."""
        return self._paper

    def show_paper(self, paper: MadePaper, back_words: str) -> None:
        """Show a paper; `back_words` stand on the way back, e.g. 접수로 돌아가기."""
        self._back_words = back_words
        self.thumbs.show_pages([])
        self._show(paper)

    def _show(self, paper: MadePaper) -> None:
        self._paper = paper
        note = f"{paper.number} · 재발행" if paper.reissued else paper.number
        self.bar.show_paper(job_title(paper), note, self._back_words)
        self.panel.save_button.setVisible(paper.as_file)
        self._store.open(paper.shown)

    def forget(self) -> None:
        """Let go of the paper with its pictures: nothing of it can be seen or printed any more."""
        self._paper = None
        self._store.close()
        self.thumbs.show_pages([])
        self.desk.show_paper(())
        self.bar.show_paper("", "", "돌아가기")

    def _build(self, kit: Kit) -> None:
        strip = column(kit.scroll(self.thumbs), gap=0)
        self._strip = frame("side", strip)
        middle = row(self._strip, frame("desk", column(self.desk, gap=0)), self.panel, gap=0)
        middle.setStretch(1, 1)
        page = column(self.bar, middle, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.panel.print_button)

    def _listen(self) -> None:
        self.bar.back.clicked.connect(self.back_wanted)
        self.bar.smaller.clicked.connect(self.desk.smaller)
        self.bar.larger.clicked.connect(self.desk.larger)
        self.bar.fit.chosen.connect(self._choose_fit)
        self.desk.turned.connect(self.thumbs.turn)
        self.desk.zoomed.connect(self._tell_zoom)
        self.thumbs.turned.connect(self.desk.turn)
        self.panel.print_button.clicked.connect(self.print_paper)
        self.panel.save_button.clicked.connect(self.save)
        self._store.opened.connect(self._opened)
        self._store.overview.connect(self._show_overview)
        self._store.failed.connect(self._failed)
        self._kit.changed.connect(self._fit)

    @Slot()
    def print_paper(self) -> None:
        """Print what the panel says."""
        paper, order = self._paper, self.panel.form.order(self.desk.page)
        if paper is None or order is None:
            return
        self.panel.allow(busy=True)
        work = partial(self._print, paper, order, self.panel.form.why)
        self._background.run_steps(work, self._printed, self.panel.step, self._failed)

    @Slot()
    def save(self) -> None:
        """Write the very bytes of the preview where the person wants them."""
        paper = self._paper
        if paper is None:
            return
        name = f"{job_title(paper)} {paper.number}.pdf"
        path = self._messages.save_as("PDF로 저장", name, "PDF 문서 (*.pdf)")
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        self.panel.allow(busy=True)
        work = partial(save_paper, self._services.papers, paper, target, self._services.saved_files)
        self._background.run(work, self._saved, self._failed)

    def _print(
        self, paper: MadePaper, order: PrintOrder, why: str, reporter: Reporter
    ) -> tuple[MadePaper, int]:
        self._services.papers.check_may_leave(paper)
        self._printing.send(paper.shown, order, reporter.step)
        self._services.papers.printed(paper, order.copies, why)
        return self._services.papers.once_more(paper), order.copies

    def _printed(self, done: tuple[MadePaper, int]) -> None:
        paper, copies = done
        self.panel.allow(busy=False)
        if self._paper is not None:
            self._show(paper)
        self._messages.toast(f"프린터로 {copies}부 보냈습니다.")

    def _saved(self, _nothing: None) -> None:
        self.panel.allow(busy=False)
        self._messages.toast("PDF로 저장했습니다. 출력대장에 남았습니다.")

    def _failed(self, error: Exception) -> None:
        self.panel.allow(busy=False)
        tell_error(self._messages, "마치지 못했습니다", error)

    @Slot(object)
    def _opened(self, sizes: tuple[PageSize, ...]) -> None:
        paper = self._paper
        self.desk.show_paper(sizes)
        again = paper is not None and paper.reissued
        exact = paper is not None and paper.kind in EXACT
        self.panel.show_paper(len(sizes), again=again, exact=exact)

    @Slot(object)
    def _show_overview(self, thumbs: tuple[QImage, ...]) -> None:
        self.thumbs.show_pages(thumbs)
        self.thumbs.turn(self.desk.page)

    @Slot(object)
    def _choose_fit(self, fit: Fit) -> None:
        self.desk.fit(fit)

    @Slot(int)
    def _tell_zoom(self, percent: int) -> None:
        self.bar.percent.setText(f"{percent} %")

    @Slot()
    def _fit(self) -> None:
        self._strip.setVisible(self._kit.theme.roomy)
        self._strip.setFixedWidth(_STRIP)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.desk.keyPressEvent(event)
