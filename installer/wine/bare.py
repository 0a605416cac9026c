"""Errands that load nothing of the program: what Windows holds, and a window to compare with."""

import ctypes
import json
import sys
from ctypes import wintypes


def credentials() -> dict[str, object]:
    """Tell how many entries of this program the credential store holds."""
    count, entries = wintypes.DWORD(), ctypes.c_void_p()
    found = ctypes.windll.advapi32.CredEnumerateW(
        "EasyCare*", 0, ctypes.byref(count), ctypes.byref(entries)
    )
    return {"entries": count.value if found else 0}


def bare_window() -> dict[str, object]:
    """Show a bare window of the toolkit until it is closed."""
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415 - for this one

    app = QApplication([])
    window = QWidget()
    window.setWindowTitle("bare window")
    window.resize(1120, 690)
    window.show()
    app.exec()
    return {}


ERRANDS = {"credentials": credentials, "bare-window": bare_window}

if __name__ == "__main__":
    print(json.dumps(ERRANDS[sys.argv[1]]()))
