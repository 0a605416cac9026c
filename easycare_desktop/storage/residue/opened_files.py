"""Searching files that are opened first, and counting those that could not be read."""

import logging
import os
from collections.abc import Sequence
from pathlib import Path

from easycare_desktop.storage.residue.needles import Needles, make_needles
from easycare_desktop.storage.residue.patterns import Patterns
from easycare_desktop.storage.residue.readable import readable_pieces
from easycare_desktop.storage.residue.samples import planted_samples
from easycare_desktop.storage.residue.search import SurfaceResult, seen_in

PLAIN_SUFFIXES = frozenset({".json", ".jsonl", ".log", ".txt", ".toml", ".csv", ".htm", ".html"})
_log = logging.getLogger(__name__)


def search_opened(
    surface: str, paths: Sequence[Path], needles: Needles, folder: Path, left_out: int = 0
) -> SurfaceResult:
    """Search files by what they say, papers and tables unpacked; samples are planted in `folder`.

    A sample of each format must be found. `left_out`: files that are known and were not opened.
    Patterns of less than six bytes count in plain text alone.
    """
    with planted_samples(folder) as (word, samples):
        wanted = Patterns(make_needles([word]).long)
        control = all(_look(each, wanted)[0] for each in samples)
    everywhere, in_text = Patterns(needles.long), Patterns(needles.all)
    hits, read, unread = 0, 0, left_out
    for path in paths:
        plain = path.suffix.lower() in PLAIN_SUFFIXES
        try:
            seen, whole = _look(path, in_text if plain else everywhere)
        except FileNotFoundError:
            continue
        hits += len(seen)
        read += whole
        unread += not whole
    return SurfaceResult(surface, needles.values, read, hits, control, unread)


def files_below(folder: Path, largest: int, together: int) -> tuple[list[Path], int]:
    """Return the files in a folder and all below it, the newest first; links are not followed.

    Also how many are left out: larger than `largest`, or past `together` bytes, or in a folder that
    cannot be listed.
    """
    shut: list[OSError] = []
    known: list[tuple[float, int, Path]] = []
    for place, _, names in os.walk(folder, onerror=shut.append):
        known += filter(None, (_known(Path(place, name)) for name in names))
    left_out, found = len(shut), []
    for _, size, path in sorted(known, reverse=True):
        if size > largest or size > together:
            left_out += 1
            continue
        together -= size
        found.append(path)
    return found, left_out


def _known(path: Path) -> tuple[float, int, Path] | None:
    try:
        told = path.lstat()
    except OSError:
        return None
    return None if path.is_symlink() else (told.st_mtime, told.st_size, path)


def _look(path: Path, patterns: Patterns) -> tuple[set[bytes], bool]:
    """Return which patterns a file says, and whether all of it could be read."""
    seen: set[bytes] = set()
    try:
        seen_in(readable_pieces(path), patterns, seen)
    except FileNotFoundError:
        raise
    except OSError as error:
        _log.warning("a file was not read whole: %s", type(error).__name__)
        return seen, False
    return seen, True
