"""진단 파일: figures for help by telephone. Nothing about any person, and no name of the office."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from easycare_desktop.app.self_check import self_check
from easycare_desktop.app.self_check_screen import screen_facts
from easycare_desktop.system.atomic_files import write_atomically
from easycare_desktop.system.logs import NAME
from easycare_desktop.system.paths import ProgramPaths

_LINES = 200
_DATABASES = ("office.db", "separated.db", "drafts.db", "ledger.jsonl")


class Diagnosis:
    """Gathers versions, checks, sizes and the last lines of the program's own log."""

    def __init__(self, paths: ProgramPaths, office: Path) -> None:
        self._paths = paths
        self._office = office

    def prepare(self) -> Callable[[Path], None]:
        """Look at the screens, here and now; return the work that writes the file."""
        return partial(self._write, screen_facts())

    def _write(self, screens: dict[str, str | int], target: Path) -> None:
        result = self_check(self._paths)
        result["facts"] |= screens
        body = {**result, "office": sizes_of(self._office), "log": self._last_lines()}
        text = json.dumps(body, ensure_ascii=False, indent=1)
        write_atomically(target, text.encode("utf-8"))

    def _last_lines(self) -> list[str]:
        try:
            lines = (self._paths.logs / NAME).read_text("utf-8", "replace").splitlines()
        except OSError:
            return []
        return lines[-_LINES:]


def sizes_of(office: Path) -> dict[str, int]:
    """Return bytes and counts of an office's files; their names are kinds, never people."""
    sizes = {name: path.stat().st_size for name in _DATABASES if (path := office / name).is_file()}
    sealed = [path.stat().st_size for path in (office / "files").rglob("*") if path.is_file()]
    generations = list(office.glob("keys-*.db"))
    return {
        **sizes,
        "sealed_files": len(sealed),
        "sealed_bytes": sum(sealed),
        "key_generations_here": len(generations),
    }
