"""The program's folder: only what is needed, the same bytes each time, no stranger in it."""

import hashlib
import importlib.util
import os
import py_compile
import subprocess
import sys
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest

from installer import assembling, launching, listing, wheels
from installer.compiling import leave_sources_out, pack_library, pack_packages
from installer.ground import ROOT, BuildStoppedError
from installer.launching import four_numbers
from installer.packing import LIST, longest, write_list
from installer.windows_python import PINS, library_modules


def test_the_program_needs_no_tool_of_the_work_on_it():
    needs = wheels.program_needs()
    assert {"pyside6-essentials", "sqlcipher3", "pywin32-ctypes", "cffi"} <= needs
    assert not {"pytest", "mypy", "ruff", "secretstorage", "jeepney"} & needs
    assert not wheels.tests_need() & needs
    entries = wheels.locked(needs).splitlines()
    assert sum(line[0] != " " for line in entries) == len(needs)


def test_a_package_that_is_not_locked_stops_the_build():
    with pytest.raises(BuildStoppedError, match="no-such-thing"):
        wheels.locked(frozenset({"no-such-thing"}))


@pytest.fixture
def lib(tmp_path: Path) -> Path:
    """A folder of wheels with one wheel in it."""
    files = {
        "thing/__init__.py": b"NAMES = {'b', 'a'}\n",
        "thing/core.pyd": b"MZ core",
        "PySide6/Qt6Core.dll": b"MZ qt",
        "PySide6/Qt6Quick.dll": b"MZ quick",
        "PySide6/QtQml.pyd": b"MZ qml",
    }
    for name in assembling.TRIM["keep_only"]:
        (tmp_path / "lib" / name).mkdir(parents=True, exist_ok=True)
    rows = []
    for name, content in files.items():
        path = tmp_path / "lib" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        digest = urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        rows.append(f"{name},sha256={digest},{len(content)}")
    info = tmp_path / "lib" / "thing-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: thing\nVersion: 1.0\nLicense: MIT\n", encoding="utf-8")
    (info / "RECORD").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path / "lib"


def test_unneeded_parts_of_qt_go(lib: Path):
    assembling.trim(lib)
    left = {path.name for path in lib.rglob("*") if path.suffix in {".dll", ".pyd"}}
    assert left == {"Qt6Core.dll", "core.pyd"}


def test_every_binary_is_listed_with_its_origin(lib: Path, tmp_path: Path):
    program = tmp_path / "program"
    (program / "lib" / "thing").mkdir(parents=True)
    (program / "lib" / "thing" / "core.pyd").write_bytes(b"MZ core")
    text = listing.write(program, lib).read_text(encoding="utf-8")
    assert (
        f"{hashlib.sha256(b'MZ core').hexdigest()}  lib/thing/core.pyd  [wheel thing 1.0]" in text
    )


@pytest.mark.parametrize("name", ["lib/thing/core.pyd", "lib/stranger.dll", "app/picture.png"])
def test_a_binary_of_unknown_origin_stops_the_build(lib: Path, tmp_path: Path, name: str):
    program = tmp_path / "program"
    (program / name).parent.mkdir(parents=True)
    (program / name).write_bytes(b"MZ other")
    with pytest.raises(BuildStoppedError, match="unknown origin"):
        listing.write(program, lib)


def test_a_file_that_differs_from_its_record_stops_the_build(lib: Path):
    assert wheels.origins(lib)["thing/core.pyd"][0] == "thing 1.0"
    (lib / "thing" / "core.pyd").write_bytes(b"MZ c0re")
    with pytest.raises(BuildStoppedError, match="not as thing recorded"):
        wheels.origins(lib)


def compiled(folder: Path, seed: str) -> bytes:
    """Compile one module in a process of its own; return the bytes."""
    folder.mkdir()
    (folder / "names.py").write_text("NAMES = frozenset({'b', 'a', 'c'})\n", encoding="utf-8")
    command = [sys.executable, "-m", "installer.compiling", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, env={"PYTHONHASHSEED": seed})
    return Path(importlib.util.cache_from_source(str(folder / "names.py"))).read_bytes()


def test_compiling_twice_gives_the_same_bytes(tmp_path: Path):
    assert compiled(tmp_path / "one", "0") == compiled(tmp_path / "another", "0")


def test_compiled_modules_take_the_place_of_sources(tmp_path: Path):
    for package in ("kept", "left", "left_too"):
        compiled(tmp_path / package, "0")
    (tmp_path / "left_too").rename(tmp_path / "left" / "kept")
    leave_sources_out(tmp_path, ["kept", "left/kept"])
    here = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.py*")}
    cached = f"__pycache__/names.{sys.implementation.cache_tag}.pyc"
    sources = {"kept/names.py", "left/kept/names.py"}
    assert here == {*sources, f"kept/{cached}", f"left/kept/{cached}", "left/names.pyc"}


