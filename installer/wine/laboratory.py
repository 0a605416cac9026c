"""A copy of the installed program, with an interpreter, test tools and an older program."""

import json
import shutil
import tarfile
from io import BytesIO
from pathlib import Path
from subprocess import run as run_process
from typing import Any

from installer.assembling import write_path
from installer.ground import CACHE, HERE, ROOT, BuildStoppedError, empty, run
from installer.wheels import installed, program_needs, tests_need
from installer.wine.prefix import Prefix

OLD = "old"
MIGRATIONS = "easycare_desktop/storage/migrations/*/versions/*"
TEST_LIBRARIES = ("PySide6/QtTest.pyd", "PySide6/Qt6Test.dll")
_TESTED = ("tests", "requirements", "pyproject.toml")


class Laboratory:
    """A folder of the drive: errands and tests over the files that were installed."""

    def __init__(self, prefix: Prefix, program: Path) -> None:
        self._prefix = prefix
        self.folder = prefix.drive / "lab"
        if self.folder.exists():
            return
        shutil.copytree(program, self.folder)
        shutil.copy(CACHE / "python" / "embeddable" / "python.exe", self.folder)
        for name in ("probes.py", "bare.py"):
            shutil.copy(HERE / "wine" / name, self.folder)
        shutil.copytree(installed(tests_need(), "tests"), self.folder / "tools")
        write_path(self.folder, "app", "lib", "tools")

    def errand(self, name: str, *, old: bool = False, seconds: float = 240) -> dict[str, Any]:
        """Run one errand of `probes.py` and return its answer."""
        python = (self.folder / OLD if old else self.folder) / "python.exe"
        return self._answer(python, "probes.py", name, seconds)

    def credentials(self) -> int:
        """Return how many entries of the program the credential store holds."""
        return int(self.bare("credentials")["entries"])

    def bare(self, name: str, *words: str) -> dict[str, Any]:
        """Run one errand of `bare.py` and return its answer."""
        return self._answer(self.folder / "python.exe", "bare.py", name, 60, *words)

    def _answer(
        self, python: Path, script: str, name: str, seconds: float, *words: str
    ) -> dict[str, Any]:
        probe = self._prefix.inside(self.folder / script)
        ended = self._prefix.must(python, "-X", "utf8", probe, name, *words, seconds=seconds)
        lines = [line for line in ended.text.splitlines() if line.startswith("{")]
        if not lines:
            raise BuildStoppedError(f"no answer to {name}: {ended.text[-500:]}")
        answer: dict[str, Any] = json.loads(lines[-1])
        return answer

    def bring_old_program(self) -> None:
        """Make a folder inside for the program as it was before the last change of the schema.

        It has a Python of its own: that one finds its paths beside its own library.
        """
        added = ["log", "-1", "--format=%H", "--diff-filter=A", "--", MIGRATIONS]
        before = f"{run('git', *added, cwd=ROOT).strip()}^"
        done = run_process(
            ["git", "archive", "--format=tar", before, "easycare_desktop", "resources"],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        if done.returncode != 0:
            raise BuildStoppedError(f"the history has no {before}")
        old = empty(self.folder / OLD)
        with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
            archive.extractall(old / "app", filter="data")
        for path in self.folder.iterdir():
            if path.is_file():
                shutil.copy(path, old)
        write_path(old, "app", "..\\lib", "..\\tools")

    def bring_tests(self) -> None:
        """Put the tests beside the program, with the whole standard library for the tools."""
        for name in _TESTED:
            source, target = ROOT / name, self.folder / "repo" / name
            if source.is_dir():
                left = shutil.ignore_patterns("__pycache__")
                shutil.copytree(source, target, ignore=left, dirs_exist_ok=True)
            else:
                shutil.copy(source, target)
        for name in TEST_LIBRARIES:
            shutil.copy(installed(program_needs(), "program") / name, self.folder / "lib" / name)
        for name in ("easycare_desktop", "resources"):
            shutil.copytree(self.folder / "app" / name, self.folder / "repo" / name)
        write_path(self.folder, "repo", "lib", "tools")

    def test(self, *paths: str, seconds: float) -> str:
        """Run these tests under the Windows Python; return the last line. Raises if one failed."""
        python = self.folder / "python.exe"
        quiet = ["-q", "-p", "no:cacheprovider", "-m", "not long", "-c", "pyproject.toml"]
        repo = self._prefix.inside(self.folder / "repo")
        command = ["cmd", "/c", "cd", "/d", repo, "&&"]
        words = [self._prefix.inside(python), "-X", "utf8", "-m", "pytest", *quiet, *paths]
        ended = self._prefix.run(*command, *words, seconds=seconds)
        if ended.code != 0:
            raise BuildStoppedError(ended.text[-3000:])
        return ended.text.strip().splitlines()[-1]
