"""What a stop left beside the data goes at the next opening; what a row names stays."""

from pathlib import Path

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.leftovers import sweep_leftovers
from tests.helpers.cases import SCAN, approved, known_person


def _sealed(services: Services) -> set[str]:
    folder = services.office.files.folder / "files"
    return {path.name for path in folder.iterdir()}


def test_a_scan_without_a_row_and_parts_go(services: Services):
    person = known_person(services)
    known_person(services, "남은이")
    services.destruction_run.run(approved(services, person).id)
    before = _sealed(services)
    assert len(before) == 2, "one in use, one kept apart"
    data: Path = services.office.files.folder
    (data / "files" / ("a" * 32)).write_bytes(b"sealed, and nobody names it")
    (data / ".office.db.part").write_bytes(b"half")
    (data / "notes.txt").write_bytes(b"not ours")
    assert sweep_leftovers(services.office) == 2
    assert _sealed(services) == before
    assert not (data / ".office.db.part").exists()
    assert (data / "notes.txt").exists()
    assert sweep_leftovers(services.office) == 0
    stays = services.people.find("남은이")[0].person
    (line, *_rest) = services.consents.lines_of(stays.id)
    evidence = services.consents.evidence(line)
    assert evidence is not None
    assert evidence.content == SCAN
