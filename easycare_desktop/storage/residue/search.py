"""Searching files byte by byte, and proving each time that the search can find."""

import logging
import secrets
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from easycare_desktop.storage.residue.needles import Needles, make_needles
from easycare_desktop.storage.residue.patterns import Patterns
from easycare_desktop.system.atomic_files import durable_unlink

_CHUNK = 1 << 20
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SurfaceResult:
    """One searched surface. `control_found`: the same search found a planted sample.

    `surface` is a code; `hits` counts (pattern, file) pairs; `unread` files are not among `files`.
    """

    surface: str
    values: int
    files: int
    hits: int
    control_found: bool
    unread: int = 0


def search_files(surface: str, paths: Sequence[Path], needles: Needles) -> SurfaceResult:
    """Search ciphertext and unknown bytes: only patterns of six bytes and more count."""
    return _search(surface, paths, needles, needles.long)


def search_plain(surface: str, paths: Sequence[Path], needles: Needles) -> SurfaceResult:
    """Search files that hold plain text: every pattern counts."""
    return _search(surface, paths, needles, needles.all)


def _search(
    surface: str, paths: Sequence[Path], needles: Needles, patterns: Sequence[bytes]
) -> SurfaceResult:
    """Search file by file. One that cannot be read is counted apart."""
    hits, read, wanted = 0, 0, Patterns(patterns)
    for path in paths:
        try:
            hits += count_in_file(path, wanted)
            read += 1
        except OSError as error:
            _log.warning("%s: a file was not searched: %s", surface, type(error).__name__)
    folder = paths[0].parent if paths else Path(tempfile.gettempdir())
    unread = len(paths) - read
    return SurfaceResult(surface, needles.values, read, hits, _control(folder), unread)


def search_pieces(
    surface: str,
    sources: Iterable[Iterable[bytes]],
    needles: Needles,
    canary: str,
    *,
    short_too: bool = False,
) -> SurfaceResult:
    """Search what files say once they are opened; `canary` must have been planted in one of them.

    A source that cannot be read is counted apart. Patterns of less than six bytes count only with
    `short_too`: where nothing in the pieces is encrypted.
    """
    planted = set(make_needles([canary]).long)
    wanted = set(needles.all if short_too else needles.long)
    patterns = Patterns(wanted | planted)
    hits, read, unread, found = 0, 0, 0, False
    for pieces in sources:
        seen: set[bytes] = set()
        try:
            seen_in(pieces, patterns, seen)
            read += 1
        except OSError as error:
            _log.warning("%s: one was not searched: %s", surface, type(error).__name__)
            unread += 1
        found = found or bool(seen & planted)
        hits += len(seen & wanted)
    return SurfaceResult(surface, needles.values, read, hits, found, unread)


def seen_in(pieces: Iterable[bytes], patterns: Patterns, seen: set[bytes]) -> None:
    """Add to `seen` which patterns occur, also across the border of two pieces."""
    overlap = max(patterns.longest - 1, 0)
    tail = b""
    for piece in pieces:
        window = tail + piece
        seen |= patterns.present_in(window)
        if len(seen) == len(patterns.all):
            break
        tail = window[-overlap:] if overlap else b""


def search_texts(surface: str, texts: Iterable[str], needles: Needles) -> SurfaceResult:
    """Search opened texts, such as drafts; the sample is planted among them."""
    sample = secrets.token_hex(8)
    planted = make_needles([sample])
    hits, count, control = 0, 0, False
    for text in [*texts, f"before {sample} after"]:
        body = text.encode()
        control = control or any(each in body for each in planted.long)
        hits += sum(each in body for each in needles.all)
        count += 1
    return SurfaceResult(surface, needles.values, count - 1, hits, control)


def count_in_file(path: Path, patterns: Patterns) -> int:
    """Return how many of the patterns occur in a file, read in overlapping pieces."""
    try:
        with path.open("rb") as file:
            seen: set[bytes] = set()
            seen_in(iter(partial(file.read, _CHUNK), b""), patterns, seen)
            return len(seen)
    except FileNotFoundError:
        return 0


def _control(folder: Path) -> bool:
    """Plant a random sample in a file of its own, across a piece boundary, and look for it."""
    sample = secrets.token_hex(12)
    path = folder / f"control-{secrets.token_hex(4)}.tmp"
    planted = make_needles([sample])
    path.write_bytes(b"\0" * (_CHUNK - 9) + sample.encode() + b"\0" * 9)
    try:
        return count_in_file(path, Patterns(planted.long)) > 0
    finally:
        durable_unlink(path)
