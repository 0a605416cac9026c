"""설정: the screen, what this PC keeps, accounts, the office itself, the program."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.settings.about_tab import AboutTab
from easycare_desktop.ui.parts.settings.accounts_tab import AccountsTab
from easycare_desktop.ui.parts.settings.kept_tab import KeptTab
from easycare_desktop.ui.parts.settings.look_tab import LookTab
from easycare_desktop.ui.parts.settings.office_tab import PROFILE_PART, PROGRAM_PART, OfficeTab
from easycare_desktop.ui.parts.settings.paper_look_tab import PaperLookTab
from easycare_desktop.ui.parts.settings.permit_tab import PermitTab
from easycare_desktop.ui.parts.shared.own_settings import OwnSettings
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, holder

_NOT_KEPT = "설정을 저장하지 못했습니다"


class SettingsPage(QWidget):
    """Tabs; only accounts, the office and its certificate are read from the office.

    `paper_wanted(code, 0)`: certificate or accounts of the office.
    `verify_wanted`, `certificate_wanted` to be saved.
    `components_wanted` and `diagnosis_wanted` are for the composition root.
    """

    paper_wanted = Signal(str, object)
    verify_wanted = Signal()
    certificate_wanted = Signal()
    components_wanted = Signal()
    diagnosis_wanted = Signal()

    def __init__(
        self,
        services: Services,
        own: OwnSettings,
        kit: Kit,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._own, self._messages = own, messages
        self.look = LookTab(kit)
        self.kept = KeptTab(own, kit)
        self.accounts = AccountsTab(services, kit, messages, background)
        self.profile = OfficeTab(PROFILE_PART, services, kit, messages, background)
        self.program: OfficeTab | None = None
        if services.profile.has(PROGRAM_PART.group):
            self.program = OfficeTab(PROGRAM_PART, services, kit, messages, background)
        self.paper_look = PaperLookTab(services, kit, messages, background)
        self.permit: PermitTab | None = None
        if services.permits.offered():
            self.permit = PermitTab(services, kit, messages)
        self.about = AboutTab(services.office.info, kit)
        self._certificates = services.certificates
        self.about.components_wanted.connect(self.components_wanted)
        self.about.diagnosis_wanted.connect(self.diagnosis_wanted)
        self._build(kit)
        certificate = self.about.certificate
        certificate.save_wanted.connect(self.certificate_wanted)
        certificate.verify_wanted.connect(self.verify_wanted)
        certificate.print_wanted.connect(self._print_certificate)
        self.accounts.list.statement.clicked.connect(self._print_accounts)
        self.tabs.currentChanged.connect(self._turn)
        own.failed.connect(self._not_kept)

    def _build(self, kit: Kit) -> None:
        named: list[tuple[str, QWidget]] = [
            ("화면", self.look),
            ("이 PC에 저장된 것", self.kept),
            ("계정", self.accounts),
            ("기관 정보", self.profile),
        ]
        if self.program is not None:
            named.append(("업무 프로그램", self.program))
        if self.permit is not None:
            named.append(("주민등록번호", self.permit))
        named += [("문서 모양", self.paper_look), ("프로그램 정보", self.about)]
        self._names, self._views = zip(*named, strict=True)
        self.head = kit.page_head("설정")
        self.tabs = kit.tabs(self._names, "설정할 것")
        self.tabs.setObjectName("settings.tabs")
        self._pile = Pile(self._views)
        above = column(self.head, self.tabs, margins=(24, 14, 24, 0), gap=4)
        inside = column(self._pile, margins=(24, 12, 24, 14))
        self._feet = [
            (view, view.foot) for view in (self.profile, self.program, self.paper_look) if view
        ]
        feet = [foot for _, foot in self._feet]
        page = column(holder(above), kit.scroll(holder(inside)), *feet, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.tabs)
        for foot in feet:
            foot.hide()

    def refresh(self) -> None:
        """Read again what the shown tab shows."""
        self._turn(self.tabs.currentIndex())

    def show_subject(self, subject: object) -> None:
        """Turn to the tab with this name, or to the account with this number."""
        if isinstance(subject, int):
            self.tabs.setCurrentIndex(self._views.index(self.accounts))
            self.accounts.show_account(subject)
        elif subject in self._names:
            self.tabs.setCurrentIndex(self._names.index(str(subject)))

    @Slot(int)
    def _turn(self, number: int) -> None:
        shown = self._views[number]
        self._pile.show_only(shown)
        for view, foot in self._feet:
            foot.setVisible(view is shown and bool(view.edits))
        if shown is self.kept:
            self._own.recall()
        elif isinstance(shown, AccountsTab | OfficeTab | PaperLookTab | PermitTab):
            shown.refresh()
        elif shown is self.about:
            self.about.certificate.show_certificate(self._certificates.read())

    @Slot()
    def _print_certificate(self) -> None:
        self.paper_wanted.emit("office_certificate", 0)

    @Slot()
    def _print_accounts(self) -> None:
        self.paper_wanted.emit("account_statement", 0)

    @Slot(object)
    def _not_kept(self, error: Exception) -> None:
        tell_error(self._messages, _NOT_KEPT, error)
