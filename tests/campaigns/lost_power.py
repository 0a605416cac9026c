"""What lies on a disk after the power went: rebuilt from a record of everything that was written.

A write counts for sure once its file was synced, a name once its folder was. Whatever was not
synced may be there, may be missing, and a write may be there in part, sector by sector.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

SECTOR = 512
_HEAD = struct.Struct("=cHqI")


@dataclass(frozen=True, slots=True)
class Event:
    """One record of the disk; `kind` as in shim.c."""

    kind: str
    path: str
    at: int
    rest: bytes


class Names(Enum):
    """How a file system keeps names that were not synced."""

    STRICT = "each on its own, unless the folder was synced"
    IN_ORDER = "the first ones of them, unless the folder was synced"
    JOURNAL = "the first ones of them; any sync writes down all before it, a folder's none"


def events(record: Path) -> list[Event]:
    """Read a record."""
    content, found, place = record.read_bytes(), [], 0
    while place < len(content):
        kind, length, at, size = _HEAD.unpack_from(content, place)
        start = place + _HEAD.size
        path = content[start : start + length].decode()
        rest = content[start + length : start + length + size]
        found.append(Event(kind.decode(), path, at, rest))
        place = start + length + size
    return found


@dataclass
class Content:
    """A file's bytes: what is safe, and what came after it."""

    safe: bytes
    loose: list[tuple[int, bytes | None]] = field(default_factory=list)

    def settle(self) -> None:
        """Everything so far is safe."""
        content = bytearray(self.safe)
        for at, data in self.loose:
            _apply(content, at, data)
        self.safe, self.loose = bytes(content), []

    def after(self, chance: random.Random) -> bytes:
        """Return what is left of it when the power goes now."""
        content = bytearray(self.safe)
        for at, data in self.loose:
            fate = chance.random()
            if data is None or fate < 0.4:
                if fate < 0.7:
                    _apply(content, at, data)
            elif fate < 0.7:
                for start in range(0, len(data), SECTOR):
                    if chance.random() < 0.5:
                        _apply(content, at + start, data[start : start + SECTOR])
        return bytes(content)


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    """Write, or cut to a size; what lies between is zeros, as in a file with a hole."""
    if data is None:
        del content[at:]
        content.extend(bytes(at - len(content)))
        return
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


def is_in(path: str, place: str) -> bool:
    """Tell whether a path is a place, or lies below it."""
    return path == place or path.startswith(place + "/")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of names: a file appears, moves or goes."""

    kind: str
    path: str
    to: str
    content: Content | None

    def touches(self, folder: str) -> bool:
        """Tell whether a sync of `folder` makes it safe."""
        return any(each.rpartition("/")[0] == folder for each in (self.path, self.to) if each)

    def apply(self, names: dict[str, Content]) -> None:
        """Do it, where it can be done."""
        if self.kind == "C" and self.content is not None:
            names[self.path] = self.content
        elif self.kind == "R":
            for path in [each for each in names if is_in(each, self.path)]:
                names[self.to + path.removeprefix(self.path)] = names.pop(path)
        elif self.kind == "U":
            names.pop(self.path, None)


class LostPower:
    """A disk, event by event; at any of them it can be asked what the power would leave."""

    def __init__(self, start: Path, as_if: Path, names: Names) -> None:
        self._how = names
        files = (path for path in start.rglob("*") if path.is_file())
        self._safe = {
            str(as_if / path.relative_to(start)): Content(path.read_bytes()) for path in files
        }
        self._now = dict(self._safe)
        self._loose: list[Change] = []
        self._folders = {str(as_if / p.relative_to(start)) for p in start.rglob("*") if p.is_dir()}
        self.words: list[str] = []

    def play(self, event: Event) -> None:
        """Let one event happen."""
        kind, path = event.kind, event.path
        if kind == "M":
            self.words.append(path)
        elif kind in "WT":
            if path in self._now:
                self._now[path].loose.append((event.at, event.rest if kind == "W" else None))
        elif kind == "S":
            self._sync(path)
        elif kind == "D":
            self._folders.add(path)
        elif kind == "E":
            self._folders.discard(path)
        else:
            made = Content(b"") if kind == "C" else None
            change = Change(kind, path, event.rest.decode(), made)
            change.apply(self._now)
            self._loose.append(change)
            self._rename_folders(change)

    def _sync(self, path: str) -> None:
        folder = path in self._folders
        if not folder and path in self._now:
            self._now[path].settle()
        if self._how is Names.JOURNAL:
            settled = [] if folder else self._loose
        else:
            settled = [each for each in self._loose if folder and each.touches(path)]
        for change in settled:
            change.apply(self._safe)
        self._loose = [each for each in self._loose if each not in settled]

    def _rename_folders(self, change: Change) -> None:
        """Let folders move along; where the move is lost they are made again when they are laid."""
        if change.kind == "R" and change.path in self._folders:
            inside = {each for each in self._folders if is_in(each, change.path)}
            moved = {change.to + each.removeprefix(change.path) for each in inside}
            self._folders = (self._folders - inside) | moved

    def left(self, chance: random.Random) -> dict[str, bytes]:
        """Return what lies there when the power goes now, by path."""
        names = dict(self._safe)
        for change in self._survivors(chance):
            change.apply(names)
        contents = {id(each): each.after(chance) for each in names.values()}
        return {path: contents[id(content)] for path, content in names.items()}

    def _survivors(self, chance: random.Random) -> Iterator[Change]:
        if self._how is Names.STRICT:
            yield from (each for each in self._loose if chance.random() < 0.5)
        else:
            yield from self._loose[: chance.randint(0, len(self._loose))]

    @property
    def folders(self) -> frozenset[str]:
        """Every folder that is there; making one counts as safe."""
        return frozenset(self._folders)
