import json
import shutil
from pathlib import Path

import pytest

from easycare_desktop.storage.keys import place_writing as room
from easycare_desktop.storage.keys.key_places import PlaceCopyError, renew_place
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_marks import mark_place
from easycare_desktop.storage.keys.place_registry import (
    KeyPlace,
    add_place,
    key_places,
    remove_place,
)
from easycare_desktop.storage.keys.place_status import PlaceState, place_status
from easycare_desktop.storage.keys.refusals import KeysOlderError
from easycare_desktop.storage.keys.slots import parse_slots
from easycare_desktop.storage.keys.sqlcipher import connect
from easycare_desktop.storage.keys.ways_in import open_kit, unwrap_root
from easycare_desktop.storage.restore.lineage import move_identity
from easycare_desktop.system.atomic_files import PART
from tests.helpers.harmed import last_bit_flipped
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import CHEAP, CODE, MORNING, OFFICE, OFFICER, switch


@pytest.fixture
def place(keys: OpenKeys, tmp_path: Path) -> KeyPlace:
    stick = tmp_path / "stick"
    stick.mkdir()
    new_keys_in(keys.holdings, 5)
    return add_place(keys, "safe", stick, mark_place(stick, OFFICE))


def _there(place: KeyPlace) -> Path:
    return place.path / f"easycare-keys-{OFFICE}"


def _names(place: KeyPlace) -> set[str]:
    return {path.name for path in _there(place).iterdir()}


def _switch(keys: OpenKeys) -> int:
    doomed = min(keys.living_keys())
    switch(keys, [doomed])
    return doomed


def test_a_place_is_registered_by_number_and_can_be_struck_off(keys: OpenKeys, place: KeyPlace):
    assert key_places(keys) == [place]
    assert (place.label, place.added_at) == ("safe", MORNING)
    told = keys.ledger_entries()[-1]
    assert (told.kind, told.facts) == ("key_place_added", {"place": place.id})
    remove_place(keys, place.id)
    assert key_places(keys) == []


def test_a_copy_holds_the_newest_keys_and_only_the_way_in_of_the_sheet(
    keys: OpenKeys, place: KeyPlace
):
    assert place_status(keys, place).state is PlaceState.EMPTY
    status = renew_place(keys, place)
    assert status.state is PlaceState.NEWEST
    assert (status.generation, status.revision) == (1, keys.revision)
    assert status.holds_generation
    assert _names(place) == {"keys-1.db", "kit-1.json", "mark.json", "place.json"}
    kit = parse_slots((_there(place) / "kit-1.json").read_bytes())
    assert kit.block == b""
    pair = open_kit(kit.kit, CODE, CHEAP)
    root = unwrap_root(kit.kit.root, pair, OFFICE, 1, "sheet 1")
    copy = connect(_there(place) / "keys-1.db", root, create=False)
    assert copy.execute("SELECT count(*) FROM holding_key").fetchone()[0] == 5
    copy.close()
    content = b"".join(path.read_bytes() for path in _there(place).iterdir())
    assert OFFICER.login.encode() not in content


def test_a_place_falls_behind_and_then_gets_older(keys: OpenKeys, place: KeyPlace):
    renew_place(keys, place)
    new_keys_in(keys.holdings, 1)
    behind = place_status(keys, place)
    assert (behind.state, behind.holds_generation) == (PlaceState.BEHIND, True)
    doomed = _switch(keys)
    older = place_status(keys, place)
    assert (older.state, older.generation, older.holds_generation) == (PlaceState.OLDER, 1, False)
    assert renew_place(keys, place).state is PlaceState.NEWEST
    assert _names(place) == {"keys-2.db", "kit-2.json", "mark.json", "place.json"}
    copy = connect(_there(place) / "keys-2.db", keys.file.root, create=False)
    row = copy.execute("SELECT key FROM holding_key WHERE id = ?", (doomed,)).fetchone()
    assert row == (None,)
    copy.close()


def test_an_absent_place_is_told_and_nothing_is_written(keys: OpenKeys, place: KeyPlace):
    shutil.rmtree(place.path)
    assert place_status(keys, place).state is PlaceState.ABSENT
    assert renew_place(keys, place).state is PlaceState.ABSENT
    assert not place.path.exists()


@pytest.mark.parametrize("file", ["keys-1.db", "kit-1.json", "mark.json", "place.json"])
def test_a_damaged_place_is_told_and_renewed(keys: OpenKeys, place: KeyPlace, file: str):
    renew_place(keys, place)
    if file == "keys-1.db":
        path = _there(place) / file
        path.write_bytes(last_bit_flipped(path.read_bytes()))
    else:
        (_there(place) / file).unlink()
    harmed = PlaceState.NEWEST if file == "mark.json" else PlaceState.DAMAGED
    assert place_status(keys, place).state is harmed
    assert renew_place(keys, place).state is PlaceState.NEWEST
    assert _names(place) == {"keys-1.db", "kit-1.json", "mark.json", "place.json"}


