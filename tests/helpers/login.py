"""Offices that open at a word, and settings that lie in a temporary file: for the login window."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.security.credential_store import MemoryCredentialStore
from easycare_desktop.security.protector import protector_over
from easycare_desktop.services.offices import Offices
from easycare_desktop.storage.keys.refusals import TooManyTriesError, WrongLoginError
from easycare_desktop.system.clock import SEOUL
from easycare_desktop.system.office_registry import OfficeRecord
from easycare_desktop.system.refusals import OfficeUnknownError
from easycare_desktop.system.settings import Settings
from easycare_desktop.system.settings_file import SettingsFile
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.shared.own_settings import OwnSettings
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.login_window import LoginWindow

_CONTROL = Qt.KeyboardModifier.ControlModifier
CODE, LOGIN, PASSWORD = "99999000001", "kim.practice", "correct horse"
UNTIL = datetime(2026, 11, 23, 15, 42, tzinfo=SEOUL)
REAL = OfficeRecord(CODE, Path(), OfficeKind.AGENCY, practice=False)
PRACTICE = OfficeRecord("HB-PRACTICE-01", Path(), OfficeKind.AGENCY, practice=True)


class WordOffices:
    """Opens for one login and password; closes for a while at the fifth wrong try."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.tries = 0
        self.error: Exception | None = None

    def open(self, code: str, login: str, password: str) -> object:
        self.asked.append((code, login))
        if self.error is not None:
            raise self.error
        if code != CODE:
            raise OfficeUnknownError(code)
        if (login, password) != (LOGIN, PASSWORD):
            self.tries += 1
            if self.tries % 5 == 0:
                raise TooManyTriesError(UNTIL, self.tries)
            raise WrongLoginError(self.tries)
        return "office"

    def open_with_sheet(self, code: str, typed: str) -> object:
        self.asked.append((code, typed))
        if self.error is not None:
            raise self.error
        return "office by sheet"


class LoginScene:
    """A login window with all it leans on."""

    def __init__(self, kit: Kit, folder: Path, settings: Settings | None = None) -> None:
        self.offices: WordOffices | Offices = WordOffices()
        self.messages = RecordingMessages()
        self.background = ManualBackground()
        self.made = 0
        self.file = SettingsFile(folder / "settings.json", protector_over(MemoryCredentialStore()))
        self.file.save(settings or Settings())
        now = SettingsFile(folder / "settings.json").load()
        self.own = OwnSettings(now, self._file, kit.appearance, self.background)
        self.opened: list[object] = []
        self.window = self._window(kit)
        self.window.opened.connect(self.opened.append)

    def sign_in(self, code: str, login: str, password: str) -> None:
        """Type all three and press Enter in the password."""
        for name, words in (("code", code), ("id", login)):
            replace_text(self.find(f"login.{name}"), words)
        secret = self.window.form.password.control.focusProxy()
        assert secret is not None
        replace_text(secret, password)
        QTest.keyClick(secret, Qt.Key.Key_Return)
        self.background.drain()

    def find(self, name: str) -> QWidget:
        """Return the control with this name."""
        found = self.window.findChild(QWidget, name)
        assert found is not None
        return found

    def _file(self) -> SettingsFile:
        self.made += 1
        return self.file

    def _window(self, kit: Kit) -> LoginWindow:
        known = (REAL, PRACTICE)
        return LoginWindow(known, self._offices, self.own, kit, self.messages, self.background)

    def _offices(self) -> WordOffices | Offices:
        return self.offices


def replace_text(control: QWidget, words: str) -> None:
    """Select all of a field and type other (Latin) words."""
    QTest.keyClick(control, Qt.Key.Key_A, _CONTROL)
    if words:
        QTest.keyClicks(control, words)
    else:
        QTest.keyClick(control, Qt.Key.Key_Delete)
