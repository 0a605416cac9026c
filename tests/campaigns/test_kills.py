"""Short samples of the kills; all of them by hand: python -m tests.campaigns.kills."""

from pathlib import Path

import pytest

from tests.campaigns.conftest import Started, broken
from tests.campaigns.lost_power import Event
from tests.campaigns.protocols import PROTOCOLS
from tests.campaigns.stops import Mirror, contents_of


@pytest.mark.parametrize(
    "names", [("save",), pytest.param(tuple(PROTOCOLS), marks=pytest.mark.long)]
)
def test_a_process_that_ends_anywhere_leaves_a_whole_office(
    started: Started, names: tuple[str, ...]
):
    counts = started("kills", "--sample", "1", *names)
    assert [count["name"] for count in counts] == list(names)
    assert all(count["runs"] == 1 for count in counts)
    assert broken(counts) == []


@pytest.mark.parametrize(
    "names", [("destroy",), pytest.param(tuple(PROTOCOLS), marks=pytest.mark.long)]
)
def test_every_state_that_a_stop_can_leave_is_a_whole_office(
    started: Started, names: tuple[str, ...]
):
    counts = started("stops", "--sample", "1", *names)
    assert [count["name"] for count in counts] == list(names)
    assert broken(counts) == []


def test_a_mirror_comes_to_what_was_done(tmp_path: Path):
    start, as_if = tmp_path / "start", Path("/somewhere/disk")
    start.mkdir()
    (start / "old").write_bytes(b"0123456789")
    mirror = Mirror(start, as_if, tmp_path / "mirror")
    done = [
        Event("D", f"{as_if}/in", 0, b""),
        Event("C", f"{as_if}/in/new", 0, b""),
        Event("W", f"{as_if}/in/new", 2, b"abcd"),
        Event("T", f"{as_if}/in/new", 4, b""),
        Event("R", f"{as_if}/in/new", 0, f"{as_if}/there".encode()),
        Event("E", f"{as_if}/in", 0, b""),
        Event("M", "confirmed it", 0, b""),
    ]
    for event in done:
        mirror.play(event)
    mirror.play(Event("W", f"{as_if}/old", 0, b"abcdef"), half=True)
    assert contents_of(mirror.folder) == {"there": b"\0\0ab", "old": b"abc3456789"}
    mirror.play(Event("U", f"{as_if}/old", 0, b""))
    assert contents_of(mirror.folder) == {"there": b"\0\0ab"}
    assert mirror.words == ["confirmed it"]


@pytest.mark.long
def test_without_the_part_file_the_stops_would_be_noticed(started: Started):
    counts = started("stops", "password", "--without", "part-file", "--sample", "40")
    assert broken(counts)


@pytest.mark.long
@pytest.mark.parametrize(
    ("protocol", "guard", "words"),
    [
        ("give", "lease-kept", "--sample 8 --first 320"),
        ("lost place", "struck-off", "--sample 8"),
        ("take back", "places-first", "--sample 8 --first 140"),
        ("take", "older-copy", "--first 440"),
        ("hand over", "equality", "--sample 8"),
        ("hand over", "part-file", "--sample 8"),
        ("restore", "half-typed", "--first 400"),
    ],
)
def test_without_their_guards_the_stops_would_be_noticed(
    started: Started, protocol: str, guard: str, words: str
):
    counts = started("stops", protocol, "--without", guard, *words.split())
    assert broken(counts)


@pytest.mark.long
def test_a_moved_folder_is_whole(started: Started):
    assert broken(started("moved", "--sample", "2")) == []


@pytest.mark.long
def test_without_the_part_file_the_kills_would_be_noticed(started: Started):
    counts = started("kills", "password", "--sample", "8", "--without", "part-file")
    assert broken(counts)
