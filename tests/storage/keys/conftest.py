from collections.abc import Iterator
from pathlib import Path

import pytest

from easycare_desktop.security.credential_store import MemoryCredentialStore
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.system.clock import FixedClock
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import CLERK, MORNING, Office


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
