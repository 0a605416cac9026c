#!/usr/bin/env python3
"""The two commands of this project, and their parts. Needs nothing but Python 3.11 to 3.13.

    python3 dev.py run              set up, then open the program in a practice office
    python3 dev.py test [--long]    set up, then check everything that CI checks
    python3 dev.py tour [--out DIR] set up, then perform the tour and keep its pictures and papers
    python3 dev.py lint             set up, then only the style, types and walls between the rooms
    python3 dev.py build-windows [--fast]   set up, then build the Windows installer into dist/
    python3 dev.py test-windows     build it, install it under Wine, use it; up to 25 minutes

On Windows: py dev.py run
"""

import argparse
import concurrent.futures
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timezone
from pathlib import Path

from requirements import environment
from requirements.environment import PYTHON, ROOT, clean_environment, say

WINDOWS_PARTS = {"build-windows": "installer.build", "test-windows": "installer.wine.job"}
COMPILED = ("easycare_desktop", "tests", "requirements", "installer")
LONG_REPORT = ROOT / "docs" / "long-run.md"


def module(*words: str) -> list[str]:
    """Return the command that runs a module with the project's own Python."""
    return [str(PYTHON), "-m", *words]


def tour_command(out: Path, *words: str) -> list[str]:
    """Return the command that performs the tour into the folder `out`."""
    return module("easycare_desktop", "tour", "--out", str(out), *words)


COMMANDS = ("run", "test", "tour", "lint", "build-windows", "test-windows")
LINT = {
    "types": module("mypy"),
    "style": module("ruff", "check", "."),
    "format": module("ruff", "format", "--check", "."),
    "walls": [str(PYTHON), "-c", "import importlinter.cli as c; c.lint_imports_command()"],
}


class Part:
    """One part of the checks: its name, whether it held, and the seconds it took."""

    def __init__(
        self, name: str, command: list[str], *, aloud: bool, temporary: str | None = None
    ) -> None:
        """Run it at once; what it prints goes straight through, or is kept in `text`."""
        self.name = name
        start = time.monotonic()
        pipe = None if aloud else subprocess.PIPE
        own = clean_environment() | ({"TMPDIR": temporary} if temporary else {})
        done = subprocess.run(command, cwd=ROOT, env=own, stdout=pipe, stderr=pipe, check=False)
        self.held = done.returncode == 0
        self.seconds = time.monotonic() - start
        self.text = ((done.stdout or b"") + (done.stderr or b"")).decode("utf-8", "replace")

    def line(self) -> str:
        """Return its line of the summing-up."""
        return f"{self.name:10} {'ok' if self.held else 'FAILED':7} {self.seconds:6.1f} s"


def told(part: Part) -> Part:
    """Say how a part went, and what it printed if it failed; return it."""
    say(part.line())
    if not part.held:
        print(part.text.rstrip(), flush=True)
    return part


def lint() -> list[Part]:
    """Run style, types and walls, two at a time; print what those say that failed."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        started = [pool.submit(Part, name, words, aloud=False) for name, words in LINT.items()]
    return [told(each.result()) for each in started]


def test(*, long: bool) -> int:
    """Run every part, whatever happens to the others; sum up; return the exit status.

    The tour and the checks of the code run beside the tests, which leave part of a core idle.
    Offices of tests lie in memory where there is room: they are synced thousands of times.
    All modules are compiled once before, by none of the processes again. To rewrite what is
    asserted takes longer still, so only what failed is run again to say the values. The tests
    begin with the longest files; their last ones are short, and both processes end together.
    """
    start = time.monotonic()
    Part("compiling", module("compileall", "-q", "-j", "2", *COMPILED), aloud=False)
    chosen = ["--cov", "--cov-report="] if long else ["-m", "not long"]
    by_folder = ("--dist", "loadfile", "--no-loadscope-reorder")
    tests = module("pytest", "-n", "2", *by_folder, "-q", *chosen, "--assert=plain")
    with (
        tempfile.TemporaryDirectory(
            dir=environment.memory_folder(), ignore_cleanup_errors=True
        ) as folder,
        concurrent.futures.ThreadPoolExecutor(2) as pool,
    ):
        aloud = pool.submit(Part, "tests", tests, aloud=True, temporary=folder)
        beside = {**LINT, "tour": tour_command(Path(folder, "tour"))}
        started = [pool.submit(Part, name, words, aloud=False) for name, words in beside.items()]
        parts = [each.result() for each in (aloud, *started)]
    for part in parts[1:]:
        told(part)
    if not parts[0].held:
        Part("again", module("pytest", "-q", "--last-failed", *chosen), aloud=True)
    lines = [part.line() for part in parts]
    lines.append(f"{'together':18} {time.monotonic() - start:6.1f} s")
    print("\n" + "\n".join(lines))
    if long:
        keep_long_report(lines)
    failed = sum(not part.held for part in parts)
    print(f"{len(parts) - failed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def keep_long_report(lines: list[str]) -> None:
    """Write down, beside the other documents, how the long run went and what it covered."""
    day = datetime.now(timezone.utc).date().isoformat()  # noqa: UP017 - old Pythons get to the refusal
    covered = Part("coverage", module("coverage", "report", "--skip-covered"), aloud=False)
    head = [f"# The long run of {day}", "", "`dev.py test --long`,"]
    head.append(f"Python {sys.version.split()[0]} on {sys.platform}.")
    body = ["", "```", *lines, "```", "", "```", covered.text.rstrip(), "```", ""]
    LONG_REPORT.write_text("\n".join([*head, *body]), encoding="utf-8")
    say(f"report: {LONG_REPORT.relative_to(ROOT)}")


def open_program(words: list[str]) -> int:
    """Open the practice office; where no window can be shown, perform the tour and say so."""
    if not environment.has_display():
        say("there is no display here, so the program performs its tour instead")
        return perform_tour(ROOT / "tour", words)
    command = module("easycare_desktop", "run", "--practice", *words)
    own = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=ROOT, env=own, check=False).returncode


def perform_tour(out: Path, words: list[str]) -> int:
    """Perform the tour into `out`; return its exit status."""
    command = tour_command(out.resolve(), *words)
    status = subprocess.run(command, cwd=ROOT, env=clean_environment(), check=False).returncode
    say(f"tour {'held' if status == 0 else 'FAILED'}; its pictures, papers and report: {out}")
    return status


def on_windows_parts(name: str, words: list[str]) -> int:
    """Run a module of the Windows build; return its exit status."""
    return subprocess.run(module(name, *words), cwd=ROOT, check=False).returncode


def main() -> int:
    """Set up and do what was asked; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--long", action="store_true", help="test: campaigns and coverage too")
    parser.add_argument("--out", type=Path, default=ROOT / "tour", help="tour: where it writes")
    asked, words = parser.parse_known_args()
    if words and asked.command in {"test", "lint"}:
        parser.error(f"unknown: {' '.join(words)}")
    opens_a_window = asked.command == "run" and environment.has_display()
    environment.check_system_libraries(for_a_window=opens_a_window)
    environment.set_up()
    if asked.command == "run":
        return open_program(words)
    if asked.command == "tour":
        return perform_tour(asked.out, words)
    if asked.command == "test":
        return test(long=asked.long)
    if asked.command in WINDOWS_PARTS:
        return on_windows_parts(WINDOWS_PARTS[asked.command], words)
    return 0 if all(part.held for part in lint()) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
