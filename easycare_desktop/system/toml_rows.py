"""Typed reading of TOML rows: what is missing, of another type or unknown is refused by name."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TypeVar

from easycare_desktop.domain.rule_refusals import RuleFileError

E = TypeVar("E", bound=Enum)


class Row:
    """One table of a TOML file. Each getter raises `RuleFileError` naming file, row and key."""

    def __init__(self, file_name: str, name: str, values: Mapping[str, object]) -> None:
        self._file = file_name
        self._name = name
        self._values = values
        self._read: set[str] = set()

    @property
    def name(self) -> str:
        """The code of the row."""
        return self._name

    def has(self, key: str) -> bool:
        """Tell whether the row says anything about `key`."""
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.wrong(key)
        return value

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        value = self._take(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key)
        return value

    def flag(self, key: str) -> bool:
        """Return a yes or no; missing means no."""
        value = self._take(key, default=False)
        if not isinstance(value, bool):
            raise self.wrong(key)
        return value

    def day(self, key: str, default: date | None = None) -> date:
        """Return a calendar day."""
        value = self._take(key, default)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; missing means none."""
        return tuple(self._text_of(key, each) for each in self._list(key))

    def lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of lists of texts; missing means none."""
        found: list[tuple[str, ...]] = []
        for each in self._list(key):
            if not isinstance(each, list):
                raise self.wrong(key)
            found.append(tuple(self._text_of(key, text) for text in each))
        return tuple(found)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return a list of [code, label] pairs; missing means none."""
        found: list[tuple[str, str]] = []
        for each in self._list(key):
            if not isinstance(each, list) or len(each) != 2:  # noqa: PLR2004 - code and label
                raise self.wrong(key)
            found.append((self._text_of(key, each[0]), self._text_of(key, each[1])))
        return tuple(found)

    def member(self, key: str, kind: type[E], default: E | None = None) -> E:
        """Return the member of an enumeration whose value stands here."""
        if default is not None and not self.has(key):
            return default
        return self._member_of(key, kind, self.text(key))

    def members(self, key: str, kind: type[E]) -> frozenset[E]:
        """Return the members whose values are listed here; missing means none."""
        return frozenset(self._member_of(key, kind, each) for each in self.texts(key))

    def rows(self, key: str, name_key: str = "code") -> tuple["Row", ...]:
        """Return the tables of an array of tables; missing means none."""
        return tuple(self._row(key, each, name_key) for each in self._list(key))

    def inner(self, key: str) -> "Row":
        """Return the table under `key`; missing means an empty one."""
        return self._inner(key, f"{self._name}.{key}".strip("."), self._take(key, {}))

    def names(self) -> tuple[str, ...]:
        """Return the keys of the row in the order of the file."""
        return tuple(self._values)

    def finish(self) -> None:
        """Raise `RuleFileError` if the row says something that nobody reads."""
        for key in self._values:
            if key not in self._read:
                raise self.wrong(key, "unknown key")

    def wrong(self, key: str, reason: str = "missing or of another type") -> RuleFileError:
        """Return the refusal to raise about `key`."""
        return RuleFileError(self._file, self._name, f"{key}: {reason}")

    def _take(self, key: str, default: object) -> object:
        self._read.add(key)
        return self._values.get(key, default)

    def _list(self, key: str) -> list[object]:
        value = self._take(key, [])
        if not isinstance(value, list):
            raise self.wrong(key)
        return value

    def _row(self, key: str, value: object, name_key: str) -> "Row":
        name = value.get(name_key) if isinstance(value, dict) else None
        if not isinstance(name, str):
            raise self.wrong(key, f"a row without {name_key}")
        return self._inner(key, name, value)

    def _inner(self, key: str, name: str, value: object) -> "Row":
        if not isinstance(value, dict):
            raise self.wrong(key)
        return Row(self._file, name, value)

    def _text_of(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.wrong(key)
        return value

    def _member_of(self, key: str, kind: type[E], value: str) -> E:
        for member in kind:
            if member.value == value:
                return member
        raise self.wrong(key, f"{value} is no {kind.__name__}")


def read_rows(path: Path) -> Row:
    """Read a TOML file. Raises `RuleFileError` if it is missing or not TOML."""
    try:
        with path.open("rb") as stream:
            return Row(path.name, "", tomllib.load(stream))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleFileError(path.name, reason=type(error).__name__) from error
