"""Stages: two users of one PC, and a folder that another program holds."""

import shutil
from pathlib import Path

from installer.ground import BUILD, EXE, sha256
from installer.wine.installing import Installing, check
from installer.wine.laboratory import Laboratory
from installer.wine.prefix import Prefix
from installer.wine.using import LOGIN, Using

OTHER = "이 선생님"
LOCKED = 8


class Sharing:
    """Shares the PC with a second user, and the program's folder with another program."""

    def __init__(self, prefix: Prefix, installing: Installing, using: Using) -> None:
        self._prefix, self._installing, self._using = prefix, installing, using

    def two_users(self) -> str:
        """Let a second user install, make an office, and remove the program; the first has hers."""
        before, entries = self._what_the_first_has(), self._using.lab.credentials()
        other = Prefix(BUILD / "prefix-other-user", OTHER)
        shutil.rmtree(other.home, ignore_errors=True)
        other.join(self._prefix)
        try:
            self._second(other)
        finally:
            other.end()
        check(self._what_the_first_has() == before, "files of the first user were changed")
        check(self._using.lab.credentials() == entries, "the first user's vault was changed")
        people = self._using.lab.errand("open-office").get("people")
        check(people, "the first user's office does not open")
        return f"each has a program, a vault and an office; the first one's holds {people} people"

    def _second(self, other: Prefix) -> None:
        theirs = Installing(other)
        theirs.fresh()
        lab = Laboratory(other, theirs.program)
        check("refusal" in lab.errand("open-office"), "the first user's office opened")
        lab.errand("make-office")
        check(lab.credentials() == 1, "the vault of the second user is not their own")
        self._both_at_once(other, theirs)
        theirs.removed()
        shutil.rmtree(theirs.data)

    def _both_at_once(self, other: Prefix, theirs: Installing) -> None:
        """See that a program which runs for one user does not stand for the other's."""
        self._prefix.start(self._installing.program / EXE)
        self._prefix.wait_for_window(LOGIN)
        other.start(theirs.program / EXE)
        other.wait_for_window(LOGIN, count=2)
        self._using.picture("two_users")
        for prefix in (other, self._prefix):
            prefix.run("taskkill", "/f", "/im", EXE)

    def _what_the_first_has(self) -> dict[str, str]:
        program = [path for path in self._installing.program.rglob("*") if path.is_file()]
        office = [path for path in self._installing.data.rglob("*.db") if path.is_file()]
        check(program and office, "the first user has no program or no office")
        return {str(path): sha256(path) for path in (*program, *office)}

    def held(self) -> str:
        """Install while another program stands in the folder, then while it holds one file.

        Windows renames no folder with a held file in it. Wine does; then the held file stays
        behind in a folder aside, and the new program is whole.
        """
        program = self._installing.program
        self._hold("hold-folder", program)
        self._installing.run(expect=LOCKED)
        check(self._installing.is_whole(), "the old program is torn")
        check(not self._aside(), f"left behind: {self._aside()}")
        self._prefix.end()
        self._hold("hold-file", program / "python311.zip")
        ended = self._prefix.run(self._installing.setup, "/S", seconds=180)
        check(ended.code in (0, LOCKED), f"exit code {ended.code}")
        check(self._installing.is_whole(), "torn by a held file")
        self._prefix.end()
        for path in self._aside():
            shutil.rmtree(path)
        return f"a held folder: refused with code 8, nothing changed; a held file: {ended.code}"

    def _hold(self, how: str, path: Path) -> None:
        lab = self._using.lab
        words = ("-X", "utf8", self._prefix.inside(lab.folder / "bare.py"), how)
        holder = self._prefix.start(lab.folder / "python.exe", *words, self._prefix.inside(path))
        lines = iter(holder.stdout or ())
        check(any(b"held" in line for line in lines), f"{path.name} could not be held")

    def _aside(self) -> list[Path]:
        program = self._installing.program
        return [path for path in program.parent.iterdir() if path != program]
