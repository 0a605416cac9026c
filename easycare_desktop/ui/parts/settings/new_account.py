"""계정 추가하기: one person, one account, with a first password."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.rights import Role
from easycare_desktop.ui.parts.settings.account_words import MEANS, ROLES
from easycare_desktop.ui.parts.shared.refused import field_words
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder

_TITLE = "계정 추가하기"
_FIRST = "처음 한 번만 쓰고, 본인이 「설정」에서 바꿉니다."


class NewAccountDialog(HouseDialog):
    """`wanted(login, name, Role, password)`; it stays open until the account is there."""

    wanted = Signal(str, str, object, str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit.appearance, _TITLE, parent, width=760)
        self.setObjectName("account")
        self._build(kit)
        self.role.control.chosen.connect(self._explain)
        self.again.control.submitted.connect(self._want)
        self.add.clicked.connect(self._want)
        self.give_up.clicked.connect(self.reject)

    def _build(self, kit: Kit) -> None:
        self.name = kit.text_field("이름", required=True)
        self.login = kit.text_field("아이디", typing="latin", required=True)
        self.role = kit.field("역할", kit.choice(ROLES, Role.CLERK), MEANS[Role.CLERK])
        self.password = kit.field("임시 비밀번호", kit.password_edit(), _FIRST, required=True)
        self.again = kit.field("비밀번호 한 번 더", kit.password_edit(submits=True), required=True)
        for name in ("name", "login", "role", "password", "again"):
            getattr(self, name).control.setObjectName(f"account.{name}")
        for field in (self.password, self.again):
            field.control.warned.connect(field.set_warning)
        self.give_up = kit.button("취소")
        self.give_up.setObjectName("account.cancel")
        self.add = kit.button(_TITLE, "primary", "plus", key="F4")
        self.add.setObjectName("account.add")
        form = kit.form(2)
        form.add(self.name, self.login)
        form.add(self.role, span=2)
        form.add(self.password, self.again)
        title = kit.text(_TITLE, "title")
        body = holder(column(title, form, None, margins=(28, 24, 28, 18), gap=16))
        self.foot = kit.foot(self.add, others=[self.give_up])
        self.assemble(body, self.foot, self.name.control)

    def refuse(self, error: InputRefusal) -> None:
        """Say what was refused under its field."""
        self.wait(on=False)
        field = self.login if error.field == "login" else self.password
        field.set_error(field_words(error))
        field.control.setFocus()
        self.fit()

    def wait(self, *, on: bool) -> None:
        """Show that the account is being made."""
        for part in (self.name, self.login, self.role, self.password, self.again, self.add):
            part.setEnabled(not on)
        self.foot.say("계정을 만들고 있습니다." if on else "")

    @Slot(object)
    def _explain(self, role: Role) -> None:
        self.role.set_hint(MEANS[role])

    @Slot()
    def _want(self) -> None:
        if self._show_errors():
            return
        self.wait(on=True)
        name, login = self.name.control.text().strip(), self.login.control.text().strip()
        self.wanted.emit(login, name, self.role.control.value(), self.password.control.text())

    def _show_errors(self) -> bool:
        password = self.password.control.text()
        same = password == self.again.control.text()
        self.name.set_error("" if self.name.control.text().strip() else "이름을 적어 주세요.")
        self.login.set_error("" if self.login.control.text().strip() else "아이디를 적어 주세요.")
        self.password.set_error("" if password else "비밀번호를 적어 주세요.")
        self.again.set_error("" if same else "두 비밀번호가 다릅니다.")
        fields = (self.name, self.login, self.password, self.again)
        wrong = next((field for field in fields if field.error), None)
        if wrong is not None:
            wrong.control.setFocus()
            self.fit()
        return wrong is not None
