"""The head of a page: title, note, actions; 「메뉴」 where the navigation does not fit."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.button import Button
from easycare_desktop.ui.widgets.labels import Text
from easycare_desktop.ui.widgets.layouts import row

_AFTER_MENU = 8


class PageHead(QWidget):
    """The main window finds it in a page, shows its 「메뉴」 button and listens to it."""

    menu_wanted = Signal()

    def __init__(
        self, appearance: Appearance, title: str, note: str = "", *actions: QWidget
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self.setProperty("part", "inside")
        self.menu_button = Button(appearance, "메뉴", "secondary", "menu")
        self.menu_button.setObjectName("page.menu")
        self.menu_button.clicked.connect(self.menu_wanted)
        self.menu_button.hide()
        self.title = Text(title, "title")
        self.note = Text(note)
        self.note.setContentsMargins(0, 5, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setRetainSizeWhenHidden(True)
        self.note.setSizePolicy(policy)
        self.note.installEventFilter(self)
        box = row(self.menu_button, self.title, 4)
        box.addWidget(self.note, 1)
        for action in actions:
            box.addWidget(action)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._fit)
        self._fit()

    def say(self, title: str, note: str = "") -> None:
        """Change title and note."""
        self.title.setText(title)
        self.note.setText(note)
        self._fit()

    def offer_menu(self, *, shown: bool) -> None:
        """Show or hide 「메뉴」."""
        self.menu_button.setVisible(shown)
        self.title.setContentsMargins(_AFTER_MENU if shown else 0, 0, 0, 0)

    @Slot()
    def _fit(self) -> None:
        fits = self.note.sizeHint().width() <= self.note.width()
        self.note.setVisible(fits and not self._appearance.theme.huge)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when another action took room from the note."""
        if watched is self.note and event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)
