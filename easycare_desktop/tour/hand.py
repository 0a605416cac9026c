"""The hand: presses keys, types Korean through input-method events, clicks. No test library."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from time import monotonic
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QWidget

from easycare_desktop.tour.report import StepFailedError
from easycare_desktop.tour.watch import Watch

_FIRST, _LAST = 0xAC00, 0xD7A3
_PATIENCE = 180.0
_FOR_DIALOGS = 20.0
# To look more often takes time from the work that is waited for.
_LONGEST_PAUSE = 16


class NotOnStageError(Exception):
    """A control that the tour needs is not there, hidden or disabled."""


class Hand:
    """Acts on the real windows as a person would, and waits until they are quiet."""

    def __init__(
        self, busy: Callable[[], bool], trouble: Callable[[], str], watch: Watch | None = None
    ) -> None:
        """`trouble` returns the words of what went wrong unexpectedly since it was last asked."""
        self._busy, self._trouble = busy, trouble
        self._watch = watch or Watch(busy)

    def find(self, root: QWidget, name: str) -> QWidget:
        """Return the visible control with this object name; raise `NotOnStageError`."""
        found = [each for each in root.findChildren(QWidget, name) if each.isVisible()]
        if not found:
            raise NotOnStageError(name)
        return found[0]

    def click(self, widget: QWidget) -> None:
        """Press and release the left button in the middle of the control."""
        if not widget.isEnabled():
            raise NotOnStageError(widget.objectName())
        self.click_at(widget, widget.rect().center())

    def click_row(self, view: QAbstractItemView, row: int) -> None:
        """Click the first cell of a row."""
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.click_at(view.viewport(), view.visualRect(index).center())

    def check(self, box: QAbstractButton, *, on: bool = True) -> None:
        """Tick a box by clicking it, unless it already is as wanted."""
        if box.isChecked() is not on:
            self.click_at(box, QPoint(12, box.height() // 2))

    def pick(self, combo: QComboBox, words: str) -> None:
        """Pick a line of a combo box with the arrow keys."""
        wanted = combo.findText(words)
        if wanted < 0:
            raise NotOnStageError(f"{combo.objectName()}: {words}")
        combo.setFocus(Qt.FocusReason.MouseFocusReason)
        while combo.currentIndex() != wanted:
            down = combo.currentIndex() < wanted
            self.press(combo, Qt.Key.Key_Down if down else Qt.Key.Key_Up)

    def type(self, widget: QWidget, words: str) -> None:
        """Type into a control: Hangul through the input method, the rest by keys."""
        target = self._focus(widget)
        for char in words:
            if _FIRST <= ord(char) <= _LAST:
                self._compose(target, char)
            else:
                self._key(target, Qt.Key.Key_unknown, char)
        self.settle()

    def clear(self, widget: QWidget) -> None:
        """Select everything in a field and delete it."""
        target = self._focus(widget)
        self.press(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.press(target, Qt.Key.Key_Delete)

    def _focus(self, widget: QWidget) -> QWidget:
        """Give a control the focus and return the part of it that takes the keys."""
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
        self.settle()
        inside: QWidget | None = widget.window().focusWidget()
        return inside if inside is not None and widget.isAncestorOf(inside) else widget

    def press(
        self,
        widget: QWidget,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press one key."""
        self._key(widget, key, "", modifiers)
        self.settle()

    def settle(self, patience: float = _PATIENCE) -> None:
        """Let the windows work until nothing is under way in the background.

        Raises `StepFailedError` with the words of an incident or of an unanswered dialog.
        """
        self._watch.acted()
        end, pause = monotonic() + patience, 1
        while True:
            _spin(pause)
            if not self._busy():
                _spin(3)
                if not self._busy():
                    break
            if monotonic() > end:
                raise NotOnStageError("quiet")
            pause = min(2 * pause, _LONGEST_PAUSE)
        if problem := self._trouble() or self._watch.take():
            raise StepFailedError(problem)

    def meanwhile(self, *acts: Callable[[QWidget], None]) -> "Meanwhile":
        """Return a helper that acts on the next modal windows while they hold the program."""
        return Meanwhile(self.settle, acts)

    def _compose(self, widget: QWidget, syllable: str) -> None:
        composing = QInputMethodEvent(syllable, [])
        QCoreApplication.sendEvent(widget, composing)
        done = QInputMethodEvent("", [])
        done.setCommitString(syllable)
        QCoreApplication.sendEvent(widget, done)

    def _key(
        self,
        widget: QWidget,
        key: Qt.Key,
        text: str,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))

    def click_at(self, widget: QWidget, place: QPoint) -> None:
        """Click a place of a widget with the left button."""
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        everywhere = QPointF(widget.mapToGlobal(place))
        for kind, held in (
            (QEvent.Type.MouseButtonPress, left),
            (QEvent.Type.MouseButtonRelease, none),
        ):
            event = QMouseEvent(
                kind, QPointF(place), everywhere, left, held, Qt.KeyboardModifier.NoModifier
            )
            QCoreApplication.sendEvent(widget, event)
        self.settle()

    def draw(self, widget: QWidget, places: Sequence[QPoint]) -> None:
        """Press the left button, move through the places, and let go."""
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(places) - 1)]
        steps = [*zip(kinds, places, strict=True), (QEvent.Type.MouseButtonRelease, places[-1])]
        for kind, place in steps:
            button = none if kind is QEvent.Type.MouseMove else left
            held = none if kind is QEvent.Type.MouseButtonRelease else left
            at, everywhere = QPointF(place), QPointF(widget.mapToGlobal(place))
            event = QMouseEvent(kind, at, everywhere, button, held, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(widget, event)
        self.settle()


class Meanwhile:
    """Acts once on each of the next modal windows. A context around the press that opens them.

    At its end it waits for those that do not hold the press.
    """

    def __init__(
        self, settle: Callable[[], None], acts: Iterable[Callable[[QWidget], None]]
    ) -> None:
        self._settle = settle
        self._acts = deque(acts)
        self._last: QWidget | None = None
        self._timer = QTimer()
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._look)
        self.failure: Exception | None = None

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_about: object) -> None:
        end = monotonic() + _FOR_DIALOGS
        while self._acts and self.failure is None and kind is None and monotonic() < end:
            _spin(self._timer.interval())
        self._timer.stop()
        if self.failure is not None:
            raise self.failure
        if self._acts:
            raise NotOnStageError("dialog")
        if kind is None:
            self._settle()

    def _look(self) -> None:
        window = QApplication.activeModalWidget()
        if window is None or window is self._last:
            return
        self._last = window
        if self._acts:
            self._act(window, self._acts.popleft())
        if not self._acts:
            self._timer.stop()

    def _act(self, window: QWidget, act: Callable[[QWidget], None]) -> None:
        try:
            act(window)
        except Exception as error:  # noqa: BLE001 - told again where the tour waits
            self.failure = error
            window.close()


def press_words(window: QWidget, words: str) -> None:
    """Press the visible button of a dialog that says these words."""
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.accessibleName() == words:
            button.click()
            return
    raise NotOnStageError(words)


def _spin(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
