"""A first run in a temporary folder, with ways to fill in each step."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtTest import QTest

from easycare_desktop.services.first_run import FirstRun
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.preview.printing import PrintOrder, Step
from easycare_desktop.ui.widgets import HangulLineEdit, Kit, PasswordEdit
from easycare_desktop.ui.windows.wizard_window import WizardWindow
from tests.helpers.hangul import type_hangul
from tests.helpers.offices import LOGIN, PASSWORD, PROFILE, OfficeHome


class OnePrinter:
    """Keeps what was sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[bytes, PrintOrder]] = []

    def names(self) -> Sequence[str]:
        return ["흑백 레이저"]

    def usual(self) -> str:
        return ""

    def send(self, pdf: bytes, order: PrintOrder, step: Step) -> None:
        self.sent.append((pdf, order))
        step(1, 1)


class WizardScene:
    """The first run over real offices, with a cheap KDF."""

    def __init__(self, kit: Kit, home: Path, *, store: bool = True) -> None:
        self.home = OfficeHome(home)
        if not store:
            self.home.offices._store_for = no_store
        self.messages = RecordingMessages()
        self.background = ManualBackground()
        self.printer = OnePrinter()
        self.window = WizardWindow(
            FirstRun(self.home.offices, self.home.paths, self.home.clock),
            kit,
            self.messages,
            self.background,
            self.printer,
        )
        self.created: list[OpenOffice] = []
        self.practice: list[bool] = []
        self.window.created.connect(self.created.append)
        self.window.practice_wanted.connect(self._want_practice)

    def go_to(self, step: str) -> None:
        """Fill in all steps before this one."""
        for name in ("office", "people", "officer", "sheet", "place", "start"):
            if name == step:
                assert self.window.now is getattr(self.window, name)
                return
            getattr(self, f"fill_{name}")()
            self.window.next.click()

    def fill_office(self) -> None:
        self.window.office.forms[self.window.office.chosen].put(PROFILE)

    def fill_people(self) -> None:
        pass

    def fill_officer(self) -> None:
        officer = self.window.officer
        officer.login.control.setText(LOGIN)
        officer.name.control.clear()
        type_hangul(officer.name.control, "박책임", leave_last=True)
        for field in (officer.password.first, officer.password.again):
            type_secret(field.control, PASSWORD)
        officer.agree.setChecked(True)

    def fill_sheet(self) -> None:
        self.window.next.click()
        sheet = self.window.sheet
        for number, field in zip(sheet.asked, sheet.typed, strict=True):
            QTest.keyClicks(field.control, sheet.code.groups[number].lower())

    def fill_place(self) -> None:
        self.window.place.when.choose(False)

    def _want_practice(self) -> None:
        self.practice.append(bool(self.created))


def no_store(*, practice: bool) -> None:
    return None


def type_secret(control: PasswordEdit, words: str) -> None:
    line = control.findChild(HangulLineEdit)
    assert line is not None
    line.clear()
    QTest.keyClicks(line, words)
