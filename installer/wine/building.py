"""Stages: build, build again, refuse a changed Python, pack for the release."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from installer import build, listing, signing, windows_python
from installer.assembling import PROGRAM
from installer.ground import BUILD, CACHE, DIST, EXE, ROOT, BuildStoppedError, run, sha256, size_of
from installer.packing import write_list
from installer.wine.installing import SETUP, TRIAL, Installing, check

LONGEST_BUILD = 10 * 60
RELEASE = DIST / SETUP


class Building:
    """Packs with zlib for the first stages; LZMA works beside them and is used from then on."""

    def __init__(self, installing: Installing) -> None:
        self._installing = installing
        self._seconds, self._packing_since = 0.0, 0.0
        self._packing: subprocess.Popen[bytes] | None = None
        self._log = BUILD / "packing.txt"

    def first(self) -> str:
        """Build; then let LZMA begin."""
        start = time.monotonic()
        build.build(fast=True, folder=TRIAL)
        self._seconds, self._packing_since = time.monotonic() - start, time.monotonic()
        words = [sys.executable, "-m", "installer.build", "--assembled"]
        with self._log.open("wb") as log:
            self._packing = subprocess.Popen(
                words, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
            )
        return f"{(TRIAL / SETUP).stat().st_size / build.MEGABYTE:.1f} MB; LZMA begins beside it"

    def again(self) -> str:
        """Put the program together once more, in another process and folder; compare each file."""
        again = BUILD / "again"
        other = {"PYTHONHASHSEED": "7"}
        run(sys.executable, "-m", "installer.assembling", again, cwd=ROOT, environment=other)
        write_list(again)
        first, second = _hashes(PROGRAM), _hashes(again)
        shutil.rmtree(again)
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
        if self._packing is None:
            raise BuildStoppedError("nothing was built in this run")
        code = self._packing.wait(LONGEST_BUILD)
        # The file is written last of all.
        seconds = self._seconds + RELEASE.stat().st_mtime - self._begun()
        check(code == 0, self._log.read_text("utf-8")[-300:])
        check(seconds <= LONGEST_BUILD, f"{seconds:.0f} s, {LONGEST_BUILD} allowed")
        self._installing.bring(RELEASE)
        packed, on_disk = RELEASE.stat().st_size, size_of(PROGRAM)
        sizes = f"{packed / build.MEGABYTE:.1f} MB packed, {on_disk / build.MEGABYTE:.1f} on disk"
        return f"{sizes}; built in {seconds:.0f} s, other stages beside it; {sha256(RELEASE)}"

    def end(self) -> None:
        """Let nothing go on by itself."""
        if self._packing is not None and self._packing.poll() is None:
            os.killpg(self._packing.pid, signal.SIGTERM)

    def _begun(self) -> float:
        return time.time() - (time.monotonic() - self._packing_since)


def _hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path) for path in files}
