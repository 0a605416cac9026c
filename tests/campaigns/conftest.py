"""The disk that misbehaves, compiled once a run, and the process in which campaigns run on it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import Popen

import pytest

from tests.campaigns.served import DONE, FAILED
from tests.campaigns.shim import build, start_with_it, why_not

Started = Callable[..., list[dict[str, object]]]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if reason := why_not():
        pytest.skip(reason)
    return build(tmp_path_factory.mktemp("disk"))


@pytest.fixture(scope="session")
def process(library: Path) -> Iterator[Popen[str]]:
    """One process for all campaigns of the run."""
    with start_with_it(library, "tests.campaigns.served", quiet=True) as started:
        yield started
        started.kill()


@pytest.fixture
def started(process: Popen[str]) -> Started:
    """Run a campaign in that process and return its counts."""

    def start(name: str, *words: str) -> list[dict[str, object]]:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps([name, "--json", *words]) + "\n")
        process.stdin.flush()
        lines = []
        while (line := process.stdout.readline().strip()) != DONE:
            assert line, "it ended"
            lines.append(line)
        assert FAILED not in lines, "the campaign itself failed"
        return [json.loads(line) for line in lines]

    return start


def broken(counts: list[dict[str, object]]) -> list[object]:
    """Return all that did not hold."""
    return [each for count in counts for each in count["broken"]]  # type: ignore[attr-defined]
