"""S1: from starting Python to the shown login window, against a bare window of the toolkit.

Both end at once when they are shown: taking windows apart is no part of a start.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.measure import median, milliseconds, say_ratio

ROUNDS = 9
BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
os._exit(0)
"""
LOGIN = """
import os
from PySide6.QtCore import QTimer
from easycare_desktop.app.ground import Ground, paths_of_this_user
from easycare_desktop.app.program import Program
from easycare_desktop.app.stores import SystemStores
from easycare_desktop.system.clock import SystemClock
from easycare_desktop.ui.appearance import house_application
app = house_application('easycare')
ground = Ground(app, paths_of_this_user(), SystemClock(), SystemStores())
program = Program(ground)
program.start()
QTimer.singleShot(0, app.quit)
app.exec()
os._exit(0)
"""


def main() -> bool:
    with tempfile.TemporaryDirectory() as home:
        env = os.environ | {"EASYCARE_HOME": home, "PYTHONPATH": str(Path(__file__).parents[2])}
        env.setdefault("QT_QPA_PLATFORM", "offscreen")

        def start(script: str) -> None:
            command = [sys.executable, "-c", script]
            subprocess.run(command, env=env, check=True, capture_output=True)

        times: dict[str, list[float]] = {BARE: [], LOGIN: []}
        for _ in range(ROUNDS):
            for script, taken in times.items():
                taken.append(milliseconds(lambda script=script: start(script)))
    return say_ratio("S1", "cold start", median(times[LOGIN]), median(times[BARE]), 1.5)


if __name__ == "__main__":
    sys.exit(not main())
