"""Licences of everything that ships: one folder on the disk, one page that names them all."""

import json
import shutil
from pathlib import Path

from easycare_desktop.system.components import LIST
from installer.ground import HERE, ROOT, BuildStoppedError
from installer.wheels import Wheel, wheels_in
from installer.windows_python import PINS

FOLDER = "licences"
NOTICES = HERE / "licences"
COMMON = Path("/usr/share/common-licenses")
SHARED = {
    "LGPL-3.0": "LGPL-3",
    "GPL-3.0": "GPL-3",
    "LGPL-2.1": "LGPL-2.1",
    "Apache-2.0": "Apache-2.0",
}
_NAMES = ("licen", "copying", "notice", "authors")


def lay(program: Path, wheels: Path) -> Path:
    """Copy every licence into the program's folder and write the page that names them."""
    folder = program / FOLDER
    folder.mkdir()
    rows = [f"Python {PINS['version']} (PSF-2.0): python.txt"]
    named = [["Python", PINS["version"], "PSF-2.0"], ["SQLCipher", "", "BSD-3-Clause"]]
    named += [["OpenSSL", "", "Apache-2.0"], ["Qt", _qt(wheels), "LGPL-3.0-only"]]
    named += [[each.name, each.version, each.licence] for each in wheels_in(wheels)]
    listed = json.dumps(sorted(named, key=_by_name), ensure_ascii=False, indent=1)
    (program / "app" / LIST.name).write_text(listed, encoding="utf-8")
    shutil.copy(wheels.parent / "python" / "embeddable" / "LICENSE.txt", folder / "python.txt")
    for name, common in SHARED.items():
        if not (COMMON / common).is_file():
            raise BuildStoppedError(f"the text of {name} is not on this machine: {COMMON / common}")
        shutil.copyfile(COMMON / common, folder / f"{name}.txt")
    for wheel in wheels_in(wheels):
        kept = _copy(wheel, folder)
        rows.append(f"{wheel.name} {wheel.version} ({wheel.licence}): {kept or 'see its notice'}")
    for path in sorted((*NOTICES.glob("*.txt"), *(ROOT / "resources").rglob("LICENSE*"))):
        shutil.copyfile(path, folder / f"{path.stem}.txt")
    head = (NOTICES / "head.md").read_text(encoding="utf-8")
    page = folder / "README.md"
    page.write_text(head + "\n".join(f"- {row}" for row in rows) + "\n", encoding="utf-8")
    return page


def _by_name(row: list[str]) -> str:
    return row[0].lower()


def _qt(wheels: Path) -> str:
    found = [each.version for each in wheels_in(wheels) if each.name.startswith("PySide6")]
    return found[0]


def _copy(wheel: Wheel, folder: Path) -> str:
    """Copy the licence files of a wheel; return the name of their folder, or nothing."""
    found = [
        path
        for path in sorted(wheel.folder.rglob("*"))
        if path.is_file() and _is_licence(path.relative_to(wheel.folder))
    ]
    target = folder / wheel.name.lower()
    for path in found:
        target.mkdir(exist_ok=True)
        shutil.copyfile(path, target / path.name)
    return f"{target.name}/" if found else ""


def _is_licence(path: Path) -> bool:
    return any(word in path.as_posix().lower() for word in _NAMES)
