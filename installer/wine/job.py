"""The job: builds the installer, installs it under Wine, uses it, removes it, writes a report.

Run: python3 dev.py test-windows [--built] [--only WORDS]...
"""

import argparse
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from installer import build, windows_python
from installer.assembling import assemble
from installer.ground import (
    BUILD,
    CACHE,
    DIST,
    ROOT,
    TOOLS,
    VERSION,
    BuildStoppedError,
    require_tools,
    sha256,
    size_of,
    stop,
)
from installer.packing import pack, write_list
from installer.wine import prefix as wine
from installer.wine.installing import Installing, check
from installer.wine.leaving import Leaving
from installer.wine.prefix import Prefix, screen
from installer.wine.report import Report
from installer.wine.using import Using

LIMIT = 25 * 60
REPORT = ROOT / "docs" / "windows-report.md"
PICTURES = BUILD / "pictures"
PROGRAM = BUILD / "program"
SETUP = DIST / f"EasyCare-Setup-{VERSION}.exe"

BUILDING, PREFIX, INSTALLING = "build with zlib", "a new Windows", "silent install"
# Without these the rest says nothing.
ESSENTIAL = {BUILDING, PREFIX, INSTALLING}

Stage = tuple[str, Callable[[], str]]


def main() -> None:
    """Run the job; end with 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
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
        held = run_job(built=asked.built, words=asked.only)
    except BuildStoppedError as error:
        stop(error)
    else:
        sys.exit(0 if held else 1)


def run_job(*, built: bool, words: list[str]) -> bool:
    """Run every stage, or those that `words` name, one after another; return whether all held."""
    report = Report(LIMIT)
    prefix = Prefix(BUILD / "prefix")
    stages = _stages(prefix)[2 if built else 0 :]
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
    return [
        (BUILDING, _build),
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
        ("removed with a backup", leaving.backed_up),
        ("removed with a certificate", leaving.certified),
        ("installed for the last time", installing.fresh),
        ("start to the login window", using.started),
        ("the tour inside the installed program", using.tour),
        ("a certificate is checked", using.verified),
        ("unit tests under the Windows Python", using.tests),
        ("packed with LZMA, for the release", _released),
    ]


def _build() -> str:
    build.build(fast=True)
    return f"{SETUP.stat().st_size / build.MEGABYTE:.1f} MB"


def _alike() -> str:
    """Put the program together once more and compare every file."""
    first = _hashes()
    write_list(assemble(CACHE / "python"))
    second = _hashes()
    differ = sorted(name for name in {*first, *second} if first.get(name) != second.get(name))
    check(not differ, f"{len(differ)} files differ: {', '.join(differ[:5])}")
    return f"{len(first)} files, {size_of(PROGRAM) / build.MEGABYTE:.1f} MB on disk"


def _hashes() -> dict[str, str]:
    files = (path for path in PROGRAM.rglob("*") if path.is_file())
    return {path.relative_to(PROGRAM).as_posix(): sha256(path) for path in files}


def _released() -> str:
    packed = pack(PROGRAM, fast=False).stat().st_size / build.MEGABYTE
    check(packed <= build.LARGEST_SETUP, f"{packed:.1f} MB, {build.LARGEST_SETUP} allowed")
    return f"{packed:.1f} MB"


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
