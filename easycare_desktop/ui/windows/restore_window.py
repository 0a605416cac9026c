"""백업에서 되살리기: on this PC, or an office that arrives from another one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.services.restore.arrival import Arrival
from easycare_desktop.services.restore.front import RestoreFront
from easycare_desktop.services.restore.preview import Preview
from easycare_desktop.services.restore.session import FoundSet, RestoreSession
from easycare_desktop.ui.background import Background, CancelledError, Job
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.preview.printing import Printing
from easycare_desktop.ui.parts.restore.buttons import RestoreButtons
from easycare_desktop.ui.parts.restore.steps import RestoreSteps
from easycare_desktop.ui.parts.restore.work import finish, open_here, open_there, prepare
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.shared.window_room import room_for
from easycare_desktop.ui.widgets import FocusRing, Kit, column, holder
from easycare_desktop.ui.widgets.text_size_keys import TextSizeKeys

_SIZE = QSize(1120, 690)


class RestoreWindow(QWidget):
    """`finished(office code)` when it was done, `closed` when it was given up."""

    finished = Signal(str)
    closed = Signal()

    def __init__(
        self,
        front: RestoreFront,
        kit: Kit,
        messages: Messages,
        background: Background,
        printing: Printing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        kit.appearance.dress(self)
        self._front, self._kit, self._messages, self._background = front, kit, messages, background
        self._session: RestoreSession | Arrival | None = None
        self._busy, self._ended, self.handed_over = False, False, False
        self._job: Job | None = None
        self.steps = RestoreSteps(front, kit, messages, background, printing)
        self._build(kit)
        self._go(0)

    def _build(self, kit: Kit) -> None:
        self.setProperty("part", "page")
        self.foot = RestoreButtons(kit)
        self.foot.leave.clicked.connect(self.close)
        self.foot.back.clicked.connect(self._back)
        self.foot.next.clicked.connect(self._on)
        self.foot.last.clicked.connect(self._on)
        self.steps.backup.folder_chosen.connect(self._look)
        self.steps.where.turned.connect(self._name_buttons)
        self.steps.sheet.shown_changed.connect(self._name_buttons)
        self.working = kit.progress()
        self.working.hide()
        body = holder(column(self.steps.pile, self.working, None, margins=(32, 8, 32, 16), gap=16))
        box = column(self.steps.heads, gap=0)
        box.addWidget(kit.scroll(body), 1)
        box.addWidget(self.foot)
        self.setLayout(box)
        self.ring = FocusRing(kit.appearance, self)
        TextSizeKeys(kit.appearance, self)
        kit.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.resize(room_for(_SIZE, self._kit.theme.scale))

    @Slot()
    def _name_buttons(self) -> None:
        self.setWindowTitle(f"{self.steps.way.window} - 이지케어 데스크톱")
        self.steps.show_head()
        self.foot.name(self.steps, busy=self._busy)

    def _go(self, number: int) -> None:
        self.steps.go(number)
        if self.steps.now is self.steps.where:
            self._let_go()
        self._name_buttons()

    @Slot()
    def _back(self) -> None:
        if not self.steps.now.back() and self.steps.number > 0:
            self._go(self.steps.number - 1)

    @Slot()
    def _on(self) -> None:
        steps = self.steps
        if not steps.now.check():
            return
        if steps.now is steps.where:
            self._open()
        elif steps.now is steps.backup:
            self._prepare()
        elif steps.now is steps.confirm:
            self._commit()
        else:
            self._go(steps.number + 1)

    def _open(self) -> None:
        self._wait("열쇠를 확인하고 있습니다.")
        where = self.steps.where
        if where.is_here:
            work = partial(open_here, self._front, *where.values())
            self._background.run(work, self._opened, self._refused)
            return
        work_there = partial(open_there, self._front, *where.there.given())
        self._background.run(work_there, self._opened, self._refused)

    def _opened(self, session: RestoreSession | Arrival) -> None:
        self._wait("")
        self._session = session
        self.handed_over = isinstance(session, Arrival) and session.is_handed_over
        if isinstance(session, Arrival):
            self.steps.account.know(session.officers)
        self._go(1)

    @Slot(object)
    def _look(self, folder: Path) -> None:
        if self._session is not None:
            self._wait("백업을 찾고 있습니다.")
            self._background.run(partial(self._session.sets, folder), self._seen, self._refused)

    def _seen(self, found: list[FoundSet]) -> None:
        self._wait("")
        self.steps.backup.show_sets(found)

    def _prepare(self) -> None:
        place, session = self.steps.backup.chosen, self._session
        if place is None or session is None:
            return
        self._wait("백업을 가져와 하나하나 확인하고 있습니다.")
        work = partial(prepare, session, place)
        self._job = self._background.run_steps(work, self._prepared, self._tell, self._refused)

    def _tell(self, done: int, total: int) -> None:
        self.working.say(self.working.words, done, total)

    def _prepared(self, told: Preview) -> None:
        self._wait("")
        self.steps.learn(told, self._session)
        self._go(2)

    def _commit(self) -> None:
        if self._session is not None:
            self._wait(self.steps.way.working)
            work = partial(finish, self._session, *self.steps.given())
            self._background.run(work, self._done, self._refused)

    def _done(self, code: str) -> None:
        self._wait("")
        self._let_go()
        self._ended = True
        self.steps.forget()
        self.finished.emit(code)

    def _refused(self, error: Exception) -> None:
        self._wait("")
        place = self.steps.complain(error)
        if place is not None:
            self._go(place)
        elif not isinstance(error, CancelledError):
            tell_error(self._messages, self.steps.way.failed, error)

    def _wait(self, words: str) -> None:
        self._busy = bool(words)
        self.steps.pile.setEnabled(not self._busy)
        self.working.say(words, 0, 1)
        self.working.setVisible(self._busy)
        self._name_buttons()

    def _let_go(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._ended:
            return
        if self._busy:
            if self._job is not None:
                self._job.cancel()
            event.ignore()
            return
        self._ended = True
        self._let_go()
        self.closed.emit()
