"""설정: the screen, what this PC keeps, accounts, the office itself, the program."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.settings.about_tab import AboutTab
from easycare_desktop.ui.parts.settings.accounts_tab import AccountsTab
from easycare_desktop.ui.parts.settings.kept_tab import KeptTab
from easycare_desktop.ui.parts.settings.look_tab import LookTab
from easycare_desktop.ui.parts.settings.office_parts import PROFILE_PART, PROGRAM_PART, OfficePart
from easycare_desktop.ui.parts.settings.office_tab import OfficeTab
from easycare_desktop.ui.parts.settings.paper_look_tab import PaperLookTab
from easycare_desktop.ui.parts.settings.permit_tab import PermitTab
from easycare_desktop.ui.parts.shared.own_settings import OwnSettings
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, holder

T = TypeVar("T", bound=QWidget)
F = TypeVar("F", OfficeTab, PaperLookTab)
_TABS = (
    ("화면", "look"),
    ("이 PC에 저장된 것", "kept"),
    ("계정", "accounts"),
    ("기관 정보", "profile"),
    ("업무 프로그램", "program"),
    ("주민등록번호", "permit"),
    ("문서 모양", "paper_look"),
    ("프로그램 정보", "about"),
)
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
        self._services, self._own, self._kit = services, own, kit
        self._messages, self._background = messages, background
        absent = set[str]()
        if not services.profile.has(PROGRAM_PART.group):
            absent.add("program")
        if not services.permits.offered():
            absent.add("permit")
        self._names, self._views = zip(
            *((name, view) for name, view in _TABS if view not in absent), strict=True
        )
        self._feet: list[tuple[OfficeTab | PaperLookTab, QWidget]] = []
        self._build(kit)
        self.tabs.currentChanged.connect(self._turn)
        own.failed.connect(self._not_kept)

    @cached_property
    def look(self) -> LookTab:
        """The screen. Each of these is built when it is first turned to."""
        return self._piled(LookTab(self._kit))

    @cached_property
    def kept(self) -> KeptTab:
        """What this PC keeps."""
        return self._piled(KeptTab(self._own, self._kit))

    @cached_property
    def accounts(self) -> AccountsTab:
        """Who works here."""
        tab = AccountsTab(self._services, self._kit, self._messages, self._background)
        tab.list.statement.clicked.connect(self._print_accounts)
        return self._piled(tab)

    @cached_property
    def profile(self) -> OfficeTab:
        """The office itself."""
        return self._footed(self._of_office(PROFILE_PART))

    @cached_property
    def program(self) -> OfficeTab:
        """The program that the office works with."""
        return self._footed(self._of_office(PROGRAM_PART))

    @cached_property
    def permit(self) -> PermitTab:
        """Whether resident numbers may be kept."""
        return self._piled(PermitTab(self._services, self._kit, self._messages))

    @cached_property
    def paper_look(self) -> PaperLookTab:
        """How papers look."""
        tab = PaperLookTab(self._services, self._kit, self._messages, self._background)
        return self._footed(tab)

    @cached_property
    def about(self) -> AboutTab:
        """The program."""
        tab = AboutTab(self._services.office.info, self._kit)
        tab.components_wanted.connect(self.components_wanted)
        tab.diagnosis_wanted.connect(self.diagnosis_wanted)
        tab.certificate.save_wanted.connect(self.certificate_wanted)
        tab.certificate.verify_wanted.connect(self.verify_wanted)
        tab.certificate.print_wanted.connect(self._print_certificate)
        return self._piled(tab)

    def _of_office(self, part: OfficePart) -> OfficeTab:
        return OfficeTab(part, self._services, self._kit, self._messages, self._background)

    def _piled(self, tab: T) -> T:
        self._pile.add(tab)
        return tab

    def _footed(self, tab: F) -> F:
        tab.foot.hide()
        self._page.addWidget(tab.foot)
        self._feet.append((tab, tab.foot))
        return self._piled(tab)

    def _build(self, kit: Kit) -> None:
        self.head = kit.page_head("설정")
        self.tabs = kit.tabs(self._names, "설정할 것")
        self.tabs.setObjectName("settings.tabs")
        self._pile = Pile()
        above = column(self.head, self.tabs, margins=(24, 14, 24, 0), gap=4)
        inside = column(self._pile, margins=(24, 12, 24, 14))
        self._page = column(holder(above), kit.scroll(holder(inside)), gap=0)
        self._page.setStretch(1, 1)
        self.setLayout(self._page)
        self.setFocusProxy(self.tabs)
        self._pile.show_only(self.look)

    def refresh(self) -> None:
        """Read again what the shown tab shows."""
        self._turn(self.tabs.currentIndex())

    def show_subject(self, subject: object) -> None:
        """Turn to the tab with this name, or to the account with this number."""
        if isinstance(subject, int):
            self.tabs.setCurrentIndex(self._views.index("accounts"))
            self.accounts.show_account(subject)
        elif subject in self._names:
            self.tabs.setCurrentIndex(self._names.index(str(subject)))

    @Slot(int)
    def _turn(self, number: int) -> None:
        shown: QWidget = getattr(self, self._views[number])
        self._pile.show_only(shown)
        for view, foot in self._feet:
            foot.setVisible(view is shown and bool(view.edits))
        if isinstance(shown, KeptTab):
            self._own.recall()
        elif isinstance(shown, AccountsTab | OfficeTab | PaperLookTab | PermitTab):
            shown.refresh()
        elif isinstance(shown, AboutTab):
            shown.certificate.show_certificate(self._services.certificates.read())

    @Slot()
    def _print_certificate(self) -> None:
        self.paper_wanted.emit("office_certificate", 0)

    @Slot()
    def _print_accounts(self) -> None:
        self.paper_wanted.emit("account_statement", 0)

    @Slot(object)
    def _not_kept(self, error: Exception) -> None:
        tell_error(self._messages, _NOT_KEPT, error)
