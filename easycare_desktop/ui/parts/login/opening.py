"""How an office is opened beside the screen, and where on the screen a refusal belongs."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto
from typing import Protocol

from easycare_desktop.system.refusals import OfficeUnknownError

SHEET_FIELD = "recovery_code"
CHECKING = "비밀번호를 확인하고 있습니다."
MATCHING = "종이의 열쇠를 맞춰 보고 있습니다."
PRACTICE = "연습용 사무실을 열고 있습니다."
COMES = "화면을 준비하고 있습니다."


class Opening(Protocol):
    """What opens an office; raises the refusals of the keys."""

    def open(self, code: str, login: str, password: str) -> object: ...

    def open_with_sheet(self, code: str, typed: str) -> object: ...


class Place(Enum):
    """Where a refusal is said."""

    CODE = auto()
    LOGIN = auto()
    SHEET = auto()
    ABOVE = auto()
    DIALOG = auto()


def open_by_password(
    offices: Callable[[], Opening], code: str, login: str, password: str
) -> object:
    """Open with login and password; the first call imports what is heavy."""
    return offices().open(code, login, password)


def open_by_sheet(offices: Callable[[], Opening], code: str, typed: str) -> object:
    """Open with the recovery sheet."""
    return offices().open_with_sheet(code, typed)


def place_of(error: Exception) -> Place:
    """Return where a refusal is said, by what it carries: its type is of a floor too far below."""
    if isinstance(error, OfficeUnknownError):
        return Place.CODE
    if isinstance(getattr(error, "until", None), datetime):
        return Place.ABOVE
    if getattr(error, "field", "") == SHEET_FIELD or type(error).__name__ == "WrongSheetError":
        return Place.SHEET
    return Place.LOGIN if hasattr(error, "tries") else Place.DIALOG
