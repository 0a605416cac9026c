"""The real `Messages`: house dialogs, toasts in the main window, the system's file dialogs.

Most windows never speak, and the first one is wanted soon: dialogs are loaded when needed.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6 import QtCore, QtWidgets

from easycare_desktop.ui.messages import Question, Trouble, Undo
from easycare_desktop.ui.widgets import Kit, Notice, Toasts

V = TypeVar("V")


class DialogMessages:
    """Speaks above the window that is active, or above `front` where none is.

    While it is held nothing is shown: what was to be said is said later, and what is asked counts
    as not answered. It never waits in between, for that would keep whoever speaks at the lock.
    """

    def __init__(self, kit: Kit, toasts: Toasts) -> None:
        self._kit, self._toasts = kit, toasts
        self._held = False
        self._waiting: list[Callable[[], object]] = []
        self.front: QtWidgets.QWidget | None = None

    def hold(self) -> None:
        """Show nothing from now on: whoever is at the screen may not be the one who is asked."""
        self._held = True

    def release(self, *, given_up: bool = False) -> None:
        """Show what has waited, the first one first; or give it all up."""
        self._held = False
        if given_up:
            self._waiting.clear()
        QtCore.QTimer.singleShot(0, self._say_waiting)

    def _say_waiting(self) -> None:
        while self._waiting and not self._held:
            self._waiting.pop(0)()

    def inform(self, title: str, *lines: str) -> None:
        """Show a dialog with 닫기."""
        from easycare_desktop.ui.spoken_dialogs import Inform

        if self._held:
            self._waiting.append(partial(self.inform, title, *lines))
            return
        _run(Inform(self._kit, self._parent(), title, lines))

    def refuse(self, trouble: Trouble) -> bool:
        """Show the three lines; return whether the way on was pressed."""
        from easycare_desktop.ui.spoken_dialogs import TroubleDialog

        if self._held:
            self._waiting.append(partial(self.refuse, trouble))
            return False
        return _run(TroubleDialog(self._kit, trouble, self._parent()))

    def confirm(self, question: Question) -> bool:
        """Show the question; return whether yes was pressed. Held, it is told later, not asked."""
        from easycare_desktop.ui.spoken_dialogs import QuestionDialog

        if self._held:
            self._waiting.append(partial(self.inform, question.title, *question.lines))
            return False
        return _run(QuestionDialog(self._kit, question, self._parent()))

    def toast(self, words: str, undo: Undo | None = None) -> None:
        """Show a toast in the main window."""
        self._toasts.say(Notice(words, undo))

    def ask_text(self, title: str, label: str, value: str = "", hint: str = "") -> str | None:
        """Ask for one line."""
        from easycare_desktop.ui.spoken_dialogs import AskText

        if self._held:
            return None
        dialog = AskText(self._kit, self._parent(), title, label, value, hint)
        return dialog.text() if _run(dialog) else None

    def ask_choice(
        self, title: str, label: str, choices: Sequence[tuple[V, str]], value: V | None = None
    ) -> V | None:
        """Ask for one of several."""
        from easycare_desktop.ui.spoken_dialogs import AskChoice

        if self._held:
            return None
        dialog = AskChoice(self._kit, self._parent(), title, label, [w for _, w in choices])
        values = [held for held, _ in choices]
        if value in values:
            dialog.choose(values.index(value))
        number = dialog.number() if _run(dialog) else None
        return None if number is None else values[number]

    def choose_file(self, title: str, kinds: str = "") -> Path | None:
        """Open the system's dialog."""
        if self._held:
            return None
        chosen, _ = QtWidgets.QFileDialog.getOpenFileName(self._parent(), title, "", kinds)
        return Path(chosen) if chosen else None

    def choose_files(self, title: str, kinds: str = "") -> tuple[Path, ...]:
        """Open the system's dialog."""
        if self._held:
            return ()
        chosen, _ = QtWidgets.QFileDialog.getOpenFileNames(self._parent(), title, "", kinds)
        return tuple(Path(each) for each in chosen)

    def choose_folder(self, title: str) -> Path | None:
        """Open the system's dialog."""
        if self._held:
            return None
        chosen = QtWidgets.QFileDialog.getExistingDirectory(self._parent(), title)
        return Path(chosen) if chosen else None

    def save_as(self, title: str, suggested: str, kinds: str = "") -> Path | None:
        """Open the system's dialog."""
        if self._held:
            return None
        chosen, _ = QtWidgets.QFileDialog.getSaveFileName(self._parent(), title, suggested, kinds)
        return Path(chosen) if chosen else None

    def _parent(self) -> "QtWidgets.QWidget | None":
        """Return the window in front; a dialog that was just answered is on its way out."""
        window = self._kit.appearance.app.activeWindow() or self.front
        while isinstance(window, QtWidgets.QDialog) and not window.isVisible():
            window = window.parentWidget()
        return window


def _run(dialog: "QtWidgets.QDialog") -> bool:
    accepted = dialog.exec() == QtWidgets.QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted
