"""The real main window over an office, without a display."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import plain_toolkit  # noqa: F401

# isort: split

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.pages import ITEMS
from easycare_desktop.app.workplace import Workplace
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.system.paths import ProgramPaths
from tests.benchmarks.crowd import no_store
from tests.benchmarks.measure import milliseconds

_REST = 0.3
PAGES = tuple(item.key for item in ITEMS)


class Screen:
    """Shows pages and waits until they are painted."""

    def __init__(self, app: QApplication, ground: Ground, workplace: Workplace) -> None:
        self._app = app
        self._ground = ground
        self.workplace = workplace

    def show(self, page: str) -> None:
        """Go to a page and paint it."""
        self.workplace.shell.open(page)
        self.paint()

    def fill(self, page: str) -> tuple[float, float]:
        """Go to a page; return the milliseconds until everything it shows is painted, and of them
        the longest that the screen stood still.
        """
        begun = time.perf_counter()
        stands = [milliseconds(lambda: self.workplace.shell.open(page)), milliseconds(self.paint)]
        while self.busy:
            time.sleep(0.0005)
            stands.append(milliseconds(self.paint))
        stands.append(milliseconds(self.paint))
        return (time.perf_counter() - begun) * 1000, max(stands)

    @property
    def busy(self) -> bool:
        """Whether anything works beside the screen."""
        return self._ground.background.busy or self.workplace.background.busy

    def rest(self) -> float:
        """Let a page build what it needs later; return the longest that the screen stood still."""
        ends = time.perf_counter() + _REST
        stands = [milliseconds(self.paint)]
        while self.busy or time.perf_counter() < ends:
            time.sleep(0.0005)
            stands.append(milliseconds(self.paint))
        # What came last from beside the screen is still to be shown.
        stands.append(milliseconds(self.paint))
        return max(stands)

    def wait(self) -> None:
        """Sleep until something happens and handle it, as the program does between two events.

        To look again and again would take the interpreter from who works in the background.
        """
        self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def paint(self) -> None:
        """Handle what is waiting, painting included."""
        self._app.processEvents()


@contextmanager
def open_screen(folder: Path, office: OpenOffice) -> Iterator[Screen]:
    """Open everybody and show the main window at its usual size."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    ground = Ground(app, ProgramPaths(folder), office.clock, no_store)
    ground.get_ready()  # as the program does while the password is typed
    while ground.background.busy:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    services = Services(office)
    services.start()
    workplace = Workplace(ground, office, services)
    workplace.shell.resize(1366, 768)
    workplace.shell.show()
    app.processEvents()
    try:
        yield Screen(app, ground, workplace)
    finally:
        workplace.close()
        app.processEvents()
        ground.close()
