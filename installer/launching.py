"""The launcher: a small program of our own with icon, manifest and version data."""

import shutil
from pathlib import Path

from installer.ground import BUILD, EXE, HERE, VERSION, empty, run
from installer.icon import write_icon, write_side

SOURCES = HERE / "launcher"
PROGRAM = ("launcher.c", "jump_list.c")
_WARNINGS = ("-Wall", "-Wextra", "-Werror")
_SAME = ("-Wl,--no-insert-timestamp", "-s", "-ffile-prefix-map=.=launcher")
_SAFE = ("-Wl,--dynamicbase", "-Wl,--nxcompat", "-Wl,--high-entropy-va", "-fstack-protector-strong")


def build_launcher() -> Path:
    """Compile it in its own folder; return the program file."""
    work = empty(BUILD / "launcher")
    write_icon(work / "easycare.ico")
    write_side(work / "side.bmp")
    four = four_numbers(VERSION)
    for name in ("launcher.rc", "launcher.manifest"):
        text = (SOURCES / name).read_text(encoding="utf-8")
        text = text.replace("@VERSION@", VERSION).replace("@FOUR@", four)
        (work / name).write_text(text.replace("@COMMAS@", four.replace(".", ",")), encoding="utf-8")
    for name in (*PROGRAM, "jump_list.h"):
        shutil.copy(SOURCES / name, work)
    run("x86_64-w64-mingw32-windres", "-c", "65001", "launcher.rc", "resources.o", cwd=work)
    options = ["-O2", "-municode", "-mwindows", *_WARNINGS, *_SAME, *_SAFE, "-o", EXE]
    libraries = ["-lshell32", "-lole32", "-luuid", "-static", "-static-libgcc"]
    run("x86_64-w64-mingw32-gcc", *options, *PROGRAM, "resources.o", *libraries, cwd=work)
    return work / EXE


def four_numbers(version: str) -> str:
    """Return a version as Windows wants it: four numbers with points."""
    parts = version.split(".")
    return ".".join([*parts, "0", "0", "0", "0"][:4])
