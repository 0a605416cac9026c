"""이 PC로 가져오기: the office comes back from another PC, with login and password of there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.services.restore.front import RestoreFront
from easycare_desktop.ui.background import Background, Reporter
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.password_words import password_words
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.shared.small_window import SmallWindow
from easycare_desktop.ui.widgets import Kit

_SIZE = QSize(720, 400)
_TITLE = "이 PC로 가져오기"
_WHAT = "다른 PC에서 적은 자료를 이 PC로 가져옵니다. 그 PC는 그때부터 보기만 합니다."
_OLD = "이 PC에 있던 옛 자료와 옛 열쇠는 지워집니다. 보신 기록은 접속기록에 이어집니다."
_WORKING = "가져오고 있습니다. USB를 빼지 마세요."


class TakeOverWindow(SmallWindow):
    """`taken()` when the office is here; `closed()` when it was given up."""

    taken = Signal()
    closed = Signal()

    def __init__(
        self,
        front: RestoreFront,
        whose: tuple[str, str],
        stick: Path,
        kit: Kit,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, "take", _TITLE, _SIZE, parent)
        self._front, self._stick = front, stick
        self._messages, self._background = messages, background
        self._code = whose[0]
        self._busy, self._ended = False, False
        self._build(kit, whose[1])

    def _build(self, kit: Kit, login: str) -> None:
        title = self.heading("download", _TITLE)
        self.login = kit.text_field("책임자 아이디", required=True)
        self.login.control.setText(login)
        self.login.control.setObjectName("take.login")
        hint = "다른 PC에서 쓰던 비밀번호입니다."
        self.password = kit.field("비밀번호", kit.password_edit(submits=True), hint, required=True)
        self.password.control.setObjectName("take.password")
        self.working = kit.progress()
        self.working.hide()
        self.leave = kit.button("그만두기", "quiet", "x")
        self.take = kit.button("가져오기", "primary", "download")
        self.take.setObjectName("take.take")
        self.foot = kit.foot(self.take, quiet=[self.leave])
        form = kit.form(2)
        form.add(self.login, self.password)
        words = (kit.text(_WHAT, wrap=True), kit.text(_OLD, "caption", wrap=True))
        self.lay_out(title, *words, form, self.working, foot=self.foot, gap=16)
        self.password.control.submitted.connect(self._take)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.close)

    @Slot()
    def _take(self) -> None:
        login, password = self.login.control.text().strip(), self.password.control.text()
        self.login.set_error("" if login else "아이디를 적어 주세요.")
        self.password.set_error("" if password else "비밀번호를 적어 주세요.")
        if login and password and not self._busy:
            self._wait(on=True)
            work = partial(_take_over, self._front, self._code, self._stick, login, password)
            self._background.run_steps(work, self._done, self._tell, self._failed)

    def _tell(self, done: int, total: int) -> None:
        self.working.say(_WORKING, done, total)

    def _done(self, _nothing: None) -> None:
        self._wait(on=False)
        self._ended = True
        self.taken.emit()

    def _failed(self, error: Exception) -> None:
        self._wait(on=False)
        self.password.control.clear()
        if hasattr(error, "tries"):
            self.password.set_error(password_words(error))
            self.password.control.setFocus()
        else:
            tell_error(self._messages, "가져오지 못했습니다", error)

    def _wait(self, *, on: bool) -> None:
        self._busy = on
        for part in (self.login, self.password, self.take, self.leave):
            part.setEnabled(not on)
        self.working.say(_WORKING if on else "", 0, 1)
        self.working.setVisible(on)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.password.control.setFocus()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._busy:
            event.ignore()
        elif not self._ended:
            self._ended = True
            self.closed.emit()


def _take_over(
    front: RestoreFront, code: str, stick: Path, login: str, password: str, reporter: Reporter
) -> None:
    front.take_over(code, stick, login, password, reporter.step)
