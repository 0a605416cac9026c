"""Proves on this machine that encryption, papers and windows work. Touches no office."""

import platform
import secrets
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TypedDict

_PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "cryptography", "reportlab")


class CheckResult(TypedDict):
    """Versions found, and what worked."""

    versions: dict[str, str]
    checks: dict[str, bool]


def self_check() -> CheckResult:
    """Try what the program stands on."""
    versions = {name: version(name) for name in _PACKAGES} | {"python": platform.python_version()}
    checks: dict[str, Callable[[], bool]] = {
        "encrypted_file": _encrypted_file,
        "sealing": _sealing,
        "fonts": _fonts,
        "rules": _rules,
    }
    return {"versions": versions, "checks": {name: _passes(each) for name, each in checks.items()}}


def _passes(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception:  # noqa: BLE001 - whatever fails, the check did not pass
        return False


def _encrypted_file() -> bool:
    from easycare_desktop.storage.keys.sqlcipher import connect  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "check.db"
        key, word = secrets.token_bytes(32), secrets.token_hex(8)
        connection = connect(path, key)
        connection.execute("CREATE TABLE word(word TEXT)")
        connection.execute("INSERT INTO word VALUES (?)", (word,))
        connection.close()
        again = connect(path, key)
        found = again.execute("SELECT word FROM word").fetchone()[0]
        again.close()
        return bool(found == word) and word.encode() not in path.read_bytes()


def _sealing() -> bool:
    from easycare_desktop.security.sealing import seal, unseal  # noqa: PLC0415

    key, text = secrets.token_bytes(32), secrets.token_bytes(64)
    return unseal(key, seal(key, text, b"check"), b"check") == text


def _fonts() -> bool:
    from easycare_desktop.documents.fonts import load  # noqa: PLC0415

    load()
    return True


def _rules() -> bool:
    from easycare_desktop.system.resources import resource  # noqa: PLC0415
    from easycare_desktop.system.rule_files import load_law_book  # noqa: PLC0415

    return bool(load_law_book(resource("rules")).retention)
