"""A clock that was wrong takes no backup out of the line of an office."""

from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.services.restore.arrival import find_keys, open_arrival
from easycare_desktop.storage.restore import lineage
from easycare_desktop.storage.restore.refusals import BackupForkedError
from tests.services.restore.conftest import Year
from tests.services.restore.test_another_pc import OtherPc


@pytest.fixture
def moved(year: Year, tmp_path: Path) -> OtherPc:
    """Go on with an old backup on a PC whose clock is two days behind."""
    other = OtherPc(year, tmp_path / "other")
    other.home.clock.set(year.home.clock.now() - timedelta(days=2))
    return other


def go_on_with_the_newest(other: OtherPc) -> None:
    year = other.year
    other.arrive(year.stick, year.old, year.plan.number)
    third = OtherPc(year, other.home.paths.home.parent / "third")
    found = find_keys([year.stick])
    arrival = open_arrival(third.shelf, found[0], found, other.sheet.text)
    try:
        arrival.prepare(year.newest)
    finally:
        arrival.close()


def test_what_seems_later_but_lay_there_stays_a_backup(moved: OtherPc):
    go_on_with_the_newest(moved)


def test_where_nobody_notes_it_the_backup_is_refused(
    moved: OtherPc, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("easycare_desktop.services.restore.arrival.made_ahead", lambda *_: [])
    with pytest.raises(BackupForkedError):
        go_on_with_the_newest(moved)


def test_no_other_backup_is_noted(moved: OtherPc):
    year = moved.year
    services = year.open()
    keys, now = services.office.keys, year.home.clock.now()
    assert lineage.made_ahead(keys, [year.old, year.newest], now) == []
    behind = now - timedelta(days=2)
    assert lineage.made_ahead(keys, [year.old, year.newest], behind) == [year.newest.name]
    services.office.close()
