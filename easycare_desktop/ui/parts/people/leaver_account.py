"""이분의 계정: closed together with 퇴사, by an officer; a clerk is told who closes it."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.accounts import Account, AccountState
from easycare_desktop.services.leavers import LeaverAccounts, LeaverService
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.day_words import short_day
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Combo, Field, Kit, column

_NONE = 0
_FAILED = "계정을 닫지 못했습니다"
HAND_OVER = (
    "책임자의 계정을 사용 정지했습니다",
    "이분은 더 이상 사무실을 열 수 없습니다.",
    "「열쇠」의 「책임자가 바뀝니다」에서 열쇠도 모두 새것으로 바꿔 주세요.",
)


class LeaverAccount(QWidget):
    """`settle` does what was chosen, once the ending stands."""

    def __init__(self, kit: Kit, leavers: LeaverService, messages: Messages, name: str) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._leavers, self._messages = leavers, messages
        self._accounts: LeaverAccounts | None = None
        self.field: Field[Combo[int]] | None = None
        box = column(gap=8)
        if leavers.may_close:
            self._accounts = leavers.accounts_of(name)
            self._offer(kit, self._accounts, box)
        else:
            told = "책임자의 「오늘」에 할 일로 올라갑니다."
            box.addWidget(kit.banner("info", "이분의 계정은 책임자가 닫습니다.", told))
        self.setLayout(box)

    def _offer(self, kit: Kit, accounts: LeaverAccounts, box: QVBoxLayout) -> None:
        choices = [(_NONE, "계정이 없거나 닫지 않습니다")]
        choices += [(each.id, f"{each.name} ({each.login})") for each in accounts.closable]
        self.field = kit.field("함께 닫을 계정", kit.combo(choices, self._first))
        self.field.control.setObjectName("ending.account")
        self.field.set_hint("닫으면 그 아이디로는 사무실을 열 수 없습니다.")
        box.addWidget(self.field)
        for each in accounts.kept:
            box.addWidget(kit.banner("warn", *_why_kept(each, self._leavers.own)))

    @property
    def _first(self) -> int:
        """The account of the same name, where there is exactly one."""
        same = self._accounts.same_name if self._accounts else ()
        return same[0].id if len(same) == 1 else _NONE

    def settle(self, person_id: int, ended: date, today: date) -> None:
        """Close the chosen account; ask on its day where the last day of work is to come."""
        if self.field is None:
            return
        chosen = self.field.control.value()
        try:
            if not chosen:
                if self._first:
                    self._leavers.keep_open(person_id)
            elif ended > today:
                self._leavers.close_on(person_id, chosen, ended)
                told = f"계정은 {short_day(ended)}에 닫도록 「오늘」에 올렸습니다."
                self._messages.toast(told)
            else:
                self._say(self._leavers.close(person_id, chosen))
        except Refusal as refusal:
            tell(self._messages, _FAILED, refusal)

    def _say(self, state: AccountState) -> None:
        if state is AccountState.BLOCKED:
            self._messages.inform(*HAND_OVER)
        else:
            self._messages.toast("이분의 계정을 닫았습니다.")


def _why_kept(account: Account, own: int) -> tuple[str, str]:
    if account.id == own:
        return "본인의 계정은 여기서 닫지 않습니다.", "다른 책임자가 「설정」에서 닫습니다."
    return "하나뿐인 책임자의 계정은 닫지 않습니다.", "새 책임자를 먼저 정해 주세요."