def test_the_library_packs_alike_and_can_be_imported(tmp_path: Path):
    module = tmp_path / "answer.py"
    module.write_text("ANSWER = 42\n", encoding="utf-8")
    for name in ("one.zip", "two.zip"):
        pack_library([module], tmp_path, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    program = f"import sys; sys.path.insert(0, {str(tmp_path / 'one.zip')!r}); import answer"
    done = subprocess.run(
        [sys.executable, "-c", f"{program}; print(answer.ANSWER)"],
        capture_output=True,
        check=False,
    )
    assert done.stdout.split() == [b"42"]


def test_a_packed_package_is_imported_with_what_lies_in_it(tmp_path: Path):
    package = tmp_path / "lib" / "zones"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("NAME = 'zones'\n", encoding="utf-8")
    (package / "Seoul").write_bytes(b"TZif")
    pack_packages(tmp_path / "lib", ["zones"], tmp_path / "lib.zip")
    assert not package.exists()
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'lib.zip')!r}); import zones;"
        "from importlib.resources import read_text; print(zones.NAME, read_text(zones, 'Seoul'))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.stdout.split() == [b"zones", b"TZif"]


def test_a_package_with_a_binary_is_not_packed(tmp_path: Path):
    (tmp_path / "lib" / "core").mkdir(parents=True)
    (tmp_path / "lib" / "core" / "core.pyd").touch()
    with pytest.raises(BuildStoppedError, match="cannot be loaded"):
        pack_packages(tmp_path / "lib", ["core"], tmp_path / "lib.zip")


def packed_library(folder: Path, seed: str, when: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pack a library of one module as a build in this folder, at this time would; return it."""
    module = folder / "Lib" / "json" / "names.py"
    module.parent.mkdir(parents=True)
    module.write_text("def known(name):\n    return name in {'b', 'a', 'c'}\n", encoding="utf-8")
    os.utime(module, (when, when))
    monkeypatch.setenv("PYTHONHASHSEED", seed)
    assembling.compile_apart(folder / "Lib", folder / "library.zip")
    return folder / "library.zip"


def test_the_library_is_the_same_in_another_folder_at_another_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    one = packed_library(tmp_path / "one", "1", 1_600_000_000, monkeypatch)
    another = packed_library(tmp_path / "another", "2", 1_700_000_000, monkeypatch)
    assert one.read_bytes() == another.read_bytes()


@pytest.mark.parametrize("forgotten", ["mode", "name"])
def test_a_forgotten_cause_of_difference_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forgotten: str
):
    compile_one, timed = py_compile.compile, py_compile.PycInvalidationMode.TIMESTAMP

    def careless(file: str, cached: str, name: str, **how: object) -> str | None:
        assert how["invalidation_mode"] is not timed
        mode = timed if forgotten == "mode" else py_compile.PycInvalidationMode.UNCHECKED_HASH
        name = file if forgotten == "name" else name
        return compile_one(file, cached, name, doraise=True, invalidation_mode=mode)

    monkeypatch.setattr(py_compile, "compile", careless)
    monkeypatch.setattr(assembling, "compile_apart", within)
    one = packed_library(tmp_path / "one", "1", 1_600_000_000, monkeypatch)
    another = packed_library(tmp_path / "another", "1", 1_700_000_000, monkeypatch)
    assert one.read_bytes() != another.read_bytes()


def within(library: Path, archive: Path) -> None:
    """Pack in this process, where something can be forgotten on purpose."""
    pack_library(library_modules(library), library, archive)


def test_the_list_of_files_is_what_windows_reads(tmp_path: Path):
    (tmp_path / "lib" / "a").mkdir(parents=True)
    (tmp_path / "lib" / "a" / "b.py").touch()
    write_list(tmp_path)
    lines = (tmp_path / LIST).read_bytes().decode("utf-16").splitlines()
    assert lines == ["lib\\a\\b.py", "\\lib\\a", "\\lib"]
    assert longest(tmp_path) == len("lib/a/b.py")


def test_versions_become_four_numbers():
    assert [four_numbers(text) for text in ("0.1.0", "1.2")] == ["0.1.0.0", "1.2.0.0"]


@pytest.mark.parametrize(
    "said",
    [
        '<requestedExecutionLevel level="asInvoker"',
        ">PerMonitorV2, PerMonitor</dpiAwareness>",
        ">true</longPathAware>",
    ],
)
def test_windows_is_told_what_the_program_can(said: str):
    assert said in (launching.SOURCES / "launcher.manifest").read_text(encoding="utf-8")


def test_nothing_is_both_shipped_and_left_out():
    assert not set(PINS["ship"]["binaries"]) & set(PINS["leave_out"]["binaries"])
