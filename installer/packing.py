"""Packs the program's folder into the installer, with NSIS."""

import math
import sys
from pathlib import Path

from installer import signing
from installer.assembling import same_times
from installer.ground import BUILD, DIST, HERE, ROOT, VERSION, run, size_of
from installer.launching import four_numbers

SCRIPT = HERE / "setup.nsi"
LIST = "files.txt"
MEGABYTE = 1_000_000


def pack(program: Path, *, fast: bool, folder: Path = DIST) -> Path:
    """Return the installer, made in `folder`; `fast` packs with zlib."""
    write_list(program)
    same_times(program)
    folder.mkdir(parents=True, exist_ok=True)
    setup = folder / f"EasyCare-Setup-{VERSION}.exe"
    size = size_of(program)
    values = {
        "VERSION": VERSION,
        "FOUR": four_numbers(VERSION),
        "SOURCE": program,
        "OUT": setup,
        "ICON": BUILD / "launcher" / "easycare.ico",
        "SIDE": BUILD / "launcher" / "side.bmp",
        "LONGEST": longest(program),
        "SIZE_KB": size // 1024,
        "NEEDED_MB": math.ceil(size / MEGABYTE) + 50,
        **({"FAST": "1"} if fast else {}),
    }
    if signing.wanted():
        values["SIGN"] = f"{sys.executable} -m installer.signing"
    words = [f"-D{name}={value}" for name, value in values.items()]
    fixed = {"SOURCE_DATE_EPOCH": "1577836800"}
    strict = ["-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    run("makensis", *strict, *words, SCRIPT, cwd=ROOT, environment=fixed)
    return setup


def write_list(program: Path) -> None:
    """Write the list by which updating and removing know the program's own files.

    One path a line as Windows writes it, folders after their contents and with a leading backslash.
    """
    (program / LIST).unlink(missing_ok=True)
    paths = sorted(program.rglob("*"), reverse=True)
    files = [str(path.relative_to(program)) for path in paths if path.is_file()]
    folders = ["/" + str(path.relative_to(program)) for path in paths if path.is_dir()]
    lines = "".join(f"{line}\r\n" for line in (*files, *folders)).replace("/", "\\")
    (program / LIST).write_bytes(b"\xff\xfe" + lines.encode("utf-16-le"))


def longest(program: Path) -> int:
    """Return the length of the longest path inside the program's folder."""
    return max(len(str(path.relative_to(program))) for path in program.rglob("*"))
