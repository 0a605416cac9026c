"""이 PC에서 자료 빼기: the last window of an office, shown by the uninstaller."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.services.departure import Departure, Left
from easycare_desktop.services.departure_run import Order, depart
from easycare_desktop.services.offices import Offices
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.shared.small_window import SmallWindow
from easycare_desktop.ui.widgets import Kit

_SIZES = {Departure.BACKUP: QSize(760, 420), Departure.CERTIFICATE: QSize(760, 590)}
_TITLES = {
    Departure.BACKUP: "백업하고 이 PC에서 지우기",
    Departure.CERTIFICATE: "파기확인서를 만들고 모두 파기하기",
}
_WORDS = {
    Departure.BACKUP: "백업을 모두 확인한 다음에만 지웁니다. 열쇠 보관처(USB)도 꽂아 주세요.",
    Departure.CERTIFICATE: "폐업할 때만 쓰며 되돌릴 수 없습니다. 열쇠 보관처(USB)도 꽂아 주세요.",
}
_DO = {Departure.BACKUP: "백업하고 지우기", Departure.CERTIFICATE: "모두 파기하기"}
_NOT_DONE = "지우지 않았습니다"
_LABEL = "마지막 백업"
_NAME = "사무실 전체 파기확인서.pdf"
_PDF = "PDF (*.pdf)"
_WAITING = "하고 있습니다. 창을 닫거나 PC를 끄지 마세요."
_ALL = "이 PC에서 모두 지웠습니다."
_PARTLY = {
    Departure.BACKUP: "이 PC에서 지웠습니다. 지우지 못한 파일이 남아 있습니다.",
    Departure.CERTIFICATE: "이 PC에서 지웠습니다. 아직 남은 것은 확인서에 적었습니다.",
}


class LeaveWindow(SmallWindow):
    """`left` tells afterwards whether the office is gone; `closed` when the window is done with."""

    closed = Signal()

    def __init__(
        self,
        how: Departure,
        code: str,
        offices: Offices,
        kit: Kit,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, "leave", _TITLES[how], _SIZES[how], parent)
        self._how, self._code, self._offices = how, code, offices
        self._messages, self._background = messages, background
        self.left = False
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self.login = kit.text_field("책임자 아이디", required=True, typing="latin")
        self.password = kit.field("책임자 비밀번호", kit.password_edit())
        alone = "혼자 일하는 기관이면 비워 두세요."
        self.second = kit.text_field("확인하는 다른 분의 아이디", hint=alone, typing="latin")
        self.second_password = kit.field("확인하는 분의 비밀번호", kit.password_edit())
        self.handover = kit.text_field(
            "법에 따라 남길 기록을 넘긴 곳과 문서번호", example="예: 공단 이관 2026-123"
        )
        self.typed = kit.text_field(f"시설코드 {self._code}를 그대로 적어 주세요", required=True)
        self.give_up = kit.button("취소", key="Esc")
        self.go = kit.button(_DO[self._how], "danger")
        for name in ("login", "password", "second", "second_password", "handover", "typed"):
            getattr(self, name).control.setObjectName(f"leave.{name}")
        self.give_up.setObjectName("leave.cancel")
        self.go.setObjectName("leave.go")
        form = kit.form(2)
        form.add(self.login, self.password)
        if self._how is Departure.CERTIFICATE:
            form.add(self.second, self.second_password)
            form.add(self.handover, span=2)
        form.add(self.typed, span=2)
        words = (
            kit.text(_TITLES[self._how], "title", wrap=True),
            kit.text(_WORDS[self._how], wrap=True),
        )
        self.foot = kit.foot(self.go, others=[self.give_up])
        self.lay_out(*words, form, foot=self.foot, gap=14)
        self.go.clicked.connect(self._go)
        self.give_up.clicked.connect(self._leave)

    @Slot()
    def _go(self) -> None:
        if not self._all_there():
            return
        target = self._target()
        if target is None:
            return
        self._wait(on=True)
        work = partial(depart, self._offices, self._code, self._order(target))
        self._background.run(work, self._done, self._failed)

    def _all_there(self) -> bool:
        """Show what lacks; nothing begins before all of it is there."""
        lacking = [each for each in (self.login, self.password) if not each.control.text()]
        for each in lacking:
            each.set_error("적어 주세요.")
        if self.typed.control.text().strip() != self._code:
            self.typed.set_error("시설코드가 다릅니다.")
            lacking.append(self.typed)
        if lacking:
            lacking[0].control.setFocus()
        return not lacking

    def _target(self) -> Path | None:
        if self._how is Departure.BACKUP:
            return self._messages.choose_folder("백업을 둘 USB 또는 폴더")
        return self._messages.save_as("파기확인서를 둘 곳 (이 PC 밖이 좋습니다)", _NAME, _PDF)

    def _order(self, target: Path) -> Order:
        backing_up = self._how is Departure.BACKUP
        return Order(
            self._how,
            self.login.control.text().strip(),
            self.password.control.text(),
            self.second.control.text().strip(),
            self.second_password.control.text(),
            self.handover.control.text().strip(),
            (_LABEL, target) if backing_up else None,
            None if backing_up else target,
        )

    def _done(self, left: Left) -> None:
        self.left = True
        self._messages.inform(_TITLES[self._how], _ALL if left.whole else _PARTLY[self._how])
        self._leave()

    def _failed(self, error: Exception) -> None:
        self._wait(on=False)
        for each in (self.password, self.second_password):
            each.control.clear()
        tell_error(self._messages, _NOT_DONE, error)

    def _wait(self, *, on: bool) -> None:
        for part in (self.go, self.give_up, self.typed):
            part.setEnabled(not on)
        self.foot.say(_WAITING if on else "")

    @Slot()
    def _leave(self) -> None:
        self.close()
        self.closed.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while the office is being taken away."""
        if self._background.busy:
            event.ignore()
        else:
            super().closeEvent(event)
