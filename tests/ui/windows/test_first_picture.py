"""The first window is built and painted without the namespace of the toolkit's constants."""

import subprocess
import sys
from pathlib import Path

_FIRST_PICTURE = """
import sys
from pathlib import Path
from PySide6 import QtCore
from easycare_desktop.app.ground import Ground
from easycare_desktop.app.program import Program
from easycare_desktop.app.stores import SystemStores
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.system_clock import SystemClock
from easycare_desktop.ui.appearance import house_application
from easycare_desktop.ui.windows import login_window
login_window._AFTER_PICTURE = 60_000
app = house_application("login")
program = Program(Ground(app, ProgramPaths(Path(sys.argv[1])), SystemClock(), SystemStores()))
program.start()
app.processEvents()
print("Qt" in vars(QtCore))
QtCore.Qt
print("Qt" in vars(QtCore), flush=True)
import os
os._exit(0)
"""


def test_the_first_picture_asks_for_no_constants_of_the_toolkit(tmp_path: Path):
    found = subprocess.run(
        [sys.executable, "-c", _FIRST_PICTURE, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.split() == ["False", "True"]
