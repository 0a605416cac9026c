"""What an opening needs is imported beside the login window, in a program of its own."""

import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from easycare_desktop.app.ground import Ground
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.system_clock import SystemClock

app = QApplication([])
ground = Ground(app, ProgramPaths(Path(sys.argv[1])), SystemClock(), lambda *, practice: None)
heavy = "easycare_desktop.app.workplace"
print(heavy in sys.modules)
ground.get_ready()
while ground.background.busy:
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
ground.close()
print(heavy in sys.modules)
"""


def test_the_windows_of_an_office_are_imported_while_somebody_types(tmp_path: Path):
    words = [sys.executable, "-W", "error", "-X", "utf8", "-c", _PROGRAM, str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout.split(), done.stderr) == (["False", "True"], "")
