"""S1: from starting Python to the painted login window, against a bare window of the toolkit.

The program is started as a person starts it, with one office known on this PC. Both end at once
when they are painted: taking windows apart is no part of a start. Both run from compiled files, as
the installed program does, whatever the environment says about writing them.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.system.office_registry import OfficeRecord, OfficeRegistry
from easycare_desktop.system.paths import ProgramPaths
from tests.benchmarks.measure import median, milliseconds, say_ratio

ROUNDS = 15
BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)

app = QApplication([])
window = Bare()
window.resize(1120, 690)
window.show()
app.exec()
os._exit(0)
"""
LOGIN = """
import os, sys
from easycare_desktop.cli import main

def watch():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from easycare_desktop.ui.windows.login_window import LoginWindow
    execute = QApplication.exec

    def painted(window, event):
        QTimer.singleShot(0, QApplication.quit)

    def run():
        execute()
        os._exit(0)

    LoginWindow.paintEvent = painted
    QApplication.exec = staticmethod(run)

class Late:
    def find_spec(self, name, path=None, target=None):
        if name == "easycare_desktop.app.standing":
            sys.meta_path.remove(self)
            watch()

sys.meta_path.insert(0, Late())
main([])
"""


def main() -> bool:
    with tempfile.TemporaryDirectory() as home:
        env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        env |= {
            "HOME": home,
            "XDG_DATA_HOME": home,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PYTHONPYCACHEPREFIX": f"{home}/compiled",
        }
        env.pop("EASYCARE_HOME", None)
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
        known = ProgramPaths(Path(home) / "EasyCareDesktop")
        OfficeRegistry(known.registry).add(
            OfficeRecord("sunny-01", known.offices / "one", OfficeKind.AGENCY, practice=False)
        )

        def start(script: str) -> None:
            command = [sys.executable, "-c", script]
            subprocess.run(command, env=env, check=True, capture_output=True)

        times: dict[str, list[float]] = {BARE: [], LOGIN: []}
        for script in times:
            start(script)
        for _ in range(ROUNDS):
            for script, taken in times.items():
                taken.append(milliseconds(lambda script=script: start(script)))
    return say_ratio("S1", "cold start", median(times[LOGIN]), median(times[BARE]), 1.5)


if __name__ == "__main__":
    sys.exit(not main())
