"""The locked Windows wheels: which of them the program needs, installed by hash into one folder."""

import csv
import hashlib
import re
import shutil
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from easycare_desktop.system.components import licence_of
from installer.ground import CACHE, BuildStoppedError, run
from installer.windows_python import PINS
from requirements.environment import PYTHON, ROOT

LOCK = ROOT / "requirements" / "windows.txt"
DIRECT = ROOT / "requirements" / "direct.in"
TEST_ONLY = ("pytest", "pytest-qt", "hypothesis")
_HASHES = r"(?: \\\n    --hash=sha256:[0-9a-f]{64})+"
_ENTRY = re.compile(rf"^([a-z0-9-]+)==[^\\]+{_HASHES}\n", re.MULTILINE)
_WINDOWS = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "python_version": PINS["version"].rpartition(".")[0],
    "python_full_version": PINS["version"],
    "extra": "",
}


@dataclass(frozen=True, slots=True)
class Wheel:
    """One installed wheel: its name, version, licence as it states it, and its own folder."""

    name: str
    version: str
    licence: str
    folder: Path


def program_needs() -> frozenset[str]:
    """Return the names of what the program leans on, directly or not, on Windows."""
    head = DIRECT.read_text(encoding="utf-8").split("# The work on it")[0]
    return _closure(line for line in head.splitlines() if line and not line.startswith("#"))


def tests_need() -> frozenset[str]:
    """Return the names of what running tests under Windows needs beside the program's."""
    return _closure(TEST_ONLY) - program_needs()


def _closure(wanted: Iterable[str]) -> frozenset[str]:
    """Follow the requirements of what is installed here; the versions are the same by the locks."""
    waiting = [Requirement(each).name for each in wanted]
    found: set[str] = set()
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found:
            continue
        found.add(name)
        waiting += [each.name for each in _requirements(name)]
    return frozenset(found)


def _requirements(name: str) -> list[Requirement]:
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []  # for Windows alone, and a leaf
    asked = [Requirement(line) for line in lines]
    return [each for each in asked if each.marker is None or each.marker.evaluate(_WINDOWS)]


def locked(names: frozenset[str]) -> str:
    """Return the entries of the lock for these names. Raises `BuildStoppedError` if one lacks."""
    entries = {found.group(1): found.group(0) for found in _ENTRY.finditer(LOCK.read_text("utf-8"))}
    lacking = sorted(names - entries.keys())
    if lacking:
        raise BuildStoppedError(f"not in {LOCK.name}: {', '.join(lacking)}")
    return "".join(entries[name] for name in sorted(names))


def installed(names: frozenset[str], label: str) -> Path:
    """Return a folder with these wheels in it; made once for each state of the lock."""
    entries = locked(names)
    digest = hashlib.sha256(entries.encode()).hexdigest()[:16]
    folder = CACHE / f"{label}-{digest}"
    if folder.exists():
        return folder
    part = folder.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    lock = CACHE / f"{label}.txt"
    CACHE.mkdir(parents=True, exist_ok=True)
    lock.write_text(entries, encoding="utf-8")
    python = PINS["version"].rpartition(".")[0]
    where = ["--platform", "win_amd64", "--python-version", python, "--implementation", "cp"]
    abis = ["--abi", f"cp{python.replace('.', '')}", "--abi", "abi3", "--abi", "none"]
    strict = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--no-compile", "--quiet"]
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]
    run(*pip, *strict, *where, *abis, "--target", part, "--requirement", lock)
    part.rename(folder)
    return folder


def wheels_in(folder: Path) -> list[Wheel]:
    """Return the wheels installed in a folder, by name."""
    found = []
    for info in sorted(folder.glob("*.dist-info")):
        about = metadata.PathDistribution(info).metadata
        found.append(Wheel(about["Name"], about["Version"], licence_of(about), info))
    return found


def origins(folder: Path) -> dict[str, tuple[str, str]]:
    """Return, for each file in `folder`, the wheel it came with and the SHA-256 its record states.

    Raises `BuildStoppedError` for a file that differs from its record.
    """
    found = {}
    for wheel in wheels_in(folder):
        with (wheel.folder / "RECORD").open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
        for name, stated, _ in rows:
            path = folder / name
            if not stated or not path.is_file() or not path.resolve().is_relative_to(folder):
                continue
            digest = hashlib.sha256(path.read_bytes()).digest()
            if stated != "sha256=" + urlsafe_b64encode(digest).rstrip(b"=").decode():
                raise BuildStoppedError(f"{name} is not as {wheel.name} recorded it")
            found[name] = (f"{wheel.name} {wheel.version}", digest.hex())
    return found
