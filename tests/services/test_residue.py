"""What a destruction searches: each surface with a sample of its own, found before it counts."""

import zipfile
from pathlib import Path

import pytest

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, PlanState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.residue import ResidueService
from easycare_desktop.services.surfaces import Surfaces
from easycare_desktop.storage.residue.pages import decrypted_pieces
from tests.helpers.cases import NAME, approval_of, approved, decided, known_person

SURFACES = {
    *("office_pages", "separated_pages", "drafts_pages", "key_pages"),
    *("office_files", "settings_and_logs", "temporary_files", "saved_files"),
}


@pytest.fixture
def residue(services: Services, tmp_path: Path) -> ResidueService:
    logs, temporary = tmp_path / "logs", tmp_path / "temporary"
    logs.mkdir()
    temporary.mkdir()
    return ResidueService(services.office, [logs], temporary)


def test_nothing_is_found_and_every_sample_is(services: Services, residue: ResidueService):
    plan = approved(services, known_person(services))
    with services.office.door.enter(Action.DESTRUCTION_RUN) as step:
        services.office.keys.ledger_append(
            "switch_intent", {"digest": plan.digest.hex(), "to": 1}, services.office.clock.now()
        )
        assert step
    found = residue.search(residue.collect(plan))
    assert {each.surface for each in found} == SURFACES
    assert [each.surface for each in found if each.hits or not each.control_found] == []
    pages = b"".join(
        decrypted_pieces(
            services.office.files.path_of("office"), services.office.keys.file_key("office")
        )
    )
    assert b"canary " not in pages


def _plant(services: Services, surface: str, folder: Path) -> None:
    text, door = f"x {NAME} x", services.office.door
    if surface == "office_pages":
        with door.enter(Action.OFFICE_READ) as step:
            step.uow.meta.put("planted", text)
    elif surface == "separated_pages":
        with door.enter(Action.OFFICE_READ) as step:
            step.separated._connection.exec_driver_sql(
                "CREATE TABLE planted AS SELECT ? AS t", (text,)
            )
    elif surface == "drafts_pages":
        services.drafts.keep("person", 0, {"name": text})
    elif surface == "key_pages":
        services.office.keys.ledger_append("planted", {"t": text}, services.office.clock.now())
    else:
        place = {
            "office_files": services.office.info.folder / "files" / "planted.bin",
            "settings_and_logs": folder / "logs" / "today.log",
            "temporary_files": folder / "temporary" / "print.tmp",
        }[surface]
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, "utf-16-le")


@pytest.mark.parametrize("surface", sorted(SURFACES - {"saved_files"}))
def test_a_value_left_on_a_surface_is_found_there(
    services: Services, residue: ResidueService, tmp_path: Path, surface: str
):
    plan = decided(services, known_person(services)).plan
    _plant(services, surface, tmp_path)
    found = {each.surface: each.hits for each in residue.search(residue.collect(plan))}
    assert found[surface] > 0
    assert all(hits == 0 for name, hits in found.items() if name not in {surface, "office_files"})


def test_a_value_in_a_free_page_is_found(services: Services, residue: ResidueService):
    plan = decided(services, known_person(services)).plan
    with services.office.door.enter(Action.OFFICE_READ) as step:
        raw = step.uow.meta._connection
        raw.exec_driver_sql("PRAGMA secure_delete = OFF")
        raw.exec_driver_sql("CREATE TABLE gone(t TEXT)")
        for _ in range(200):
            raw.exec_driver_sql("INSERT INTO gone VALUES (?)", (f"{NAME} " * 40,))
    with services.office.door.enter(Action.OFFICE_READ) as step:
        raw = step.uow.meta._connection
        raw.exec_driver_sql("PRAGMA secure_delete = OFF")
        raw.exec_driver_sql("DROP TABLE gone")
    found = {each.surface: each.hits for each in residue.search(residue.collect(plan))}
    assert found["office_pages"] > 0


def test_saved_papers_and_tables_are_opened_and_searched(
    services: Services, residue: ResidueService, tmp_path: Path
):
    person = known_person(services)
    paper = services.papers.make(PaperKind.ONE_PAGE_ANSWER, person.id, "본인에게 드리기")
    pdf, table = tmp_path / "answer.pdf", tmp_path / "list.xlsx"
    pdf.write_bytes(paper.pdf)
    with zipfile.ZipFile(table, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings.xml", f"<t>{NAME}</t>")
    assert NAME.encode() not in pdf.read_bytes() + table.read_bytes()
    services.saved_files.note(pdf)
    services.saved_files.note(table)
    plan = decided(services, person).plan
    found = next(
        each for each in residue.search(residue.collect(plan)) if each.surface == "saved_files"
    )
    assert (found.files, found.control_found) == (2, True)
    assert found.hits >= 2
    pdf.unlink()
    table.unlink()
    found = next(
        each for each in residue.search(residue.collect(plan)) if each.surface == "saved_files"
    )
    assert (found.files, found.hits) == (0, 0)


def test_a_search_without_its_sample_proves_nothing(
    services: Services, residue: ResidueService, monkeypatch: pytest.MonkeyPatch
):
    plan = decided(services, known_person(services)).plan
    monkeypatch.setattr(Surfaces, "plant", lambda *_: None)
    found = {each.surface: each.control_found for each in residue.search(residue.collect(plan))}
    assert not any(found[name] for name in ("office_pages", "separated_pages", "drafts_pages"))


def test_a_name_of_one_syllable_is_no_mention_of_whom_it_stands_in(services: Services):
    person = known_person(services, "봄")
    services.people.register(
        PersonKind.RECIPIENT, {"identity": {"name": "봄이", "birth": "1940-01-01"}}
    )
    plan = decided(services, person).plan
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    assert services.destruction.view(plan.id).mentioned == ()


def test_mentions_are_listed_by_number_and_group(services: Services, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    services.key_places.add("USB", stick)
    person = known_person(services)
    other = services.people.register(
        PersonKind.RECIPIENT,
        {
            "identity": {"name": "봄이", "birth": "1940-01-01", "sex": "female"},
            "emergency": {"first_name": NAME, "first_phone": "010-0000-1234"},
        },
    )
    plan = decided(services, person).plan
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    result = services.destruction_run.run(plan.id)
    assert result.plan.state is PlanState.DONE
    assert services.destruction.view(plan.id).mentioned == ((other.number, "emergency"),)
