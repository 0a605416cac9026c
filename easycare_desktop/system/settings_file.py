"""Keeps the settings in one small JSON file; a broken one costs a choice, never the start."""

import json
import logging
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol, TypeVar

from easycare_desktop.system.atomic_files import (
    durable_unlink,
    make_private_folder,
    write_atomically,
)
from easycare_desktop.system.kept_aside import keep_aside
from easycare_desktop.system.settings import LARGEST_TEXT, SMALLEST_TEXT, Settings

log = logging.getLogger(__name__)
E = TypeVar("E", bound=Enum)


class Protector(Protocol):
    """Locks bytes to this Windows user."""

    def protect(self, plain: bytes) -> bytes:
        """Return `plain`, readable by this Windows user alone."""
        ...

    def reveal(self, protected: bytes) -> bytes:
        """Return what was protected. Raises `ValueError` for what this user did not protect."""
        ...


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One thing the file holds: code of the setting, what it says, and where it lies."""

    code: str
    value: str
    place: Path


class SettingsFile:
    """Reads, writes, lists and deletes the settings.

    A login is the name of a person, so it reaches the disk only through a `Protector`; without one
    it is not kept at all.
    """

    def __init__(self, path: Path, protector: Protector | None = None) -> None:
        self._path = path
        self._protector = protector

    def load(self) -> Settings:
        """Return the settings; what cannot be read falls back, and a broken file is put aside."""
        try:
            values = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return Settings()
        except ValueError:
            return self._put_aside()
        if not isinstance(values, dict):
            return self._put_aside()
        default = Settings()
        return Settings(
            text_size=_size(values.get("text_size")),
            scheme=_member(values, "scheme", default.scheme),
            remember=_member(values, "remember", default.remember),
            shared_pc=values.get("shared_pc") is True,
            office=_text(values.get("office")),
            login=self._reveal(_text(values.get("login"))),
        )

    def save(self, settings: Settings) -> None:
        """Write the settings durably. Raises the disk's refusals."""
        make_private_folder(self._path.parent)
        values = {
            "text_size": settings.text_size,
            "scheme": settings.scheme.value,
            "remember": settings.remember.value,
            "shared_pc": settings.shared_pc,
            "office": settings.office,
            "login": self._protect(settings.login),
        }
        write_atomically(self._path, json.dumps(values, ensure_ascii=False, indent=1).encode())

    def stored(self) -> tuple[StoredItem, ...]:
        """Return what is kept of the person at the desk, as it would be filled in."""
        settings = self.load()
        kept = (("office", settings.office), ("login", settings.login))
        return tuple(StoredItem(code, value, self._path) for code, value in kept if value)

    def forget(self) -> None:
        """Delete the file and every one that was put aside, at once."""
        aside = self._path.parent.glob(f"{self._path.stem}.broken-*{self._path.suffix}")
        for path in (self._path, *aside):
            durable_unlink(path)

    def _put_aside(self) -> Settings:
        log.warning("the settings cannot be read; they are kept aside")
        keep_aside(self._path)
        return Settings()

    def _protect(self, login: str) -> str:
        if not login or self._protector is None:
            return ""
        return b64encode(self._protector.protect(login.encode())).decode("ascii")

    def _reveal(self, kept: str) -> str:
        if not kept or self._protector is None:
            return ""
        try:
            return self._protector.reveal(b64decode(kept, validate=True)).decode()
        except ValueError:
            log.warning("a remembered login belongs to another user of this PC")
            return ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _size(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        return SMALLEST_TEXT
    return min(max(value, SMALLEST_TEXT), LARGEST_TEXT)


def _member(values: Mapping[str, object], key: str, default: E) -> E:
    found = (each for each in type(default) if each.value == values.get(key))
    return next(found, default)
