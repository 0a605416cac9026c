"""The program from the first window on: login, wizard, lock, and the open office."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.app.checking import Checking
from easycare_desktop.app.founding import Founding
from easycare_desktop.app.gate import Gate
from easycare_desktop.app.ground import Ground
from easycare_desktop.app.locking import Locking
from easycare_desktop.app.practice_beside import PracticeBeside
from easycare_desktop.app.restoring import Restoring
from easycare_desktop.ui.parts.login.opening import COMES, PRACTICE
from easycare_desktop.ui.windows.login_window import LoginWindow

if TYPE_CHECKING:
    from easycare_desktop.app.workplace import Workplace
    from easycare_desktop.services.bundle import Services
    from easycare_desktop.services.office import OpenOffice


class Program(QObject):
    """Shows one window at a time. What an open office needs is imported when one is opened.

    `ready`: the pages of an office are in front, after it was opened or unlocked.
    """

    ready = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self.workplace: Workplace | None = None
        self._entering: Services | None = None
        self._founding = Founding(ground)
        self._practice = PracticeBeside(ground)
        self._gate = Gate(ground)
        self._restoring = Restoring(ground)
        self._locking = Locking(ground)
        self.login = LoginWindow(
            ground.known(),
            ground.opening,
            ground.own,
            ground.kit,
            ground.messages,
            ground.background,
        )
        self.login.opened.connect(self._opened)
        self.login.wizard_wanted.connect(self.show_wizard)
        self.login.practice_wanted.connect(self._open_practice)
        self._checking = Checking(ground, self.login)
        self.login.verify_wanted.connect(self._checking.open)
        self.login.restore_wanted.connect(self._restore_from_login)
        self._founding.created.connect(self._opened)
        self._founding.practice_wanted.connect(self._practice.make_beside)
        self._founding.shown.connect(self.login.hide)
        self._founding.left.connect(self._show_login)
        self._founding.failed.connect(self._failed)
        self._restoring.shown.connect(self.login.hide)
        self._restoring.ended.connect(self._show_login)
        self.login.closed.connect(self.login.close)
        self._locking.unlocked.connect(self.ready)
        self._locking.left.connect(self.close_office)
        self._gate.passed.connect(self._start_office)
        self._gate.turned_back.connect(self._turn_back)
        ground.incidents.install()

    def start(self) -> None:
        """Show the login window."""
        self.login.show()

    @Slot(str)
    def _open_practice(self, code: str) -> None:
        """Open the practice office with the login that everybody may know."""
        from easycare_desktop.services.practice.access import open_practice

        self.login.wait(PRACTICE)
        work = partial(open_practice, self._ground.opening, code)
        self._ground.background.run(work, self._opened, self._failed)

    @property
    def window(self) -> QWidget:
        """The window in front."""
        for holder in (self._locking, self._gate, self._restoring, self._founding):
            if holder.window is not None and holder.window.isVisible():
                return holder.window
        return self.workplace.shell if self.workplace is not None else self.login

    @Slot()
    def show_wizard(self) -> None:
        """Show the first-run wizard in place of the login window, as soon as it is ready."""
        self.login.wait(COMES)
        self._founding.begin()

    @Slot()
    def _show_login(self) -> None:
        self.login.show_offices(self._ground.known())
        self.login.show()

    @Slot()
    def _restore_from_login(self) -> None:
        self.login.wait(COMES)
        self._restoring.begin()

    @Slot()
    def restore(self) -> None:
        """Close the open office and show the window of restoring in its place."""
        code, login = self._whose()
        self.close_office()
        self.login.wait(COMES)
        self._restoring.begin(code, login)

    @Slot(object)
    def take_over(self, stick: Path) -> None:
        """Close the open office, and fetch what another PC has written since."""
        whose = self._whose()
        self.close_office()
        self.login.wait(COMES)
        self._restoring.take_over(whose, stick)

    def _whose(self) -> tuple[str, str]:
        if self.workplace is None:
            return "", ""
        services = self.workplace.services
        return services.office.info.code, services.session.who()[1]

    def make_practice(self) -> None:
        """Make a practice office unless one is here."""
        if self._practice.make():
            self.login.show_offices(self._ground.known())

    def end(self) -> None:
        """Close the office, if one is open, and every window."""
        self._practice.end()
        self._gate.end()
        self._restoring.end()
        self._founding.end()
        self._end_office()
        self.login.close()

    @Slot()
    def lock(self) -> None:
        """Hide everything until the person proves to be the same."""
        self._locking.lock()

    def give_way(self) -> None:
        """Let the locked window close without more: the program ends."""
        self._locking.give_way()

    @Slot()
    def close_office(self) -> None:
        """Close the open office and show the login window, first: without any window it ends."""
        self._locking.lift()
        self._show_login()
        self._end_office()

    def _end_office(self) -> None:
        self._locking.end()
        if self.workplace is not None:
            self.workplace.close()
            self.workplace = None

    @Slot(object)
    def _opened(self, office: "OpenOffice") -> None:
        """Let an office in, one at a time: what was opened beside it is closed again."""
        from easycare_desktop.app.workplace import plain_places
        from easycare_desktop.services.bundle import Services

        if self._entering is not None or self.workplace is not None:
            office.close()
            return
        services = Services(office, plain_places(self._ground), self._ground.paths.temporary)
        self._entering = services
        self._gate.ask(services)
        if self._gate.window is not None:
            self.login.hide()

    @Slot(object)
    def _start_office(self, services: "Services") -> None:
        self._ground.background.run(partial(_begun, services), self._started, self._failed)

    @Slot()
    def _turn_back(self) -> None:
        """Close the office again: the own password was not chosen."""
        self._show_login()
        self._close_entering()

    def _close_entering(self) -> None:
        if self._entering is not None:
            self._entering.office.close()
            self._entering = None

    def _started(self, services: "Services") -> None:
        from easycare_desktop.app.workplace import Workplace

        if services is not self._entering:
            return
        try:
            workplace = Workplace(self._ground, services.office, services)
        except Exception as error:  # noqa: BLE001 - told; the office is closed, the login comes back
            self._failed(error)
            return
        self._entering = None
        workplace.lock_wanted.connect(self.lock)
        workplace.practice_ended.connect(self.close_office)
        workplace.restore_wanted.connect(self.restore)
        workplace.lease.take_over_wanted.connect(self.take_over)
        self.workplace = workplace
        self.login.hide()
        workplace.start()
        self._gate.end()
        self._founding.end()
        self._locking.begin(workplace)
        self.ready.emit()
        workplace.tell_of_clock()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        from easycare_desktop.ui.parts.shared.refused import tell_error

        self._close_entering()
        self._founding.leave()
        self._show_login()
        self._gate.end()
        tell_error(self._ground.messages, "사무실을 열지 못했습니다", error)


def _begun(services: "Services") -> "Services":
    services.start()
    return services
