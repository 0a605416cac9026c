"""The report of the job: what was done, whether it held, how long it took, what was measured."""

import os
import re
import resource
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from installer.ground import VERSION, BuildStoppedError
from requirements.environment import say

_HEAD = """\
# The Windows program under Wine

Version {version}, {day}: {verdict}, in {minutes:.0f} minutes.
Written by `python3 dev.py test-windows`.

The installer was built on Linux, run by a Windows user named `김 센터장` in a new prefix of Wine 8
as Windows 10, and used. **It was not run on a real Windows PC, and it is not signed.** What only a
person at a real PC can check is in [manual-checks.md](manual-checks.md). Times are those of a
machine with {cores} cores, at a load of {before:.1f} when it began and {after:.1f} when it ended;
{spent:.0f} minutes of processor time went into the job itself.

![The installed program under Wine](windows-installed.png)

![A certificate, opened from the menu of its PDF](windows-verify.png)

![The pages of the installer and the uninstaller](windows-setup.png)

| What | Held | Seconds | Measured |
|---|---|---|---|
"""


def _shown(error: Exception) -> str:
    """Return an error's words on one line, without the folders of this machine."""
    words = " ".join(str(error).split()).replace("|", "/")
    return re.sub(r"(?<![\w.])/(?:[\w.-]+/)+", "", words)[-400:]


class Report:
    """Runs stages one after another; a failed one is written down and the next still runs."""

    def __init__(self, limit: float) -> None:
        self._start, self._load = time.monotonic(), os.getloadavg()[0]
        self._limit = limit
        self._rows: list[tuple[str, bool, float, str]] = []

    @property
    def held(self) -> bool:
        """Whether every stage held."""
        return all(held for _, held, _, _ in self._rows)

    def stage(self, name: str, work: Callable[[], str]) -> bool:
        """Run one stage; what it returns is what it measured. Return whether it held."""
        start = time.monotonic()
        try:
            held, measured = True, work() if self._in_time() else "not done: the time ran out"
            held = held and self._in_time()
        except (BuildStoppedError, OSError, AssertionError) as error:
            held, measured = False, _shown(error)
        seconds = time.monotonic() - start
        self._rows.append((name, held, seconds, measured))
        say(f"{'ok    ' if held else 'FAILED'} {seconds:6.1f} s  {name}: {measured}")
        return held

    def _in_time(self) -> bool:
        return time.monotonic() - self._start < self._limit

    def write(self, path: Path) -> None:
        """Write the report as a page."""
        failed = sum(not held for _, held, _, _ in self._rows)
        verdict = "everything held" if not failed else f"**{failed} of {len(self._rows)} failed**"
        minutes = (time.monotonic() - self._start) / 60
        day = datetime.now(UTC).date().isoformat()
        loads = {"before": self._load, "after": os.getloadavg()[0], "cores": os.cpu_count()}
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = (used.ru_utime + used.ru_stime + time.process_time()) / 60
        told = {"verdict": verdict, "minutes": minutes, "spent": spent}
        head = _HEAD.format(version=VERSION, day=day, **told, **loads)
        rows = "".join(
            f"| {name} | {'yes' if held else '**no**'} | {seconds:.1f} | {measured} |\n"
            for name, held, seconds, measured in self._rows
        )
        path.write_text(head + rows, encoding="utf-8")
