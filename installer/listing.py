"""The list of every binary of the package: its hash and where it comes from."""

from pathlib import Path

from installer.ground import EXE, VERSION, BuildStoppedError, sha256
from installer.wheels import origins
from installer.windows_python import PINS

BINARY = (".exe", ".dll", ".pyd")
NAME = "binaries.txt"
_HEAD = """\
이지케어 데스크톱 {version}: 이 프로그램에 들어 있는 모든 실행 파일과 그 출처
EasyCare Desktop {version}: every binary in this package, its SHA-256 and its origin
"""


def write(folder: Path, wheels: Path) -> Path:
    """Write the list into the program's folder. Raises `BuildStoppedError` for a stranger."""
    recorded = origins(wheels)
    lines = [_HEAD.format(version=VERSION)]
    for path in binaries(folder):
        name = path.relative_to(folder).as_posix()
        lines.append(f"{sha256(path)}  {name}  [{_origin(path, name, recorded)}]")
    listed = folder / NAME
    listed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return listed


def binaries(folder: Path) -> list[Path]:
    """Return every executable file, told by its name or by its first bytes."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and _is_binary(path))


def _is_binary(path: Path) -> bool:
    if path.suffix.lower() in BINARY:
        return True
    with path.open("rb") as stream:
        return stream.read(2) == b"MZ"


def _origin(path: Path, name: str, recorded: dict[str, tuple[str, str]]) -> str:
    runtime = PINS["ship"]["from_wheel"]
    if name == EXE:
        return "made by this build from installer/launcher"
    if name in PINS["ship"]["binaries"]:
        return f"CPython {PINS['version']}, signed by the Python Software Foundation"
    inner = f"{runtime['folder']}/{name}" if name in runtime["files"] else name.removeprefix("lib/")
    wheel, digest = recorded.get(inner, ("", ""))
    if digest != sha256(path):
        raise BuildStoppedError(f"a binary of unknown origin: {name}")
    return f"wheel {wheel}"
