"""How pages find each other without knowing each other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class NavItem:
    """One item of the navigation: `key` names the page, `apart` puts a line before it."""

    key: str
    words: str
    icon: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """The number beside an item; where something is overdue it is `late` (red).

    `counts` says what is counted, for the tool tip and whoever listens.
    """

    words: str = ""
    late: bool = False
    counts: str = ""


PageFactory = Callable[[], QWidget]


class Navigation(Protocol):
    """What a page may ask of the main window."""

    def open(self, page: str, subject: object | None = None) -> None:
        """Go to the page with this key; a page that `Receives` is shown `subject` there."""
        ...

    def back(self) -> None:
        """Go to the page that was open before."""
        ...

    def set_badge(self, page: str, badge: Badge) -> None:
        """Show a number beside an item."""
        ...


@runtime_checkable
class Receives(Protocol):
    """A page that can be opened at something: a person's id, a request's number."""

    def show_subject(self, subject: object) -> None:
        """Show this; the page is opened with it."""
        ...


@runtime_checkable
class Refreshes(Protocol):
    """A page that reads again what it shows."""

    def refresh(self) -> None:
        """Read again; the page comes to the front."""
        ...
