"""How the pages of one open office find each other: every way from one page to another."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.label_desk import LabelDesk
from easycare_desktop.app.pages import (
    EXPORT,
    IMPORT,
    ITEMS,
    LISTS,
    PAGE_OF_TASK,
    PREVIEW,
    SCAN,
    SCAN_IN,
    TAB_OF_DRAFT,
)
from easycare_desktop.app.paper_desk import PaperDesk
from easycare_desktop.app.scan_desk import ScanDesk
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.drafts import OF_REQUESTS, DraftLine
from easycare_desktop.services.papers import MadePaper
from easycare_desktop.services.person_papers import ComingScan, OpenedScan
from easycare_desktop.services.today import Task
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.returned.attached import HeldPaper
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.windows.cancel_page import CancelPage
from easycare_desktop.ui.windows.consent_page import ConsentPage
from easycare_desktop.ui.windows.drafts_dialog import DraftsDialog
from easycare_desktop.ui.windows.ending_dialog import EndingDialog
from easycare_desktop.ui.windows.people_page import PeoplePage
from easycare_desktop.ui.windows.preview_page import PreviewPage
from easycare_desktop.ui.windows.scan_intake_page import ScanIntakePage
from easycare_desktop.ui.windows.scan_page import ScanPage
from easycare_desktop.ui.windows.shell import Shell
from easycare_desktop.ui.wording.particles import toward
from easycare_desktop.ui.wording.tasks import work_badge


class Routes(QObject):
    """Goes where a page wants to go. `papers` is the desk that every paper comes from.

    `restore_wanted` leaves the office. `handed`: another PC may write now.
    """

    restore_wanted = Signal()
    handed = Signal()

    def __init__(
        self, ground: Ground, services: Services, background: Background, shell: Shell
    ) -> None:
        super().__init__()
        self._ground, self._services, self._shell = ground, services, shell
        self._background = background
        self.papers = PaperDesk(ground, services, background, shell)
        self.papers.made.connect(self._show_paper)
        self.labels = LabelDesk(ground.kit, services, self.papers, shell)
        self.scans = ScanDesk(services.person_papers, ground.messages, background)
        self.scans.opened.connect(self._show_scan)
        self.scans.coming.connect(self._show_coming)

    @Slot(object)
    def open_plan(self, plan_id: object) -> None:
        """Go to a plan on the page of destructions."""
        self._shell.open("destruction", plan_id)

    @Slot(object)
    def open_person(self, person_id: object) -> None:
        """Go to a person in 기초자료."""
        self._shell.open("people", person_id)

    @Slot(object)
    def open_consents(self, person_id: object) -> None:
        """Go to the consents of a person."""
        self._shell.open("consents", person_id)

    @Slot(object)
    def do_task(self, task: Task) -> None:
        """Go where a task of the day is done."""
        self._shell.open(PAGE_OF_TASK[task.kind], task.subject or None)

    @Slot(str)
    def search(self, typed: str) -> None:
        """Carry a search from the first page to the people."""
        self._shell.open("people", typed)

    @Slot(object)
    def open_import(self, path: object) -> None:
        """Go where lists come in, with a file or without one."""
        self._shell.open(IMPORT, path)

    @Slot(object)
    def open_export(self, people: object) -> None:
        """Go where lists go out, with the people that stand in the list."""
        self._shell.open(EXPORT, people)

    @Slot()
    def open_people(self) -> None:
        """Go to 기초자료."""
        self._shell.open("people")

    @Slot()
    def new_request(self) -> None:
        """Begin an intake for whoever will be found there."""
        page = self._cancel_page()
        if page is not None:
            page.start_new()

    @Slot(object)
    def cancel_for(self, person_id: int) -> None:
        """Begin an intake for a person."""
        page = self._cancel_page()
        if page is not None:
            page.start_for(person_id)

    @Slot(object)
    def record_consent(self, paper: HeldPaper) -> None:
        """Go where a consent is recorded, with the form that came back."""
        self._shell.open("consents", paper.person_id)
        page = self._shell.page("consents")
        if isinstance(page, ConsentPage):
            page.recording.hold(paper)

    @Slot(object)
    def take_request(self, paper: HeldPaper) -> None:
        """Go where a request is taken in, with the form that came back."""
        page = self._cancel_page()
        if page is not None and paper.of_office:
            page.start_for_office()
            page.vendor.form.hold(paper)
        elif page is not None:
            page.start_for(paper.person_id)
            page.case.steps.form.hold(paper)

    def _cancel_page(self) -> CancelPage | None:
        self._shell.open("cancel")
        page = self._shell.page("cancel")
        return page if isinstance(page, CancelPage) else None

    @Slot(object)
    def end(self, person_id: int) -> None:
        """Ask how the relation with a person ended."""
        ground = self._ground
        try:
            card = self._services.people.open(person_id)
        except Refusal as refusal:
            tell(ground.messages, "열지 못했습니다", refusal)
            return
        dialog = EndingDialog(ground.kit, self._services, card, ground.messages, self._shell)
        dialog.decided.connect(self.open_plan)
        dialog.announced.connect(self._shell.refresh)
        dialog.open()

    @Slot()
    def show_drafts(self) -> None:
        """Show what was half typed."""
        ground = self._ground
        dialog = DraftsDialog(
            self._services.drafts, ground.kit, ground.messages, self._background, self._shell
        )
        dialog.resumed.connect(self.resume)
        dialog.rejected.connect(self._shell.refresh)
        dialog.open()

    @Slot(object)
    def resume(self, line: DraftLine) -> None:
        """Go on with half-typed work in the window it belongs to."""
        where, subject = line.window, line.subject
        if where == "consent_form":
            self._shell.open("consents", subject)
        elif where in OF_REQUESTS:
            self._shell.open("cancel", subject)
        elif where in TAB_OF_DRAFT:
            self._shell.open("settings", TAB_OF_DRAFT[where])
        elif where == "person_form":
            self._shell.open("people")
            page = self._shell.page("people")
            if isinstance(page, PeoplePage):
                page.resume(subject)
        else:
            self._resume_intake(where, subject)

    def _resume_intake(self, where: str, subject: int) -> None:
        page = self._cancel_page()
        if page is not None and where == "cancel.vendor":
            page.start_for_office()
        elif page is not None:
            page.start_for(subject)

    @Slot(int, int)
    def show_work(self, overdue: int, due_today: int) -> None:
        """Put beside 오늘 how much is to be done today, and say how much of it is late."""
        self._shell.set_badge("today", work_badge(overdue, due_today))

    @Slot(object)
    def forget_papers(self, _plan_id: object) -> None:
        """Papers made before a destruction may name who is gone; none can be printed again."""
        self.papers.last = None
        page = self._shell.page(PREVIEW)
        if isinstance(page, PreviewPage):
            page.forget()

    @Slot(object)
    def _show_paper(self, paper: MadePaper) -> None:
        way_back = self._way_back()
        self._shell.open(PREVIEW)
        page = self._shell.page(PREVIEW)
        if isinstance(page, PreviewPage):
            page.show_paper(paper, way_back)

    @Slot(object)
    def _show_scan(self, scan: OpenedScan) -> None:
        way_back = self._way_back()
        self._shell.open(SCAN)
        page = self._shell.page(SCAN)
        if isinstance(page, ScanPage):
            page.show_scan(scan, way_back)

    @Slot(object)
    def _show_coming(self, scan: ComingScan) -> None:
        way_back = self._way_back()
        self._shell.open(SCAN_IN)
        page = self._shell.page(SCAN_IN)
        if isinstance(page, ScanIntakePage):
            page.show_file(scan, way_back)

    @Slot(object, object)
    def take_files(self, person_id: int, paths: tuple[Path, ...]) -> None:
        """Take files that were dropped on a person: scans; a list goes where lists come in."""
        scans = [each for each in paths if each.suffix.lower() not in LISTS]
        if scans:
            self.scans.take(person_id, *scans)
        else:
            self.open_import(paths[0])
        left = len(paths) - max(1, len(scans))
        if left:
            self._ground.messages.toast(
                f"엑셀 목록은 한 번에 하나씩 받습니다. {left}개는 뺐습니다."
            )

    def _way_back(self) -> str:
        came_from = next((item.words for item in ITEMS if item.key == self._shell.current), "")
        return f"{toward(came_from)} 돌아가기" if came_from else "돌아가기"
