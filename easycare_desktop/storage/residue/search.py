"""Searching files byte by byte, and proving each time that the search can find."""

import secrets
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.storage.residue.needles import Needles, make_needles
from easycare_desktop.system.atomic_files import durable_unlink

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class SurfaceResult:
    """One searched surface. `control_found`: the same search found a planted sample.

    `surface` is a code; `hits` counts (pattern, file) pairs.
    """

    surface: str
    values: int
    files: int
    hits: int
    control_found: bool


def search_files(surface: str, paths: Sequence[Path], needles: Needles) -> SurfaceResult:
    """Search ciphertext and unknown bytes: only patterns of six bytes and more count."""
    hits = sum(count_in_file(path, needles.long) for path in paths)
    folder = paths[0].parent if paths else Path(tempfile.gettempdir())
    return SurfaceResult(surface, needles.values, len(paths), hits, _control(folder))


def search_plain(surface: str, paths: Sequence[Path], needles: Needles) -> SurfaceResult:
    """Search files that hold plain text: every pattern counts."""
    hits = sum(count_in_file(path, needles.all) for path in paths)
    folder = paths[0].parent if paths else Path(tempfile.gettempdir())
    return SurfaceResult(surface, needles.values, len(paths), hits, _control(folder))


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


def count_in_file(path: Path, patterns: Sequence[bytes]) -> int:
    """Return how many of the patterns occur in a file, read in overlapping pieces."""
    left = set(patterns)
    overlap = max(map(len, left), default=1) - 1
    tail = b""
    try:
        with path.open("rb") as file:
            while left and (chunk := file.read(_CHUNK)):
                window = tail + chunk
                left = {each for each in left if each not in window}
                tail = window[-overlap:] if overlap else b""
    except FileNotFoundError:
        return 0
    return len(set(patterns)) - len(left)


def _control(folder: Path) -> bool:
    """Plant a random sample in a file of its own, across a piece boundary, and look for it."""
    sample = secrets.token_hex(12)
    path = folder / f"control-{secrets.token_hex(4)}.tmp"
    planted = make_needles([sample])
    path.write_bytes(b"\0" * (_CHUNK - 9) + sample.encode() + b"\0" * 9)
    try:
        return count_in_file(path, planted.long) > 0
    finally:
        durable_unlink(path)
