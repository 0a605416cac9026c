"""A stage that goes through the pages of the installer and the uninstaller with the keyboard."""

import time
from collections.abc import Callable
from pathlib import Path

from installer.ground import run
from installer.wine.installing import NAME, Installing, check
from installer.wine.prefix import Prefix
from installer.wine.using import LOGIN, PICTURES, Using

# Without an office the first window gives way to the one that makes an office.
FIRST_WINDOW = f"{LOGIN}|새 사무실 만들기"
SETUP, REMOVAL = f"^{NAME} 설치", f"^{NAME} 제거"
LONGEST = 5 * 60
_PATIENCE = 120.0
_TO_PAINT = 2


class ByHand:
    """Does what an office worker does who never heard of switches."""

    def __init__(self, prefix: Prefix, installing: Installing, using: Using) -> None:
        self._prefix, self._installing, self._using = prefix, installing, using
        self._pages: list[Path] = []

    def installed_and_removed(self) -> str:
        """Install by the pages until the program opens; then remove it by its page."""
        check(not self._installing.program.exists(), "it is installed already")
        start = time.monotonic()
        self._prefix.start(self._installing.setup)
        self._page(SETUP, "setup_welcome")
        self._page(SETUP, "setup_folder", "[Return]")
        self._prefix.type_into(SETUP, "[Return]")
        self._wait(self._is_there, "not installed by hand")
        self._page(SETUP, "setup_done")
        self._prefix.type_into(SETUP, "[Return]")
        self._prefix.wait_for_window(FIRST_WINDOW)
        seconds = time.monotonic() - start
        check(seconds <= LONGEST, f"{seconds:.0f} s until the first window")
        self._using.picture("first_window", FIRST_WINDOW)
        check((self._installing.desktop / f"{NAME}.lnk").is_file(), "no shortcut on the desktop")
        self._using.close()
        self._removed()
        together = ["-tile", "2x", "-geometry", "+6+6", "-background", "#9AA5B4"]
        run("montage", *self._pages, *together, PICTURES / "windows-setup.png")
        return f"{seconds:.0f} s from the first click to the first window; removed by its page"

    def _is_there(self) -> bool:
        return self._installing.program.exists() and self._installing.is_whole()

    def _removed(self) -> None:
        self._prefix.start(self._installing.program / "uninstall.exe")
        self._page(REMOVAL, "removal_asks")
        self._prefix.type_into(REMOVAL, "[Return]")
        self._wait(lambda: not self._installing.program.exists(), "not removed by hand")
        self._page(REMOVAL, "removal_done")
        self._prefix.type_into(REMOVAL, "[Return]")
        self._wait(lambda: not self._prefix.has_window(REMOVAL), "the page stays")
        self._installing.nothing_left()

    def _page(self, title: str, name: str, *steps: str) -> None:
        """Take a picture of a page, after the steps that lead to it."""
        self._prefix.wait_for_window(title)
        if steps:
            self._prefix.type_into(title, *steps)
        time.sleep(_TO_PAINT)
        self._pages.append(self._using.picture(name, title))

    def _wait(self, held: Callable[[], bool], words: str) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not held():
            check(time.monotonic() < deadline, words)
            time.sleep(0.5)
