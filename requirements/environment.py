"""The environment of this project: the Python that fits, Qt's system libraries, and `.venv`.

Standard library only, since it runs before anything is installed.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(
        "This project needs Python 3.11, 3.12 or 3.13; here is " + sys.version.split()[0] + "."
    )

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = os.name == "nt"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "installed.stamp"
LOCK = ROOT / "requirements" / ("windows.txt" if WINDOWS else "linux.txt")
MEMORY_ROOM = 3 * 1024**3
ATTEMPTS = 4

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
KEPT_VARIABLES = frozenset(
    [
        *("PATH", "HOME", "USER", "LANG", "TMPDIR", "TEMP", "TMP", "PATHEXT", "COMSPEC", "WINDIR"),
        *("SYSTEMROOT", "SYSTEMDRIVE", "USERPROFILE", "USERNAME", "APPDATA", "LOCALAPPDATA"),
        *("PROGRAMDATA", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE"),
    ]
)


def say(text: str) -> None:
    """Print one line at once, between what the parts print."""
    print(f"[dev] {text}", flush=True)


def has_display() -> bool:
    """Tell whether a window can be opened here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def clean_environment() -> dict[str, str]:
    """Return the few variables a program needs: no setting of this shell changes a result."""
    kept = {name: value for name, value in os.environ.items() if name.upper() in KEPT_VARIABLES}
    return {**kept, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"}


def memory_folder() -> str | None:
    """Return a folder that lies in memory and has room for the files of all tests, if any."""
    shared = Path("/dev/shm")  # noqa: S108 - only as the parent of a new folder of our own
    usable = shared.is_dir() and os.access(shared, os.W_OK)
    return str(shared) if usable and shutil.disk_usage(shared).free > MEMORY_ROOM else None


def persist(command: list[str], environment: dict[str, str] | None = None) -> None:
    """Run `command`; the network gets more chances with growing pauses. Exits if all fail."""
    for attempt in range(1, ATTEMPTS + 1):
        if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0:
            return
        if attempt < ATTEMPTS:
            say(f"that failed; attempt {attempt + 1} of {ATTEMPTS} in {attempt * 5} s")
            time.sleep(attempt * 5)
    sys.exit(f"Could not finish: {' '.join(command[:4])} ... Is the network there? Run it again.")


def can_fetch_system_packages() -> bool:
    """Tell whether this is Debian and we are root."""
    debian = Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None
    return debian and os.geteuid() == 0


def fetch_system_packages(packages: list[str]) -> None:
    """Install Debian packages; where that is not ours to do, say which they are and stop."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not can_fetch_system_packages():
        sys.exit(
            f"Missing on this machine: {' '.join(packages)} (their names in Debian).\n"
            f"Install them, then run this again. On Debian or Ubuntu: sudo {' '.join(command)}"
        )
    say(f"fetching system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    persist(["apt-get", "update", "--quiet"], environment)
    persist(command, environment)


def check_system_libraries(*, for_a_window: bool) -> None:
    """See that Qt finds the shared libraries which it does not bring itself."""
    ldconfig = shutil.which("ldconfig", path=os.environ.get("PATH", "") + ":/sbin:/usr/sbin")
    if not sys.platform.startswith("linux") or ldconfig is None:
        return
    needed = {**QT_LIBRARIES, **(WINDOW_LIBRARIES if for_a_window else {})}
    known = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
    missing = [package for name, package in needed.items() if f"\t{name} " not in known]
    if known and missing:
        fetch_system_packages(missing)


def set_up() -> None:
    """Make `.venv` and fill it from the lock, unless its stamp says this was done to the end.

    An installation that was cut off has no stamp, and so begins anew.
    """
    wanted = f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {sys.version.split()[0]}"
    if STAMP.is_file() and PYTHON.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    if Path(sys.prefix).resolve() == VENV:
        sys.exit(f"{VENV} must be renewed: run dev.py with another Python than the one in it.")
    if importlib.util.find_spec("ensurepip") is None:
        fetch_system_packages([f"python3.{sys.version_info.minor}-venv"])
    say("setting up .venv, once; this fetches about 250 MB")
    STAMP.unlink(missing_ok=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
    quiet = ["--quiet", "--disable-pip-version-check"]
    install = ["-m", "pip", "install", *quiet, *options, "--requirement", str(LOCK)]
    persist([str(PYTHON), *install])
    STAMP.write_text(wanted, encoding="utf-8")
