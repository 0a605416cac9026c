"""One open office: its services, the main window, its pages and the ways between them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.page_maker import PageMaker
from easycare_desktop.app.pages import BESIDE, ITEMS
from easycare_desktop.app.paper_desk import PaperDesk
from easycare_desktop.app.routes import Routes
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.ui.background import ThreadBackground
from easycare_desktop.ui.parts.backup.leaving import Leaving
from easycare_desktop.ui.parts.keys.lease_desk import LeaseDesk
from easycare_desktop.ui.parts.keys.return_watch import ReturnWatch
from easycare_desktop.ui.parts.people.undoing import UndoDesk
from easycare_desktop.ui.parts.shared.window_room import show_whole
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from easycare_desktop.ui.windows.shell import Occupant, Shell
from easycare_desktop.ui.wording.help import help_for
from easycare_desktop.ui.wording.labels import label


class Workplace(QObject):
    """Puts the main window over an open office; each page is made when it is first opened.

    `background` runs what these pages ask for, and ends with the office: nothing reads it later.
    `beside` runs what must not wait for that: whoever is locked out does not wait for a backup.
    """

    lock_wanted = Signal()
    practice_ended = Signal()
    restore_wanted = Signal()

    def __init__(self, ground: Ground, office: OpenOffice, services: Services) -> None:
        super().__init__()
        self._ground = ground
        self.office = office
        self.services = services
        self.background, self.beside = ThreadBackground(), ThreadBackground()
        account = office.keys.account
        name = services.profile.read().get("office_name", "")
        occupant = Occupant(name, account.name, label(account.role), practice=office.info.practice)
        keys = (*(item.key for item in ITEMS), *BESIDE)
        factories = {key: partial(self._make_page, key) for key in keys}
        self.shell = Shell(ITEMS, factories, occupant, ground.kit, ground.toasts)
        self.shell.lock_wanted.connect(self.lock_wanted)
        self.shell.help_wanted.connect(self._help)
        self.shell.practice_ended.connect(self.practice_ended)
        self.routes = Routes(ground, services, self.background, self.shell)
        self.routes.restore_wanted.connect(self.restore_wanted)
        self._maker = PageMaker(ground, services, self.background, self.shell, self.routes)
        self._leaving = Leaving(
            ground.kit, services.backup, ground.messages, self.background, self.shell
        )
        self.shell.asks_before_leaving = True
        self.shell.leave_wanted.connect(self.begin_no_other_plan)
        self.shell.leave_wanted.connect(self._leaving.begin)
        self._leaving.left.connect(self.shell.leave)
        self._leaving.waits.connect(self.shell.status.say)
        self._leaving.waits.connect(ground.messages.toast)
        self._undoing = UndoDesk(services, ground.messages, self.background, self)
        self.shell.undo_wanted.connect(self._undoing.ask)
        self._undoing.undone.connect(self.shell.refresh)
        self.lease = LeaseDesk(
            services, self.shell.look_only, ground.messages, self.background, self
        )
        self.lease.changed.connect(self.shell.refresh)
        self.routes.handed.connect(self.lease.show)
        self._watch = ReturnWatch(services, self.background, self)
        self._watch.brought_up.connect(self._tell_of_keys)

    @property
    def papers(self) -> PaperDesk:
        """The desk that every paper comes from."""
        return self.routes.papers

    @property
    def busy(self) -> bool:
        """Whether anything is under way beside the screen."""
        return self.background.busy or self.beside.busy

    def start(self) -> None:
        """Show the main window at 오늘."""
        self.lease.show()
        self._watch.begin()
        self.shell.open("today")
        show_whole(self.shell)

    def go_to(self, page: str) -> None:
        """Go to one of the pages of the navigation, unless a question waits for its answer."""
        if QApplication.activeModalWidget() is None and page in {item.key for item in ITEMS}:
            self.shell.open(page)

    def tell_of_clock(self) -> None:
        """Ask about the clock of this PC, if it has jumped."""
        if self.office.jump is None:
            return
        from easycare_desktop.ui.windows.clock_dialog import ClockDialog

        ground = self._ground
        ClockDialog(self.office, ground.kit, ground.messages, self.background, self.shell).open()

    def close(self) -> None:
        """Take the main window away, wait for what is under way, and close the office."""
        self.begin_no_other_plan()
        self.shell.leave()
        self.background.close()
        self.beside.close()
        self.shell.deleteLater()
        self.office.close()

    def _make_page(self, key: str) -> QWidget:
        return self._maker.make(key)

    @Slot()
    def begin_no_other_plan(self) -> None:
        """Of several destructions let the one under way be the last; the others stay approved."""
        page = self.shell.page("destruction")
        if isinstance(page, DestructionPage):
            page.work.stop()

    @Slot(object)
    def _tell_of_keys(self, labels: tuple[str, ...]) -> None:
        self._ground.messages.toast(f"「{', '.join(labels)}」의 열쇠를 최신으로 바꾸었습니다.")
        self.shell.refresh()

    @Slot()
    def _help(self) -> None:
        title, lines = help_for(self.shell.current)
        self._ground.messages.inform(title, *lines)


def plain_places(ground: Ground) -> tuple[Path, ...]:
    """Return the folders and files of plain text that a destruction searches too."""
    return (ground.paths.logs, ground.paths.settings, ground.paths.registry)
