"""엑셀에서 가져오기: a list of people comes in, is looked at, compared, and stored at once."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.import_runs import ImportRun
from easycare_desktop.domain.importing import Layout
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.lists.columns_step import ColumnsStep
from easycare_desktop.ui.parts.lists.end_step import EndStep
from easycare_desktop.ui.parts.lists.list_dialogs import ListDialogs
from easycare_desktop.ui.parts.lists.list_work import ListWork
from easycare_desktop.ui.parts.lists.rows_step import RowsStep
from easycare_desktop.ui.parts.lists.start_step import StartStep
from easycare_desktop.ui.parts.lists.words import ListWords
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, column, holder

_TITLE = "엑셀에서 가져오기"
_STEPS = ("파일 고르기", "칸 맞추기", "확인하기", "끝")
_START, _COLUMNS, _ROWS, _END = range(4)


class ImportPage(QWidget):
    """Nothing is stored before 「가져오기」. `left()`; `ending_wanted(person id)`."""

    left = Signal()
    ending_wanted = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._imports = services.imports
        self.dialogs = ListDialogs(kit, services, messages, background, self)
        self._words = ListWords(services.office.catalogue)
        self._work = ListWork(services, messages, background, self)
        self.start = StartStep(kit, messages, services.imports.kinds())
        self.columns = ColumnsStep(kit, self._words)
        self.rows = RowsStep(kit, self._words, services.search)
        self.end = EndStep(kit)
        self._parts = (self.start, self.columns, self.rows, self.end)
        self._build(kit)
        self._listen()
        self._go(_START)

    def _build(self, kit: Kit) -> None:
        self.setProperty("part", "page")
        self.back = kit.button("기초자료로", "secondary", "arrow-left", key="Esc")
        self.back.setObjectName("lists.back")
        self.steps = kit.steps(_STEPS)
        self.next = kit.button("다음", "primary", key="F4")
        self.next.setObjectName("lists.next")
        self.previous = kit.button("이전", "secondary", "arrow-left")
        self.save_bad = kit.button("고칠 줄 저장", "secondary", "download")
        self.save_bad.setObjectName("lists.save_bad")
        self.foot = kit.foot(self.next, others=(self.previous, self.save_bad))
        head = holder(
            column(kit.page_head(_TITLE, "", self.back), self.steps, margins=(24, 14, 24, 10))
        )
        self._pile = Pile(self._parts)
        body = kit.scroll(holder(column(self._pile, margins=(24, 4, 24, 14))))
        page = column(head, body, self.foot, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)

    def _listen(self) -> None:
        work = self._work
        self.back.clicked.connect(self._leave)
        self.next.clicked.connect(self._forward)
        self.previous.clicked.connect(self._backward)
        self.save_bad.clicked.connect(self._save_bad)
        self.start.dropped.connect(self.take)
        self.start.undo_wanted.connect(work.undo)
        self.columns.heading_chosen.connect(work.take_heading)
        self.rows.changed.connect(self._say_next)
        self.end.undo_wanted.connect(work.undo_last)
        self.end.ending_wanted.connect(self.ending_wanted)
        self.end.endings_wanted.connect(self._end_several)
        self.end.taking_back_wanted.connect(self.dialogs.endings.take_back)
        work.columns_ready.connect(self._show_columns)
        work.rows_ready.connect(self._show_rows)
        work.stored.connect(self._show_end)
        work.undone.connect(self._show_undone)
        self.dialogs.endings.changed.connect(self._show_ended)
        work.runs_ready.connect(self.start.show_runs)

    def refresh(self) -> None:
        """Read the lists that came before; who was ended elsewhere is not missing any more."""
        self._work.refresh()
        if self.steps.now == _END:
            self.end.show_missing(self._work.missing())

    def show_subject(self, subject: object) -> None:
        """Take a file that was dropped elsewhere."""
        if isinstance(subject, Path):
            self.take(subject)

    @Slot(object)
    def take(self, path: Path) -> None:
        """Read a file and go on to its columns."""
        self._work.read(path, self.start.kinds.value() or self._imports.kinds()[0])

    @Slot(object)
    def _show_columns(self, layout: Layout) -> None:
        work, fields = self._work, self._imports.fields(layout.kind)
        self._words.whose = layout.kind
        self.columns.show_layout(layout, work.samples(layout), fields, work.first_rows())
        self._go(_COLUMNS)

    @Slot(object)
    def _show_rows(self, preview: ImportPreview) -> None:
        self.rows.show_preview(preview)
        self._go(_ROWS)

    @Slot(object)
    def _show_end(self, run: ImportRun | None) -> None:
        self.dialogs.endings.forget()
        self.end.show_run(run, self._work.missing(), self.rows.untaken, tied=self.rows.tied)
        self._go(_END)
        self._work.refresh()

    @Slot()
    def _show_undone(self) -> None:
        """Begin anew, but not while people who were just ended can be taken back here."""
        if self.steps.now == _END and self.dialogs.endings.can_take_back:
            self.end.show_undone(left=self._work.can_undo)
        else:
            self._go(_START)
        self._work.refresh()

    @Slot()
    def _forward(self) -> None:
        layout = self.columns.layout_now()
        if self.steps.now == _COLUMNS and layout is not None:
            self._work.look(layout)
        elif self.steps.now == _ROWS and not self.rows.taken:
            self._show_end(None)
        elif self.steps.now == _ROWS:
            self._work.store(self.rows.taken, self.rows.known, self.rows.left_out)
        elif self.steps.now == _END:
            self._leave()

    @Slot()
    def _backward(self) -> None:
        self._go(max(_START, self.steps.now - 1))

    @Slot()
    def _leave(self) -> None:
        """Go back to the people; what was not stored is forgotten."""
        self._go(_START)
        self.left.emit()

    @Slot()
    def _save_bad(self) -> None:
        rejected = self._work.rejected(self.rows.to_mend)
        if rejected is not None:
            self.dialogs.save(rejected, self.window())

    @Slot(object)
    def _end_several(self, lines: tuple[PersonLine, ...]) -> None:
        self.dialogs.end(lines, self.window())

    @Slot(str)
    def _show_ended(self, told: str) -> None:
        self.end.show_ended(told, undo=self.dialogs.endings.can_take_back)
        self.end.show_missing(self._work.missing())

    def _go(self, step: int) -> None:
        self.steps.go(step)
        self._pile.show_only(self._parts[step])
        self.foot.setVisible(step > _START)
        self.previous.setVisible(step in {_COLUMNS, _ROWS})
        self._say_next()

    @Slot()
    def _say_next(self) -> None:
        step, taken = self.steps.now, len(self.rows.taken)
        look = not taken and self.rows.tells_missing
        store = "목록에 없는 분 보기" if look else f"{taken:,}줄 가져오기"
        self.next.setText({_ROWS: store, _END: "마치기"}.get(step, "다음"))
        self.next.setEnabled(step != _ROWS or taken > 0 or look)
        mend = len(self.rows.to_mend)
        self.save_bad.setVisible(step == _ROWS and mend > 0)
        self.save_bad.say(f"고칠 {mend:,}줄만 엑셀로 저장")
        open_ = self.rows.undecided if step == _ROWS else 0
        self.foot.say(f"정하지 않은 {open_:,}줄은 가져오지 않습니다." if open_ else "")
