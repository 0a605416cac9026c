"""Stages: one running program, the end of Windows, and removing with the data dealt with."""

import json
import shutil
import time
from pathlib import Path

from installer.ground import EXE
from installer.wine.installing import Installing, check
from installer.wine.prefix import USER, Prefix
from installer.wine.using import LOGIN, Using

# What the errands make, and the titles of windows.
FACILITY, OFFICER, PASSWORD = "99999000009", "park.officer", "officer-pass-phrase"
ASKED, MAIN, ANY = "저장할까요", "^이지케어 데스크톱$", "이지케어"
REFUSED_DATA = 9
STILL_RUNNING = 4
_PATIENCE = 40
_TO_PAINT = 5


class Leaving:
    """Starts the program twice, ends it in several ways, and takes the office off this PC."""

    def __init__(self, prefix: Prefix, installing: Installing, using: Using) -> None:
        self._prefix, self._installing, self._using = prefix, installing, using
        self._exe = installing.program / EXE
        self._public = prefix.drive / "users" / "Public"

    def second_start(self) -> str:
        """Start twice: the second one ends and leaves one window; then install over it."""
        self._prefix.start(self._exe)
        self._prefix.wait_for_window(LOGIN)
        seconds = self._prefix.must(self._exe, seconds=60).seconds
        check(self._prefix.has_window(LOGIN), "the first window is gone")
        self._installing.run(expect=STILL_RUNNING)
        check(self._prefix.has_window(LOGIN), "a refused installation closed the program")
        self._installing.run("/CLOSE")
        check(not self._prefix.has_window(LOGIN), "it was not closed")
        check(self._installing.is_whole(), "not whole after installing over it")
        return f"the second start ended after {seconds:.1f} s; installing over asks, then closes"

    def windows_ends(self) -> str:
        """Sign in by hand, then shut Windows down: it locks, lets go of the files, and ends."""
        self._prefix.start(self._exe)
        self._prefix.wait_for_window(LOGIN)
        self._prefix.type_into(LOGIN, FACILITY, "[Tab]", OFFICER, "[Tab]", PASSWORD, "[Return]")
        self._prefix.wait_for_window(ASKED)
        self._prefix.type_into(ASKED, "[Return]")
        seconds = self._prefix.wait_for_window(MAIN)
        time.sleep(_TO_PAINT)
        self._using.picture("main_window")
        self._prefix.must(self._exe, "run", "--page", "cancel", seconds=60)
        time.sleep(_TO_PAINT)
        self._using.picture("from_the_task_bar")
        ended = self._prefix.run("wineboot", "--end-session", seconds=_PATIENCE)
        check(ended.code == 0, f"something kept Windows from ending: {ended.code}")
        check(not self._prefix.has_window(ANY), "it was still running")
        log = self._installing.data / "logs" / "easycare.log"
        said = log.read_text("utf-8", "replace") if log.exists() else ""
        check("ERROR" not in said, f"the log says {said[-300:]}")
        self._prefix.end()
        check(self._using.lab.errand("open-office").get("people"), "the office does not open")
        return f"signed in by hand, {seconds:.1f} s to the main window; ended, opens again"

    def backed_up(self) -> str:
        """Remove with a backup: refused while it is not whole, then nothing but it stays."""
        before = self._using.lab.credentials()
        target = self._public / "백업 USB"
        target.mkdir(exist_ok=True)
        wrong = self._answers(password="guessed-pass-phrase")  # noqa: S106 - a wrong one
        self._installing.remove("/DATA=backup", f"/ANSWERS={wrong}", expect=REFUSED_DATA)
        check(self._installing.is_whole(), "a refused removal removed something")
        check(self._using.lab.errand("open-office").get("people"), "the office is gone")
        told = self._answers(backup_folder=self._prefix.inside(target))
        seconds = self._installing.remove("/DATA=backup", f"/ANSWERS={told}")
        self._nothing_left(before)
        check(list(target.rglob("manifest.json")), "there is no backup")
        shutil.rmtree(target)
        return f"{seconds:.1f} s; backup whole, nothing else left"

    def certified(self) -> str:
        """Remove with a certificate for the whole office; the key place is empty too."""
        self._installing.run("/DESKTOP")
        place = self._real_office()
        before = self._using.lab.credentials()
        papers = self._public / "확인서"
        papers.mkdir(exist_ok=True)
        told = self._answers(certificate_folder=self._prefix.inside(papers))
        self._installing.remove("/DATA=certificate", f"/ANSWERS={told}")
        self._nothing_left(before)
        check(not list(place.rglob("keys-*")), "keys are left at the key place")
        found = list(papers.glob("*.pdf"))
        check(len(found) == 1 and found[0].stat().st_size > 0, "there is no certificate")
        return f"certificate of {found[0].stat().st_size // 1024} KB, no key left anywhere"

    def _real_office(self) -> Path:
        place = self._public / f"열쇠 보관처 {USER}"
        for folder in (self._installing.data, place):
            shutil.rmtree(folder, ignore_errors=True)
        self._using.lab.errand("make-office")
        return place

    def _answers(self, **said: str) -> str:
        """Write answers to a path without spaces: a silent switch ends at one."""
        path = self._public / "answers.json"
        told = {
            "login": OFFICER,
            "password": PASSWORD,
            "handover": "공단 이관 2026-1",
        }
        path.write_text(json.dumps({**told, **said}), encoding="utf-8")
        return self._prefix.inside(path)

    def _nothing_left(self, entries_before: int) -> None:
        check(not self._installing.program.exists(), "the program is left")
        left = [path.name for path in self._installing.data.rglob("*")]
        check(not self._installing.data.exists(), f"data is left: {left[:5]}")
        check(not (self._public / "answers.json").exists(), "the answers are left")
        now = self._using.lab.credentials()
        check(now < entries_before, f"{now} entries in the credential store")
        self._installing.nothing_left()
