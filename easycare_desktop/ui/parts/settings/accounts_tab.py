"""계정: an officer sees and changes all; everybody changes the own password."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.rights import Right, Role
from easycare_desktop.services.accounts import Account, AccountState
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.people.leaver_account import HAND_OVER
from easycare_desktop.ui.parts.settings.account_list import AccountList
from easycare_desktop.ui.parts.settings.account_panel import AccountPanel
from easycare_desktop.ui.parts.settings.new_account import NewAccountDialog
from easycare_desktop.ui.parts.settings.own_password import OwnPassword
from easycare_desktop.ui.parts.settings.reset_password import ResetPasswordDialog
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column
from easycare_desktop.ui.wording.labels import label

_FAILED = "계정을 바꾸지 못했습니다"
_OFFICER_ONLY = "다른 분의 계정은 책임자가 보고 바꿉니다."
_OWN_ONLY = "여기서는 내 비밀번호만 바꿀 수 있습니다."


class AccountsTab(QWidget):
    """`list` and `panel` are there for an officer alone."""

    def __init__(
        self, services: Services, kit: Kit, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._services, self._kit = services, kit
        self._messages, self._background = messages, background
        self._officer = services.office.actor.may(Right.ACCOUNTS)
        self._noted: Mapping[int, int] = {}
        self._wanted = 0
        self.dialog: NewAccountDialog | ResetPasswordDialog | None = None
        self.list, self.panel = AccountList(kit), AccountPanel(kit)
        self.own = OwnPassword(kit, has_password=bool(services.session.who()[1]))
        self._build(kit)
        self._listen()

    def _build(self, kit: Kit) -> None:
        if self._officer:
            above: QWidget = kit.split(self.list, self.panel, side=336)
        else:
            above = kit.banner("info", _OFFICER_ONLY, _OWN_ONLY)
        self.setLayout(column(above, self.own, None, gap=16))

    def _listen(self) -> None:
        self.list.chosen.connect(self._show_one)
        self.list.new.clicked.connect(self.start_new)
        self.panel.role_wanted.connect(self._change_role)
        self.panel.state_wanted.connect(self._change_state)
        self.panel.reset.clicked.connect(self.start_reset)
        self.panel.leave.clicked.connect(self._leave)
        self.panel.stays.clicked.connect(self._stays)
        self.own.wanted.connect(self._change_password)

    def refresh(self) -> None:
        """Read the accounts again."""
        if self._officer:
            self._noted = self._services.leavers.noted()
            self._background.run(self._services.accounts.all, self._show_all, self._failed)

    def show_account(self, account_id: int) -> None:
        """Show one account once they are read."""
        self._wanted = account_id
        self.refresh()

    @Slot()
    def start_new(self) -> None:
        """계정 추가하기."""
        self.dialog = NewAccountDialog(self._kit, self.window())
        self.dialog.wanted.connect(self._add)
        self.dialog.open()

    @Slot()
    def start_reset(self) -> None:
        """비밀번호 새로 주기."""
        account = self.panel.account
        if account is not None:
            self.dialog = ResetPasswordDialog(self._kit, account, self.window())
            self.dialog.wanted.connect(self._reset)
            self.dialog.open()

    def _show_all(self, accounts: list[Account]) -> None:
        self.list.show_accounts(accounts)
        if self._wanted:
            self.list.table.choose(self._wanted)
            self._wanted = 0
        self._show_one(self.list.table.current_row())

    @Slot(object)
    def _show_one(self, account: Account | None) -> None:
        me = self._services.office.actor.account_id
        own = account is not None and account.id == me
        noted = account is not None and account.id in self._noted
        self.panel.show_account(account, own=own, noted=noted)

    @Slot(str, str, object, str)
    def _add(self, login: str, name: str, role: Role, password: str) -> None:
        work = partial(self._services.accounts.add, login, name, role, password, given=True)
        self._background.run(work, self._added, self._not_added)

    @Slot(int, str)
    def _reset(self, account_id: int, password: str) -> None:
        work = partial(self._services.accounts.reset_password, account_id, password)
        self._background.run(work, self._was_reset, self._not_added)

    def _added(self, _account: Account) -> None:
        self._end_dialog("계정을 추가했습니다.")

    def _was_reset(self, _done: None) -> None:
        self._end_dialog("비밀번호를 새로 주었습니다. 처음 열 때 본인이 바꿉니다.")

    def _end_dialog(self, words: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog.deleteLater()
            self.dialog = None
        self._messages.toast(words)
        self.refresh()

    def _not_added(self, error: Exception) -> None:
        if self.dialog is not None and isinstance(error, InputRefusal):
            self.dialog.refuse(error)
            return
        if self.dialog is not None:
            self.dialog.wait(on=False)
        self._failed(error)

    @Slot(object)
    def _change_role(self, role: Role) -> None:
        account = self.panel.account
        if account is None:
            return
        lines = (f"{account.name} 님의 역할: {label(account.role)} → {label(role)}",)
        question = Question(
            "역할을 바꿀까요?", (*lines, "다음에 열 때부터 바뀝니다."), "역할 바꾸기"
        )
        if self._messages.confirm(question):
            self._run(partial(self._services.accounts.set_role, account.id, role))
        else:
            self._show_one(account)

    @Slot(object)
    def _change_state(self, state: AccountState) -> None:
        account = self.panel.account
        if account is None:
            return
        blocks = state is AccountState.BLOCKED
        line = "다음부터 사무실을 열 수 없습니다." if blocks else "다시 사무실을 열 수 있습니다."
        verb = "사용 정지하기" if blocks else "정지 풀기"
        asked = "계정 사용을 정지할까요?" if blocks else "계정 정지를 풀까요?"
        title = f"{account.name} 님의 {asked}"
        if self._messages.confirm(Question(title, (line,), verb, danger=blocks)):
            self._run(partial(self._services.accounts.set_state, account.id, state))

    @Slot()
    def _leave(self) -> None:
        account = self.panel.account
        if account is None:
            return
        lines = ("이 아이디로는 다시 열 수 없습니다.", "그동안의 접속기록은 그대로 남습니다.")
        question = Question(f"{account.name} 님의 계정을 닫을까요?", lines, "닫기", danger=True)
        if self._messages.confirm(question):
            work = partial(self._services.leavers.close, self._noted.get(account.id), account.id)
            self._background.run(work, self._was_closed, self._failed)

    def _was_closed(self, state: AccountState) -> None:
        if state is AccountState.BLOCKED:
            self._messages.inform(*HAND_OVER)
        self._done(None)

    @Slot()
    def _stays(self) -> None:
        account = self.panel.account
        if account is not None and account.id in self._noted:
            self._run(partial(self._services.leavers.keep_open, self._noted[account.id]))

    def _run(self, work: partial[None]) -> None:
        self._background.run(work, self._done, self._failed)

    def _done(self, _done: None) -> None:
        self._messages.toast("계정을 바꿨습니다.")
        self.refresh()

    @Slot(str, str)
    def _change_password(self, old: str, new: str) -> None:
        self.own.wait(on=True)
        work = partial(self._services.accounts.change_password, old, new)
        self._background.run(work, self._password_changed, self._password_refused)

    def _password_changed(self, _done: None) -> None:
        self.own.wait(on=False)
        self.own.begin()
        self._messages.toast("비밀번호를 바꿨습니다.")
        self.refresh()

    def _password_refused(self, error: Exception) -> None:
        self.own.wait(on=False)
        if not isinstance(error, Refusal):
            raise error
        self.own.refuse(error)

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, _FAILED, error)
        self._show_one(self.list.table.current_row())
