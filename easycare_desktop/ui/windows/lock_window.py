"""잠금: nothing of the office is on the screen until the same person types the password."""

from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.session import SessionService
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.backup.leaving import FINISHING
from easycare_desktop.ui.parts.login.opening import CHECKING
from easycare_desktop.ui.parts.shared.password_words import password_words
from easycare_desktop.ui.parts.shared.small_window import SmallWindow
from easycare_desktop.ui.widgets import Kit, hide_unless

_SIZE = QSize(660, 330)
_SAFE = "적다 만 내용은 그대로 있습니다."
_BY_SHEET = (
    "비상 열쇠 종이로 연 사무실은 비밀번호로 풀 수 없습니다.",
    "사무실을 닫고 다시 열어 주세요.",
)


class LockWindow(SmallWindow):
    """`unlocked` after the right password; `closed` where the office shall be closed instead.

    Where `asks_before_leaving` is set, the window stays until it is taken away.
    """

    unlocked = Signal()
    closed = Signal()

    def __init__(
        self,
        session: SessionService,
        kit: Kit,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, "lock", "잠김", _SIZE, parent)
        self._session, self._background = session, background
        self._recorded = False
        self.asks_before_leaving = False
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        name, login = self._session.who()
        self._can_unlock = bool(login)
        title = self.heading("lock-keyhole", "잠겨 있습니다")
        self.password = kit.field(f"{name} 님의 비밀번호", kit.password_edit(submits=True))
        self.password.control.setObjectName("lock.password")
        self.sheet = kit.banner("info", *_BY_SHEET)
        self.leave = kit.button("사무실 닫기", "secondary", "log-out")
        self.leave.setObjectName("lock.close")
        self.unlock = kit.button("잠금 풀기", "primary", "lock-keyhole")
        self.unlock.setObjectName("lock.unlock")
        self.foot = kit.foot(self.unlock, others=[self.leave])
        words = kit.text(f"사무실 자료를 가렸습니다. {_SAFE}", wrap=True)
        self.lay_out(title, words, self.sheet, self.password, foot=self.foot, gap=16)
        for part in (self.password, self.unlock):
            hide_unless(part, self._can_unlock)
        hide_unless(self.sheet, not self._can_unlock)
        self._listen()

    def _listen(self) -> None:
        self.password.control.warned.connect(self.password.set_warning)
        self.password.control.submitted.connect(self._check)
        self.unlock.clicked.connect(self._check)
        self.leave.clicked.connect(self.closed)

    def wait_to_leave(self) -> None:
        """Say that the office closes; nothing can be pressed any more."""
        self._wait(on=True)
        self.foot.say(FINISHING)

    @Slot()
    def _check(self) -> None:
        typed = self.password.control.text()
        if not typed:
            self.password.set_error("비밀번호를 적어 주세요.")
            self.password.control.setFocus()
            return
        self._wait(on=True)
        work = partial(self._session.check, typed)
        self._background.run(work, self._proved, self._failed)

    def _proved(self, _done: None) -> None:
        self._wait(on=False)
        self.password.control.clear()
        self.unlocked.emit()

    def _failed(self, error: Exception) -> None:
        self._wait(on=False)
        self.password.control.clear()
        if not isinstance(error, Refusal):
            raise error
        self.password.set_error(password_words(error))
        self.password.control.setFocus()

    def _wait(self, *, on: bool) -> None:
        for part in (self.password, self.unlock, self.leave):
            part.setEnabled(not on)
        self.foot.say(CHECKING if on else "")

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.asks_before_leaving:
            event.ignore()
            self.leave.click()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.password.control if self._can_unlock else self.leave
        first.setFocus()
        if not self._recorded:
            self._recorded = True
            self._background.run(self._session.lock, self._written)

    def _written(self, _done: None) -> None:
        """Nothing changes on the screen: it was locked before the log said so."""
