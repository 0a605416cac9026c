"""Proves on this machine that what the program stands on works. Touches no office."""

import importlib
import logging
import os
import pkgutil
import platform
import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TypedDict

import easycare_desktop
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.system_clock import SystemClock

_PACKAGES = (
    *("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "cryptography", "keyring", "reportlab"),
    *("pypdfium2", "pikepdf", "pyHanko", "zxing-cpp", "python-calamine", "XlsxWriter"),
    "python-hwpx",
)
_NOT_IMPORTED = ("easycare_desktop.__main__", "easycare_desktop.storage.migrations.")
_WORD = "가나다 확인"
_MEBIBYTE = 1024 * 1024
log = logging.getLogger(__name__)


class CheckResult(TypedDict):
    """Versions found, what worked, and figures about this machine. Nothing about any person."""

    versions: dict[str, str]
    checks: dict[str, bool]
    facts: dict[str, str | int]


def self_check(paths: ProgramPaths) -> CheckResult:
    """Try everything but the screen."""
    checks: dict[str, Callable[[], bool]] = {
        "modules": _modules,
        "encrypted_file": _encrypted_file,
        "sealing": _sealing,
        "credential_store": _credential_store,
        "rules": _rules,
        "fonts": _fonts,
        "paper": _paper,
        "folders": lambda: _folders(paths),
    }
    versions = {name: version(name) for name in _PACKAGES}
    return {
        "versions": {
            "program": easycare_desktop.__version__,
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.release()} {platform.version()}",
            **versions,
        },
        "checks": {name: passes(name, each) for name, each in checks.items()},
        "facts": _facts(paths),
    }


def passes(name: str, check: Callable[[], bool]) -> bool:
    """Run one check; whatever it raises, it did not pass. The log says of which kind it was."""
    try:
        return check()
    except Exception:
        log.exception("self-check %s", name)
        return False


def _modules() -> bool:
    """Import every module: one file that an installer left out would end the program later."""
    names = pkgutil.walk_packages(easycare_desktop.__path__, "easycare_desktop.")
    for each in names:
        if not each.name.startswith(_NOT_IMPORTED):
            importlib.import_module(each.name)
    return True


def _encrypted_file() -> bool:
    from easycare_desktop.storage.keys.sqlcipher import connect

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
    from easycare_desktop.security.sealing import seal, unseal

    key, text = secrets.token_bytes(32), secrets.token_bytes(64)
    return unseal(key, seal(key, text, b"check"), b"check") == text


def _credential_store() -> bool:
    """Keep, read and forget a value in the system's store; a Linux desk may have none."""
    from easycare_desktop.security.system_store import find_system_store

    return find_system_store() is not None or sys.platform != "win32"


def _rules() -> bool:
    from easycare_desktop.system.resources import resource
    from easycare_desktop.system.rule_files import load_law_book

    return bool(load_law_book(resource("rules")).retention)


def _fonts() -> bool:
    from easycare_desktop.documents.fonts import load

    load()
    return True


def sample_paper() -> bytes:
    """Return a paper that names nobody."""
    from easycare_desktop.documents.contents.table_paper import (
        Column,
        TablePaper,
    )
    from easycare_desktop.documents.press import press
    from easycare_desktop.documents.values import Office, PrintFacts

    nobody = Office(_WORD, "", "", "", "", "", "", "", "", "")
    facts = PrintFacts("0", SystemClock().now(), "", "")
    return press(TablePaper(nobody, facts, _WORD, (Column(_WORD),), ((_WORD,),)))


def _paper() -> bool:
    """Make a paper with Korean words, and read them out of it and as a picture."""
    from easycare_desktop.documents.preview import render_page, text_of

    pdf = sample_paper()
    picture = render_page(pdf, 0, 72)
    return _WORD in text_of(pdf) and len(set(picture.pixels)) > 1


def _folders(paths: ProgramPaths) -> bool:
    """Write, read and remove a file where offices lie, with a long Korean name."""
    paths.home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=paths.home) as folder:
        path = Path(folder) / f"{'긴 이름 ' * 8}{secrets.token_hex(4)}.txt"
        path.write_text(_WORD, "utf-8")
        return path.read_text("utf-8") == _WORD


def _facts(paths: ProgramPaths) -> dict[str, str | int]:
    from easycare_desktop.security.system_store import find_system_store
    from easycare_desktop.system.folder_check import CloudFolders, check_folder
    from easycare_desktop.system.resources import resource

    store = find_system_store()
    clouds = CloudFolders.read(resource("rules", "cloud_folders.toml"))
    warnings = sorted(each.value for each in check_folder(paths.home, clouds, os.environ))
    return {
        "credential_store": store.name if store else "none",
        "data_folder_warnings": ", ".join(warnings) or "none",
        "data_folder_path_length": len(str(paths.home)),
        "free_disk_mb": shutil.disk_usage(paths.home).free // _MEBIBYTE,
    }
