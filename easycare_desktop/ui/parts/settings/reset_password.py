"""비밀번호 새로 주기: an officer gives somebody who forgot it a first password."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.accounts import Account
from easycare_desktop.ui.parts.shared.new_password import NewPassword
from easycare_desktop.ui.parts.shared.refused import field_words
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder, well

_TITLE = "비밀번호 새로 주기"
_LINES = (
    "잊어버린 비밀번호는 더는 쓸 수 없게 됩니다.",
    "자료와 지난 기록은 그대로 있습니다.",
    "새 비밀번호는 말로 전해 주세요. 처음 열 때 본인이 바꿉니다.",
)


class ResetPasswordDialog(HouseDialog):
    """`wanted(account id, password)`; it stays open until the password is given."""

    wanted = Signal(int, str)

    def __init__(self, kit: Kit, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(kit.appearance, _TITLE, parent, width=760)
        self.setObjectName("reset")
        self._id, self._own_words = account.id, (account.login, account.name)
        self.given = NewPassword("reset", kit, label="임시 비밀번호")
        self.give_up = kit.button("취소")
        self.give_up.setObjectName("reset.cancel")
        self.give = kit.button(_TITLE, "primary", "key-round", key="F4")
        self.give.setObjectName("reset.give")
        who = kit.text(f"{account.name} 님 ({account.login})", "lead", wrap=True)
        told = well(*(kit.text(each, wrap=True) for each in _LINES))
        title = kit.text(_TITLE, "title")
        parts = (title, who, told, self.given, None)
        self.foot = kit.foot(self.give, others=[self.give_up])
        body = holder(column(*parts, margins=(28, 24, 28, 18), gap=14))
        self.assemble(body, self.foot, self.give_up)
        self.give.clicked.connect(self._want)
        self.give_up.clicked.connect(self.reject)

    def refuse(self, error: InputRefusal) -> None:
        """Say what is wrong with the password."""
        self.wait(on=False)
        self.given.first.set_error(field_words(error))
        self.given.first.control.setFocus()

    def wait(self, *, on: bool) -> None:
        """Show that the password is being given."""
        for part in (self.given, self.give, self.give_up):
            part.setEnabled(not on)
        self.foot.say("새 비밀번호를 주고 있습니다." if on else "")

    @Slot()
    def _want(self) -> None:
        if self.given.check(self._own_words):
            self.wait(on=True)
            self.wanted.emit(self._id, self.given.text())
        else:
            self.given.wrong.setFocus()
