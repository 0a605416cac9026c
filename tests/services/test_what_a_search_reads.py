"""What a search can read, what it cannot, and who answers for what is left open."""

import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.destruction import (
    NoteMissingError,
    OutsidePlace,
    OutsideState,
    Plan,
    PlanState,
    PlanStepError,
)
from easycare_desktop.domain.people import Person
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.residue import ResidueService
from easycare_desktop.services.unnamed import NameInTextError
from easycare_desktop.storage.residue import opened_files, samples
from easycare_desktop.storage.residue.search import SurfaceResult
from tests.helpers.carrying_out import carry_out
from tests.helpers.cases import NAME, approval_of, decided, known_person, register
from tests.helpers.offices import OfficeHome

DELETED = "USB의 파일을 열어 지웠음"


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    (tmp_path / "temporary" / "deep" / "deeper").mkdir(parents=True)
    return tmp_path / "temporary"


@pytest.fixture
def usb(services: Services, tmp_path: Path) -> Path:
    """A stick with papers, and another one with the keys."""
    for name in ("usb", "keys"):
        (tmp_path / name).mkdir()
    services.key_places.add("USB", tmp_path / "keys")
    return tmp_path / "usb"


def card(services: Services, person: Person) -> bytes:
    return services.papers.make(PaperKind.BASIC_CARD, person.id, "보관").pdf


def searched(
    services: Services, plan: Plan, temporary: Path | None = None
) -> dict[str, SurfaceResult]:
    residue = ResidueService(services.office, (), temporary)
    return {each.surface: each for each in residue.search(residue.collect(plan))}


def certificate(services: Services, plan: Plan) -> str:
    paper = services.papers.make(PaperKind.CERTIFICATE, plan.id, "기관 보관")
    return "".join(text_of(paper.pdf).split())


def test_temporary_files_are_opened_wherever_they_lie(services: Services, temporary: Path):
    person = known_person(services)
    (temporary / "~print.tmp").write_bytes(card(services, person))
    with zipfile.ZipFile(temporary / "deep" / "x.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings.xml", f"<t>{NAME}</t>")
    (temporary / "deep" / "deeper" / "memo.txt").write_text(f"{NAME} 010-0000-1234", "utf-8")
    plan = decided(services, person).plan
    found = searched(services, plan, temporary)["temporary_files"]
    assert (found.files, found.unread, found.control_found) == (3, 0, True)
    assert found.hits >= 4
    assert sorted(each.name for each in temporary.iterdir()) == ["deep", "~print.tmp"]


