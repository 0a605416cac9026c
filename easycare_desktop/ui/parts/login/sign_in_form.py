"""Office code, login and password, and what was wrong with them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.parts.login.opening import Place
from easycare_desktop.ui.parts.login.remember_field import RememberField
from easycare_desktop.ui.parts.shared.own_settings import OwnSettings
from easycare_desktop.ui.widgets import Kit, column, holder, row
from easycare_desktop.ui.wording.refusals import field_words

_RESTORE = "다른 PC에서 옮겨 오기 · 백업에서 되살리기"


class SignInForm(QWidget):
    """`submitted` when all three are there; the other signals are the ways out."""

    submitted = Signal()
    sheet_wanted = Signal()
    wizard_wanted = Signal()
    restore_wanted = Signal()
    closed = Signal()

    def __init__(self, own: OwnSettings, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.no_office = False
        self.code = kit.text_field("시설코드", own.now.office, example="장기요양기관기호")
        self.login = kit.text_field("아이디", own.now.login)
        self.password = kit.field("비밀번호", kit.password_edit(submits=True))
        self.remember = RememberField(own, kit)
        for name, field in (("code", self.code), ("id", self.login), ("password", self.password)):
            field.control.setObjectName(f"login.{name}")
        self.password.control.warned.connect(self.password.set_warning)
        self.password.control.submitted.connect(self._submit)
        fields = column(self.code, self.login, self.password, self.remember, gap=12)
        self.setLayout(column(fields, self._ways(kit), gap=16))

    def fill(self, code: str, login: str) -> None:
        """Put in what is remembered, where nothing else was typed yet."""
        if self.code.control.text() in {"", code} and not self.login.control.text():
            self.code.control.setText(code)
            self.login.control.setText(login)

    def first(self) -> QWidget:
        """Return where to begin: what is still empty, or what makes an office where none is."""
        return self.new if self.no_office else self._missing()

    def _missing(self) -> QWidget:
        lines = (self.code.control, self.login.control)
        return next((line for line in lines if not line.text()), self.password.control)

    def values(self) -> tuple[str, str, str]:
        """Return office code, login and password."""
        code, login = self.code.control.text().strip(), self.login.control.text().strip()
        return code, login, self.password.control.text()

    def refuse(self, place: Place, error: Exception) -> bool:
        """Say under a field what was wrong; return whether it belonged to one.

        Login and password are one: which of them is wrong is never told.
        """
        if place is Place.CODE:
            self.code.set_error(field_words(error))
            self.code.control.setFocus()
        elif place is Place.LOGIN:
            self.password.control.clear()
            self.password.set_error(field_words(error))
            self.password.control.setFocus()
        else:
            return False
        return True

    def wait(self, words: str) -> None:
        """Say what is under way, and let nothing be pressed; without words it is over."""
        for part in (
            self.code,
            self.login,
            self.password,
            self.remember,
            self.open,
            self.leave,
            self.sheet,
            self.new,
            self.restore,
        ):
            part.setEnabled(not words)
        self.waiting.setText(words)

    def _ways(self, kit: Kit) -> QWidget:
        self.sheet = kit.button("비상 열쇠 종이로 열기", "quiet", "key-round")
        self.new = kit.button("새 사무실 만들기", "quiet", "building-2")
        self.restore = kit.button(_RESTORE, "quiet", "database-backup")
        self.restore.clicked.connect(self.restore_wanted)
        self.leave = kit.button("닫기")
        self.open = kit.button("열기", "primary", "lock-keyhole")
        self.waiting = kit.text("", "caption")
        self.open.setMinimumWidth(132)
        for name in ("sheet", "new", "restore", "leave", "open"):
            getattr(self, name).setObjectName(f"login.{name}")
        self.sheet.clicked.connect(self.sheet_wanted)
        self.new.clicked.connect(self.wizard_wanted)
        self.leave.clicked.connect(self.closed)
        self.open.clicked.connect(self._submit)
        ways = row(self.sheet, self.new, None, self.leave, 16, self.open, gap=8)
        return holder(column(ways, row(self.restore, None, self.waiting), gap=4))

    @Slot()
    def _submit(self) -> None:
        code, login, password = self.values()
        self.code.set_error("" if code else "시설코드를 적어 주세요.")
        self.login.set_error("" if login else "아이디를 적어 주세요.")
        self.password.set_error("" if password else "비밀번호를 적어 주세요.")
        if code and login and password:
            self.submitted.emit()
        else:
            self._missing().setFocus()
