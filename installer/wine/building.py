"""Stages: build, build again, refuse a changed Python, pack for the release."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from installer import build, listing, signing, windows_python
from installer.assembling import PROGRAM
from installer.ground import BUILD, CACHE, DIST, EXE, ROOT, BuildStoppedError, sha256, size_of
from installer.packing import write_list
from installer.wine.installing import SETUP, TRIAL, Installing, check

LONGEST_BUILD = 10 * 60
RELEASE, AGAIN = DIST / SETUP, BUILD / "again"


class Building:
    """Packs with zlib for the first stages. Beside them LZMA works, and a second build is made."""

    def __init__(self, installing: Installing, and_then: Callable[[], object]) -> None:
        self._installing, self._and_then = installing, and_then
        self._seconds = 0.0
        self._beside: dict[str, subprocess.Popen[bytes]] = {}

    def first(self) -> str:
        """Build; then let LZMA, the second build and what else goes beside begin."""
        start = time.monotonic()
        build.build(fast=True, folder=TRIAL)
        self._seconds = time.monotonic() - start
        self._start("installer.build", "--assembled")
        self._start("installer.assembling", str(AGAIN))
        self._and_then()
        return f"{(TRIAL / SETUP).stat().st_size / build.MEGABYTE:.1f} MB"

    def _start(self, module: str, *words: str) -> None:
        command = [sys.executable, "-m", module, *words]
        other = {**os.environ, "PYTHONHASHSEED": "7"}
        with _log(module).open("wb") as log:
            self._beside[module] = subprocess.Popen(
                command, cwd=ROOT, env=other, stdout=log, stderr=log, start_new_session=True
            )

    def _wait(self, module: str) -> float:
        """Wait for what was started; return the seconds that it had a processor."""
        if module not in self._beside:
            raise BuildStoppedError("nothing was built in this run")
        process = self._beside.pop(module)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        check(process.returncode == 0, _log(module).read_text("utf-8")[-300:])
        return used.ru_utime + used.ru_stime

    def again(self) -> str:
        """Compare each file with those of the second build, in another folder and process."""
        self._wait("installer.assembling")
        write_list(AGAIN)
        first, second = _hashes(PROGRAM), _hashes(AGAIN)
        shutil.rmtree(AGAIN)
        # A signature holds the second in which it was made.
        signed = {EXE, listing.NAME} if signing.wanted() else set()
        names = {*first, *second} - signed
        differ = sorted(name for name in names if first.get(name) != second.get(name))
        check(not differ, f"{len(differ)} files differ: {', '.join(differ[:5])}")
        return f"all {len(first)} files, made in another folder by another process"

    def changed_python(self) -> str:
        """Change one byte of a signed file and of a module, each in a copy of the Python."""
        for part in ("embeddable/_ssl.pyd", "library/Lib/json/decoder.py"):
            copy = BUILD / "changed"
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(CACHE / "python", copy)
            path = copy / part
            content = bytearray(path.read_bytes())
            content[5000] ^= 1
            path.write_bytes(content)
            try:
                windows_python.verify(copy)
            except BuildStoppedError:
                continue
            finally:
                shutil.rmtree(copy)
            message = f"a changed {Path(part).name} was not noticed"
            raise BuildStoppedError(message)
        return "a signed file and a module of the library"

    def released(self) -> str:
        """Wait for LZMA; what it made is the installer from here on."""
        packing = self._wait("installer.build")
        seconds = self._seconds + packing
        check(seconds <= LONGEST_BUILD, f"{seconds:.0f} s, {LONGEST_BUILD} allowed")
        self._installing.bring(RELEASE)
        packed, on_disk = RELEASE.stat().st_size, size_of(PROGRAM)
        sizes = f"{packed / build.MEGABYTE:.1f} MB packed, {on_disk / build.MEGABYTE:.1f} on disk"
        spent = f"{self._seconds:.0f} s to build, {packing:.0f} s of processor time for LZMA"
        return f"{sizes}; {spent}; SHA-256 {sha256(RELEASE)}"

    def end(self) -> None:
        """Let nothing go on by itself."""
        for process in self._beside.values():
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)


def _log(module: str) -> Path:
    return BUILD / f"{module}.txt"


def _hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path) for path in files}
