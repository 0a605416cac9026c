"""The job: builds the installer, installs it under Wine, uses it, removes it, writes a report.

Run: python3 dev.py test-windows [--built] [--only WORDS]...
"""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterable
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
    stop,
)
from installer.wine import prefix as wine
from installer.wine.installing import Installing
from installer.wine.leaving import Leaving
from installer.wine.prefix import Prefix, screen
from installer.wine.report import Report
from installer.wine.using import Using

LIMIT = 25 * 60
REPORT = ROOT / "docs" / "windows-report.md"
PICTURES = BUILD / "pictures"
SETUP = DIST / f"EasyCare-Setup-{VERSION}.exe"

Stage = tuple[str, Callable[[], str]]


def main() -> None:
    """Run the job; end with 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--built", action="store_true", help="use the installer that dist/ has")
    parser.add_argument(
        "--only",
        action="append",
        metavar="WORDS",
        help="only stages named so, in the Windows of the last run; no report",
    )
    asked = parser.parse_args()
    try:
        require_tools({**TOOLS, **wine.TOOLS})
        held = run_some(asked.only) if asked.only else run_job(built=asked.built)
    except BuildStoppedError as error:
        stop(error)
    else:
        sys.exit(0 if held else 1)


def run_job(*, built: bool) -> bool:
    """Run every stage and write the report; return whether all held."""
    report = Report(LIMIT)
    if not built and not report.stage("build with zlib", _build):
        return False
    report.stage("a Python with one byte changed is refused", _changed_python)
    prefix = Prefix(BUILD / "prefix")
    shutil.rmtree(PICTURES, ignore_errors=True)
    with screen():
        try:
            if report.stage("a new Windows", prefix.make):
                _run(report, _stages(prefix))
        finally:
            prefix.end()
    report.write(REPORT)
    return report.held


def run_some(words: list[str]) -> bool:
    """Run the stages that these words name; return whether they held."""
    report = Report(LIMIT)
    prefix = Prefix(BUILD / "prefix")
    first: list[Stage] = [("build with zlib", _build), ("a new Windows", prefix.make)]
    with screen():
        try:
            _run(report, _named(first, words))
            _run(report, _named(_stages(prefix), words))
        finally:
            prefix.end()
    return report.held


def _named(stages: list[Stage], words: list[str]) -> list[Stage]:
    return [stage for stage in stages if any(each in stage[0] for each in words)]


def _run(report: Report, stages: Iterable[Stage]) -> None:
    """Run one stage after another; without an installed program the rest says nothing."""
    for name, work in stages:
        if not report.stage(name, work) and name == "silent install":
            return


def _stages(prefix: Prefix) -> list[Stage]:
    installing = Installing(prefix, SETUP)
    using = Using(prefix, installing, PICTURES)
    leaving = Leaving(prefix, installing, using)
    return [
        ("silent install", installing.fresh),
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
        ("unit tests under the Windows Python", using.tests),
    ]


def _build() -> str:
    build.build(fast=True)
    return f"{SETUP.stat().st_size / build.MEGABYTE:.1f} MB"


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
