"""The scene of a chapter: the windows, the hand, the camera and the judge in one place."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import MadePaper
from easycare_desktop.tour.hand import Hand, Meanwhile, NotOnStageError
from easycare_desktop.tour.report import Report, StepFailedError
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.parts.shared.later import Later

SIZE = (1366, 768)


class Program(Protocol):
    """What the composition root offers the tour: the running program."""

    @property
    def services(self) -> Services:
        """The services of the open office."""
        ...

    @property
    def window(self) -> QWidget:
        """The window in front: login, wizard or main window."""
        ...

    @property
    def last_paper(self) -> MadePaper | None:
        """The paper that was made last."""
        ...

    def busy(self) -> bool:
        """Tell whether something is under way in the background."""
        ...

    def trouble(self) -> str:
        """Return the words of an incident since this was last asked; empty if there was none."""
        ...

    def close_office(self) -> None:
        """Close the office; the login window comes."""
        ...

    def lose_profile(self) -> None:
        """Empty the credential store of this PC."""
        ...

    def another_pc(self, home: Path) -> None:
        """Leave this PC, and show the login window of another one with its folder `home`."""
        ...

    def first_pc(self) -> None:
        """Leave this PC, and show the login window of the first one again."""
        ...

    def wear(self, percent: int) -> None:
        """Change the text size of the whole program."""
        ...

    def plan_file(self, path: Path) -> None:
        """Let the next file dialog answer with this path."""
        ...


class Scene:
    """Everything a chapter uses."""

    def __init__(self, program: Program, report: Report) -> None:
        self.program = program
        self.report = report
        self.hand = Hand(program.busy, program.trouble)

    @property
    def services(self) -> Services:
        """The services of the open office, to judge by."""
        return self.program.services

    @property
    def window(self) -> QWidget:
        """The window in front, or the dialog over it."""
        return QApplication.activeModalWidget() or self.program.window

    def control(self, name: str) -> QWidget:
        """Return the visible control with this object name."""
        return self.hand.find(self.window, name)

    def click(self, name: str) -> None:
        """Click a control."""
        self.hand.click(self.control(name))

    def type(self, name: str, words: str, *, clear: bool = False) -> None:
        """Type into a field."""
        widget = self.control(name)
        if clear:
            self.hand.clear(widget)
        self.hand.type(widget, words)

    def tick(self, name: str) -> None:
        """Tick a box."""
        box = self.control(name)
        if not isinstance(box, QAbstractButton):
            raise NotOnStageError(name)
        self.hand.check(box)

    def choose(self, name: str, words: str) -> None:
        """Press the choice with these words in a strip, or pick them in a combo."""
        control = self.control(name)
        if isinstance(control, QComboBox):
            self.hand.pick(control, words)
            return
        for button in control.findChildren(QAbstractButton):
            if words in {button.text().strip(), button.accessibleName()}:
                self.hand.click(button)
                return
        raise NotOnStageError(f"{name}: {words}")

    def tab(self, name: str, words: str) -> None:
        """Turn to the tab with these words."""
        bar = self.control(name)
        if not isinstance(bar, QTabBar):
            raise NotOnStageError(name)
        for index in range(bar.count()):
            if bar.tabText(index) == words:
                self.hand.click_at(bar, bar.tabRect(index).center())
                return
        raise NotOnStageError(f"{name}: {words}")

    def go(self, page: str) -> None:
        """Go to a page by the navigation."""
        self.click(f"nav.{page}")

    def open_fold(self, name: str) -> None:
        """Unfold a part unless it is open already."""
        if self.has(name):
            self.click(name)

    def open_page(self, page: str) -> None:
        """Go to a page, by the menu button where the navigation is folded away."""
        if not self.has(f"nav.{page}"):
            self.click("page.menu")
        self.go(page)

    def text(self, name: str) -> str:
        """Return what stands in a field."""
        field = self.control(name)
        return field.text() if isinstance(field, QLineEdit) else ""

    def has(self, name: str) -> bool:
        """Tell whether a control is to be seen."""
        return any(each.isVisible() for each in self.window.findChildren(QWidget, name))

    def row(self, name: str, row: int) -> None:
        """Click a row of a list or table."""
        view = self.control(name)
        if not isinstance(view, QAbstractItemView):
            raise NotOnStageError(name)
        self.hand.click_row(view, row)

    def press(self, key: Qt.Key, name: str = "") -> None:
        """Press a key in a control, or where the focus is."""
        widget = self.control(name) if name else QApplication.focusWidget() or self.window
        self.hand.press(widget, key)

    def meanwhile(self, *acts: Callable[[QWidget], None]) -> Meanwhile:
        """Act on the next modal windows, one after the other."""
        return self.hand.meanwhile(*acts)

    def check(self, *, held: bool, words: str) -> None:
        """Fail the step unless the check held."""
        if not held:
            raise StepFailedError(words)

    def shot(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture of the window in front, in which nothing may be cut."""
        self.hand.settle()
        while any(each.at_work for each in self.window.findChildren(Later)):
            self.hand.settle()
        self.hand.settle()
        self._close_toast()
        cut = clip_check(widget or self.window)
        self.check(held=not cut, words=f"{name}: {'; '.join(cut[:4])}")
        folder = self.report.out / "screens"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.png"
        if not (widget or self.window).grab().save(str(path)):
            raise StepFailedError(f"picture {name}")
        self.report.screens.append(f"screens/{path.name}")

    def _close_toast(self) -> None:
        for button in self.window.findChildren(QAbstractButton):
            if button.isVisible() and button.accessibleName() == "알림 닫기":
                self.hand.click(button)
                return

    def keep_paper(self, paper: MadePaper, name: str) -> Path:
        """Keep the very bytes of a paper beside the report."""
        folder = self.report.out / "papers"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.pdf"
        path.write_bytes(paper.pdf)
        self.report.papers.append({"file": f"papers/{path.name}", "kind": paper.kind.code})
        return path
