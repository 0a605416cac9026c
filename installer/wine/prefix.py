"""One throw-away Windows: a Wine prefix with its own screen, user, fonts and registry."""

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from installer.ground import HERE, ROOT, BuildStoppedError, run

USER = "김 센터장"
SCREEN = ":83"
SIZE = "1366x768x24"
SHIMS = HERE / "wine" / "shims"
_LIBRARIES = ("-ladvapi32", "-lole32", "-luuid")
# The menus of the task bar, their lines, and what a line is: a shell link.
_DESTINATIONS = (
    "77F10CF0-3DB5-4966-B520-B7C54FD35ED6",
    "2D3468C1-36A7-43B6-AC24-D3F02FD9607A",
    "00021401-0000-0000-C000-000000000046",
)
_NOISE = (b"wine32", b"multiarch", b"dpkg --add", b"apt-get install")
_SMALL_FILES = 'trap \'\' XFSZ; ulimit -f {blocks}; exec "$0" "$@"'
TOOLS = {"wine": "wine", "Xvfb": "xvfb", "import": "imagemagick", "xdotool": "xdotool"}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a Windows program ended. `code` is nothing where its time ran out."""

    code: int | None
    text: str
    seconds: float


class Prefix:
    """The Windows under `folder`; its user has a Korean name with a space in it."""

    def __init__(self, folder: Path, user: str = USER) -> None:
        self.folder = folder
        self.drive = folder / "drive_c"
        self.home = self.drive / "users" / user
        self.local = self.home / "AppData" / "Local"
        self._environment = {
            **os.environ,
            "WINEPREFIX": str(folder),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "winemenubuilder.exe,mscoree,mshtml=",
            "DISPLAY": SCREEN,
            "USER": user,
            "LANG": "C.UTF-8",
        }
        for name in ("EASYCARE_HOME", "QT_QPA_PLATFORM", "PYTHONPATH", "PYTHONUTF8"):
            self._environment.pop(name, None)

    def make(self) -> str:
        """Make it anew: boot, Windows 10, shims, Korean fonts."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.drive.mkdir(parents=True)
        self.run("wineboot", "-i", seconds=180)
        self.run("winecfg", "-v", "win10")
        system = self.drive / "windows" / "system32"
        for source in sorted(SHIMS.glob("*.c")):
            made = system / f"{source.stem}.dll"
            run("x86_64-w64-mingw32-gcc", "-shared", "-O2", "-o", made, source, *_LIBRARIES)
        self._bring_menus()
        for font in (ROOT / "resources" / "fonts").glob("*.ttf"):
            shutil.copy(font, self.drive / "windows" / "Fonts")
        substitutes = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\FontSubstitutes"
        for name in (
            "굴림",
            "Gulim",
            "맑은 고딕",
            "Malgun Gothic",
            "MS Shell Dlg",
            "MS Shell Dlg 2",
        ):
            self.run("reg", "add", substitutes, "/v", name, "/d", "Pretendard GOV", "/f")
        said = run("wine", "--version").splitlines()
        return f"{said[-1]} as Windows 10"

    def join(self, other: "Prefix") -> None:
        """Make it a second user of the same PC: one disk, but a registry and a vault of its own."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.drive.symlink_to(other.drive)
        self.run("wineboot", "-i", seconds=180)
        self.run("winecfg", "-v", "win10")
        self._bring_menus()

    def _bring_menus(self) -> None:
        """Register what stands in for the menus of the task bar."""
        for each in _DESTINATIONS:
            key = rf"HKLM\Software\Classes\CLSID\{{{each}}}\InprocServer32"
            self.must("reg", "add", key, "/ve", "/d", r"C:\windows\system32\destinations.dll", "/f")

    def start(self, *words: str | Path, largest: int = 0) -> subprocess.Popen[bytes]:
        """Start a Windows program. Its output is a pipe: a plain file would end Python at once.

        With `largest`, it can write no file beyond so many bytes, as on a disk that gets full.
        """
        command = ["wine", *(str(word) for word in words)]
        if largest:
            command = ["sh", "-c", _SMALL_FILES.format(blocks=largest // 512), *command]
        return subprocess.Popen(
            command,
            env=self._environment,
            cwd=self.drive,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def run(self, *words: str | Path, seconds: float = 90, largest: int = 0) -> Ended:
        """Run a Windows program and wait for it alone: Wine's services keep the pipe open."""
        start = time.monotonic()
        process = self.start(*words, largest=largest)
        kept: list[bytes] = []
        reader = threading.Thread(target=_read, args=(process, kept), daemon=True)
        reader.start()
        code: int | None = None
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        reader.join(0.5)
        return Ended(code, b"".join(kept).decode("utf-8", "replace"), time.monotonic() - start)

    def must(self, *words: str | Path, seconds: float = 90) -> Ended:
        """Run a Windows program that has to end well."""
        ended = self.run(*words, seconds=seconds)
        if ended.code != 0:
            message = f"{words[0]} {words[1:]} ended with {ended.code}:\n{ended.text[-1500:]}"
            raise BuildStoppedError(message)
        return ended

    def line(self, words: str, seconds: float) -> int | None:
        """Run a command line exactly as written, and return its exit code.

        Wine puts quotes around a word with a space; a Python inside passes it on untouched.
        """
        script = self.drive / "users" / "Public" / "line.py"
        script.write_text(
            f"import subprocess, sys\nsys.exit(subprocess.call({words!r}))\n", "utf-8"
        )
        python = self.drive / "lab" / "python.exe"
        return self.run(python, "-X", "utf8", self.inside(script), seconds=seconds).code

    def inside(self, path: Path) -> str:
        """Return the Windows name of a path on the drive."""
        return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")

    def value(self, key: str, name: str = "") -> str:
        """Return a value of this user's registry, or nothing."""
        which = ["/v", name] if name else ["/ve"]
        ended = self.run("reg", "query", f"HKCU\\{key}", *which)
        lines = [line for line in ended.text.splitlines() if "REG_" in line]
        return lines[0].split("    ")[-1].strip() if ended.code == 0 and lines else ""

    def picture(self, path: Path, title: str = "") -> None:
        """Take a picture of the window with this in its title, or of the screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        window = self._windows(title)[-1] if title and self.has_window(title) else "root"
        shot = ["import", "-display", SCREEN, "-window", window, str(path)]
        subprocess.run(shot, check=True, capture_output=True)

    def wait_for_window(self, title: str, seconds: float = 60, count: int = 1) -> float:
        """Return the seconds until so many windows with this in their titles are shown."""
        start = time.monotonic()
        while time.monotonic() - start < seconds:
            if len(self._windows(title)) >= count:
                return time.monotonic() - start
            time.sleep(0.05)
        raise BuildStoppedError(f"no window {title!r} within {seconds} s")

    def has_window(self, title: str) -> bool:
        """Tell whether a window with this in its title is shown."""
        return bool(self._windows(title))

    def type_into(self, title: str, *steps: str) -> None:
        """Type into a window that is shown: each step is text, or the name of a key in brackets."""
        found = self._windows(title)
        if not found:
            raise BuildStoppedError(f"no window {title!r} to type into")
        self._xdotool("windowfocus", "--sync", found[-1])
        for step in steps:
            if step.startswith("["):
                self._xdotool("key", step.strip("[]"))
            else:
                self._xdotool("type", "--delay", "40", step)

    def _windows(self, title: str) -> list[str]:
        return self._xdotool("search", "--onlyvisible", "--name", title).split()

    def _xdotool(self, *words: str) -> str:
        command = ["xdotool", *words]
        done = subprocess.run(command, env=self._environment, capture_output=True, check=False)
        return done.stdout.decode()

    def end(self) -> None:
        """End every program of this prefix, and its services."""
        stop = ["wineserver", "-k"]
        subprocess.run(stop, env=self._environment, check=False, capture_output=True, timeout=60)


def _read(process: subprocess.Popen[bytes], kept: list[bytes]) -> None:
    lines = process.stdout or ()
    kept.extend(line for line in lines if not any(word in line for word in _NOISE))


@contextmanager
def screen() -> Iterator[None]:
    """Show a screen for the time of the job."""
    shown = subprocess.Popen(
        ["Xvfb", SCREEN, "-screen", "0", SIZE, "-nolisten", "tcp"], stderr=subprocess.DEVNULL
    )
    try:
        time.sleep(1)
        yield
    finally:
        shown.terminate()
        shown.wait(10)
