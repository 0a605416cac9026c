"""새 비밀번호 정하기: whoever got a password from somebody else chooses the own one first."""

from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from typing_extensions import override

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.accounts import AccountService
from easycare_desktop.services.session import SessionService
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.shared.new_password import NewPassword
from easycare_desktop.ui.parts.shared.password_words import password_words
from easycare_desktop.ui.parts.shared.refused import field_words
from easycare_desktop.ui.parts.shared.small_window import SmallWindow
from easycare_desktop.ui.widgets import Kit

_SIZE = QSize(720, 470)
_TITLE = "새 비밀번호 정하기"
_LINES = (
    "지금 비밀번호는 다른 분이 정해 드린 것입니다.",
    "본인만 아는 비밀번호로 바꾸면 사무실이 열립니다.",
)
_WAIT = "비밀번호를 바꾸고 있습니다."


class FirstPasswordWindow(SmallWindow):
    """`changed` once the own password stands; `closed` where the office shall be closed instead."""

    changed = Signal()
    closed = Signal()

    def __init__(
        self, session: SessionService, accounts: AccountService, kit: Kit, background: Background
    ) -> None:
        super().__init__(kit, "first_password", _TITLE, _SIZE)
        self._accounts, self._background = accounts, background
        self._build(kit, *session.who())

    def _build(self, kit: Kit, name: str, login: str) -> None:
        self._own_words = (name, login)
        title = self.heading("key-round", _TITLE)
        words = (kit.text(each, wrap=True) for each in _LINES)
        self.old = kit.field(f"{name} 님이 받은 비밀번호", kit.password_edit(), required=True)
        self.old.control.setObjectName("first_password.old")
        self.own = NewPassword("first_password", kit, label="새 비밀번호")
        self.leave = kit.button("사무실 닫기", "secondary", "log-out")
        self.leave.setObjectName("first_password.close")
        self.change = kit.button("바꾸고 열기", "primary", "check", key="F4")
        self.change.setObjectName("first_password.change")
        self.foot = kit.foot(self.change, others=[self.leave])
        form = kit.form(2)
        form.add(self.old)
        self.lay_out(title, *words, form, self.own, foot=self.foot)
        self._listen()

    def _listen(self) -> None:
        self.old.control.warned.connect(self.old.set_warning)
        self.change.clicked.connect(self._want)
        self.leave.clicked.connect(self.closed)

    @Slot()
    def _want(self) -> None:
        old = self.old.control.text()
        self.old.set_error("" if old else "받은 비밀번호를 적어 주세요.")
        fits = self.own.check(self._own_words)
        if not old or not fits:
            (self.own.wrong if old else self.old.control).setFocus()
            return
        self._wait(on=True)
        work = partial(self._accounts.change_password, old, self.own.text())
        self._background.run(work, self._done, self._failed)

    def _done(self, _done: None) -> None:
        self._wait(on=False)
        self.old.control.clear()
        self.own.clear()
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._wait(on=False)
        if isinstance(error, InputRefusal):
            self.own.first.set_error(field_words(error))
            self.own.first.control.setFocus()
        elif isinstance(error, Refusal):
            self.old.control.clear()
            self.old.set_error(password_words(error))
            self.old.control.setFocus()
        else:
            raise error

    def _wait(self, *, on: bool) -> None:
        for part in (self.old, self.own, self.change, self.leave):
            part.setEnabled(not on)
        self.foot.say(_WAIT if on else "")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.old.control.setFocus()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
