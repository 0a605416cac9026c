"""The job: builds the installer, installs it under Wine, uses it, removes it, writes a report.

Run: python3 dev.py test-windows [--keep]
"""

import argparse
import shutil
import sys
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


def main() -> None:
    """Run the job; end with 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--built", action="store_true", help="use the installer that dist/ has")
    asked = parser.parse_args()
    try:
        require_tools({**TOOLS, **wine.TOOLS})
        held = run_job(built=asked.built)
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
            if report.stage("a new Windows", lambda: prefix.make() or "Wine 8 as Windows 10"):
                _stages(report, prefix)
        finally:
            prefix.end()
    report.write(REPORT)
    return report.held


def _stages(report: Report, prefix: Prefix) -> None:
    installing = Installing(prefix, DIST / f"EasyCare-Setup-{VERSION}.exe")
    if not report.stage("silent install", installing.fresh):
        return
    using = Using(prefix, installing, PICTURES)
    report.stage("self-check of the installed program", using.self_check)
    report.stage("a first office, made by script", using.made)
    report.stage("opened after a restart of Windows", using.reopened)
    leaving = Leaving(prefix, installing, using)
    report.stage("a second start, and installing over a running program", leaving.second_start)
    report.stage("Windows is shut down", leaving.windows_ends)
    report.stage("repair by installing over", installing.again)
    report.stage("a damaged installer", installing.damaged)
    report.stage("refusals", installing.refused)
    report.stage("power lost during an update", installing.killed)
    report.stage("a path with Korean and spaces", installing.elsewhere)
    report.stage("update with data of the schema before", using.upgraded)
    report.stage("removed, data kept", installing.removed)
    if report.stage("installed again over the data that was kept", using.back_again):
        report.stage("removed with a backup", leaving.backed_up)
        report.stage("removed with a certificate", leaving.certified)
    report.stage("installed for the last time", installing.fresh)
    report.stage("start to the login window", using.started)
    report.stage("the tour inside the installed program", using.tour)
    report.stage("unit tests under the Windows Python", using.tests)


def _build() -> str:
    build.build(fast=True)
    setup = DIST / f"EasyCare-Setup-{VERSION}.exe"
    return f"{setup.stat().st_size / build.MEGABYTE:.1f} MB"


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
