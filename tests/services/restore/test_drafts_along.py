"""What somebody is typing, and where files were saved, outlives a restore on this PC."""

from collections.abc import Callable
from pathlib import Path

import pytest

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.restore import desk
from easycare_desktop.services.saved_files import saved_files
from easycare_desktop.storage.databases.data_pointer import data_folder
from tests.helpers.backups import restore
from tests.services.restore.conftest import STAYED, Year

TYPED = {"identity.address": "행복시 나눔구 겨울길 3", "over.identity.address": ""}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "saved" / "paper.pdf"
    path.parent.mkdir()
    path.write_bytes(b"%PDF-1.7")
    return path


def type_half(services: Services, saved: Path) -> int:
    """Let a form be half-typed, a request of later too, and a paper be saved."""
    (line,) = services.people.find(STAYED)
    services.drafts.keep("people.form", line.id, TYPED)
    services.drafts.keep("cancel.verify", 4711, {"note": "메모"})
    services.saved_files.note(saved)
    services.office.close()
    return line.id


def known_files(services: Services) -> tuple[Path, ...]:
    with services.office.door.enter(Action.FILE_NOTED) as step:
        return saved_files(step).here


def leave_whole(_folder: Path) -> None:
    """Do no harm."""


def spoil(folder: Path) -> None:
    (data_folder(folder) / "office.db").write_bytes(b"")


@pytest.mark.parametrize("harm", [leave_whole, spoil], ids=("whole", "lost"))
def test_half_typed_work_is_there_after_a_restore(
    year: Year, saved: Path, harm: Callable[[Path], None]
):
    person_id = type_half(year.open(), saved)
    harm(year.folder)
    restore(year.home, year.folder, year.newest)
    services = year.open()
    (draft,) = services.drafts.all()
    assert (draft.window, draft.subject, draft.name) == ("people.form", person_id, STAYED)
    kept = services.drafts.get("people.form", person_id)
    assert kept is not None
    assert kept.values == TYPED
    assert known_files(services) == (saved,)
    services.office.close()


def test_drafts_that_nobody_can_read_do_not_stop_a_restore(year: Year, saved: Path):
    type_half(year.open(), saved)
    (data_folder(year.folder) / "drafts.db").write_bytes(b"not a database" * 400)
    restore(year.home, year.folder, year.newest)
    services = year.open()
    assert services.drafts.all() == []
    services.office.close()


def test_without_them_it_would_be_gone(year: Year, saved: Path, monkeypatch: pytest.MonkeyPatch):
    type_half(year.open(), saved)
    monkeypatch.setattr(desk, "take_drafts", lambda *_all: None)
    restore(year.home, year.folder, year.newest)
    services = year.open()
    assert (services.drafts.all(), known_files(services)) == ([], ())
    services.office.close()
