"""The toolkit reads the source of nothing that a start of the program imports."""

import subprocess
import sys

import pytest

_PROGRAM = """
import linecache, sys, types
from easycare_desktop import cli

room = sys.modules["easycare_desktop.app"] = types.ModuleType("room")
room.run = lambda **_asked: 0
if "program" in sys.argv:
    cli.main([])
else:
    import PySide6.QtCore
import colorsys
print(any("colorsys" in name for name in linecache.cache))
"""


@pytest.mark.parametrize(("started", "read"), [("program", "False"), ("toolkit alone", "True")])
def test_the_program_takes_its_hand_off_import(started: str, read: str):
    words = [sys.executable, "-c", _PROGRAM, started]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout.split(), done.stderr) == ([read], "")
