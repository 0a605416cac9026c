"""비상 열쇠 종이로 열기: the five groups of the recovery sheet."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.parts.login.opening import Place
from easycare_desktop.ui.widgets import Kit, column, row, well
from easycare_desktop.ui.wording.refusals import field_words, words_for

GROUPS = 5
_SHORT = "다섯 글자씩 다섯 묶음을 모두 적어 주세요."


class SheetForm(QWidget):
    """`submitted` when code and groups are there; `back` returns to the password."""

    submitted = Signal()
    back = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.code = kit.text_field("시설코드", example="장기요양기관기호", typing="latin")
        self.code.control.setObjectName("login.sheet_code")
        self.groups = [
            kit.text_field(f"{number}묶음", typing="latin") for number in range(1, GROUPS + 1)
        ]
        for number, group in enumerate(self.groups, start=1):
            group.control.setObjectName(f"login.group_{number}")
        self.groups[-1].control.submits = True
        self.groups[-1].control.submitted.connect(self._submit)
        self.note = kit.text("", "caption", "danger", wrap=True)
        form = kit.form(3)
        form.add(self.code, *self.groups)
        hints = well(
            kit.text("큰 글자와 작은 글자는 가리지 않습니다.", wrap=True),
            kit.text("숫자 0과 1, 영문 O와 I는 종이에 없습니다.", wrap=True),
            kit.text("열고 나면 새 종이를 만듭니다. 쓴 종이는 파쇄합니다.", wrap=True),
        )
        self.leave = kit.button("비밀번호로 열기", "quiet", "arrow-left")
        self.open = kit.button("종이로 열기", "primary", "key-round")
        self.leave.setObjectName("login.sheet_back")
        self.open.setObjectName("login.sheet_open")
        self.leave.clicked.connect(self.back)
        self.open.clicked.connect(self._submit)
        ways = row(self.leave, None, self.open)
        self.setLayout(column(form, self.note, hints, ways, gap=14))

    def begin(self, code: str) -> None:
        """Start with what is typed of the office code; the groups are empty."""
        self.code.control.setText(code)
        for group in self.groups:
            group.control.clear()
        self.clear()
        (self.groups[0] if code else self.code).control.setFocus()

    def values(self) -> tuple[str, str]:
        """Return office code and groups, with hyphens between."""
        groups = "-".join(group.control.text().strip() for group in self.groups)
        return self.code.control.text().strip(), groups.strip("-")

    def refuse(self, place: Place, error: Exception) -> bool:
        """Say under a field what was wrong; return whether it belonged to one."""
        group = getattr(error, "group", 0)
        if place is Place.CODE:
            self.code.set_error(field_words(error))
            self.code.control.setFocus()
        elif place is Place.SHEET and group:
            self.groups[group - 1].set_error(field_words(error))
            self.groups[group - 1].control.setFocus()
        elif place is Place.SHEET:
            words = words_for(error)
            self.note.say(f"{words.happened} {words.todo}", "danger")
        else:
            return False
        return True

    def clear(self) -> None:
        """Take back what was said."""
        self.note.setText("")
        self.code.clear()
        for group in self.groups:
            group.clear()

    def wait(self, words: str) -> None:
        """Say what is under way, and let nothing be pressed; without words it is over."""
        for part in (self.code, self.open, self.leave, *self.groups):
            part.setEnabled(not words)
        self.note.say(words)

    @Slot()
    def _submit(self) -> None:
        self.clear()
        code, groups = self.values()
        if not code:
            self.code.set_error("시설코드를 적어 주세요.")
            self.code.control.setFocus()
        elif not groups:
            self.note.say(_SHORT, "danger")
            self.groups[0].control.setFocus()
        else:
            self.submitted.emit()
