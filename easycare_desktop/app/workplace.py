"""One open office: its services, the main window, and how the pages find each other."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.pages import ITEMS, PAGE_OF_TASK, PREVIEW
from easycare_desktop.app.paper_desk import PaperDesk
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.papers import MadePaper
from easycare_desktop.services.today import Task
from easycare_desktop.ui.navigation import Badge
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.windows.cancel_page import CancelPage
from easycare_desktop.ui.windows.consent_page import ConsentPage
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from easycare_desktop.ui.windows.ending_dialog import EndingDialog
from easycare_desktop.ui.windows.holdings_page import HoldingsPage
from easycare_desktop.ui.windows.keys_page import KeysPage
from easycare_desktop.ui.windows.ledger_page import LedgerPage
from easycare_desktop.ui.windows.papers_page import PapersPage
from easycare_desktop.ui.windows.people_page import PeoplePage
from easycare_desktop.ui.windows.preview_page import PreviewPage
from easycare_desktop.ui.windows.review_page import ReviewPage
from easycare_desktop.ui.windows.shell import Occupant, Shell
from easycare_desktop.ui.windows.today_page import TodayPage
from easycare_desktop.ui.wording.help import help_for
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.particles import toward


class Workplace(QObject):
    """Builds the pages when they are first opened and connects what they ask for."""

    lock_wanted = Signal()
    practice_ended = Signal()

    def __init__(self, ground: Ground, office: OpenOffice, services: Services) -> None:
        super().__init__()
        self._ground = ground
        self.office = office
        self.services = services
        account = office.keys.account
        name = services.profile.read().get("office_name", "")
        occupant = Occupant(name, account.name, label(account.role), practice=office.info.practice)
        factories: dict[str, Callable[[], QWidget]] = {
            "today": self._today,
            "people": self._people,
            "consents": self._consents,
            "cancel": self._cancel,
            "holdings": self._holdings,
            "destruction": self._destruction,
            "ledger": self._ledger,
            "papers": self._papers,
            "keys": self._keys,
            "review": self._review,
            "settings": self._settings,
            PREVIEW: self._preview,
        }
        self.shell = Shell(ITEMS, factories, occupant, ground.kit, ground.toasts)
        self.shell.lock_wanted.connect(self.lock_wanted)
        self.shell.help_wanted.connect(self._help)
        self.shell.practice_ended.connect(self.practice_ended)
        self.papers = PaperDesk(ground, services, self.shell)
        self.papers.made.connect(self._show_paper)

    def start(self) -> None:
        """Show the main window at 오늘."""
        self.shell.open("today")
        self.shell.show()

    def close(self) -> None:
        """Take the main window away and close the office."""
        self.shell.close()
        self.shell.deleteLater()
        self.office.close()

    def _today(self) -> QWidget:
        ground = self._ground
        page = TodayPage(ground.kit, self.services, ground.messages, ground.background)
        page.task_chosen.connect(self._do_task)
        page.new_request.connect(self._new_request)
        page.search_wanted.connect(self._search)
        page.overdue_changed.connect(self._show_overdue)
        return page

    def _people(self) -> QWidget:
        page = PeoplePage(self._ground.kit, self.services, self._ground.messages)
        page.cancel_wanted.connect(self._cancel_for)
        page.ending_wanted.connect(self._end)
        page.consent_wanted.connect(self._open_consents)
        page.paper_wanted.connect(self.papers.want)
        return page

    def _consents(self) -> QWidget:
        ground = self._ground
        page = ConsentPage(ground.kit, self.services, ground.messages, ground.background)
        page.paper_wanted.connect(self.papers.want)
        page.open_person.connect(self._open_person)
        page.cancel_wanted.connect(self._cancel_for)
        return page

    def _cancel(self) -> QWidget:
        page = CancelPage(self._ground.kit, self.services, self._ground.messages)
        page.paper_wanted.connect(self.papers.want)
        page.open_plan.connect(self._open_plan)
        return page

    def _holdings(self) -> QWidget:
        page = HoldingsPage(self._ground.kit, self.services, self._ground.messages)
        page.paper_wanted.connect(self.papers.want)
        page.open_plan.connect(self._open_plan)
        return page

    def _destruction(self) -> QWidget:
        ground = self._ground
        page = DestructionPage(ground.kit, self.services, ground.messages, ground.background)
        page.paper_wanted.connect(self.papers.want)
        page.finished.connect(self._forget_papers)
        return page

    def _ledger(self) -> QWidget:
        page = LedgerPage(self._ground.kit, self.services, self._ground.messages)
        page.paper_wanted.connect(self.papers.want)
        page.export_wanted.connect(self.papers.export)
        page.open_plan.connect(self._open_plan)
        return page

    def _papers(self) -> QWidget:
        ground = self._ground
        page = PapersPage(ground.kit, self.services, ground.messages, ground.background)
        page.paper_wanted.connect(self.papers.want)
        return page

    def _keys(self) -> QWidget:
        ground = self._ground
        return KeysPage(ground.kit, self.services, ground.messages, ground.background)

    def _review(self) -> QWidget:
        ground = self._ground
        page = ReviewPage(ground.kit, self.services, ground.messages, ground.background)
        page.paper_wanted.connect(self.papers.want)
        return page

    def _settings(self) -> QWidget:
        from easycare_desktop.ui.windows.settings_page import SettingsPage  # noqa: PLC0415

        ground = self._ground
        return SettingsPage(
            self.services, ground.own, ground.kit, ground.messages, ground.background
        )

    def _preview(self) -> QWidget:
        ground = self._ground
        page = PreviewPage(ground.kit, self.services, ground.messages, ground.background)
        page.back_wanted.connect(self.shell.back)
        return page

    @Slot(object)
    def _forget_papers(self, _plan_id: object) -> None:
        """Papers made before a destruction may name who is gone; none can be printed again."""
        self.papers.last = None
        page = self.shell.page(PREVIEW)
        if isinstance(page, PreviewPage):
            page.forget()

    @Slot(object)
    def _open_plan(self, plan_id: object) -> None:
        self.shell.open("destruction", plan_id)

    @Slot(object)
    def _open_person(self, person_id: object) -> None:
        self.shell.open("people", person_id)

    @Slot(object)
    def _open_consents(self, person_id: object) -> None:
        self.shell.open("consents", person_id)

    @Slot(object)
    def _do_task(self, task: Task) -> None:
        page = PAGE_OF_TASK[task.kind]
        self.shell.open(page, task.subject or None)

    @Slot()
    def _new_request(self) -> None:
        self.shell.open("cancel")
        page = self.shell.page("cancel")
        if isinstance(page, CancelPage):
            page.start_new()

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.shell.open("people", typed)

    @Slot(object)
    def _cancel_for(self, person_id: int) -> None:
        self.shell.open("cancel")
        page = self.shell.page("cancel")
        if isinstance(page, CancelPage):
            page.start_for(person_id)

    @Slot(object)
    def _end(self, person_id: int) -> None:
        ground = self._ground
        try:
            card = self.services.people.open(person_id)
        except Refusal as refusal:
            tell(ground.messages, "열지 못했습니다", refusal)
            return
        dialog = EndingDialog(ground.kit, self.services, card, ground.messages, self.shell)
        dialog.decided.connect(self._open_plan)
        dialog.open()

    @Slot()
    def _help(self) -> None:
        title, lines = help_for(self.shell.current)
        self._ground.messages.inform(title, *lines)

    @Slot(int)
    def _show_overdue(self, count: int) -> None:
        self.shell.set_badge("today", Badge(str(count) if count else "", late=count > 0))

    @Slot(object)
    def _show_paper(self, paper: MadePaper) -> None:
        came_from = next((item.words for item in ITEMS if item.key == self.shell.current), "")
        self.shell.open(PREVIEW)
        page = self.shell.page(PREVIEW)
        if isinstance(page, PreviewPage):
            page.show_paper(paper, f"{toward(came_from)} 돌아가기" if came_from else "돌아가기")


def plain_places(ground: Ground) -> tuple[Path, ...]:
    """Return the folders and files of plain text that a destruction searches too."""
    return (ground.paths.logs, ground.paths.settings, ground.paths.registry)
