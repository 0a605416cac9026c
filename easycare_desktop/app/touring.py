"""The tour from the command line: an office of its own under a folder, on a day of its own."""

import shutil
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from easycare_desktop.app.ground import Ground, practice_words
from easycare_desktop.app.on_tour import TourMessages, TourProgram
from easycare_desktop.app.stores import PracticeStores
from easycare_desktop.system.clock import SEOUL, FixedClock
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.tour.guide import Guide

TOUR_DAY = date(2026, 11, 23)


def lead_tour(
    app: QApplication, out: Path, people: int, seed: int, left_out: frozenset[str]
) -> int:
    """Build a practice office under `out` and drive the main job through the real windows."""
    _clear_earlier_tour(out)
    clock = FixedClock(datetime.combine(TOUR_DAY, time(10), tzinfo=SEOUL))
    paths = ProgramPaths(out.absolute() / "office")
    ground = Ground(app, paths, clock, PracticeStores(), TourMessages)
    program = TourProgram(ground, clock, practice_words())
    try:
        guide = Guide(program, out.absolute(), people=people, seed=seed, left_out=left_out)
        return guide.lead()
    finally:
        program.end()
        ground.close()


def _clear_earlier_tour(out: Path) -> None:
    """Remove what an earlier tour left in `out`; anything else there stays untouched."""
    out.mkdir(parents=True, exist_ok=True)
    marker = out / ".tour"
    if marker.exists():
        places = ("other-pc", "second-pc", "key-place", "backups", "backup-place", "closing")
        for name in ("office", *places, "screens", "papers"):
            shutil.rmtree(out / name, ignore_errors=True)
    marker.touch()
