"""A key place is known by its mark: no other stick at its path is taken for it."""

import json
import shutil
from pathlib import Path

import pytest

from easycare_desktop.storage.keys import place_marks
from easycare_desktop.storage.keys.key_places import erase_place, place_moved, renew_place
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_marks import mark_place
from easycare_desktop.storage.keys.place_registry import (
    KeyPlace,
    add_place,
    former_places,
    key_places,
    place_gone,
    remove_place,
)
from easycare_desktop.storage.keys.place_status import PlaceState, place_status
from easycare_desktop.system import volumes
from tests.storage.keys.helpers import MORNING, OFFICE, files_in, keys_at, switch


def _away(stick: Path) -> Path:
    """Put the stick into the safe; another one gets its letter."""
    safe = stick.rename(stick.with_name("safe"))
    stick.mkdir()
    (stick / "holiday.jpg").write_bytes(b"x")
    return safe


def _only(keys: OpenKeys) -> KeyPlace:
    (found,) = key_places(keys)
    return found


def test_another_stick_at_the_path_is_no_place_and_gets_nothing(
    keys: OpenKeys, place: KeyPlace, stick: Path
):
    safe = _away(stick)
    switch(keys, [min(keys.living_keys())])
    for _ in range(2):
        assert renew_place(keys, place).state is PlaceState.OTHER
    assert not place_status(keys, place).holds_generation
    assert files_in(stick) == {"holiday.jpg"}
    assert (keys_at(safe) / "keys-1.db").is_file()
    shutil.rmtree(stick)
    safe.rename(stick)
    assert place_status(keys, place).state is PlaceState.OLDER
    assert renew_place(keys, place).state is PlaceState.NEWEST
    assert not (keys_at(stick) / "keys-1.db").exists()


def test_keys_of_this_office_under_another_mark_are_another_stick(
    keys: OpenKeys, place: KeyPlace, stick: Path
):
    before = files_in(stick)
    (keys_at(stick) / "mark.json").write_text(json.dumps({"mark": "0123456789abcdef"}))
    assert place_status(keys, place).state is PlaceState.NEWEST
    stamp = json.loads((keys_at(stick) / "place.json").read_bytes())
    (keys_at(stick) / "place.json").write_text(json.dumps(stamp | {"mark": "0123456789abcdef"}))
    switch(keys, [min(keys.living_keys())])
    assert renew_place(keys, place).state is PlaceState.OTHER
    assert files_in(stick) == before


def test_a_stick_that_was_emptied_is_told_by_its_mark_alone(
    keys: OpenKeys, place: KeyPlace, stick: Path
):
    for name in ("keys-1.db", "kit-1.json", "place.json"):
        (keys_at(stick) / name).unlink()
    assert place_status(keys, place).state is PlaceState.EMPTY
    assert renew_place(keys, place).state is PlaceState.NEWEST
    shutil.rmtree(keys_at(stick))
    assert renew_place(keys, place).state is PlaceState.OTHER
    assert files_in(stick) == set()


def test_the_newest_keys_tell_an_older_copy_of_the_office_whatever_their_mark(
    keys: OpenKeys, place: KeyPlace, stick: Path
):
    path = keys_at(stick) / "place.json"
    stamp = json.loads(path.read_bytes())
    path.write_text(json.dumps(stamp | {"revision": stamp["revision"] + 1}))
    (keys_at(stick) / "mark.json").write_text(json.dumps({"mark": "0123456789abcdef"}))
    assert place_status(keys, place).state is PlaceState.NEWER


def test_a_place_is_found_where_another_one_was(keys: OpenKeys, place: KeyPlace, stick: Path):
    other = stick.with_name("F")
    other.mkdir()
    second = add_place(keys, "home", other, mark_place(other, OFFICE))
    renew_place(keys, second)
    stick.rename(stick.with_name("swap"))
    other.rename(stick)
    stick.with_name("swap").rename(other)
    found = {each.id: place_status(keys, each) for each in key_places(keys)}
    assert [found[each.id].place.path for each in (place, second)] == [other, stick]
    assert all(each.holds_generation for each in found.values())
    switch(keys, [min(keys.living_keys())])
    assert all(renew_place(keys, each).holds_generation for each in key_places(keys))
    assert [each.path for each in key_places(keys)] == [other, stick]
    shutil.rmtree(other)
    assert place_status(keys, place).state is PlaceState.ABSENT


