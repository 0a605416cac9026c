from collections.abc import Iterator
from pathlib import Path

import pytest

from easycare_desktop.security.credential_store import MemoryCredentialStore
from easycare_desktop.storage.keys.key_places import renew_place
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_marks import mark_place
from easycare_desktop.storage.keys.place_registry import KeyPlace, add_place
from easycare_desktop.system.clock import FixedClock
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import CLERK, MORNING, OFFICE, Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office", MemoryCredentialStore(), FixedClock(MORNING))


@pytest.fixture
def bare_office(tmp_path: Path) -> Office:
    """An office on a PC without credential store."""
    return Office(tmp_path / "office", None, FixedClock(MORNING))


@pytest.fixture
def keys(office: Office) -> Iterator[OpenKeys]:
    opened = office.create()
    yield opened
    opened.close()


@pytest.fixture
def ids(keys: OpenKeys) -> list[int]:
    keys.add_account(CLERK)
    return list(new_keys_in(keys.holdings, 20))


@pytest.fixture
def two(keys: OpenKeys) -> OpenKeys:
    keys.add_account(CLERK)
    return keys


@pytest.fixture
def closed(office: Office, keys: OpenKeys) -> Office:
    keys.add_account(CLERK)
    keys.close()
    return office


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "E"
    folder.mkdir()
    return folder


@pytest.fixture
def place(keys: OpenKeys, stick: Path) -> KeyPlace:
    """A key place on the stick, with the newest keys."""
    new_keys_in(keys.holdings, 5)
    made = add_place(keys, "safe", stick, mark_place(stick, OFFICE))
    renew_place(keys, made)
    return made
