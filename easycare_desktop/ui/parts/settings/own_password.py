"""내 비밀번호: the own password is changed with the old one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.ui.parts.shared.new_password import NEW_HINT
from easycare_desktop.ui.parts.shared.password_words import password_words
from easycare_desktop.ui.parts.shared.refused import field_words
from easycare_desktop.ui.widgets import Kit, column, row

_WAIT = "비밀번호를 바꾸고 있습니다."
_BY_SHEET = "비상 열쇠 종이로 열었을 때는 바꿀 비밀번호가 없습니다."


class OwnPassword(QFrame):
    """`wanted(old, new)` once both are there and the new one was typed twice."""

    wanted = Signal(str, str)

    def __init__(self, kit: Kit, *, has_password: bool) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._build(kit, has_password=has_password)
        self.again.control.submitted.connect(self._want)
        self.change.clicked.connect(self._want)

    def _build(self, kit: Kit, *, has_password: bool) -> None:
        self.old = kit.field("지금 비밀번호", kit.password_edit())
        self.new = kit.field("새 비밀번호", kit.password_edit(), NEW_HINT)
        self.again = kit.field("새 비밀번호 다시", kit.password_edit(submits=True))
        for name in ("old", "new", "again"):
            field = getattr(self, name)
            field.control.setObjectName(f"settings.password_{name}")
            field.control.warned.connect(field.set_warning)
        self.change = kit.button("비밀번호 바꾸기", "secondary", "key-round")
        self.change.setObjectName("settings.password_change")
        self.waiting = kit.text("", "caption")
        form = kit.form(3)
        form.add(self.old, self.new, self.again)
        box = column(kit.text("내 비밀번호", "lead"), margins=(20, 16, 20, 16), gap=12)
        self.setLayout(box)
        if has_password:
            box.addWidget(form)
            box.addLayout(row(self.change, self.waiting, None))
        else:
            box.addWidget(kit.text(_BY_SHEET, wrap=True))

    def begin(self) -> None:
        """Empty all fields."""
        for field in (self.old, self.new, self.again):
            field.control.clear()
            field.clear()

    def wait(self, *, on: bool) -> None:
        """Show that the password is being changed."""
        for part in (self.old, self.new, self.again, self.change):
            part.setEnabled(not on)
        self.waiting.setText(_WAIT if on else "")

    def refuse(self, error: Refusal) -> None:
        """Say what was refused under its field."""
        field = self.new if isinstance(error, InputRefusal) else self.old
        typed = isinstance(error, InputRefusal)
        field.set_error(field_words(error) if typed else password_words(error))
        field.control.setFocus()

    @Slot()
    def _want(self) -> None:
        old, new = self.old.control.text(), self.new.control.text()
        same = new == self.again.control.text()
        self.old.set_error("" if old else "지금 비밀번호를 적어 주세요.")
        self.new.set_error("" if new else "새 비밀번호를 적어 주세요.")
        self.again.set_error("" if same else "두 비밀번호가 다릅니다.")
        wrong = next((each for each in (self.old, self.new, self.again) if each.error), None)
        if wrong is None:
            self.wanted.emit(old, new)
        else:
            wrong.control.setFocus()
