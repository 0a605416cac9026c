"""Makes each page of one open office when it is first opened, and ties it to its ways out."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.help_desk import HelpDesk
from easycare_desktop.app.pages import EXPORT, IMPORT, PREVIEW, SCAN, SCAN_IN
from easycare_desktop.app.routes import Routes
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.people.person_form import PersonForm
from easycare_desktop.ui.parts.people.person_sheet import PersonSheet
from easycare_desktop.ui.windows.cancel_page import CancelPage
from easycare_desktop.ui.windows.consent_page import ConsentPage
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from easycare_desktop.ui.windows.export_page import ExportPage
from easycare_desktop.ui.windows.holdings_page import HoldingsPage
from easycare_desktop.ui.windows.import_page import ImportPage
from easycare_desktop.ui.windows.keys_page import KeysPage
from easycare_desktop.ui.windows.ledger_page import LedgerPage
from easycare_desktop.ui.windows.papers_page import PapersPage
from easycare_desktop.ui.windows.people_page import PeoplePage
from easycare_desktop.ui.windows.preview_page import PreviewPage
from easycare_desktop.ui.windows.review_page import ReviewPage
from easycare_desktop.ui.windows.scan_intake_page import ScanIntakePage
from easycare_desktop.ui.windows.scan_page import ScanPage
from easycare_desktop.ui.windows.shell import Shell
from easycare_desktop.ui.windows.today_page import TodayPage


class PageMaker:
    """One method a page; `make` calls it by the key that the page has in the navigation."""

    def __init__(
        self,
        ground: Ground,
        services: Services,
        background: Background,
        shell: Shell,
        routes: Routes,
    ) -> None:
        self._services, self._shell, self._routes = services, shell, routes
        self._own = ground.own
        self._kit, self._messages = ground.kit, ground.messages
        self._background = background
        self._help_desk = HelpDesk(ground, services.office.info.folder, background, shell)
        self._makers: dict[str, Callable[[], QWidget]] = {
            "today": self._today,
            "people": self._people,
            "consents": self._consents,
            "cancel": self._cancel,
            "holdings": self._holdings,
            "destruction": self._destruction,
            "ledger": self._ledger,
            "papers": self._papers,
            "returned": self._returned,
            "keys": self._keys,
            "review": self._review,
            "settings": self._settings,
            PREVIEW: self._preview,
            SCAN: self._scan,
            SCAN_IN: self._scan_in,
            IMPORT: self._import,
            EXPORT: self._export,
        }

    def make(self, key: str) -> QWidget:
        """Make the page with this key, anew."""
        return self._makers[key]()

    def _today(self) -> QWidget:
        page = TodayPage(self._kit, self._services, self._messages, self._background)
        page.task_chosen.connect(self._routes.do_task)
        page.new_request.connect(self._routes.new_request)
        page.search_wanted.connect(self._routes.search)
        page.work_changed.connect(self._routes.show_work)
        page.drafts_wanted.connect(self._routes.show_drafts)
        return page

    def _people(self) -> QWidget:
        page = PeoplePage(self._kit, self._services, self._messages, self._background)
        page.sheet_built.connect(self._tie_sheet)
        page.form_built.connect(self._tie_form)
        page.drafts_wanted.connect(self._routes.show_drafts)
        page.import_wanted.connect(self._routes.open_import)
        may_export = self._services.office.actor.may(Right.EXPORT)
        page.list.foot.setVisible(may_export)
        page.list.foot.export_wanted.connect(self._routes.open_export)
        page.list.foot.labels_wanted.connect(self._routes.labels.want)
        return page

    @Slot(object)
    def _tie_sheet(self, sheet: PersonSheet) -> None:
        sheet.cancel_wanted.connect(self._routes.cancel_for)
        sheet.ending_wanted.connect(self._routes.end)
        sheet.consent_wanted.connect(self._routes.open_consents)
        sheet.paper_wanted.connect(self._routes.papers.want)
        sheet.plan_wanted.connect(self._routes.open_plan)
        sheet.packet_wanted.connect(self._routes.papers.want_packet)
        sheet.papers.again_wanted.connect(self._routes.papers.again)
        sheet.scan_wanted.connect(self._routes.scans.want)
        sheet.scan_offered.connect(self._routes.scans.offer)
        sheet.files_dropped.connect(self._routes.take_files)

    @Slot(object)
    def _tie_form(self, form: PersonForm) -> None:
        form.undo_wanted.connect(self._shell.undo_wanted)

    def _consents(self) -> QWidget:
        page = ConsentPage(self._kit, self._services, self._messages, self._background)
        page.paper_wanted.connect(self._routes.papers.want)
        page.overview.forms_wanted.connect(self._routes.papers.want_consent_forms)
        page.open_person.connect(self._routes.open_person)
        page.cancel_wanted.connect(self._routes.cancel_for)
        return page

    def _cancel(self) -> QWidget:
        page = CancelPage(self._kit, self._services, self._messages)
        page.paper_wanted.connect(self._routes.papers.want)
        page.open_plan.connect(self._routes.open_plan)
        return page

    def _holdings(self) -> QWidget:
        page = HoldingsPage(self._kit, self._services, self._messages, self._background)
        page.paper_wanted.connect(self._routes.papers.want)
        page.open_plan.connect(self._routes.open_plan)
        return page

    def _destruction(self) -> QWidget:
        page = DestructionPage(self._kit, self._services, self._messages, self._background)
        page.paper_wanted.connect(self._routes.papers.want)
        page.joint.certificates_wanted.connect(self._routes.papers.want_certificates)
        page.finished.connect(self._routes.forget_papers)
        return page

    def _ledger(self) -> QWidget:
        page = LedgerPage(self._kit, self._services, self._messages, self._background)
        page.paper_wanted.connect(self._routes.papers.want)
        page.export_wanted.connect(self._routes.papers.export)
        page.file_wanted.connect(self._routes.papers.save_ledger)
        page.verify_wanted.connect(self._routes.papers.verify)
        page.open_plan.connect(self._routes.open_plan)
        return page

    def _papers(self) -> QWidget:
        page = PapersPage(self._kit, self._services, self._messages, self._background)
        page.paper_wanted.connect(self._routes.papers.want)
        page.again_wanted.connect(self._routes.papers.again)
        page.editable_wanted.connect(self._routes.papers.want_editable)
        self._routes.papers.filed.connect(page.refresh)
        return page

    def _returned(self) -> QWidget:
        from easycare_desktop.ui.windows.returned_page import ReturnedPage

        page = ReturnedPage(self._kit, self._services, self._messages, self._background)
        page.consent_wanted.connect(self._routes.record_consent)
        page.request_wanted.connect(self._routes.take_request)
        page.paper_wanted.connect(self._routes.papers.want)
        return page

    def _keys(self) -> QWidget:
        page = KeysPage(self._kit, self._services, self._messages, self._background)
        page.restore_wanted.connect(self._routes.restore_wanted)
        page.lease.handed.connect(self._routes.handed)
        page.paper_wanted.connect(self._routes.papers.want)
        return page

    def _review(self) -> QWidget:
        page = ReviewPage(self._kit, self._services, self._messages, self._background)
        page.paper_wanted.connect(self._routes.papers.want)
        return page

    def _settings(self) -> QWidget:
        from easycare_desktop.ui.windows.settings_page import SettingsPage

        page = SettingsPage(self._services, self._own, self._kit, self._messages, self._background)
        page.paper_wanted.connect(self._routes.papers.want)
        page.verify_wanted.connect(self._routes.papers.verify)
        page.certificate_wanted.connect(self._routes.papers.save_certificate)
        page.components_wanted.connect(self._help_desk.show_components)
        page.diagnosis_wanted.connect(self._help_desk.write_diagnosis)
        return page

    def _preview(self) -> QWidget:
        page = PreviewPage(self._kit, self._services, self._messages, self._background)
        page.back_wanted.connect(self._shell.back)
        return page

    def _scan(self) -> QWidget:
        page = ScanPage(self._kit, self._messages, self._background)
        page.back_wanted.connect(self._shell.back)
        return page

    def _scan_in(self) -> QWidget:
        papers = self._services.person_papers
        page = ScanIntakePage(self._kit, papers, self._messages, self._background)
        page.back_wanted.connect(self._shell.back)
        page.left.connect(self._routes.scans.stop)
        page.taken.connect(self._shell.back)
        page.taken.connect(self._routes.scans.go_on)
        return page

    def _import(self) -> QWidget:
        page = ImportPage(self._kit, self._services, self._messages, self._background)
        page.left.connect(self._routes.open_people)
        page.ending_wanted.connect(self._routes.end)
        return page

    def _export(self) -> QWidget:
        page = ExportPage(self._kit, self._services, self._messages, self._background)
        page.left.connect(self._routes.open_people)
        return page
