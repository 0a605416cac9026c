"""A drill proves that a backup comes back, in a scratch folder, and leaves nothing."""

from pathlib import Path

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.restore import drill as drills
from easycare_desktop.services.restore.drill import NoWholeBackupError
from easycare_desktop.storage.backup.places import keys_inside
from tests.helpers.backups import back_up
from tests.helpers.cases import register
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND, VIEWER
from tests.services.restore.conftest import Year
from tests.services.test_papers import words_of


def silent(_done: int, _total: int) -> None:
    pass


def files_of(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def test_the_newest_backup_comes_back_and_nothing_is_left(year: Year):
    services = year.open()
    before = files_of(year.folder)
    report = services.drill.run(year.backups, silent)
    assert report.passed
    assert report.set_name == year.newest.name
    counts = {each.code: each.count for each in report.checks}
    assert counts["people"] == 2
    assert counts["holdings"] > 10
    assert files_of(year.folder) == before
    last = services.office.keys.ledger_entries()[-1]
    assert (last.kind, last.facts["passed"]) == ("drill", True)
    paper = services.papers.make(PaperKind.DRILL_REPORT, 0, "반기 점검")
    assert paper.pdf.startswith(b"%PDF")
    said = words_of(paper.pdf)
    assert "백업에열쇠가섞여있지않은지이상없음폴더1곳" in said
    assert f"되살린자료에서사람을볼수있는지이상없음{counts['people']}명" in said
    services.office.close()


def test_a_backup_that_no_key_place_opens_does_not_pass(year: Year):
    services = year.open()
    register(services, "나중이")
    back_up(services.office, year.backups)
    report = services.drill.run(year.backups, silent)
    assert [each.code for each in report.checks if not each.held] == ["key_place"]
    assert (report.passed, report.opens_here_alone) == (False, True)
    paper = text_of(services.papers.make(PaperKind.DRILL_REPORT, 0, "반기 점검").pdf)
    assert "다른 PC에서는 열 수 없습니다" in paper
    assert "되살릴 수 있음을 확인했습니다" not in paper
    services.key_places.add("USB", year.stick)
    assert services.drill.run(year.backups, silent).passed
    services.office.close()


def test_no_key_lies_in_the_scratch_folder(year: Year, monkeypatch: pytest.MonkeyPatch):
    services = year.open()
    seen: list[Path] = []

    def planted(folder: Path) -> list[Path]:
        (folder / "keys-7.db").write_bytes(b"planted")
        seen.extend(keys_inside(folder))
        return seen

    monkeypatch.setattr(drills, "keys_inside", planted)
    report = services.drill.run(year.backups, silent)
    assert [each.name for each in seen] == ["keys-7.db"]
    assert not report.passed
    services.office.close()


def test_a_damaged_backup_fails_the_drill(year: Year):
    services = year.open()
    content = bytearray((year.newest.folder / "separated.db").read_bytes())
    content[-100] ^= 1
    (year.newest.folder / "separated.db").write_bytes(content)
    report = services.drill.run(year.backups, silent)
    assert report.set_name == year.old.name
    services.office.close()


def test_without_a_backup_there_is_nothing_to_drill(year: Year, tmp_path: Path):
    services = year.open()
    with pytest.raises(NoWholeBackupError):
        services.drill.run(tmp_path, silent)
    services.office.close()
    viewer = Services(year.home.open(VIEWER, OTHERS_PASSWORD))
    with pytest.raises(NotPermittedError):
        viewer.drill.run(year.backups, silent)
    viewer.office.close()


def test_the_report_names_who_drilled_and_not_who_prints(year: Year):
    services = year.open()
    services.drill.run(year.backups, silent)
    services.office.close()
    other = Services(year.home.open(SECOND, OTHERS_PASSWORD))
    paper = other.papers.make(PaperKind.DRILL_REPORT, 0, "반기 점검")
    words = " ".join(text_of(paper.pdf).split())
    assert "훈련한 사람 박책임" in words
    assert "출력자 이책임" in words
    other.office.close()
