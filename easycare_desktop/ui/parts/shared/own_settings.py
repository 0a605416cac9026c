"""What this Windows user has chosen: kept on disk beside the screen, changed from any window."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.system.settings import Remember, Settings
from easycare_desktop.system.settings_file import StoredItem
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.background import Background

Change = Callable[[Settings], Settings]
Read = tuple[Settings, tuple[StoredItem, ...]]


class Keeping(Protocol):
    """Where the settings lie."""

    def load(self) -> Settings: ...

    def save(self, settings: Settings) -> None: ...

    def stored(self) -> tuple[StoredItem, ...]: ...

    def forget(self) -> None: ...


class OwnSettings(QObject):
    """`now` is what is chosen, `stored` what lies on disk of the person; `changed` after each.

    `open_file` is first called beside the screen: it may take long, because what protects a
    remembered login is only imported then. A change is always made to what lies on disk, so nothing
    that was not read yet is lost. `failed(error)`: the disk refused; the choice holds until the
    program ends. The look is followed by itself: whatever window changes it, it is kept.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        now: Settings,
        open_file: Callable[[], Keeping],
        appearance: Appearance,
        background: Background,
    ) -> None:
        super().__init__()
        self.now = now
        self.stored: tuple[StoredItem, ...] = ()
        self._waiting = 0
        self._open_file, self._appearance, self._background = open_file, appearance, background
        appearance.changed.connect(self._keep_look)

    def recall(self) -> None:
        """Read anew what lies on disk, with what only this Windows user can read."""
        self._run(self._read)

    def choose_remember(self, remember: Remember) -> None:
        """Change whether office code and login are kept; NEVER drops what was kept."""
        self._change(partial(replace, remember=remember))

    def share_pc(self, *, shared: bool) -> None:
        """Say whether others use this Windows user too; then nothing is kept."""
        self._change(partial(replace, shared_pc=shared))

    def keep_login(self, office: str, login: str) -> None:
        """Keep office code and login for the next time."""
        self._change(partial(replace, office=office, login=login))

    def forget_all(self) -> None:
        """Delete what is kept of the person at once; the look and the choices stay."""
        self._run(self._delete)

    def holds(self, office: str, login: str) -> bool:
        """Tell whether exactly this is kept already."""
        return (self.now.office, self.now.login) == (office, login)

    def _change(self, change: Change) -> None:
        self.now = change(self.now)
        self._run(partial(self._write, change))

    def _run(self, work: Callable[[], Read]) -> None:
        self._waiting += 1
        self._background.run(work, self._take, self._fail)

    def _read(self) -> Read:
        file = self._open_file()
        return file.load(), file.stored()

    def _write(self, change: Change) -> Read:
        file = self._open_file()
        file.save(change(file.load()))
        return file.load(), file.stored()

    def _delete(self) -> Read:
        file = self._open_file()
        before = file.load()
        file.forget()
        file.save(replace(before, office="", login=""))
        return file.load(), file.stored()

    def _take(self, read: Read) -> None:
        # What was read before a newer change is no news.
        self._waiting -= 1
        if not self._waiting:
            self.now, self.stored = read
            self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._waiting -= 1
        if not isinstance(error, Refusal):
            raise error
        self.failed.emit(error)

    @Slot()
    def _keep_look(self) -> None:
        look = self._appearance.look
        if (self.now.scheme, self.now.text_size) != (look.scheme, look.percent):
            self._change(partial(replace, scheme=look.scheme, text_size=look.percent))
