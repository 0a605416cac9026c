"""Places, outside programs and hashes that every part of the Windows build leans on."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import easycare_desktop
from requirements.environment import fetch_system_packages, say

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build" / "windows"
CACHE = BUILD / "cache"
DIST = ROOT / "dist"
VERSION = easycare_desktop.__version__
PROGRAM_FOLDER = "EasyCareDesktop"
EXE = "EasyCare.exe"

TOOLS = {
    "makensis": "nsis",
    "osslsigncode": "osslsigncode",
    "openssl": "openssl",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
}


class BuildStoppedError(Exception):
    """The build must not go on; its words say why."""


def require_tools(tools: dict[str, str]) -> None:
    """See that each program of `tools` (name to Debian package) is here; fetch what is missing."""
    missing = sorted({package for name, package in tools.items() if shutil.which(name) is None})
    if missing:
        fetch_system_packages(missing)


def run(
    *words: str | Path, cwd: Path | None = None, environment: dict[str, str] | None = None
) -> str:
    """Run a program and return what it printed. Raises `BuildStoppedError` with its last lines."""
    own = {**os.environ, **environment} if environment else None
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=own,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    text = done.stdout.decode("utf-8", "replace")
    if done.returncode != 0:
        tail = "\n".join(text.splitlines()[-15:])
        message = f"{Path(str(words[0])).name} ended with {done.returncode}:\n{tail}"
        raise BuildStoppedError(message)
    return text


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def empty(folder: Path) -> Path:
    """Return `folder`, made new and empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def size_of(folder: Path) -> int:
    """Return the bytes of all files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def stop(error: BuildStoppedError) -> None:
    """End the process with the reason."""
    say("stopped")
    sys.exit(str(error))
