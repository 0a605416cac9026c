"""What every window stands on: paths, clock, stores, look, messages, background."""

import os
import sys
from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from easycare_desktop.system.office_registry import OfficeRecord, OfficeRegistry
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.resources import RESOURCES
from easycare_desktop.system.settings import Settings
from easycare_desktop.system.settings_file import SettingsFile
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.background import ThreadBackground
from easycare_desktop.ui.collector import Collector
from easycare_desktop.ui.incidents import Incidents
from easycare_desktop.ui.message_dialogs import DialogMessages
from easycare_desktop.ui.parts.shared.own_settings import Keeping, OwnSettings
from easycare_desktop.ui.widgets import Kit, Toasts

if TYPE_CHECKING:
    from easycare_desktop.services.first_run import FirstRun
    from easycare_desktop.services.offices import Offices, StoreChoice
    from easycare_desktop.services.restore.front import RestoreFront
    from easycare_desktop.system.clock import Clock

# After so many seconds work beside the screen lets the screen go on. Python's own 5 ms add up: a
# page that is built asks the toolkit some hundred times, and could wait each time.
_TURN_S = 0.0005
# Half a second of imports: once somebody has signed in, the screen would stand still for it.
_WINDOWS_OF_AN_OFFICE = (
    "easycare_desktop.app.workplace",
    "easycare_desktop.ui.widgets.table",
    "easycare_desktop.ui.windows.returned_page",
    "easycare_desktop.ui.windows.settings_page",
)


class Ground:
    """Made once. `stores` tells which credential store an office uses; asked on first opening."""

    def __init__(
        self,
        app: QApplication,
        paths: ProgramPaths,
        clock: "Clock",
        stores: "StoreChoice",
        messages: Callable[[Kit, Toasts], DialogMessages] = DialogMessages,
    ) -> None:
        self.app = app
        self.paths = paths
        self.clock = clock
        self.stores = stores
        settings = SettingsFile(paths.settings).load()
        self.appearance = Appearance(app, RESOURCES, _look(settings))
        self.kit = Kit(self.appearance)
        self.toasts = Toasts()
        self.messages = messages(self.kit, self.toasts)
        # What is said on the locked screen, while everything else waits.
        self.at_lock = messages(self.kit, self.toasts)
        self.background = ThreadBackground()
        sys.setswitchinterval(_TURN_S)
        self._collector = Collector()
        self._collector.begin()
        self.incidents = Incidents(self.messages)
        self.own = OwnSettings(settings, self._settings_file, self.appearance, self.background)

    def known(self) -> tuple[OfficeRecord, ...]:
        """Return the offices of this PC; only what was cut off needs what is heavy."""
        known = OfficeRegistry(self.paths.registry).all()
        return self.offices.known() if any(each.is_unfinished for each in known) else known

    def get_ready(self) -> None:
        """Import and read what an opening needs, while the person still types."""
        self.background.run(self._make_ready, self._ready, self._not_ready)

    def opening(self) -> "Offices":
        """Return what opens an office; the first call imports what is heavy."""
        return self.offices

    @cached_property
    def offices(self) -> "Offices":
        """Creating and opening; imported only when somebody presses a button."""
        from easycare_desktop.services.offices import Offices

        return Offices(self.paths, self.clock, self.stores)

    def wizard_services(self) -> "FirstRun":
        """Return what the first run leans on; slow the first time."""
        from easycare_desktop.services.first_run import FirstRun

        return FirstRun(self.offices, self.paths, self.clock).load()

    def restore_front(self) -> "RestoreFront":
        """Return what the window of restoring leans on; slow the first time."""
        from easycare_desktop.services.restore.front import RestoreFront
        from easycare_desktop.services.restore.shelf import Shelf

        return RestoreFront(Shelf(self.paths, self.clock, self.stores))

    def _make_ready(self) -> None:
        for record in self.known():
            self.offices.books.read(record.kind)
        for name in _WINDOWS_OF_AN_OFFICE:
            import_module(name)

    def _ready(self, _nothing: None) -> None:
        """Nothing waits for this."""

    def _not_ready(self, _error: Exception) -> None:
        """Whoever opens an office meets the same error and is told of it then."""

    def _settings_file(self) -> Keeping:
        from easycare_desktop.security.protector import protector_over

        store = self.stores(practice=False)
        return SettingsFile(self.paths.settings, protector_over(store))

    def close(self) -> None:
        """Wait for what is under way."""
        self.background.close()
        self._collector.end()
        self.incidents.remove()


def paths_of_this_user() -> ProgramPaths:
    """Return where the program keeps its things for this user."""
    return ProgramPaths.of_this_user(os.environ)


def practice_words() -> Path:
    """Return the folder with the words of the practice office."""
    return RESOURCES / "practice"


def _look(settings: Settings) -> Look:
    return Look(settings.scheme, settings.text_size)
