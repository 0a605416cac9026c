"""Stages: install, refuse, repair, update, remove. Each returns what it measured."""

import shutil
import time
from pathlib import Path

from installer.ground import BUILD, EXE, PROGRAM_FOLDER, VERSION, BuildStoppedError, size_of
from installer.wine.prefix import Prefix

KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\EasyCareDesktop"
TASKS = {
    "오늘 할 일": "run --page today",
    "사람 찾기": "run --page people",
    "이용취소 접수": "run --page cancel",
    "백업·열쇠": "run --page keys",
    "파기확인서 확인": "verify --window",
}
VERB = r"Software\Classes\SystemFileAssociations\.pdf\shell\EasyCareVerify"
NAME, SETUP = "이지케어 데스크톱", f"EasyCare-Setup-{VERSION}.exe"
TRIAL = BUILD / "trial"
SLOWEST_INSTALL = 30
_MEGABYTE = 1_000_000
_NOT_WRITTEN = 2
_PATIENCE = 120
_GLANCE = 0.02


def check(held: object, words: str) -> None:
    """Go on only if it held."""
    if not held:
        raise BuildStoppedError(words)


class Installing:
    """Runs the installer and looks at what it left."""

    def __init__(self, prefix: Prefix) -> None:
        self._prefix = prefix
        self.setup = prefix.drive / "users" / "Public" / SETUP
        self.program = prefix.local / "Programs" / PROGRAM_FOLDER
        self.data = prefix.local / PROGRAM_FOLDER
        self.menu = prefix.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
        self.desktop = prefix.home / "Desktop"

    def begin(self) -> str:
        """Make a new Windows, and bring the installer that the stages begin with."""
        said = self._prefix.make()
        self.bring(TRIAL / SETUP)
        return said

    def bring(self, built: Path) -> None:
        """Put an installer on the drive: it is the one that is run from now on."""
        shutil.copy(built, self.setup)

    def run(self, *words: str, setup: Path | None = None, expect: int = 0) -> float:
        """Run the installer silently; return the seconds. Raises if its exit code is another."""
        ended = self._prefix.run(setup or self.setup, "/S", *words, seconds=180)
        check(ended.code == expect, f"exit code {ended.code}, {expect} expected: {words}")
        return ended.seconds

    def run_into(self, folder: str, *, expect: int = 0) -> None:
        """Install into a folder. NSIS wants its name last and without quotes, spaces or not."""
        setup = self._prefix.inside(self.setup)
        code = self._prefix.line(f'"{setup}" /S /D={folder}', seconds=480)
        check(code == expect, f"exit code {code}, {expect} expected: {folder}")

    def remove(self, *words: str, program: Path | None = None, expect: int = 0) -> float:
        """Run the uninstaller silently in place, so that its end can be waited for."""
        folder = program or self.program
        copy = self._prefix.drive / "users" / "Public" / "uninstall.exe"
        shutil.copy(folder / "uninstall.exe", copy)
        inside = self._prefix.inside(folder)
        start = time.monotonic()
        line = f'"{self._prefix.inside(copy)}" /S {" ".join(words)} _?={inside}'
        code = self._prefix.line(line, seconds=480)
        check(code == expect, f"exit code {code}, {expect} expected: {words}")
        return time.monotonic() - start

    def fresh(self) -> str:
        """Install on a PC that never saw the program."""
        before = self._menu_entries()
        seconds = self.run("/DESKTOP")
        check(self.is_whole(), "the program's folder is not whole")
        check(self._menu_entries() - before == {f"{NAME}.lnk"}, "no entry in the start menu")
        check((self.desktop / f"{NAME}.lnk").is_file(), "no shortcut on the desktop")
        check(self._prefix.value(KEY, "DisplayVersion") == VERSION, "the version is not registered")
        check(self._tasks() == TASKS, f"the menu of the task bar: {self._tasks()}")
        check("verify" in self._prefix.value(rf"{VERB}\command"), "certificates are not registered")
        check(seconds <= SLOWEST_INSTALL, f"{seconds:.0f} s, {SLOWEST_INSTALL} allowed")
        return f"{size_of(self.program) / _MEGABYTE:.0f} MB installed in {seconds:.1f} s"

    def is_whole(self, program: Path | None = None) -> bool:
        """Tell whether every file of the list is there, and nothing half-done beside it."""
        folder = program or self.program
        return self.has_all(folder) and not (folder.parent / f"{folder.name}.new").exists()

    def has_all(self, folder: Path) -> bool:
        """Tell whether every file of the program's list is in its folder."""
        lines = (folder / "files.txt").read_bytes().decode("utf-16").splitlines()
        names = [line.replace("\\", "/") for line in lines if not line.startswith("\\")]
        return all((folder / name).is_file() for name in names) and (folder / EXE).is_file()

    def again(self) -> str:
        """Repair: a file is gone and another one damaged; installing over mends both."""
        (self.program / "python311.zip").unlink()
        broken = self.program / "app" / "easycare_desktop" / "cli.pyc"
        broken.write_bytes(b"broken")
        (self.program / "내 메모.txt").write_text("사람이 둔 파일", "utf-8")
        seconds = self.run()
        check(self.is_whole(), "not mended")
        check(broken.read_bytes() != b"broken", "a damaged file stayed")
        kept = list(self.program.parent.glob(f"{PROGRAM_FOLDER} 남은 파일*/내 메모.txt"))
        check(len(kept) == 1, "a file that a person put there is gone")
        shutil.rmtree(kept[0].parent)
        return f"{seconds:.1f} s; a person's own file in the folder was kept"

    def damaged(self) -> str:
        """Try a damaged and a cut installer: neither does anything."""
        content = bytearray(self.setup.read_bytes())
        content[len(content) // 2] ^= 0xFF
        bad = self.setup.with_name("damaged.exe")
        for name, wrong in (("damaged", bytes(content)), ("cut", bytes(content[: 1 << 22]))):
            bad.write_bytes(wrong)
            ended = self._prefix.run(bad, "/S", seconds=60)
            check(ended.code not in (0, None), f"the {name} installer ended with {ended.code}")
            check(self.is_whole(), f"the {name} installer changed something")
        bad.unlink()
        return "refused; the installed program is untouched"

    def refused(self) -> str:
        """Refuse what cannot be done, each with a code of its own; nothing changes."""
        foreign = self._prefix.drive / "남의 폴더"
        foreign.mkdir()
        (foreign / "문서.txt").write_text("문서", "utf-8")
        self.run_into(self._prefix.inside(foreign), expect=8)
        check([p.name for p in foreign.iterdir()] == ["문서.txt"], "a foreign folder was changed")
        shutil.rmtree(foreign)
        self.run_into("C:\\" + "\\".join(["긴 이름의 폴더"] * 25), expect=5)
        self._register("99.0.0")
        self.run(expect=3)
        self._register(VERSION)
        self._full_disk()
        self._old_windows()
        check(self.is_whole(), "something changed")
        return "newer version 3, long path 5, no space 6 and 2, old Windows 7, foreign folder 8"

    def _full_disk(self) -> None:
        """Install where nothing is free, and where writing stops on the way."""
        letter = self._prefix.folder / "dosdevices" / "s:"
        letter.symlink_to("/proc")  # a drive without a free byte
        self.run_into("S:\\EasyCare", expect=6)
        letter.unlink()
        ended = self._prefix.run(self.setup, "/S", seconds=180, largest=_MEGABYTE)
        check(ended.code == _NOT_WRITTEN, f"exit code {ended.code} while the disk gets full")

    def _old_windows(self) -> None:
        self._prefix.run("winecfg", "-v", "win81")
        try:
            self.run(expect=7)
        finally:
            self._prefix.run("winecfg", "-v", "win10")

    def _register(self, version: str) -> None:
        words = ["/v", "DisplayVersion", "/d", version, "/f"]
        self._prefix.must("reg", "add", rf"HKCU\{KEY}", *words)

    def elsewhere(self) -> str:
        """Install into a path with Korean and spaces, open it there, remove it while it runs."""
        folder = self._prefix.drive / "내 프로그램" / "이지 케어"
        self.run_into(self._prefix.inside(folder))
        check(self.is_whole(folder), "not whole")
        self._prefix.start(folder / EXE)
        seconds = self._prefix.wait_for_window(NAME)
        self.remove(program=folder)
        check(not folder.exists(), f"left behind: {[p.name for p in folder.rglob('*')][:5]}")
        shutil.rmtree(folder.parent)
        return f"open after {seconds:.1f} s; removing closes it and leaves no trace"

    def killed(self) -> str:
        """Lose power while an update is written, and between its two last steps."""
        part = self.program.with_name(f"{PROGRAM_FOLDER}.new")
        self._prefix.start(self.setup, "/S")
        deadline = time.monotonic() + _PATIENCE
        while not (part / "lib" / "PySide6").exists() and time.monotonic() < deadline:
            time.sleep(_GLANCE)
        self._prefix.end()
        check(part.exists(), "the update could not be stopped at work")
        written = size_of(part) / _MEGABYTE
        check(self.has_all(self.program), "the old program is torn")
        self.program.rename(self.program.with_name(f"{PROGRAM_FOLDER}.old"))
        self.run()
        check(self.is_whole(), "not whole after trying again")
        left = [path.name for path in self.program.parent.iterdir() if path != self.program]
        check(not left, f"left behind: {left}")
        return f"stopped after {written:.0f} MB; the old program was whole, the next try held"

    def removed(self) -> str:
        """Remove the program and keep the data: nothing else stays."""
        data = {path: path.stat().st_size for path in self.data.rglob("*") if path.is_file()}
        check(data, "there is no data to keep")
        seconds = self.remove("/DATA=keep")
        check(not self.program.exists(), f"left: {[p.name for p in self.program.rglob('*')][:5]}")
        now = {path: path.stat().st_size for path in self.data.rglob("*") if path.is_file()}
        check(now == data, "the data was touched")
        self.nothing_left()
        return f"{seconds:.1f} s; {len(data)} data files kept, no other trace"

    def nothing_left(self) -> None:
        """See that no shortcut and no registry key of the program stays."""
        for path in (self.menu / f"{NAME}.lnk", self.desktop / f"{NAME}.lnk"):
            check(not path.exists(), f"left behind: {path.name}")
        check(not self._tasks(), "left behind: the menu of the task bar")
        for key in (KEY, VERB):
            check(self._prefix.run("reg", "query", rf"HKCU\{key}").code != 0, f"left behind: {key}")
        ended = self._prefix.run("reg", "query", r"HKCU\Software", "/s", "/f", "EasyCare")
        check("EasyCare" not in ended.text.replace("/f EasyCare", ""), "left in the registry")

    def _tasks(self) -> dict[str, str]:
        """Return the words of each task in the menu of the task bar; each starts this program."""
        kept = self.menu.parents[3] / "jump-list.txt"
        lines = kept.read_text("utf-8").splitlines() if kept.is_file() else []
        exe = self._prefix.inside(self.program / EXE)
        parts = [line.split("\t") for line in lines]
        return {title: words for title, program, words in parts if program == exe}

    def _menu_entries(self) -> set[str]:
        return {path.name for path in self.menu.rglob("*.lnk")} if self.menu.exists() else set()
