"""The job: builds the installer, installs it under Wine, uses it, removes it, writes a report.

Run: python3 dev.py test-windows [--fast] [--built] [--only WORDS]...
"""

import argparse
import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from installer import build, windows_python
from installer.ground import (
    BUILD,
    CACHE,
    DIST,
    ROOT,
    TOOLS,
    VERSION,
    BuildStoppedError,
    require_tools,
    run,
    sha256,
    size_of,
    stop,
)
from installer.packing import write_list
from installer.wine import prefix as wine
from installer.wine.by_hand import ByHand
from installer.wine.installing import Installing, check
from installer.wine.leaving import Leaving
from installer.wine.prefix import Prefix, screen
from installer.wine.report import Report
from installer.wine.sharing import Sharing
from installer.wine.using import Using

LIMIT, LONGEST_BUILD = 25 * 60, 10 * 60
REPORT = ROOT / "docs" / "windows-report.md"
PICTURES = BUILD / "pictures"
PROGRAM = BUILD / "program"
SETUP = DIST / f"EasyCare-Setup-{VERSION}.exe"

BUILDING, PREFIX, INSTALLING = "the build, as released", "a new Windows", "silent install"
# Without these the rest says nothing.
ESSENTIAL = {BUILDING, PREFIX, INSTALLING}

Stage = tuple[str, Callable[[], str]]


def main() -> None:
    """Run the job; end with 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", action="store_true", help="pack with zlib, while working on it")
    parser.add_argument("--built", action="store_true", help="use the installer that dist/ has")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="WORDS",
        help="only stages named so, in the Windows of the last run; no report",
    )
    asked = parser.parse_args()
    try:
        require_tools({**TOOLS, **wine.TOOLS})
        held = run_job(fast=asked.fast, built=asked.built, words=asked.only)
    except BuildStoppedError as error:
        stop(error)
    else:
        sys.exit(0 if held else 1)


def run_job(*, fast: bool, built: bool, words: list[str]) -> bool:
    """Run every stage, or those that `words` name, one after another; return whether all held."""
    report = Report(LIMIT)
    prefix = Prefix(BUILD / "prefix")
    stages = [(BUILDING, partial(_build, fast=fast)), *_stages(prefix)][2 if built else 0 :]
    if words:
        stages = [stage for stage in stages if any(each in stage[0] for each in words)]
    else:
        shutil.rmtree(PICTURES, ignore_errors=True)
    with screen():
        try:
            for name, work in stages:
                if not report.stage(name, work) and name in ESSENTIAL:
                    break
        finally:
            prefix.end()
    if not words:
        report.write(REPORT)
    return report.held


def _stages(prefix: Prefix) -> list[Stage]:
    installing = Installing(prefix, SETUP)
    using = Using(prefix, installing, PICTURES)
    leaving = Leaving(prefix, installing, using)
    sharing = Sharing(prefix, installing, using, SETUP)
    by_hand = ByHand(prefix, installing, using)
    return [
        ("a second build gives the same files", _alike),
        ("a Python with one byte changed is refused", _changed_python),
        (PREFIX, prefix.make),
        (INSTALLING, installing.fresh),
        ("self-check of the installed program", using.self_check),
        ("a first office, made by script", using.made),
        ("opened after a restart of Windows", using.reopened),
        ("a second start, and installing over a running program", leaving.second_start),
        ("Windows is shut down", leaving.windows_ends),
        ("repair by installing over", installing.again),
        ("a damaged installer, and one that is cut", installing.damaged),
        ("refusals", installing.refused),
        ("power lost during an update", installing.killed),
        ("a path with Korean and spaces", installing.elsewhere),
        ("update with data of the schema before", using.upgraded),
        ("removed, data kept", installing.removed),
        ("installed again over the data that was kept", using.back_again),
        ("two users on one PC", sharing.two_users),
        ("a folder that another program holds", sharing.held),
        ("removed with a backup", leaving.backed_up),
        ("removed with a certificate", leaving.certified),
        ("installed and removed by hand, page by page", by_hand.installed_and_removed),
        ("installed for the last time", installing.fresh),
        ("start to the login window", using.started),
        ("the tour inside the installed program", using.tour),
        ("a certificate is checked", using.verified),
        ("unit tests under the Windows Python", using.tests),
    ]


def _build(*, fast: bool) -> str:
    start = time.monotonic()
    build.build(fast=fast)
    seconds = time.monotonic() - start
    check(seconds <= LONGEST_BUILD, f"{seconds:.0f} s, {LONGEST_BUILD} allowed")
    packed, on_disk = SETUP.stat().st_size / build.MEGABYTE, size_of(PROGRAM) / build.MEGABYTE
    how = "zlib" if fast else "LZMA"
    return f"{packed:.1f} MB packed with {how}, {on_disk:.1f} MB on disk; SHA-256 {sha256(SETUP)}"


def _alike() -> str:
    """Put the program together once more, in another process and folder; compare every file."""
    again = BUILD / "again"
    other = {"PYTHONHASHSEED": "7"}
    run(sys.executable, "-m", "installer.assembling", again, cwd=ROOT, environment=other)
    write_list(again)
    first, second = _hashes(PROGRAM), _hashes(again)
    shutil.rmtree(again)
    differ = sorted(name for name in {*first, *second} if first.get(name) != second.get(name))
    check(not differ, f"{len(differ)} files differ: {', '.join(differ[:5])}")
    return f"all {len(first)} files, made in another folder by another process"


def _hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path) for path in files}


def _changed_python() -> str:
    """Change one byte of a signed file and of a module, each in a copy of the fetched Python."""
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


if __name__ == "__main__":
    main()
