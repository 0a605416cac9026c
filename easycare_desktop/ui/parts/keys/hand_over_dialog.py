"""책임자 인수인계: the new officer proves to open, then the one who left is removed."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Role
from easycare_desktop.services.accounts import Account, AccountState
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell_error, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder, line, row


class HandOverDialog(HouseDialog):
    """`chosen(account id)`: the officer who left; a new sheet is made next."""

    chosen = Signal(int)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "책임자 인수인계", parent, width=760)
        self.setObjectName("hand_over")
        self._services, self._messages, self._background = services, messages, background
        known = [each for each in services.accounts.all() if each.role is Role.OFFICER]
        officers = [each for each in known if each.state is AccountState.ACTIVE]
        own = services.office.actor.account_id
        self._tested = bool(services.recovery.tested() & {each.id for each in officers})
        self.login = kit.text_field("새 책임자의 아이디", typing="latin")
        self.password = kit.field("새 책임자의 비밀번호", kit.password_edit(submits=True))
        blocked = [each for each in known if each.state is AccountState.BLOCKED]
        leaving = [(each.id, each.name) for each in (*officers, *blocked) if each.id != own]
        self.leaving = kit.field("떠나는 책임자", kit.choice(leaving or [(0, "없음")]))
        self._has_leaving = bool(leaving)
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self.login.control.setObjectName("hand_over.login")
        self.password.control.setObjectName("hand_over.password")
        self.leaving.control.setObjectName("hand_over.leaving")
        self.test = kit.button("열리는지 확인하기", fit="row")
        self.test.setObjectName("hand_over.test")
        self.told = kit.text("", wrap=True)
        fields = kit.form(2)
        fields.add(self.login, self.password)
        body = column(
            kit.text("책임자가 바뀌면 열쇠를 모두 새것으로 바꿉니다", "title", wrap=True),
            kit.banner(
                "warn",
                "떠나는 분의 계정은 다시 쓸 수 없습니다.",
                "떠나는 분은 분리보관과 새 열쇠를 열지 못하게 됩니다.",
                "서명 열쇠와 비상 열쇠 종이도 새로 만듭니다.",
            ),
            kit.text("1. 남는 책임자가 분리보관을 여는지 확인합니다", "lead"),
            fields,
            row(self.test, None),
            self.told,
            line(),
            kit.text("2. 떠나는 책임자를 고릅니다", "lead"),
            self.leaving,
            None,
            margins=(28, 22, 28, 14),
            gap=10,
        )
        self.cancel = kit.button("취소", key="Esc")
        self.go_on = kit.button("새 종이 만들고 넘기기", "danger")
        self.go_on.setObjectName("hand_over.go_on")
        self.cancel.clicked.connect(self.reject)
        self.test.clicked.connect(self._test)
        self.password.control.submitted.connect(self._test)
        self.go_on.clicked.connect(self._go_on)
        self.leaving.control.chosen.connect(self._show)
        self.foot = kit.foot(self.go_on, others=[self.cancel])
        self.assemble(holder(body), self.foot, self.cancel)
        self._show()

    @Slot()
    def _show(self) -> None:
        chosen = bool(self.leaving.control.value())
        self.go_on.setEnabled(self._tested and chosen)
        if self._tested and not self.told.text():
            self.told.setText("확인한 책임자가 있습니다.")
        missing = "" if self._tested else "먼저 남는 책임자를 확인해 주세요."
        self.foot.say(missing or ("" if chosen else "떠나는 책임자를 골라 주세요."))

    @Slot()
    def _test(self) -> None:
        self.test.setEnabled(False)
        work = partial(
            self._services.recovery.prove_officer,
            self.login.control.text().strip(),
            self.password.control.text(),
        )
        self._background.run(work, self._proved, self._failed)

    def _proved(self, account: Account) -> None:
        self.test.setEnabled(True)
        self.password.control.clear()
        self.password.clear()
        self._tested = True
        self.told.setText(f"{account.name} 님이 분리보관을 열 수 있습니다.")
        self._show()
        self.fit()

    def _failed(self, error: Exception) -> None:
        self.test.setEnabled(True)
        self.password.control.clear()
        if not isinstance(error, Refusal):
            tell_error(self._messages, "확인하지 못했습니다", error)
            return
        self.password.set_error(understood(error))
        self.fit()

    @Slot()
    def _go_on(self) -> None:
        leaving = self.leaving.control.value()
        if leaving:
            self.accept()
            self.chosen.emit(leaving)
