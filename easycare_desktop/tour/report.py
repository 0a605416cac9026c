"""What the tour found: steps, pictures, papers; written as report.json."""

import json
import platform
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from time import perf_counter


class StepFailedError(Exception):
    """A check of the tour did not hold."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step: its name, whether every check held, and how long it took in seconds."""

    name: str
    ok: bool
    seconds: float
    problem: str = ""


@dataclass(slots=True)
class Report:
    """Collects while the tour runs."""

    out: Path
    steps: list[StepResult] = field(default_factory=list)
    screens: list[str] = field(default_factory=list)
    papers: list[dict[str, str]] = field(default_factory=list)
    destroyed: list[int] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether every step held."""
        return bool(self.steps) and all(step.ok for step in self.steps)

    def step(self, name: str, act: Callable[[], None]) -> bool:
        """Run one step and record how it went."""
        start, problem = perf_counter(), ""
        try:
            act()
        except Exception as error:  # noqa: BLE001 - recorded, and the tour fails
            problem = f"{type(error).__name__}: {error}"
            traceback.print_exc()
        seconds = round(perf_counter() - start, 3)
        self.steps.append(StepResult(name, not problem, seconds, problem))
        state = "FAIL" if problem else "ok  "
        print(f"{state} {seconds:7.2f} s  {name}  {problem}", flush=True)
        return not problem

    def write(self) -> Path:
        """Write report.json into the folder of the tour."""
        path = self.out / "report.json"
        body = {
            "ok": self.ok,
            "steps": [
                {"name": s.name, "ok": s.ok, "seconds": s.seconds, "problem": s.problem}
                for s in self.steps
            ],
            "screens": self.screens,
            "papers": self.papers,
            "destroyed": self.destroyed,
            "versions": {
                "python": platform.python_version(),
                **{
                    name: version(name)
                    for name in ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "cryptography")
                },
            },
        }
        path.write_text(json.dumps(body, ensure_ascii=False, indent=1), "utf-8")
        return path
