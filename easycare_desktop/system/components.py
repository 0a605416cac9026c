"""What of others is in this program: written by the build, else what is installed here."""

import json
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from easycare_desktop.system.resources import RESOURCES

LIST = RESOURCES.parent / "components.json"
_PLAIN = 60
_NAMED = (
    *("PySide6-Essentials", "shiboken6", "sqlcipher3", "SQLAlchemy", "alembic", "cryptography"),
    *("keyring", "reportlab", "pypdfium2", "pikepdf", "pyHanko", "Pillow", "zxing-cpp"),
    *("python-calamine", "XlsxWriter", "msoffcrypto-tool", "RapidFuzz", "holidays"),
    *("python-hwpx", "lxml"),
    *("phonenumberslite", "python-stdnum", "platformdirs", "tzdata"),
)


@dataclass(frozen=True, slots=True)
class Component:
    """One work of others. `licence` as it states itself, in English."""

    name: str
    version: str
    licence: str


def components(path: Path = LIST) -> tuple[Component, ...]:
    """Return them by name; in a program that was not built, what is installed here."""
    try:
        rows = json.loads(path.read_bytes())
        return tuple(Component(str(a), str(b), str(c)) for a, b, c in rows)
    except (OSError, ValueError):
        return tuple(_installed(name) for name in _NAMED)


def _installed(name: str) -> Component:
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return Component(name, "", "")
    return Component(name, about["Version"], licence_of(about))


def licence_of(about: metadata.PackageMetadata) -> str:
    """Return the licence that a package states, shortened to one line."""
    names = ("License-Expression", "License")
    stated = next((lines[0] for name in names if (lines := about.get_all(name))), "")
    if not stated.strip():
        lines = about.get_all("Classifier") or []
        classes = [each.split(" :: ")[-1] for each in lines if each.startswith("License ::")]
        stated = " / ".join(classes)
    first = stated.strip().splitlines()[0] if stated.strip() else "see its files"
    return first[:_PLAIN]
