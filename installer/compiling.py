"""Compiles the sources in a folder to files that depend on nothing but the sources.

Run as a process of its own with a fixed hash seed: what a process has done before leaves marks in
what it compiles. python -m installer.compiling FOLDER, or LIBRARY ARCHIVE for the standard library.
"""

import importlib.util
import py_compile
import shutil
import sys
import zipfile
from pathlib import Path

from installer.ground import BuildStoppedError
from installer.windows_python import library_modules

MAGIC = b"\xa7\r\r\n"  # of every CPython 3.11
EPOCH = (2020, 1, 1, 0, 0, 0)


def require_same_bytecode() -> None:
    """See that this Python compiles for the one that ships. Raises `BuildStoppedError`."""
    if importlib.util.MAGIC_NUMBER != MAGIC:
        message = f"the build compiles for Python 3.11 and so needs it; here is {sys.version}"
        raise BuildStoppedError(message)


def compile_folder(folder: Path) -> None:
    """Compile every module in place, with names relative to `folder`."""
    for path in sorted(folder.rglob("*.py")):
        cached = Path(importlib.util.cache_from_source(str(path)))
        _compile(path, cached, path.relative_to(folder))


def leave_sources_out(lib: Path, kept: list[str]) -> None:
    """Put each compiled module in the place of its source, but for the folders in `kept`."""
    for path in sorted(lib.rglob("*.py")):
        if not any(path.is_relative_to(lib / each) for each in kept):
            Path(importlib.util.cache_from_source(str(path))).replace(path.with_suffix(".pyc"))
            path.unlink()
    for folder in sorted(lib.rglob("__pycache__")):
        if not any(folder.iterdir()):
            folder.rmdir()


def pack_library(modules: list[Path], library: Path, archive: Path) -> None:
    """Write the compiled standard library into one zip, uncompressed: the installer packs it."""
    with zipfile.ZipFile(archive, "w") as target:
        for path in modules:
            name = path.relative_to(library)
            compiled = archive.with_suffix(".pyc")
            _compile(path, compiled, name)
            entry = zipfile.ZipInfo(name.with_suffix(".pyc").as_posix(), EPOCH)
            target.writestr(entry, compiled.read_bytes())
            compiled.unlink()


def pack_packages(lib: Path, names: list[str], archive: Path) -> None:
    """Move whole packages of `lib`, compiled, into one zip. Raises `BuildStoppedError`.

    Only packages that open no file beside them by its path, and have no binary.
    """
    with zipfile.ZipFile(archive, "w") as target:
        for path in sorted(path for name in names for path in (lib / name).rglob("*")):
            if path.suffix in {".pyd", ".dll"}:
                raise BuildStoppedError(f"{path.name} cannot be loaded from {archive.name}")
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(lib).as_posix(), EPOCH)
                target.writestr(entry, path.read_bytes())
    for name in names:
        shutil.rmtree(lib / name)


def _compile(path: Path, cached: Path, shown: Path) -> None:
    cached.parent.mkdir(exist_ok=True)
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    name = shown.as_posix()
    try:
        py_compile.compile(str(path), str(cached), name, doraise=True, invalidation_mode=mode)
    except py_compile.PyCompileError as error:
        raise BuildStoppedError(f"{shown} does not compile") from error


if __name__ == "__main__":
    first, *archive = map(Path, sys.argv[1:])
    if archive:
        pack_library(library_modules(first), first, archive[0])
    else:
        compile_folder(first)
