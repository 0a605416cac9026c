"""Buttons. The words are verbs; one primary button a window; red is for the last press alone."""

from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QSize, Slot
from PySide6.QtGui import QKeyEvent, QShortcutEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from easycare_desktop.system.override import override
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.keyboard import is_enter
from easycare_desktop.ui.widgets.looking import reason_to_look

Kind = Literal["primary", "secondary", "quiet", "danger", "icon", "toast", "band"]
Fit = Literal["normal", "row", "bare"]

_ICON_COLOURS = {
    "primary": "on_accent",
    "danger": "on_danger",
    "quiet": "accent_text",
    "toast": "toast_action",
    "band": "on_practice",
}
_LAST_PRESSES = ("primary", "danger")
_WRITING = frozenset(
    {"printer", "pencil", "plus", "user-plus", "save", "signature", "file-plus", "hourglass"}
)


class Button(QPushButton):
    """A button of one kind; `fit="row"` is drawn 36 px high and pressed 44.

    `key` is the shortcut: it is written after the words and works in the whole window.
    `writes`: off in a window that may only look; so is a last press, unless Esc does the same, and
    whatever has the picture of writing or printing.
    Enter presses a focused button, except a dangerous one, which wants the space bar or a click.
    """

    def __init__(
        self,
        appearance: Appearance,
        words: str,
        kind: Kind = "secondary",
        icon: str = "",
        *,
        fit: Fit = "normal",
        key: str = "",
        name: str = "",
        writes: bool | None = None,
    ) -> None:
        super().__init__()
        last = kind in _LAST_PRESSES and key != "Esc"
        self._writes = last or icon in _WRITING if writes is None else writes
        self._wanted, self._held = True, ""
        self._appearance, self._icon, self._kind, self._key = appearance, icon, kind, key
        self.setProperty("kind", kind)
        self.setProperty("fit", fit)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.say(words, name)
        if kind == "icon" or fit == "bare":
            self.setToolTip(name)
        if key:
            self.setShortcut(key)
        if icon:
            appearance.changed.connect(self._tint)
            self._tint()

    def say(self, words: str, name: str = "") -> None:
        """Change the words; `name` is what a screen reader says instead."""
        shown = f"{words}  {self._key}" if self._key else words
        shown = shown.replace("&", "&&")
        # A stylesheet cannot set the gap after an icon: it is a space in the words.
        self.setText(f" {shown}" if self._icon and words else shown)
        if self._key:
            self.setShortcut(self._key)  # setText drops it
        self.setAccessibleName(name or words)

    def set_icon(self, icon: str) -> None:
        """Change the icon of a button that has one."""
        self._icon = icon
        self._tint()

    @override
    def setEnabled(self, wanted: bool) -> None:
        self._wanted = wanted
        super().setEnabled(wanted and not self._held)

    def weigh(self) -> None:
        """Look whether the window may write; where it may not, the button is off and says why."""
        held = reason_to_look(self) if self._writes else ""
        if held == self._held:
            return
        told, self._held = self._held, held
        if held or self.toolTip() == told:
            self.setToolTip(held)
        self.setAccessibleDescription(held)
        super().setEnabled(self._wanted and not held)

    @Slot()
    def _tint(self) -> None:
        colour = _ICON_COLOURS.get(self._kind, "text")
        px = self._appearance.theme.size("icon")
        enabled = self.isEnabled()
        self.setIcon(self._appearance.icon(self._icon, colour, px, enabled=enabled))
        self.setIconSize(QSize(px, px))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def event(self, event: QEvent) -> bool:
        # Qt would show the press for a tenth of a second and click only then.
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        if self._writes and event.type() is QEvent.Type.Show:
            self.weigh()
        if self._icon and event.type() is QEvent.Type.EnabledChange:
            self._tint()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_enter(event):
            super().keyPressEvent(event)
            return
        if self._kind != "danger" and not event.isAutoRepeat():
            self.click()
        event.accept()
