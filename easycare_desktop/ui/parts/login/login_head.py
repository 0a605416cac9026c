"""The line above the forms: which way in this is, and what needs no password."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.system.office_registry import OfficeRecord
from easycare_desktop.ui.widgets import Kit, row


class LoginHead(QWidget):
    """`practice_wanted(code)`, where a practice office is here; `verify_wanted`."""

    practice_wanted = Signal(str)
    verify_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._code = ""
        self.title = kit.text("사무실 열기", "title")
        self.practice = kit.button("연습용 사무실 열기", "secondary", "graduation-cap", fit="row")
        self.practice.setObjectName("login.practice")
        self.practice.clicked.connect(self._want_practice)
        self.verify = kit.button("파기확인서 확인", "quiet", "badge-check", fit="row")
        self.verify.setObjectName("login.verify")
        self.verify.clicked.connect(self.verify_wanted)
        self.setLayout(row(self.title, None, self.verify, self.practice))

    def show_offices(self, known: Sequence[OfficeRecord]) -> None:
        """Offer the practice office where one is among these."""
        self._code = next((each.code for each in known if each.practice), "")
        self.practice.setVisible(bool(self._code))

    def wait(self, *, on: bool) -> None:
        """Let nothing be pressed while something is under way."""
        for part in (self.practice, self.verify):
            part.setEnabled(not on)

    @Slot()
    def _want_practice(self) -> None:
        self.practice_wanted.emit(self._code)
