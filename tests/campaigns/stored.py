"""What a record says beside what happened to the disk: what was told, and what stores held."""

import json
from collections.abc import Iterator

from tests.campaigns.house import House


def said(words: list[str], kind: str) -> Iterator[str]:
    """Return what was said of one kind."""
    return (word[len(kind) + 1 :] for word in words if word.startswith(kind + " "))


def lay_stores(house: House, words: list[str]) -> None:
    """Fill the credential stores as they last were. They are the system's: it keeps its word."""
    stored: dict[str, dict[str, str]] = {}
    for each in said(words, "store"):
        stored |= json.loads(each)
    for name, entries in stored.items():
        folder = house.root / name
        folder.mkdir(exist_ok=True)
        for path in folder.iterdir():
            path.unlink()
        for entry, secret in entries.items():
            (folder / entry).write_bytes(bytes.fromhex(secret))