def test_a_place_is_found_at_another_drive(
    keys: OpenKeys, place: KeyPlace, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    moved = stick.with_name("G")
    stick.rename(moved)
    assert place_status(keys, place).state is PlaceState.ABSENT
    monkeypatch.setattr(place_marks, "same_path_on_other_drives", lambda _path: [moved])
    found = place_status(keys, place)
    assert (found.holds_generation, found.place.path) == (True, moved)
    monkeypatch.undo()
    assert stick not in volumes.same_path_on_other_drives(stick)


def test_two_sticks_take_turns_at_one_path(keys: OpenKeys, place: KeyPlace, stick: Path):
    _away(stick)
    second = add_place(keys, "home", stick, mark_place(stick, OFFICE))
    assert renew_place(keys, second).state is PlaceState.NEWEST
    assert place_status(keys, place).state is PlaceState.ABSENT


def test_a_number_is_never_used_again(keys: OpenKeys, place: KeyPlace, stick: Path):
    remove_place(keys, place.id, erased=erase_place(keys, place))
    switch(keys, [min(keys.living_keys())])
    assert add_place(keys, "safe", stick, mark_place(stick, OFFICE)).id == place.id + 1


def test_a_place_that_is_struck_off_at_hand_holds_no_keys(
    keys: OpenKeys, place: KeyPlace, stick: Path
):
    assert erase_place(keys, place)
    assert files_in(stick) == {f"easycare-keys-{OFFICE}/mark.json"}
    remove_place(keys, place.id, erased=True)
    assert (key_places(keys), former_places(keys)) == ([], [])
    told = keys.ledger_entries()[-1]
    assert (told.kind, told.facts) == ("key_place_removed", {"place": place.id, "erased": True})


def test_another_stick_is_never_erased(keys: OpenKeys, place: KeyPlace, stick: Path):
    safe = _away(stick)
    keys_at(stick).mkdir()
    (keys_at(stick) / "keys-1.db").write_bytes(b"not ours to erase")
    assert not erase_place(keys, place)
    assert (keys_at(stick) / "keys-1.db").read_bytes() == b"not ours to erase"
    assert (keys_at(safe) / "keys-1.db").is_file()


def test_what_was_struck_off_is_known_until_it_is_registered_again(
    keys: OpenKeys, place: KeyPlace, stick: Path
):
    remove_place(keys, place.id, generation=1)
    (former,) = former_places(keys)
    assert (former.label, former.mark, former.generation) == ("safe", place.mark, 1)
    assert former.is_out
    switch(keys, [min(keys.living_keys())])
    assert former_places(keys) == [former]
    again = add_place(keys, "safe again", stick, mark_place(stick, OFFICE))
    assert (again.mark, again.id) == (place.mark, place.id + 1)
    assert renew_place(keys, again).state is PlaceState.NEWEST
    assert former_places(keys) == []


def test_what_was_struck_off_is_known_until_somebody_says_that_it_is_gone(
    keys: OpenKeys, place: KeyPlace
):
    remove_place(keys, place.id)
    place_gone(keys, place.id, 1)
    (former,) = former_places(keys)
    assert (former.is_out, former.gone_at, former.gone_by) == (False, MORNING, 1)
    told = keys.ledger_entries()[-1]
    assert (told.kind, told.facts) == ("key_place_gone", {"place": place.id, "account": 1})


def test_a_place_that_is_at_hand_elsewhere_is_taken_by_its_mark(
    keys: OpenKeys, place: KeyPlace, stick: Path
):
    moved = stick.with_name("on the other PC")
    shutil.copytree(stick, moved)
    shutil.rmtree(stick)
    place_moved(keys, moved)
    assert [(each.id, each.path) for each in key_places(keys)] == [(place.id, moved)]
    strange = stick.with_name("strange")
    strange.mkdir()
    shutil.rmtree(moved)
    place_moved(keys, strange)
    assert _only(keys).path == moved
