"""주 창: practice band, navigation, pages, status line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.ui.navigation import Badge, NavItem, PageFactory, Receives, Refreshes
from easycare_desktop.ui.parts.shared.page_stack import PageStack, room_for
from easycare_desktop.ui.widgets import FocusRing, Kit, PageHead, Toasts, column, hide_unless, row
from easycare_desktop.ui.widgets.look_only_band import LookOnlyBand
from easycare_desktop.ui.widgets.nav_list import NavList
from easycare_desktop.ui.widgets.nav_panel import NavPanel
from easycare_desktop.ui.widgets.practice_band import PracticeBand
from easycare_desktop.ui.widgets.status_line import StatusLine
from easycare_desktop.ui.widgets.text_size_keys import TextSizeKeys
from easycare_desktop.ui.widgets.toast_place import ToastPlace

_SIZE = QSize(1366, 768)
_LEAST = QSize(1000, 600)


@dataclass(frozen=True, slots=True)
class Occupant:
    """Which office is open, and who works in it; `practice` shows the violet band."""

    office: str
    person: str
    role: str
    practice: bool = False


class Shell(QWidget):
    """The main window. Pages are built when they are first opened.

    It is the `Navigation` of the pages. `page_opened(key)` tells every change; `lock_wanted`,
    `help_wanted`, `undo_wanted` and `practice_ended` are for the composition root, as is
    `leave_wanted`: where `asks_before_leaving` is set, the window stays until `leave` is called.
    """

    leave_wanted = Signal()

    page_opened = Signal(str)
    lock_wanted = Signal()
    help_wanted = Signal()
    practice_ended = Signal()
    undo_wanted = Signal()

    def __init__(
        self,
        items: Sequence[NavItem],
        factories: Mapping[str, PageFactory],
        occupant: Occupant,
        kit: Kit,
        toasts: Toasts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        kit.appearance.dress(self)
        self._kit, self._factories = kit, factories
        self._pages: dict[str, QWidget] = {}
        self._way: list[str] = []
        self._as_menu = False
        self.asks_before_leaving = False
        self._build(items, occupant)
        toasts.said.connect(self._toast.say)
        kit.changed.connect(self._fit)

    def open(self, page: str, subject: object | None = None) -> None:
        """Go to the page with this key, built now if it is new."""
        if page not in self._pages:
            self._add(page)
        widget = self._pages[page]
        self._panel.close_menu()
        self._stack.setCurrentWidget(widget)
        self._panel.items.mark(page)
        if not self._way or self._way[-1] != page:
            self._way.append(page)
        if isinstance(widget, Refreshes):
            widget.refresh()
        if subject is not None and isinstance(widget, Receives):
            widget.show_subject(subject)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_opened.emit(page)

    @Slot()
    def refresh(self) -> None:
        """Let the page in front read again."""
        widget = self._pages[self.current]
        if isinstance(widget, Refreshes):
            widget.refresh()

    def back(self) -> None:
        """Go to the page that was open before."""
        if len(self._way) > 1:
            self._way.pop()
            self.open(self._way.pop())

    def leave(self) -> None:
        """Close for good."""
        self.asks_before_leaving = False
        self.close()

    def set_badge(self, page: str, badge: Badge) -> None:
        """Show a number beside an item."""
        self._panel.items.button(page).show_badge(badge)

    @property
    def current(self) -> str:
        """The key of the present page."""
        return self._way[-1] if self._way else ""

    def page(self, key: str) -> QWidget | None:
        """Return a page that has been built."""
        return self._pages.get(key)

    def _build(self, items: Sequence[NavItem], occupant: Occupant) -> None:
        appearance = self._kit.appearance
        self.setWindowTitle("이지케어 데스크톱")
        self.setProperty("part", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(_LEAST)
        self.band = PracticeBand(appearance)
        self.band.ended.connect(self.practice_ended)
        hide_unless(self.band, occupant.practice)
        self.look_only = LookOnlyBand(appearance)
        self.look_only.turned.connect(self._fit)
        names = NavList(appearance, items, occupant.office, occupant.person, occupant.role)
        names.wanted.connect(self.open)
        names.lock_wanted.connect(self.lock_wanted)
        self._panel = NavPanel(appearance, names)
        self._stack = PageStack()
        self._toast = ToastPlace(appearance, self._stack, self)
        self._toast.undo_wanted.connect(self.undo_wanted)
        self.status = StatusLine(appearance)
        self._middle = row(self._panel, gap=0)
        self._middle.addWidget(self._stack, 1)
        box = column(self.band, self.look_only, gap=0)
        box.addLayout(self._middle, 1)
        box.addWidget(self.status)
        self.setLayout(box)
        self.ring = FocusRing(appearance, self)
        TextSizeKeys(appearance, self)
        QShortcut("Ctrl+L", self).activated.connect(self.lock_wanted)
        QShortcut("F1", self).activated.connect(self.help_wanted)
        self.resize(_SIZE.boundedTo(room_for(_SIZE)))

    def _add(self, key: str) -> None:
        widget = self._factories[key]()
        self._pages[key] = widget
        self._stack.addWidget(widget)
        head = widget.findChild(PageHead)
        if head is not None:
            head.menu_wanted.connect(self._open_menu)
            head.offer_menu(shown=self._as_menu)

    @Slot()
    def _open_menu(self) -> None:
        self._panel.open_over(self._stack)
        self._panel.items.button(self.current).setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _fit(self) -> None:
        room = self.height() - self.status.height()
        for band in (self.band, self.look_only):
            room -= band.sizeHint().height() if band.isVisibleTo(self) else 0
        theme = self._kit.theme
        as_menu = theme.huge or self._panel.needed() > room
        if as_menu != self._as_menu:
            self._as_menu = as_menu
            self.status.offer_lock(folded=as_menu)
            self._panel.become_menu(self._middle, menu=as_menu)
            for head in self.findChildren(PageHead):
                head.offer_menu(shown=as_menu)
        self._toast.fit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.asks_before_leaving:
            event.ignore()
            self.leave_wanted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panel.close_menu()
        self._fit()
