"""The folder is copied by hand in the middle of a switch: no copy is half, and none goes behind."""

import shutil
from pathlib import Path

import pytest

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.storage.keys.check_generation import answer
from easycare_desktop.storage.keys.generation import switch_generation
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.system.clock import FixedClock
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import DIGEST, MORNING, FolderStore, Office

STEPS = ("intent", "device_key", "copied", "checked", "recorded", "committed", "moved", "proved")


class Copies:
    """A switch during which everything is copied at every step, with the store and without it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.office = Office(folder / "office", FolderStore(folder / "store"), FixedClock(MORNING))
        keys = self.office.create()
        self.ids = list(new_keys_in(keys.holdings, 10))
        self.doomed = frozenset(self.ids[:3])
        switch_generation(
            keys,
            destroy=self.doomed,
            separate={},
            digest=DIGEST,
            destruction_number="D-1",
            now=MORNING,
            in_new_process=answer,
            at_step=self._copy,
        )
        keys.close()

    def _copy(self, step: str) -> None:
        if step in STEPS:
            for name in ("office", "store"):
                shutil.copytree(self._folder / name, self._folder / step / name)

    def open(self, step: str, *, with_its_store: bool) -> OpenKeys:
        """Open the copy of a step, with the store as it was then or as it is now."""
        store = self._folder / step / "store" if with_its_store else self._folder / "store"
        copied = Office(self._folder / step / "office", FolderStore(store), FixedClock(MORNING))
        return copied.open(in_new_process=answer)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    return Copies(tmp_path_factory.mktemp("copies"))


@pytest.mark.parametrize("step", STEPS)
def test_a_copy_is_whole_or_refused(copies: Copies, step: str):
    keys = copies.open(step, with_its_store=True)
    gone = copies.doomed if keys.generation == 2 else frozenset()
    assert keys.living_keys().keys() == set(copies.ids) - gone
    assert keys.tombstones() == gone
    keys.close()


@pytest.mark.parametrize("step", STEPS)
def test_once_the_switch_is_done_no_copy_opens_what_went(copies: Copies, step: str):
    try:
        keys = copies.open(step, with_its_store=False)
    except Refusal:
        return
    assert not copies.doomed & keys.living_keys().keys()
    keys.close()


def test_the_search_would_find_them(copies: Copies):
    keys = copies.open("intent", with_its_store=True)
    assert copies.doomed <= keys.living_keys().keys()
    keys.close()
