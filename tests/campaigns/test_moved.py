"""A folder that is moved after a restore; the rest by hand: python -m tests.campaigns.moved."""

from pathlib import Path

import pytest

from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from tests.campaigns.backing import restore, restore_start
from tests.campaigns.child import Silence
from tests.campaigns.guards import GUARDS
from tests.campaigns.house import House, Stage
from tests.campaigns.moved import aside
from tests.helpers.quick import one_process, quick_openings


@pytest.fixture
def restored(tmp_path: Path) -> House:
    with one_process(), quick_openings():
        return Stage(tmp_path, restore_start).fresh()


def test_a_folder_that_was_restored_can_be_moved_and_moved_back(restored: House):
    with one_process(), quick_openings():
        restore(restored, Silence())
        aside(restored)
        restored.enter().office.close()


def test_without_the_name_in_its_folder_it_could_not(restored: House):
    with one_process(), quick_openings(), GUARDS["own-folder"]():
        restore(restored, Silence())
        with pytest.raises(FileDamagedError):
            aside(restored)
