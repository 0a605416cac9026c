"""새 비밀번호 정하기: whoever got a password from somebody else chooses the own one first."""

from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.accounts import AccountService
from easycare_desktop.services.session import SessionService
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.shared.new_password import NewPassword
from easycare_desktop.ui.parts.shared.password_words import password_words
from easycare_desktop.ui.parts.shared.refused import field_words
from easycare_desktop.ui.parts.shared.window_room import room_for
from easycare_desktop.ui.widgets import FocusRing, Kit, column, holder, row
from easycare_desktop.ui.widgets.text_size_keys import TextSizeKeys

_SIZE = QSize(720, 470)
_TITLE = "새 비밀번호 정하기"
_LINES = (
    "지금 비밀번호는 다른 분이 정해 드린 것입니다.",
    "본인만 아는 비밀번호로 바꾸면 사무실이 열립니다.",
)
_WAIT = "비밀번호를 바꾸고 있습니다."


class FirstPasswordWindow(QWidget):
    """`changed` once the own password stands; `closed` where the office shall be closed instead."""

    changed = Signal()
    closed = Signal()

    def __init__(
        self, session: SessionService, accounts: AccountService, kit: Kit, background: Background
    ) -> None:
        super().__init__()
        kit.appearance.dress(self)
        self._accounts, self._kit, self._background = accounts, kit, background
        self._build(kit, *session.who())
        self._fit()

    def _build(self, kit: Kit, name: str, login: str) -> None:
        self.setWindowTitle(f"{_TITLE} - 이지케어 데스크톱")
        self.setProperty("part", "white")
        self.setObjectName("first_password")
        self._own_words = (name, login)
        title = row(kit.picture("key-round", "accent_text", 24), gap=12)
        title.addWidget(kit.text(_TITLE, "title"), 1)
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
        inside = (title, *words, form, self.own, None)
        body = holder(column(*inside, margins=(32, 28, 32, 16), gap=12), "white")
        box = column(kit.scroll(body), self.foot, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.ring = FocusRing(kit.appearance, self)
        TextSizeKeys(kit.appearance, self)
        self._listen()

    def _listen(self) -> None:
        self.old.control.warned.connect(self.old.set_warning)
        self.change.clicked.connect(self._want)
        self.leave.clicked.connect(self.closed)
        self._kit.changed.connect(self._fit)

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

    @Slot()
    def _fit(self) -> None:
        self.resize(room_for(_SIZE, self._kit.theme.scale))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.old.control.setFocus()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
