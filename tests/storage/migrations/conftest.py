"""Here every schema is made by its migrations; elsewhere they make it once a run."""

import pytest

from easycare_desktop.storage.databases import scripts
from tests.helpers.schemas import Schemas


@pytest.fixture
def laid() -> Schemas:
    """What lays schemas into new databases everywhere else."""
    assert isinstance(scripts.upgrade, Schemas)
    return scripts.upgrade


@pytest.fixture(autouse=True)
def _by_scripts(laid: Schemas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scripts, "upgrade", laid.by_scripts)
