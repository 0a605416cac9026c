import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from easycare_desktop.storage.keys.check_generation import answer
from easycare_desktop.storage.keys.generation import switch_generation, switch_report
from easycare_desktop.system.clock import FixedClock
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import CLERK, DIGEST, MORNING, OFFICE, FolderStore, Office
from tests.storage.keys.switch_worker import KILLED

ROOT = Path(__file__).resolve().parents[3]
BEFORE = ("intent", "device_key", "copied", "checked", "recorded")
AFTER = (
    "committed",
    "moved",
    "proved",
    "device_key_erased",
    "keys_erased",
    "slots_erased",
    "finished",
)
SHIM = Path(__file__).parent / "kill_at.c"


class Stage:
    """An office with ten keys, ready to be killed in the middle of its switch."""

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder / "office", FolderStore(folder / "store"), FixedClock(MORNING))
        keys = self.office.create()
        keys.add_account(CLERK)
        self.ids = list(new_keys_in(keys.holdings, 10))
        keys.close()
        self.doomed, self.separated = self.ids[:2], self.ids[2]

    def run(self, step: str, **environment: str) -> subprocess.CompletedProcess[str]:
        words = [
            str(self.office.folder),
            str(self.office.store.folder),
            ",".join(str(each) for each in self.doomed),
            str(self.separated),
            step,
        ]
        return subprocess.run(
            [sys.executable, "-m", "tests.storage.keys.switch_worker", *words],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def judge(self) -> str:
        """Open as the absent person; tell on which side of the commit the office stands."""
        keys = self.office.open(CLERK.login, CLERK.password, in_new_process=answer)
        generation = keys.generation
        gone = set(self.doomed) if generation == 2 else set()
        separated = {self.separated} if generation == 2 else set()
        assert keys.living_keys().keys() == set(self.ids) - gone - separated
        assert keys.tombstones() == gone
        assert keys.separated_ids() == separated
        keys.ledger_append("note", {}, MORNING)  # SQLite drops a cold journal at the next change
        assert self.office.files() == {f"keys-{generation}.db", f"slots-{generation}.json"}
        assert self.office.store.entries() == {f"{OFFICE} {generation}"}
        keys.close()
        return "after" if generation == 2 else "before"

    def resume(self) -> None:
        """Do it again where nothing was done; in the end all is as if there had been no stop."""
        keys = self.office.open(in_new_process=answer)
        if keys.generation == 1:
            switch_generation(
                keys,
                destroy=frozenset(self.doomed),
                separate={self.separated: "health"},
                digest=DIGEST,
                destruction_number="P-1",
                now=MORNING,
                in_new_process=answer,
            )
        report = switch_report(keys, "P-1")
        assert report is not None
        assert report.finished
        assert (report.destroyed, report.separated, report.compared) == (2, 1, 7)
        assert keys.open_separated(self.separated)
        keys.close()
        assert self.judge() == "after"


@pytest.mark.parametrize("step", [*BEFORE, *AFTER])
def test_a_kill_at_any_step_leaves_one_whole_generation(tmp_path: Path, step: str):
    stage = Stage(tmp_path)
    done = stage.run(step)
    assert (done.returncode, done.stderr) == (KILLED, "")
    assert stage.judge() == ("before" if step in BEFORE else "after")
    stage.resume()


@pytest.mark.long
def test_a_kill_at_any_write_sync_rename_or_unlink_leaves_one_whole_generation(tmp_path: Path):
    compiler = shutil.which("gcc")
    assert compiler, "this campaign needs gcc"
    shim = tmp_path / "kill_at.so"
    build = [compiler, "-shared", "-fPIC", "-O1", "-o", str(shim), str(SHIM), "-ldl"]
    subprocess.run(build, check=True)
    template = Stage(tmp_path / "template")
    seen = {"before": 0, "after": 0}
    for count in range(1, 400):
        folder = tmp_path / "run"
        shutil.copytree(tmp_path / "template", folder)
        stage = template
        stage.office = Office(folder / "office", FolderStore(folder / "store"), FixedClock(MORNING))
        done = stage.run(
            "none",
            LD_PRELOAD=str(shim),
            KILL_AT=str(count),
            KILL_ARMED=str(folder / "store.armed"),
        )
        assert done.returncode in {0, KILLED}, done.stderr
        if done.returncode == 0:
            break
        seen[stage.judge()] += 1
        stage.resume()
        shutil.rmtree(folder)
    assert seen["before"] > 10
    assert seen["after"] > 5
    assert count < 399
