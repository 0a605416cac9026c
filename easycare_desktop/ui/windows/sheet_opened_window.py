"""비상 열쇠 종이로 열었습니다: a password of one's own and a new sheet, then the office opens."""

from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent
from typing_extensions import override

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.recovery import AfterSheet, RecoveryService
from easycare_desktop.services.recovery_sheets import NewSheet, RecoverySheets
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.keys.sheet_dialog import SheetDialog
from easycare_desktop.ui.parts.keys.sheet_maker import SheetMaker
from easycare_desktop.ui.parts.preview.printing import Printing
from easycare_desktop.ui.parts.shared.new_password import NewPassword
from easycare_desktop.ui.parts.shared.refused import field_words, tell_error
from easycare_desktop.ui.parts.shared.small_window import SmallWindow
from easycare_desktop.ui.widgets import Kit

_SIZE = QSize(760, 500)
_TITLE = "비상 열쇠 종이로 열었습니다"
_LINES = (
    "자료는 그대로 있습니다. 새 비밀번호와 새 종이를 만들면 끝납니다.",
    "방금 쓴 종이는 그때부터 아무것도 열지 못합니다.",
)
_WAIT = "열쇠를 모두 새것으로 바꾸고 있습니다. PC를 끄지 마세요."
_PURPOSE = "비상 열쇠 종이로 엶"


class SheetOpenedWindow(SmallWindow):
    """`renewed` when the officer can sign in again; `closed` where it was given up."""

    renewed = Signal()
    closed = Signal()

    def __init__(
        self,
        recovery: RecoveryService,
        sheets: RecoverySheets,
        kit: Kit,
        messages: Messages,
        background: Background,
        printing: Printing | None = None,
    ) -> None:
        super().__init__(kit, "by_sheet", _TITLE, _SIZE)
        self._recovery, self._sheets = recovery, sheets
        self._messages, self._background = messages, background
        self._maker = SheetMaker(kit, messages, background, printing)
        self._officers = recovery.officers()
        self.dialog: SheetDialog | None = None
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        title = self.heading("key-round", _TITLE)
        choices = [(each.id, f"{each.name} ({each.login})") for each in self._officers]
        self.who = kit.field("어느 책임자이신가요?", kit.combo(choices), required=True)
        self.who.control.setObjectName("by_sheet.who")
        self.own = NewPassword("by_sheet", kit, label="새 비밀번호")
        self.leave = kit.button("사무실 닫기", "secondary", "log-out")
        self.leave.setObjectName("by_sheet.close")
        self.go_on = kit.button("새 종이 만들기", "primary", "key-round", key="F4")
        self.go_on.setObjectName("by_sheet.next")
        self.foot = kit.foot(self.go_on, others=[self.leave])
        form = kit.form(2)
        form.add(self.who)
        words = (kit.text(each, wrap=True) for each in _LINES)
        self.lay_out(title, *words, form, self.own, foot=self.foot)
        self.go_on.clicked.connect(self._want)
        self.leave.clicked.connect(self.closed)

    @Slot()
    def _want(self) -> None:
        account = next((a for a in self._officers if a.id == self.who.control.value()), None)
        own_words = (account.name, account.login) if account else ()
        if account is None or not self.own.check(own_words):
            self.own.wrong.setFocus()
            return
        self._wait(on=True)
        work = partial(self._sheets.prepare, _PURPOSE)
        self._background.run(work, self._prepared, self._failed)

    def _prepared(self, sheet: NewSheet) -> None:
        self._wait(on=False)
        self.dialog = self._maker.dialog(sheet, self, self._exchange)
        self.dialog.open()

    @Slot(object)
    def _exchange(self, sheet: NewSheet) -> None:
        self._wait(on=True)
        account_id = self.who.control.value() or 0
        work = partial(self._recovery.after_sheet, account_id, self.own.text(), sheet)
        self._background.run(work, self._done, self._failed)

    def _done(self, result: AfterSheet) -> None:
        self._wait(on=False)
        self.own.clear()
        others = ", ".join(result.shut_out)
        behind = ", ".join(result.renewed.behind)
        self._messages.inform(
            "새 비밀번호와 새 종이로 바꾸었습니다",
            f"비상 열쇠 종이는 제{result.renewed.sheet}호입니다. 쓴 종이는 바로 파쇄해 주세요.",
            "이제 새 비밀번호로 사무실을 열어 주세요.",
            *([f"{others}: 「설정」의 계정에서 임시 비밀번호를 드리세요."] if others else []),
            *([f"{behind}: 꽂으면 새 열쇠로 갱신합니다."] if behind else []),
        )
        self.renewed.emit()

    def _failed(self, error: Exception) -> None:
        self._wait(on=False)
        if isinstance(error, InputRefusal):
            self.own.first.set_error(field_words(error))
            self.own.first.control.setFocus()
        else:
            tell_error(self._messages, "마치지 못했습니다", error)

    def _wait(self, *, on: bool) -> None:
        for part in (self.who, self.own, self.go_on, self.leave):
            part.setEnabled(not on)
        self.foot.say(_WAIT if on else "")

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while keys are being renewed."""
        if self._background.busy:
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()
