"""A copy of the installed program, with an interpreter, test tools and an older program."""

import json
import shutil
import tarfile
from io import BytesIO
from pathlib import Path
from subprocess import run as run_process
from typing import Any

from installer.assembling import PATH_FILE
from installer.ground import CACHE, HERE, ROOT, BuildStoppedError
from installer.wheels import installed, tests_need
from installer.wine.prefix import Prefix

# The last commit whose databases had the schema before the present one.
BEFORE = "26073a8"
OLD = "old"
_TESTED = ("tests", "requirements", "pyproject.toml")


class Laboratory:
    """A folder of the drive: errands and tests over the files that were installed."""

    def __init__(self, prefix: Prefix, program: Path) -> None:
        self._prefix = prefix
        self.folder = prefix.drive / "lab"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(program, self.folder)
        shutil.copy(CACHE / "python" / "embeddable" / "python.exe", self.folder)
        shutil.copy(HERE / "wine" / "probes.py", self.folder)
        shutil.copytree(installed(tests_need(), "tests"), self.folder / "tools")
        self._write_path("app", PATH_FILE)

    def errand(self, name: str, *, old: bool = False, seconds: float = 240) -> dict[str, Any]:
        """Run one errand of `probes.py` and return its answer."""
        python = self.folder / (f"{OLD}.exe" if old else "python.exe")
        probe = self._prefix.inside(self.folder / "probes.py")
        ended = self._prefix.must(python, "-X", "utf8", probe, name, seconds=seconds)
        lines = [line for line in ended.text.splitlines() if line.startswith("{")]
        if not lines:
            raise BuildStoppedError(f"no answer to {name}: {ended.text[-500:]}")
        answer: dict[str, Any] = json.loads(lines[-1])
        return answer

    def bring_old_program(self) -> None:
        """Put the program as it was before the last change of the schema beside the present one."""
        wanted = ["git", "archive", "--format=tar", BEFORE, "easycare_desktop", "resources"]
        done = run_process(wanted, cwd=ROOT, capture_output=True, check=False)
        if done.returncode != 0:
            raise BuildStoppedError(f"the history has no {BEFORE}")
        with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
            archive.extractall(self.folder / OLD, filter="data")
        shutil.copy(self.folder / "python.exe", self.folder / f"{OLD}.exe")
        self._write_path(OLD, f"{OLD}._pth")

    def bring_tests(self) -> None:
        """Put the tests beside the program, with the whole standard library for the tools."""
        for name in _TESTED:
            source, target = ROOT / name, self.folder / "repo" / name
            if source.is_dir():
                left = shutil.ignore_patterns("__pycache__")
                shutil.copytree(source, target, ignore=left, dirs_exist_ok=True)
            else:
                shutil.copy(source, target)
        for name in ("easycare_desktop", "resources"):
            shutil.copytree(self.folder / "app" / name, self.folder / "repo" / name)
        self._write_path("repo", PATH_FILE)

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

    def _write_path(self, app: str, name: str) -> None:
        lines = ["python311.zip", ".", app, "lib", "tools"]
        (self.folder / name).write_text("\n".join(lines) + "\n", encoding="ascii")
