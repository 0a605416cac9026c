"""The composition root: the one room that knows every other."""

import os
import shutil
import sys
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from easycare_desktop.app.ground import Ground, paths_of_this_user, practice_words
from easycare_desktop.app.program import Program
from easycare_desktop.app.stores import PracticeStores, SystemStores
from easycare_desktop.system.clock import SEOUL, FixedClock, SystemClock
from easycare_desktop.system.logs import start_logging, stop_logging
from easycare_desktop.system.paths import ProgramPaths

TOUR_DAY = date(2026, 11, 23)


def run(*, practice: bool) -> int:
    """Open the program; with `practice` an office to practise in is made first if none is here."""
    paths = paths_of_this_user()
    app = QApplication(sys.argv[:1])
    logs = start_logging(paths.logs)
    ground = Ground(app, paths, SystemClock(), SystemStores())
    program = Program(ground)
    try:
        if practice:
            program.make_practice()
        program.start()
        if not ground.known():
            program.show_wizard()
        return app.exec()
    finally:
        program.end()
        ground.close()
        stop_logging(logs)


def tour(out: Path, *, people: int, seed: int) -> int:
    """Build a practice office under `out` and drive the main job through the real windows."""
    from easycare_desktop.app.on_tour import TourMessages, TourProgram  # noqa: PLC0415
    from easycare_desktop.tour.guide import Guide  # noqa: PLC0415

    if not os.environ.get("DISPLAY") and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _clear_earlier_tour(out)
    app = QApplication(sys.argv[:1])
    clock = FixedClock(datetime.combine(TOUR_DAY, time(10), tzinfo=SEOUL))
    paths = ProgramPaths(out.absolute() / "office")
    ground = Ground(app, paths, clock, PracticeStores(), TourMessages)
    program = TourProgram(ground, clock, practice_words())
    try:
        return Guide(program, out.absolute(), people=people, seed=seed).lead()
    finally:
        program.end()
        ground.close()


def _clear_earlier_tour(out: Path) -> None:
    """Remove what an earlier tour left in `out`; anything else there stays untouched."""
    out.mkdir(parents=True, exist_ok=True)
    marker = out / ".tour"
    if marker.exists():
        for name in ("office", "other-pc", "key-place", "backups", "screens", "papers"):
            shutil.rmtree(out / name, ignore_errors=True)
    marker.touch()