def test_large_and_locked_temporary_files_are_counted_and_said(
    home: OfficeHome, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    services = Services(home.open(), temporary=temporary)
    services.start()
    (tmp_path / "keys").mkdir()
    services.key_places.add("USB", tmp_path / "keys")
    monkeypatch.setattr("easycare_desktop.services.surfaces._LARGEST", 1000)
    (temporary / "small.txt").write_bytes(b"x" * 1000)
    (temporary / "deep" / "large.bin").write_bytes(b"x" * 1001)
    locked = pikepdf.new()
    locked.add_blank_page()
    locked.save(temporary / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    plan = decided(services, known_person(services)).plan
    found = searched(services, plan, temporary)["temporary_files"]
    assert (found.files, found.unread, found.control_found) == (1, 2, True)
    done = carry_out(services, plan)
    assert done.state is PlanState.DONE
    said = certificate(services, plan)
    assert "임시폴더(읽지못한파일2개)" in said
    assert "찾은값:성명,전화,주소" in said
    services.office.close()


def test_only_the_newest_are_read_where_there_are_too_many(tmp_path: Path):
    for number in range(4):
        (tmp_path / f"{number}.txt").write_bytes(b"x" * 10)
    found, left_out = opened_files.files_below(tmp_path, 10, 25)
    assert (len(found), left_out) == (2, 2)


def test_a_saved_paper_under_a_password_is_not_called_searched(services: Services, usb: Path):
    person = known_person(services)
    path = usb / "card.pdf"
    (usb / "open.pdf").write_bytes(card(services, person))
    with pikepdf.open(usb / "open.pdf") as paper:
        paper.save(path, encryption=pikepdf.Encryption(owner="abc12345", user="abc12345"))
    services.saved_files.note(path)
    plan = decided(services, person).plan
    assert carry_out(services, plan).state is PlanState.PARTIAL
    assert services.destruction.view(plan.id).open_points == ("unread",)
    said = certificate(services, plan)
    assert "저장한문서와표(읽지못한파일1개)" in said.split("1.파기한항목")[0]
    path.unlink()
    assert services.destruction_run.check_again(plan.id).plan.state is PlanState.DONE


def test_a_stick_that_was_taken_out_is_remembered_and_looked_into_later(
    services: Services, usb: Path, tmp_path: Path
):
    person = known_person(services)
    for name in ("one.pdf", "two.pdf"):
        (usb / name).write_bytes(card(services, person))
        services.saved_files.note(usb / name)
    away = usb.rename(tmp_path / "in the drawer")
    kept = tmp_path / "kept.txt"
    kept.write_text("빈 종이", "utf-8")
    services.saved_files.note(kept)
    plan = decided(services, person).plan
    found = searched(services, plan)["saved_files"]
    assert (found.files, found.unread, found.hits) == (1, 2, 0)
    assert carry_out(services, plan).state is PlanState.PARTIAL
    assert services.destruction_run.check_again(plan.id).open_points == ("unread",)
    away.rename(usb)
    assert services.destruction_run.check_again(plan.id).open_points == ("found",)


def test_an_officer_answers_for_what_cannot_be_read(services: Services, usb: Path):
    person = known_person(services)
    path = usb / "card.pdf"
    path.write_bytes(card(services, person))
    services.saved_files.note(path)
    shutil.rmtree(usb)
    plan = decided(services, person).plan
    assert carry_out(services, plan).state is PlanState.PARTIAL
    register(services, "나둘째")
    for wrong, error in ((" ", NoteMissingError), ("나둘째 님 것", NameInTextError)):
        with pytest.raises(error):
            services.destruction_search.close(plan.id, wrong)
    services.destruction_search.close(plan.id, DELETED)
    assert services.destruction_run.check_again(plan.id).plan.state is PlanState.DONE
    said = certificate(services, plan)
    assert "찾기에서남은것은책임자가답하였습니다" in said.split("1.파기한항목")[0]
    assert "책임자확인:USB의파일을열어지웠음(박책임,2026-11-23)" in said
    with pytest.raises(PlanStepError):
        services.destruction_search.close(plan.id, DELETED)


def test_plain_words_and_days_of_birth_are_looked_for_in_our_own_files(
    services: Services, tmp_path: Path
):
    plan = decided(services, known_person(services)).plan
    clean = searched(services, plan)["settings_and_logs"]
    (services.office.info.folder / "note.txt").write_text("가상 고혈압 / 1941-03-05", "utf-8")
    found = searched(services, plan)["settings_and_logs"]
    assert (clean.hits, found.hits) == (0, 2)
    assert found.values > searched(services, plan)["office_pages"].values


def test_a_format_that_is_not_opened_fails_its_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    needles = opened_files.make_needles([NAME])
    assert opened_files.search_opened("x", [], needles, tmp_path).control_found
    for part in ("_texts", "_members"):
        with monkeypatch.context() as patched:
            patched.setattr(f"easycare_desktop.storage.residue.readable.{part}", lambda _: iter(()))
            assert not opened_files.search_opened("x", [], needles, tmp_path).control_found
    assert list(tmp_path.iterdir()) == []
    with samples.planted_samples(tmp_path) as (word, paths):
        assert [word.encode() in each.read_bytes() for each in paths] == [True, False, False, False]


def test_a_search_that_was_stopped_is_finished_with_the_name_in_use(
    home: OfficeHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "stick").mkdir()
    services = Services(home.open())
    services.start()
    services.key_places.add("USB", tmp_path / "stick")
    person = known_person(services)
    holding = services.people.open(person.id).contents["photo"].holding
    plan = services.selection.plan_holdings([holding.id], "사진을 지워 달라고 하심")
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))

    class Stopped(BaseException):
        pass

    def stop(*_: object) -> None:
        raise Stopped

    with monkeypatch.context() as patched:
        patched.setattr("easycare_desktop.services.destruction_run.sweep", stop)
        with pytest.raises(Stopped):
            services.destruction_run.run(plan.id)
    services.office.close()
    services = Services(home.open())
    services.start()
    assert services.destruction.view(plan.id).plan.state is PlanState.DONE
    said = certificate(services, plan)
    assert "다시찾음" in said
    assert "저장한문서" not in said
    services.office.close()
