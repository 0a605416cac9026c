"""Stages: check, start, use, reopen, update the data. Each returns what it measured."""

import json
import shutil
import time
from pathlib import Path

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.system.office_registry import OfficeRecord, OfficeRegistry
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.tour.chapters import CHAPTERS
from installer.ground import EXE, ROOT
from installer.wine.installing import Installing, check
from installer.wine.laboratory import Laboratory
from installer.wine.prefix import Prefix

TOUR = "둘러보기"
PEOPLE = "30"
# Every other chapter of the tour is judged on Linux.
MAIN_JOB = {
    *("first_run", "sign_in", "register", "consents", "complete", "backup", "intake", "decide"),
    *("keep_backup", "destroy", "papers", "verify", "reopen"),
}
SHOWN = "50_destroy_plan.png"
PICTURES = ROOT / "docs"
LOGIN, VERIFY = "사무실 열기", "파기확인서 확인"
_TO_ANSWER = 10
SLOWEST_START = 2.0
ROUNDS = 5


class Using:
    """Uses the installed program, and a laboratory beside it."""

    def __init__(self, prefix: Prefix, installing: Installing, pictures: Path) -> None:
        self._prefix = prefix
        self._program = installing.program
        self._installing = installing
        self._pictures = pictures
        self._lab: Laboratory | None = None

    @property
    def lab(self) -> Laboratory:
        """The laboratory, made from what was installed."""
        if self._lab is None:
            self._lab = Laboratory(self._prefix, self._program)
        return self._lab

    def self_check(self) -> str:
        """Let the installed program check itself."""
        result = self._prefix.drive / "users" / "Public" / "self-check.json"
        ended = self._prefix.run(
            self._program / EXE, "self-check", self._prefix.inside(result), seconds=180
        )
        check(result.is_file(), f"no result; exit code {ended.code}: {ended.text[-300:]}")
        found = json.loads(result.read_text(encoding="utf-8"))
        failed = [name for name, held in found["checks"].items() if not held]
        check(not failed, f"failed: {', '.join(failed)}")
        return f"{', '.join(found['checks'])}"

    def started(self) -> str:
        """Start to the login window, against a bare window of the toolkit; the quickest of each.

        One office is known, as on every day but the first: the window stays.
        """
        shutil.rmtree(self._installing.data, ignore_errors=True)
        registry = OfficeRegistry(ProgramPaths(self._installing.data).registry)
        registry.add(
            OfficeRecord("99999000009", Path("C:/none"), OfficeKind.AGENCY, practice=False)
        )
        self.lab.credentials()
        bare, login = [], []
        for _ in range(ROUNDS):
            words = (self.lab.folder / EXE, "-m", "bare", "bare-window")
            bare.append(self._time_to_window(words, "bare window"))
            login.append(self._time_to_window((self._program / EXE,), LOGIN))
        ratio = min(login) / min(bare)
        measured = f"{min(login):.1f} s; {ratio:.2f} times a bare window ({min(bare):.1f} s)"
        check(ratio <= SLOWEST_START, f"{measured}, {SLOWEST_START} allowed")
        return measured

    def _time_to_window(self, words: tuple[str | Path, ...], title: str) -> float:
        start = time.monotonic()
        self._prefix.start(*words)
        self._prefix.wait_for_window(title)
        seconds = time.monotonic() - start
        self.close()
        return seconds

    def picture(self, name: str, title: str = "") -> Path:
        """Take a picture of a window, or of the screen as it is; return the file."""
        path = self._pictures / f"{name}.png"
        self._prefix.picture(path, title)
        return path

    def close(self) -> None:
        """End every running program, as the task manager would."""
        self._prefix.run("taskkill", "/f", "/im", EXE)
        deadline = time.monotonic() + 20
        while self._prefix.has_window("이지케어") and time.monotonic() < deadline:
            time.sleep(0.2)

    def tour(self) -> str:
        """Do the main job inside the installed program: the chapters of the tour that are it."""
        out = self._prefix.drive / "users" / "Public" / TOUR
        others = [each.__name__ for each in CHAPTERS if each.__name__ not in MAIN_JOB]
        left_out = (word for name in others for word in ("--leave-out", name))
        words = ("tour", "--out", self._prefix.inside(out), "--people", PEOPLE, *left_out)
        ended = self._prefix.run(self._program / EXE, *words, seconds=600)
        shots = out / "screens"
        if shots.is_dir():
            shutil.copytree(shots, self._pictures / "tour", dirs_exist_ok=True)
        report = out / "report.json"
        steps = json.loads(report.read_text("utf-8"))["steps"] if report.is_file() else []
        wrong = "; ".join(f"{each['name']} {each['problem']}" for each in steps if not each["ok"])
        check(ended.code == 0, f"exit code {ended.code}: {wrong} {ended.text[-500:]}")
        shutil.copy(shots / SHOWN, PICTURES / "windows-installed.png")
        return f"{len(steps)} chapters, {len(list(shots.glob('*.png')))} pictures"

    def verified(self) -> str:
        """Check the tour's certificate by a command, and by the menu of a PDF as registered."""
        out = self._prefix.drive / "users" / "Public" / TOUR
        paper, exe = out / "papers" / "certificate.pdf", self._prefix.inside(self._program / EXE)
        handed = out / "handed-out"
        office = ("--certificate", self._prefix.inside(handed / "office-certificate.pem"))
        ledger = ("--ledger", self._prefix.inside(handed / "ledger.jsonl"))
        for file, expected in ((paper, 0), (handed / "forged.pdf", 1)):
            ended = self._prefix.run(exe, "verify", self._prefix.inside(file), *office, *ledger)
            check(ended.code == expected, f"verifying {file.name} ended with {ended.code}")
        told = self.lab.bare("menu-of-a-pdf", self._prefix.inside(paper))
        check(told["command"] == f'"{exe}" verify --window "%1"', f"registered: {told}")
        seconds = self._prefix.wait_for_window(VERIFY)
        time.sleep(_TO_ANSWER)
        shutil.copy(self.picture("verify", VERIFY), PICTURES / "windows-verify.png")
        self.close()
        held = "the true one fits, the forged one does not"
        return f"{held}; 「{told['offered']}」 in the menu of the PDF opens it, {seconds:.1f} s"

    def made(self) -> str:
        """Make an office by script; its device key rests in the credential store of Windows."""
        shutil.rmtree(self._installing.data, ignore_errors=True)
        before = self.lab.credentials()
        self.lab.errand("make-office", seconds=400)
        after = self.lab.credentials()
        check(after > before, "the credential store holds no new entry")
        return f"{after - before} entry in the credential store"

    def reopened(self) -> str:
        """Open the office in a new process after Windows was shut down."""
        self._prefix.end()
        found = self.lab.errand("open-office")
        check(found.get("people"), f"not opened: {found}")
        check(found["store"] == "Windows", f"the store was {found['store']}")
        return f"{found['people']} people, store {found['store']}"

    def upgraded(self) -> str:
        """Open data of the schema before with the present program; the older one refuses then."""
        shutil.rmtree(self._installing.data, ignore_errors=True)
        self.lab.bring_old_program()
        self.lab.errand("make-office", old=True, seconds=400)
        before = self.lab.errand("open-office", old=True)
        check(before.get("people"), f"the older program did not open its own data: {before}")
        now = self.lab.errand("open-office")
        check(now.get("people") == before["people"], f"before: {before}, now: {now}")
        refused = self.lab.errand("open-office", old=True)
        newer = ("KeysNewerFormatError", "NewerSchemaError")
        check(refused.get("refusal") in newer, f"not refused: {refused}")
        return f"{now['people']} people before and after; the older program refuses newer data"

    def back_again(self) -> str:
        """Install after a removal that kept the data: the office opens as before."""
        self._installing.run("/DESKTOP")
        found = self.lab.errand("open-office")
        check(found.get("people"), f"not opened: {found}")
        return f"{found['people']} people"
