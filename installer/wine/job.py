"""The job: builds the installer, installs it under Wine, uses it, removes it, writes a report.

Run: python3 dev.py test-windows [--built] [--only WORDS]... [--limit MINUTES]
"""

import argparse
import shutil
import sys
from collections.abc import Callable

from installer.ground import BUILD, ROOT, TOOLS, BuildStoppedError, require_tools, stop
from installer.wine import prefix as wine
from installer.wine.building import Building
from installer.wine.by_hand import ByHand
from installer.wine.installing import Installing
from installer.wine.leaving import Leaving
from installer.wine.prefix import Prefix, screen
from installer.wine.report import Report
from installer.wine.sharing import Sharing
from installer.wine.units import Units
from installer.wine.using import Using

LIMIT = 25 * 60
REPORT = ROOT / "docs" / "windows-report.md"
PICTURES = BUILD / "pictures"

BUILDING, PREFIX, INSTALLING = "build with zlib", "a new Windows", "silent install"
ALIKE, RELEASED = "a second build gives the same files", "packed with LZMA, as it is released"
OF_BUILDING = {BUILDING, ALIKE, RELEASED}
# Without these the rest says nothing.
ESSENTIAL = {BUILDING, PREFIX, INSTALLING}

Stage = tuple[str, Callable[[], str]]


def main() -> None:
    """Run the job; end with 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--built", action="store_true", help="use the installer of the last run")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="WORDS",
        help="only stages named so, in the Windows of the last run; no report",
    )
    parser.add_argument(
        "--limit", type=int, default=LIMIT // 60, help="minutes; 25 where it is alone"
    )
    asked = parser.parse_args()
    try:
        require_tools({**TOOLS, **wine.TOOLS})
        held = run_job(built=asked.built, words=asked.only, limit=asked.limit * 60)
    except BuildStoppedError as error:
        stop(error)
    else:
        sys.exit(0 if held else 1)


def run_job(*, built: bool, words: list[str], limit: float = LIMIT) -> bool:
    """Run every stage, or those that `words` name, one after another; return whether all held."""
    report = Report(limit)
    prefix = Prefix(BUILD / "prefix")
    installing = Installing(prefix)
    units = Units()
    building = Building(installing, units.begin)
    stages = [
        each
        for each in _stages(prefix, installing, building, units)
        if not (built and each[0] in OF_BUILDING)
    ]
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
            building.end()
            prefix.end()
    if not words:
        report.write(REPORT)
    return report.held


def _stages(
    prefix: Prefix, installing: Installing, building: Building, units: Units
) -> list[Stage]:
    using = Using(prefix, installing, PICTURES)
    leaving = Leaving(prefix, installing, using)
    sharing = Sharing(prefix, installing, using)
    by_hand = ByHand(prefix, installing, using)
    return [
        (BUILDING, building.first),
        ("a Python with one byte changed is refused", building.changed_python),
        (PREFIX, installing.begin),
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
        ("update with data of the schema before", using.upgraded),
        ("removed, data kept", installing.removed),
        ("installed again over the data that was kept", using.back_again),
        ("two users on one PC", sharing.two_users),
        ("a folder that another program holds", sharing.held),
        ("removed with a backup", leaving.backed_up),
        ("removed with a certificate for the whole office", leaving.certified),
        ("a path with Korean and spaces", installing.elsewhere),
        (ALIKE, building.again),
        (RELEASED, building.released),
        ("installed and removed by hand, page by page", by_hand.installed_and_removed),
        ("installed for the last time", installing.fresh),
        ("start to the login window", using.started),
        ("the tour inside the installed program", using.tour),
        ("a certificate is checked", using.verified),
        ("unit tests under the Windows Python", units.held),
    ]


if __name__ == "__main__":
    main()
