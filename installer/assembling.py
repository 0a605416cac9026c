"""Puts the program's folder together: Python, wheels, the program, its licences, its lists.

python -m installer.assembling FOLDER makes another one in a process of its own, to compare.
"""

import calendar
import os
import shutil
import sys
import tomllib
from pathlib import Path
from typing import Any

from installer import licences, listing
from installer.compiling import EPOCH, leave_sources_out, pack_packages
from installer.ground import BUILD, CACHE, EXE, HERE, ROOT, empty, run
from installer.launching import build_launcher
from installer.signing import sign_if_asked
from installer.wheels import installed, program_needs
from installer.windows_python import PINS

TRIM: dict[str, Any] = tomllib.loads((HERE / "trim.toml").read_text(encoding="utf-8"))
PROGRAM = BUILD / "program"
PATH_FILE = "python311._pth"
PACKED = "lib.zip"
SEARCHED_FIRST = ("python311.zip", PACKED, ".")


def assemble(python: Path, folder: Path = PROGRAM) -> Path:
    """Return the finished folder of the program, made anew from verified parts."""
    empty(folder)
    wheels = installed(program_needs(), "program")
    shutil.copytree(wheels, folder / "lib")
    trim(folder / "lib")
    _lay_python(python, wheels, folder)
    _lay_program(folder / "app")
    for part in ("lib", "app"):
        compile_apart(folder / part)
        leave_sources_out(folder / part, TRIM["sources_kept"][part])
    pack_packages(folder / "lib", TRIM["packed"], folder / PACKED)
    shutil.copy(build_launcher(), folder / EXE)
    sign_if_asked(folder / EXE)
    licences.lay(folder, wheels)
    listing.write(folder, wheels)
    same_times(folder)
    return folder


def trim(lib: Path) -> None:
    """Take away what the program never reaches."""
    for pattern in TRIM["remove"]:
        for path in sorted(lib.glob(pattern)):
            _remove(path)
    qt = lib / "PySide6"
    for path in sorted((*qt.glob("Qt*.pyd"), *qt.glob("Qt6*.dll"))):
        if path.stem.removeprefix("Qt6").removeprefix("Qt") not in TRIM["qt_modules"]:
            path.unlink()
    _keep_only(lib)


def _keep_only(lib: Path) -> None:
    for folder, kept in TRIM["keep_only"].items():
        for path in sorted((lib / folder).iterdir()):
            if path.name not in kept:
                _remove(path)
    for name in TRIM["emptied"]:
        (lib / name).write_bytes(b"")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _lay_python(python: Path, wheels: Path, folder: Path) -> None:
    for name in PINS["ship"]["binaries"]:
        shutil.copy(python / "embeddable" / name, folder / name)
    runtime = PINS["ship"]["from_wheel"]
    for name in runtime["files"]:
        shutil.copy(wheels / runtime["folder"] / name, folder / name)
    compile_apart(python / "library" / "Lib", folder / "python311.zip")
    write_path(folder, "app", "lib")


def write_path(folder: Path, *folders: str) -> None:
    """Tell the Python in `folder` where its modules are: in its archives, then in `folders`."""
    lines = "".join(f"{each}\n" for each in (*SEARCHED_FIRST, *folders))
    (folder / PATH_FILE).write_text(lines, encoding="ascii")


def compile_apart(*paths: Path) -> None:
    """Compile in a process of its own: a folder in place, or a library to an archive."""
    words = [sys.executable, "-m", "installer.compiling", *paths]
    run(*words, cwd=ROOT, environment={"PYTHONHASHSEED": "0"})


def _lay_program(app: Path) -> None:
    """Copy the package and its resources, and nothing that a test or a tool left there."""
    left = shutil.ignore_patterns("__pycache__", "*.pyc", ".*")
    shutil.copytree(ROOT / "easycare_desktop", app / "easycare_desktop", ignore=left)
    shutil.copytree(ROOT / "resources", app / "resources", ignore=left)


def same_times(folder: Path) -> None:
    """Give every file and folder the same time, so that two builds pack alike."""
    moment = calendar.timegm((*EPOCH, 0, 0, 0))
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (moment, moment))


if __name__ == "__main__":
    assemble(CACHE / "python", Path(sys.argv[1]))
