"""백업·열쇠: whether the office is protected, its backups, its keys, and the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.rights import Right
from easycare_desktop.services.backup import BackupCause, BackupRow
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.protection import Protection
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.backup.backup_dialog import BackupDialog
from easycare_desktop.ui.parts.backup.places_tab import PlacesTab
from easycare_desktop.ui.parts.backup.register_tab import RegisterTab
from easycare_desktop.ui.parts.backup.targets_tab import TargetsTab
from easycare_desktop.ui.parts.keys.keys_tab import KeysTab
from easycare_desktop.ui.parts.keys.lease_card import LeaseCard
from easycare_desktop.ui.parts.keys.restore_card import RestoreCard
from easycare_desktop.ui.parts.preview.printing import Printing
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, hide_unless, holder

_TITLE, _LACKS = "백업·열쇠", "아직 보호되지 않음"
_TABS = ("targets", "keys", "register")
_NAMES = ("한눈에", "백업", "열쇠", "백업 대장")


@dataclass(frozen=True, slots=True)
class _Seen:
    protection: Protection
    rows: tuple[BackupRow, ...]
    names: Mapping[int, str]


class KeysPage(QWidget):
    """`paper_wanted(code, subject)`: the register, or the report of a drill; `restore_wanted()`."""

    paper_wanted = Signal(str, object)
    restore_wanted = Signal()

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        printing: Printing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._kit, self._services = kit, services
        self._messages, self._background = messages, background
        self._printing = printing
        self._seen: _Seen | None = None
        self._word = ""
        self.dialog: BackupDialog | None = None
        self.overview = PlacesTab(kit)
        self.restore = RestoreCard(kit, services, messages, background)
        self.lease = LeaseCard(kit, services, messages, background)
        self._build(kit)
        self._listen()

    @cached_property
    def targets(self) -> TargetsTab:
        """Where backups go. Like every tab but the first it is built when it is turned to."""
        tab = TargetsTab(self._kit, self._services, self._messages, self._background)
        tab.changed.connect(self.refresh)
        self._pile.add(tab)
        return tab

    @cached_property
    def keys(self) -> KeysTab:
        """Key places and the recovery sheet."""
        tab = KeysTab(self._kit, self._services, self._messages, self._background, self._printing)
        tab.changed.connect(self.refresh)
        self._pile.add(tab)
        return tab

    @cached_property
    def register(self) -> RegisterTab:
        """Every backup that was made."""
        tab = RegisterTab(self._kit)
        tab.print_button.clicked.connect(self._print)
        if self._seen is not None:
            tab.show_rows(self._seen.rows, self._seen.names)
        self._pile.add(tab)
        return tab

    def _build(self, kit: Kit) -> None:
        self.back_up = kit.button("지금 백업하기", "primary", "database-backup", key="F5")
        self.back_up.setObjectName("keys.back_up")
        hide_unless(self.back_up, self._services.office.actor.may(Right.BACK_UP))
        self.head = kit.page_head(_TITLE, "", self.back_up)
        self.tabs = kit.tabs(_NAMES, "백업과 열쇠")
        self.tabs.setObjectName("keys.tabs")
        self._first = holder(column(self.overview, self.lease, self.restore, None, gap=14))
        self._pile = Pile([self._first])
        above = column(self.head, self.tabs, margins=(24, 14, 24, 0), gap=4)
        inside = column(self._pile, margins=(24, 12, 24, 14))
        page = column(holder(above), kit.scroll(holder(inside)), gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.tabs)

    def _listen(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.back_up.clicked.connect(self.begin_backup)
        self.restore.restore_wanted.connect(self.restore_wanted)
        self.restore.report_wanted.connect(self.paper_wanted)
        self.lease.handed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Look at every place again, beside the screen."""
        self._background.run(self._read, self._show, self._failed)
        self.lease.refresh()
        self._turn(self.tabs.currentIndex())

    @Slot()
    def begin_backup(self) -> None:
        """Back up to every place at hand."""
        self.dialog = BackupDialog(
            self._kit,
            self._services.backup,
            BackupCause.BY_HAND,
            self._messages,
            self._background,
            self,
        )
        self.dialog.ended.connect(self.refresh)
        self.dialog.start()

    def _read(self) -> _Seen:
        services = self._services
        rows = tuple(services.backup.register())
        return _Seen(services.protection.look(), rows, services.accounts.names())

    def _show(self, seen: _Seen) -> None:
        today = self._services.office.today()
        looks = self._services.office.looks_only
        word = "보호됨" if seen.protection.protected else _LACKS
        self._word = "보기만 함" if looks else word
        self._say_head()
        self.back_up.setEnabled(not looks)
        self.overview.show_protection(seen.protection, today, looks=looks)
        self._seen = seen
        if "register" in self.__dict__:
            self.register.show_rows(seen.rows, seen.names)

    def _say_head(self) -> None:
        """Say whether all is well; where the reason is not in sight, also where it is told."""
        elsewhere = self._word == _LACKS and self.tabs.currentIndex() > 0
        self.head.say(
            _TITLE, f"{self._word} · 이유는 「한눈에」에 있습니다" if elsewhere else self._word
        )

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "백업과 열쇠를 살펴보지 못했습니다", error)

    @Slot(int)
    def _turn(self, number: int) -> None:
        shown: QWidget = self._first if number == 0 else getattr(self, _TABS[number - 1])
        self._pile.show_only(shown)
        self._say_head()
        if isinstance(shown, TargetsTab | KeysTab):
            shown.refresh()

    @Slot()
    def _print(self) -> None:
        self.paper_wanted.emit(PaperKind.BACKUP_REGISTER.code, 0)
