"""Places that were registered before places had marks, and the keys of then."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from easycare_desktop.storage.keys.key_places import renew_place
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_marks import mark_place, shown_mark
from easycare_desktop.storage.keys.place_registry import (
    KeyPlace,
    add_place,
    former_places,
    key_places,
    place_gone,
    remove_place,
)
from easycare_desktop.storage.keys.place_status import PlaceState, place_status
from tests.helpers.new_keys import new_keys_in
from tests.helpers.older_keys import registered_before_marks, written_before_marks
from tests.storage.keys.helpers import OFFICE, Office, files_in, keys_at, switch


@pytest.fixture
def old(office: Office, keys: OpenKeys, place: KeyPlace) -> Iterator[OpenKeys]:
    """An office whose place was registered, and written, before places had marks."""
    written_before_marks(keys_at(place.path))
    registered_before_marks(keys)
    keys.close()
    opened = office.open()
    yield opened
    opened.close()


def _away(stick: Path) -> Path:
    """Put the stick into the safe; another one gets its letter."""
    safe = stick.rename(stick.with_name("safe"))
    stick.mkdir()
    (stick / "holiday.jpg").write_bytes(b"x")
    return safe


def _only(keys: OpenKeys) -> KeyPlace:
    (found,) = key_places(keys)
    return found


@pytest.mark.parametrize("behind", [False, True])
def test_a_place_of_an_older_program_gets_its_mark_with_the_keys_it_should_have(
    old: OpenKeys, stick: Path, *, behind: bool
):
    assert _only(old).mark == ""
    if behind:
        new_keys_in(old.holdings, 1)
    assert place_status(old, _only(old)).holds_generation
    assert renew_place(old, _only(old)).state is PlaceState.NEWEST
    mark = _only(old).mark
    assert len(mark) == 16
    assert shown_mark(keys_at(stick)) == mark
    assert json.loads((keys_at(stick) / "place.json").read_bytes())["mark"] == mark
    _away(stick)
    assert renew_place(old, _only(old)).state is PlaceState.OTHER


def test_a_place_of_an_older_program_that_missed_a_switch_is_brought_up(old: OpenKeys, stick: Path):
    switch(old, [min(old.living_keys())])
    assert place_status(old, _only(old)).state is PlaceState.OLDER
    assert renew_place(old, _only(old)).state is PlaceState.NEWEST
    assert _only(old).mark == shown_mark(keys_at(stick)) != ""


def test_nothing_is_written_for_a_place_of_an_older_program_that_shows_no_keys(
    old: OpenKeys, stick: Path
):
    safe = _away(stick)
    assert renew_place(old, _only(old)).state is PlaceState.OTHER
    assert files_in(stick) == {"holiday.jpg"}
    shutil.rmtree(stick)
    safe.rename(stick)
    assert renew_place(old, _only(old)).state is PlaceState.NEWEST


def test_older_keys_without_a_mark_may_be_those_of_a_place_that_was_struck_off(
    office: Office, keys: OpenKeys, place: KeyPlace, stick: Path
):
    other = stick.with_name("struck off")
    other.mkdir()
    second = add_place(keys, "home", other, mark_place(other, OFFICE))
    renew_place(keys, second)
    remove_place(keys, second.id)
    for each in (stick, other):
        written_before_marks(keys_at(each))
    registered_before_marks(keys)
    keys.close()
    opened = office.open()
    (former,) = former_places(opened)
    assert (former.id, former.label, former.generation) == (second.id, "", 0)
    switch(opened, [min(opened.living_keys())])
    stick.rename(stick.with_name("safe"))
    other.rename(stick)
    assert renew_place(opened, _only(opened)).state is PlaceState.OTHER
    place_gone(opened, former.id, 1)
    shutil.rmtree(stick)
    stick.with_name("safe").rename(stick)
    assert renew_place(opened, _only(opened)).state is PlaceState.NEWEST
    opened.close()
