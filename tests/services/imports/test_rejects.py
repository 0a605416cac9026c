"""Rows that could not be brought in leave as any list does: protected, covered, on record."""

import errno
import os
from pathlib import Path

import pytest

from easycare_desktop.domain.exporting import (
    ExportEmptyError,
    ExportPurpose,
    ExportReasonMissingError,
    Leaving,
)
from easycare_desktop.domain.importing import RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.registers import RegisterState
from easycare_desktop.exchange.incoming.reading import read_list
from easycare_desktop.exchange.incoming.refusals import ListFileLockedError
from easycare_desktop.security.password_rule import PasswordTooShortError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.imports.rejects import Rejected
from easycare_desktop.services.unnamed import NameInTextError
from easycare_desktop.system.refusals import DiskFullError
from tests.helpers.cases import NAME, approved, known_person
from tests.helpers.lists import HEAD, ROWS

LEAVING = Leaving(ExportPurpose.OTHER, "잘못된 줄을 고치려고", "hamster-garden-27")


def rejected(services: Services, folder: Path, *rows: str) -> Rejected:
    path = folder / "목록.csv"
    path.write_bytes("\r\n".join((HEAD, *rows)).encode("cp949"))
    file = services.imports.read(path)
    layout = services.imports.layout(file, 0, PersonKind.RECIPIENT)
    bad = services.imports.preview(file, 0, layout).in_state(RowState.BAD)
    told = {each.number: "사유" for each in bad}
    return Rejected(file, 0, layout, bad, told, ("고칠 줄", "고칠 사유"))


def test_the_copy_is_on_record_and_a_destruction_asks_about_it(services: Services, tmp_path: Path):
    person = known_person(services)
    birth = services.people.open(person.id).contents["identity"].values["birth"]
    wrong = f"{NAME},{birth},여,010-00,,,,,,,,"
    path = tmp_path / "고칠 줄.xlsx"
    done = services.rejected_rows.save(rejected(services, tmp_path, wrong), LEAVING, path)
    assert done.people == 1
    with pytest.raises(ListFileLockedError):
        read_list(path)
    entry = next(each for each in services.log.newest(9) if each.action == "exchange.people")
    assert (entry.detail, entry.count) == (f"{done.number} other rejected_rows", 1)
    twins = services.registers.twins_of_plan(approved(services, person).id)
    assert [each.item.number for each in twins] == [done.number]


def test_what_exports_ask_is_asked(services: Services, tmp_path: Path):
    known_person(services)
    found = rejected(services, tmp_path, ROWS[0].replace("3등급", "9등급"))
    path = tmp_path / "고칠 줄.xlsx"
    for reason, password, refusal in (
        (" ", LEAVING.password, ExportReasonMissingError),
        (f"{NAME} 님 때문에", LEAVING.password, NameInTextError),
        (LEAVING.reason, "short", PasswordTooShortError),
    ):
        with pytest.raises(refusal):
            services.rejected_rows.save(found, Leaving(LEAVING.purpose, reason, password), path)
    none = Rejected(found.file, 0, found.layout, (), {}, found.titles)
    with pytest.raises(ExportEmptyError):
        services.rejected_rows.save(none, LEAVING, path)
    assert services.registers.items() == []
    assert not path.exists()


def test_a_file_that_cannot_be_written_is_recorded_as_never_made(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    found = rejected(services, tmp_path, ROWS[0].replace("3등급", "9등급"))

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(DiskFullError):
            services.rejected_rows.save(found, LEAVING, tmp_path / "고칠 줄.xlsx")
    assert [each.state for each in services.registers.items()] == [RegisterState.DESTROYED]
