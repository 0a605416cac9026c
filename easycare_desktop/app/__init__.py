"""The composition root: the one room that knows every other."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from easycare_desktop.app.ground import Ground, paths_of_this_user
from easycare_desktop.app.program import Program
from easycare_desktop.app.standing import Standing, dress
from easycare_desktop.app.stores import SystemStores
from easycare_desktop.system.logs import start_logging, stop_logging
from easycare_desktop.system.running_program import Request, RunningProgram
from easycare_desktop.system.system_clock import SystemClock
from easycare_desktop.ui.appearance import house_application

if TYPE_CHECKING:
    from easycare_desktop.app.self_check import CheckResult

# The first window is painted by then, and nobody has typed a password yet.
_TYPING_MS = 400


def run(*, practice: bool, page: str = "") -> int:
    """Open the program, at `page` once somebody has signed in, or ask the running one for it.

    `practice`: an office to practise in is made first if none is here.
    """
    paths = paths_of_this_user()
    running = RunningProgram(paths.running)
    if not running.begin():
        running.ask(Request.SHOW, page)
        return 0
    app = house_application(sys.argv[0])
    dress(app)
    logs = start_logging(paths.logs)
    ground = Ground(app, paths, SystemClock(), SystemStores())
    program = Program(ground)
    standing = Standing(app, program, running, page)
    try:
        if practice:
            program.make_practice()
        program.start()
        QTimer.singleShot(_TYPING_MS, ground.get_ready)
        if not ground.known():
            program.show_wizard()
        return app.exec()
    finally:
        standing.deleteLater()
        program.end()
        ground.close()
        stop_logging(logs)
        running.end()


def verify_in_window(file: Path | None) -> int:
    """Show the window in which certificates are checked, perhaps with a file already in it."""
    from easycare_desktop.ui.windows.verify_dialog import VerifyDialog

    app = house_application(sys.argv[0])
    dress(app)
    ground = Ground(app, paths_of_this_user(), SystemClock(), SystemStores())
    ground.incidents.install()
    try:
        dialog = VerifyDialog(ground.kit, ground.messages, ground.background)
        if file is not None:
            dialog.bring([file.absolute()])
        dialog.exec()
    finally:
        ground.close()
    return 0


def check_this_pc() -> "CheckResult":
    """Try on this PC what the program stands on."""
    from easycare_desktop.app.self_check_screen import whole_check

    _find_a_screen()
    return whole_check(paths_of_this_user())


def ask_to_quit(seconds: float) -> bool:
    """Ask the running program to keep everything and end; tell whether it did in time."""
    running = RunningProgram(paths_of_this_user().running)
    if running.begin():
        running.end()
        return True
    running.ask(Request.QUIT)
    return running.wait_for_end(seconds)


def tour(out: Path, *, people: int, seed: int, left_out: frozenset[str] = frozenset()) -> int:
    """Build a practice office under `out` and drive the main job through the real windows.

    `left_out`: names of chapters that nothing else stands on.
    """
    from easycare_desktop.app.touring import lead_tour

    _find_a_screen()
    return lead_tour(house_application(sys.argv[0]), out, people, seed, left_out)


def _find_a_screen() -> None:
    """Do without a display where Linux has none."""
    if not os.environ.get("DISPLAY") and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
