import json
from dataclasses import replace

import pytest

from easycare_desktop.security.passwords import KdfParameters
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.storage.keys.slots import Kit, Protection, Slot, Slots, parse_slots

KDF = KdfParameters(64, 1, 1)
DEVICE_KEY = bytes(range(32))
SLOTS = Slots(
    office_id="f3a1c2",
    generation=3,
    protection=Protection.DEVICE,
    label_salt=b"salt",
    kit=Kit(1, b"s", KDF, b"public", b"root"),
    by_label={
        "aa": Slot(b"s", KDF, b"private", b"public", b"root"),
        "bb": Slot(b"t", KDF, b"private", b"public", None),
    },
)


@pytest.mark.parametrize("protection", Protection)
def test_slots_are_written_and_read_back(protection: Protection):
    slots = replace(SLOTS, protection=protection)
    device_key = DEVICE_KEY if protection is Protection.DEVICE else None
    closed = slots.close(device_key)
    assert parse_slots(closed.to_bytes()) == closed
    assert closed.open(device_key) == slots


def test_under_a_device_key_not_even_labels_show():
    assert b"aa" in json.dumps({"aa": 1}).encode()
    assert b"aa" not in SLOTS.close(DEVICE_KEY).block


@pytest.mark.parametrize("changed", [{"generation": 4}, {"office_id": "other"}])
def test_a_block_belongs_to_its_office_and_generation(changed: dict[str, object]):
    closed = SLOTS.close(DEVICE_KEY)
    with pytest.raises(SealBrokenError):
        replace(closed, **changed).open(DEVICE_KEY)
    with pytest.raises(SealBrokenError):
        closed.open(bytes(32))
    with pytest.raises(SealBrokenError):
        closed.open(None)


def test_the_part_for_key_places_has_no_block():
    kit = parse_slots(SLOTS.close(DEVICE_KEY).to_bytes(with_block=False))
    assert kit.block == b""
    assert kit.kit == SLOTS.kit


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"protection": "none"},
        {"generation": "three"},
        {"kit": None},
        {"salt": "%%"},
        {"slots": 5},
    ],
)
def test_anything_unexpected_is_no_slots_file(change: dict[str, object]):
    body = json.loads(SLOTS.close(DEVICE_KEY).to_bytes())
    with pytest.raises(ValueError, match="not a slots file"):
        parse_slots(json.dumps({**body, **change}).encode())


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"\xff", b"{"])
def test_nonsense_is_no_slots_file(content: bytes):
    with pytest.raises(ValueError, match="not a slots file"):
        parse_slots(content)
