"""The officer signs in place: login and password, beside a clerk who makes the paper."""

from PySide6.QtWidgets import QFrame

from easycare_desktop.ui.widgets import Kit, column

_WHAT = "책임자가 아이디와 비밀번호를 적으면 전자서명과 QR이 들어갑니다."
_WITHOUT = "비워 두면 「전자서명 없음」이라고 적힌 문서가 됩니다."


class SigningFields(QFrame):
    """The password is read once and never kept."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "well")
        self.login = kit.text_field("책임자 아이디", typing="latin")
        self.password = kit.field("책임자 비밀번호", kit.password_edit())
        self.login.control.setObjectName("purpose.login")
        self.password.control.setObjectName("purpose.password")
        form = kit.form(2)
        form.add(self.login, self.password)
        self.setLayout(
            column(
                kit.text("전자서명", "strong"),
                kit.text(_WHAT, wrap=True),
                form,
                kit.text(_WITHOUT, "caption", wrap=True),
                margins=(16, 12, 16, 12),
                gap=6,
            )
        )

    def typed(self) -> tuple[str, str] | None:
        """Return what is typed, or nothing where both are empty."""
        login, password = self.login.control.text().strip(), self.password.control.text()
        return (login, password) if login and password else None

    def is_whole(self) -> bool:
        """Say what is missing where only one of the two is typed."""
        login, password = self.login.control.text().strip(), self.password.control.text()
        self.login.set_error("" if login or not password else "아이디를 적어 주세요.")
        self.password.set_error("" if password or not login else "비밀번호를 적어 주세요.")
        return bool(login) == bool(password)
