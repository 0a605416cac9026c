"""What a new password must be: the rule the office sets itself under the safety standard."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.system.resources import resource

LEAST_LENGTH = 10
_LONGEST_RUN = 3
_COMMON = ("rules", "common_passwords.txt")
_KEYBOARD_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890")


class PasswordUnchangedError(InputRefusal):
    """The new password is the old one."""

    def __init__(self) -> None:
        super().__init__("password")


class PasswordTooShortError(InputRefusal):
    """Fewer characters than `least`."""

    def __init__(self) -> None:
        super().__init__("password")
        self.least = LEAST_LENGTH


class PasswordNamesOwnerError(InputRefusal):
    """It contains the login, the name or the office code."""

    def __init__(self) -> None:
        super().__init__("password")


class PasswordHasRunError(InputRefusal):
    """Four or more equal characters, or four neighbours of alphabet, numbers or keyboard."""

    def __init__(self) -> None:
        super().__init__("password")


class PasswordCommonError(InputRefusal):
    """It is on the list of passwords that are tried first."""

    def __init__(self) -> None:
        super().__init__("password")


def check_password(password: str, own_words: Iterable[str]) -> None:
    """Accept a new password or say what is wrong with it.

    `own_words`: login, name, office code. Raises `PasswordTooShortError`,
    `PasswordNamesOwnerError`, `PasswordHasRunError`, `PasswordCommonError`.
    """
    plain = _folded(password)
    if len(plain) < LEAST_LENGTH:
        raise PasswordTooShortError
    if any(word in plain for word in map(_folded, own_words) if len(word) > 1):
        raise PasswordNamesOwnerError
    if _has_run(plain):
        raise PasswordHasRunError
    if plain in _common(resource(*_COMMON)):
        raise PasswordCommonError


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip().casefold()


def _has_run(plain: str) -> bool:
    """Tell whether one step (same, up, down, right or left on the keyboard) repeats too long."""
    lengths: dict[str, int] = {}
    for first, second in pairwise(plain):
        taken = set(_steps(first, second))
        lengths = {step: lengths.get(step, 1) + 1 for step in taken}
        if any(length > _LONGEST_RUN for length in lengths.values()):
            return True
    return False


def _steps(first: str, second: str) -> Iterator[str]:
    if first == second:
        yield "same"
    if (first.isdigit() and second.isdigit()) or (first.isalpha() and second.isalpha()):
        distance = ord(second) - ord(first)
        if abs(distance) == 1:
            yield "up" if distance > 0 else "down"
    for row in _KEYBOARD_ROWS:
        if first + second in row:
            yield "right"
        if second + first in row:
            yield "left"


@cache
def _common(path: Path) -> frozenset[str]:
    lines = path.read_text("utf-8").splitlines()
    return frozenset(_folded(line) for line in lines if line and not line.startswith("#"))