def test_a_stop_between_keys_and_stamp_needs_a_renewal(keys: OpenKeys, place: KeyPlace):
    renew_place(keys, place)
    stamp = (_there(place) / "place.json").read_bytes()
    new_keys_in(keys.holdings, 3)
    renew_place(keys, place)
    (_there(place) / "place.json").write_bytes(stamp)
    found = place_status(keys, place)
    assert (found.state, found.holds_generation) == (PlaceState.BEHIND, True)
    assert renew_place(keys, place).state is PlaceState.NEWEST


def test_something_newer_is_never_overwritten(keys: OpenKeys, place: KeyPlace):
    renew_place(keys, place)
    path = _there(place) / "place.json"
    stamp = json.loads(path.read_text())
    path.write_text(json.dumps({**stamp, "revision": stamp["revision"] + 1}))
    before = {each.name: each.read_bytes() for each in _there(place).iterdir()}
    assert place_status(keys, place).state is PlaceState.NEWER
    with pytest.raises(KeysOlderError) as refusal:
        renew_place(keys, place)
    assert refusal.value.expected == (1, stamp["revision"] + 1)
    assert {each.name: each.read_bytes() for each in _there(place).iterdir()} == before


def test_keys_of_a_pc_that_took_a_copy_of_the_stick_are_never_overwritten(
    keys: OpenKeys, place: KeyPlace
):
    renew_place(keys, place)
    path = _there(place) / "place.json"
    stamp = json.loads(path.read_bytes())
    path.write_text(json.dumps(stamp | {"instance": "0123456789abcdef"}))
    before = {each.name: each.read_bytes() for each in _there(place).iterdir()}
    _switch(keys)
    found = place_status(keys, place)
    assert (found.state, found.taken_over) == (PlaceState.NEWER, True)
    with pytest.raises(KeysOlderError):
        renew_place(keys, place)
    assert {each.name: each.read_bytes() for each in _there(place).iterdir()} == before


def test_keys_of_a_pc_that_the_office_has_left_are_brought_up(keys: OpenKeys, place: KeyPlace):
    renew_place(keys, place)
    move_identity(keys, {}, MORNING)
    assert place_status(keys, place).state is PlaceState.BEHIND
    assert renew_place(keys, place).state is PlaceState.NEWEST


def test_a_copy_that_does_not_read_back_leaves_the_older_one(
    keys: OpenKeys, place: KeyPlace, monkeypatch: pytest.MonkeyPatch
):
    renew_place(keys, place)
    before = (_there(place) / "keys-1.db").read_bytes()
    _switch(keys)
    plain_write = room.write_atomically

    def torn(path: Path, content: bytes) -> None:
        spoilt = path.name.startswith("trial")
        plain_write(path, last_bit_flipped(content) if spoilt else content)

    with monkeypatch.context() as patch:
        patch.setattr(room, "write_atomically", torn)
        with pytest.raises(PlaceCopyError) as refusal:
            renew_place(keys, place)
    assert refusal.value.place_id == place.id
    assert _names(place) == {"keys-1.db", "kit-1.json", "mark.json", "place.json"}
    assert (_there(place) / "keys-1.db").read_bytes() == before
    assert place_status(keys, place).state is PlaceState.OLDER


def test_a_stick_pulled_out_is_a_refusal(
    keys: OpenKeys, place: KeyPlace, monkeypatch: pytest.MonkeyPatch
):
    def pulled(*_given: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(room, "write_atomically", pulled)
    with pytest.raises(PlaceCopyError):
        renew_place(keys, place)


def test_what_a_stop_left_there_is_swept(keys: OpenKeys, place: KeyPlace):
    renew_place(keys, place)
    folder = _there(place)
    _switch(keys)
    shutil.copy(folder / "keys-1.db", folder / "trial-1.db")
    shutil.copy(folder / "keys-1.db", folder / f".trial-2.db.ab12{PART}")
    (folder / "letter.txt").write_text("of the office itself")
    renew_place(keys, place)
    assert _names(place) == {"keys-2.db", "kit-2.json", "mark.json", "place.json", "letter.txt"}


def test_two_offices_share_a_stick(keys: OpenKeys, place: KeyPlace):
    other = place.path / "easycare-keys-other"
    other.mkdir()
    (other / "keys-9.db").write_bytes(b"x")
    assert place_status(keys, place).state is PlaceState.EMPTY
    renew_place(keys, place)
    assert (other / "keys-9.db").read_bytes() == b"x"
