"""One account: what it is for, and whether it opens anything."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.rights import Role
from easycare_desktop.services.accounts import Account, AccountState
from easycare_desktop.ui.parts.settings.account_words import MEANS, ROLES, STATES
from easycare_desktop.ui.widgets import Kit, column, row

_OWN = "본인 계정은 다른 책임자가 정지할 수 있습니다. 비밀번호는 아래 「내 비밀번호」에서 바꾸세요."
_SAME = "지금 역할입니다. 다른 역할을 고르면 바꿀 수 있습니다."
_ENDED = "떠난 분의 계정은 다시 열지 않습니다. 다시 일하시면 새 아이디를 만듭니다."
_LEFT = ("퇴사로 적은 분과 이름이 같습니다.", "그분의 계정이면 닫아 주세요.")


class AccountPanel(QFrame):
    """`role_wanted(Role)` and `state_wanted(AccountState)` are about the account that is shown.

    `reset` gives it a new first password. `leave` ends it; `stays` tells that it is somebody
    else's than of the person who left.
    """

    role_wanted = Signal(object)
    state_wanted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.account: Account | None = None
        self._build(kit)
        self.role.control.chosen.connect(self._explain)
        self.change.clicked.connect(self._want_role)
        self.block.clicked.connect(self._want_state)
        self.hide()

    def _build(self, kit: Kit) -> None:
        self.name = kit.text("", "lead", wrap=True)
        self.state = kit.chip("")
        self.role = kit.field("역할", kit.combo(ROLES, Role.CLERK))
        self.role.control.setObjectName("settings.account_role")
        self.change = kit.button("역할 바꾸기", "secondary", "pencil")
        self.change.setObjectName("settings.account_change")
        self.block = kit.button("사용 정지하기", "secondary", "ban", writes=True)
        self.block.setObjectName("settings.account_block")
        self.reset = kit.button("비밀번호 새로 주기", "secondary", "key-round", writes=True)
        self.reset.setObjectName("settings.account_reset")
        self.leave = kit.button("퇴사한 분으로 닫기", "secondary", "user-x", writes=True)
        self.leave.setObjectName("settings.account_leave")
        self.stays = kit.button("다른 분입니다", "quiet")
        self.stays.setObjectName("settings.account_stays")
        self.left = kit.banner("warn", *_LEFT)
        self.note = kit.text("", "caption", wrap=True)
        head = row(gap=12)
        head.addWidget(self.name, 1)
        head.addWidget(self.state)
        presses = (row(each, None) for each in (self.change, self.reset, self.block))
        ends = row(self.leave, self.stays, None, gap=8)
        ways = column(self.left, *presses, ends, self.note, gap=12)
        self.setLayout(column(head, self.role, ways, None, margins=(20, 16, 20, 16), gap=12))

    def show_account(self, account: Account | None, *, own: bool, noted: bool = False) -> None:
        """Show an account, or nothing.

        `own`: of the person at the keyboard. `noted`: somebody of this name left the job.
        """
        self.account = account
        self.setVisible(account is not None)
        if account is None:
            return
        active = account.state is AccountState.ACTIVE
        ended = account.state is AccountState.LEFT
        self.name.setText(account.name)
        self.state.say(*STATES[account.state])
        self.role.control.choose(account.role)
        self._explain(account.role)
        verb = "사용 정지하기" if active else "정지 풀기"
        self.block.say(verb, f"{account.name} {verb}")
        self.block.set_icon("ban" if active else "check")
        self.block.setEnabled(not own)
        self.block.setVisible(not ended)
        self.reset.setVisible(not ended)
        self.leave.setVisible(active and not own)
        self.left.setVisible(noted and active)
        self.stays.setVisible(noted and active)
        self.reset.setEnabled(not own)
        self.note.setText(_OWN if own else _ENDED if ended else "")
        self.note.setVisible(own or ended)

    @Slot(object)
    def _explain(self, role: Role) -> None:
        other = self.account is not None and role is not self.account.role
        self.role.set_hint(MEANS[role] if other else f"{MEANS[role]} {_SAME}")
        self.change.setEnabled(other)

    @Slot()
    def _want_role(self) -> None:
        self.role_wanted.emit(self.role.control.value())

    @Slot()
    def _want_state(self) -> None:
        active = self.account is not None and self.account.state is AccountState.ACTIVE
        self.state_wanted.emit(AccountState.BLOCKED if active else AccountState.ACTIVE)
