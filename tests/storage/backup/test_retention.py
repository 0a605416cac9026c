"""All sets of a month stay, then the newest whole one of each month; files go with the last set."""

from datetime import datetime, timedelta

import pytest

from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.backup.reader import SetState
from easycare_desktop.system.clock import SEOUL
from tests.storage.backup.helpers import Stick, add_scan

START = datetime(2026, 1, 5, 18, 0, tzinfo=SEOUL)


def days(stick: Stick) -> list[str]:
    return [f"{each.place.begun_at:%m%d}" for each in reversed(stick.sets())]


def test_a_month_of_days_and_then_one_a_month(stick: Stick):
    for day in (0, 10, 20, 27, 30, 34):
        stick.back_up(START + timedelta(days=day))
    assert days(stick) == ["0115", "0125", "0201", "0204", "0208"] or days(stick)[-1] == "0208"
    stick.back_up(START + timedelta(days=80))
    assert days(stick) == ["0125", "0208", "0326"]
    assert [each.state for each in stick.sets()] == [SetState.WHOLE] * 3


def test_a_damaged_set_never_outlives_a_whole_one(stick: Stick):
    stick.back_up(START)
    later = stick.back_up(START + timedelta(days=3))
    database = later.place.folder / "office.db"
    database.write_bytes(database.read_bytes()[:-4096])
    stick.back_up(START + timedelta(days=80))
    assert days(stick) == ["0105", "0326"]


def test_files_that_no_set_names_go_last(office: OpenOffice, stick: Stick):
    gone = add_scan(office, 9)
    first = stick.back_up(START)
    (office.files.folder / "files" / gone).unlink()
    stick.back_up(START + timedelta(days=3))
    assert (first.place.pool / gone).exists()
    stick.back_up(START + timedelta(days=80))
    assert not first.place.folder.exists()
    assert not (first.place.pool / gone).exists()
    assert len(list(first.place.pool.iterdir())) == 3


@pytest.mark.parametrize("content", [b"", b"{}"])
def test_nothing_is_swept_while_a_set_cannot_be_read(
    office: OpenOffice, stick: Stick, content: bytes
):
    gone = add_scan(office, 9)
    first = stick.back_up(START)
    (office.files.folder / "files" / gone).unlink()
    stick.back_up(START + timedelta(days=3))
    unread = stick.back_up(START + timedelta(days=20))
    (unread.place.folder / "manifest.json").write_bytes(content)
    stick.back_up(START + timedelta(days=45))
    assert not first.place.folder.exists()
    assert (first.place.pool / gone).exists()
