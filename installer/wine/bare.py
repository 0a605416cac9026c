"""Errands that load nothing of the program: what Windows holds, and a window to compare with."""

import ctypes
import json
import os
import subprocess
import sys
import time
import winreg
from ctypes import wintypes

VERB = r"Software\Classes\SystemFileAssociations\.pdf\shell\EasyCareVerify"


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


def menu_of_a_pdf(path: str) -> dict[str, object]:
    """Do to a PDF what its menu offers, exactly as it is registered; return the words of both."""
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, VERB) as key:
        offered = winreg.QueryValue(key, None)
        command = winreg.QueryValue(key, "command")
    subprocess.Popen(command.replace("%1", path), stdout=subprocess.DEVNULL)
    return {"offered": offered, "command": command}


def hold_folder(path: str) -> dict[str, object]:
    """Stand in a folder, as a window of commands does, until this process is ended."""
    os.chdir(path)
    return _stay()


def hold_file(path: str) -> dict[str, object]:
    """Hold a file open, as an editor does, until this process is ended."""
    with open(path, "rb"):  # noqa: PTH123 - kept open
        return _stay()


def _stay() -> dict[str, object]:
    print("held", flush=True)
    time.sleep(600)
    return {}


ERRANDS = {
    "credentials": credentials,
    "bare-window": bare_window,
    "menu-of-a-pdf": menu_of_a_pdf,
    "hold-folder": hold_folder,
    "hold-file": hold_file,
}

if __name__ == "__main__":
    print(json.dumps(ERRANDS[sys.argv[1]](*sys.argv[2:])))
