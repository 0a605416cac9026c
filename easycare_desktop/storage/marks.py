"""Marks of places: random, written there once, so that no other stick is taken for the place."""

import json
import secrets
from pathlib import Path

from easycare_desktop.system.atomic_files import write_atomically

_BYTES = 8


def new_mark() -> str:
    """Return a mark that no place has."""
    return secrets.token_hex(_BYTES)


def read_mark(path: Path) -> str:
    """Return the mark that a file says; empty where there is none."""
    try:
        return str(json.loads(path.read_bytes())["mark"])
    except (OSError, KeyError, TypeError, ValueError):
        return ""


def write_mark(path: Path, mark: str) -> None:
    """Write a mark into a file of its own, in one stroke. Raises what the disk refuses."""
    write_atomically(path, json.dumps({"mark": mark}).encode("ascii"))
