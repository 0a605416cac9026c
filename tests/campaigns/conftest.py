"""The disk that misbehaves, compiled once a run, and campaigns started on it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.campaigns.shim import build, run_with_it, why_not

Started = Callable[..., list[dict[str, object]]]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if reason := why_not():
        pytest.skip(reason)
    return build(tmp_path_factory.mktemp("disk"))


@pytest.fixture
def started(library: Path) -> Started:
    """Run a campaign in a process of its own and return its counts."""

    def start(name: str, *words: str) -> list[dict[str, object]]:
        done = run_with_it(library, f"tests.campaigns.{name}", "--json", *words)
        return [json.loads(line) for line in done.stdout.splitlines()]

    return start


def broken(counts: list[dict[str, object]]) -> list[object]:
    """Return all that did not hold."""
    return [each for count in counts for each in count["broken"]]  # type: ignore[attr-defined]
