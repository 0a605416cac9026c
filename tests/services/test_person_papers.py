from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from easycare_desktop.domain.people import PersonNotFoundError
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.evidence import EvidenceKindError, read_evidence
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.person_papers import ScanNotFoundError
from tests.helpers.cases import approved, known_person
from tests.helpers.office_copies import OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import OfficeHome


def photo(colour: str = "teal") -> bytes:
    made = BytesIO()
    Image.new("RGB", (60, 40), colour).save(made, "JPEG")
    return made.getvalue()


def test_what_was_made_and_what_was_taken_in_is_listed(services: Services):
    person = known_person(services)
    paper = services.papers.make(PaperKind.ONE_PAGE_ANSWER, person.id, "본인에게 드리기")
    services.papers.printed(paper, 2)
    (holding, words), *_ = services.person_papers.places(person.id)
    assert words
    services.person_papers.add(person.id, holding, read_evidence(photo()))
    assert [each.action for each in services.log.newest()[:2]] == ["people.scan", "holdings.read"]
    found = services.person_papers.of_person(person.id)
    (made,) = found.papers
    assert (made.number, made.kind, made.purpose, made.copies) == (
        paper.number,
        PaperKind.ONE_PAGE_ANSWER,
        "본인에게 드리기",
        2,
    )
    assert made.made_by == "박책임"
    scan, *_ = found.scans
    assert (scan.media, scan.size, scan.added_by) == ("image/jpeg", len(photo()), "박책임")


def test_a_scan_lies_sealed_and_opening_it_is_logged(services: Services, tmp_path: Path):
    person = known_person(services)
    holding = services.person_papers.places(person.id)[0][0]
    services.person_papers.add(person.id, holding, read_evidence(photo()))
    folder = services.office.info.folder
    before = {each for each in tmp_path.rglob("*") if each.is_file()}
    assert all(photo()[:64] not in each.read_bytes() for each in (folder / "files").iterdir())
    scan, *_ = services.person_papers.of_person(person.id).scans
    assert services.person_papers.open(person.id, scan.id).content == photo()
    assert {each for each in tmp_path.rglob("*") if each.is_file()} == before
    newest = services.log.newest()[0]
    assert (newest.action, newest.person_id) == ("consents.evidence", person.id)


def test_nobody_else_s_scan_is_opened_under_a_name(services: Services):
    person, other = known_person(services), services.people.find("")[0].id
    holding = services.person_papers.places(person.id)[0][0]
    services.person_papers.add(person.id, holding, read_evidence(photo()))
    scan, *_ = services.person_papers.of_person(person.id).scans
    for wrong in ((other if other != person.id else 4711, scan.id), (person.id, scan.id + 1)):
        with pytest.raises((ScanNotFoundError, PersonNotFoundError)):
            services.person_papers.open(*wrong)


def test_what_does_not_belong_is_refused(services: Services, home: OfficeHome):
    person = known_person(services)
    holding = services.person_papers.places(person.id)[0][0]
    with pytest.raises(EvidenceKindError):
        services.person_papers.add(person.id, holding, read_evidence(b"GIF89a"))
    with pytest.raises(PersonNotFoundError):
        services.person_papers.add(person.id, holding + 1, read_evidence(photo()))
    services.office.close()
    viewer = Services(home.open(VIEWER, OTHERS_PASSWORD))
    with pytest.raises(NotPermittedError):
        viewer.person_papers.add(person.id, holding, read_evidence(photo()))
    viewer.office.close()


def test_a_scan_goes_with_its_holding(services: Services):
    person = known_person(services)
    for holding, _ in services.person_papers.places(person.id):
        services.person_papers.add(person.id, holding, read_evidence(photo()))
    scans = services.person_papers.of_person(person.id).scans
    names = set((services.office.info.folder / "files").iterdir())
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    left = set((services.office.info.folder / "files").iterdir())
    assert len(names) - len(left) == len(scans) - len(plan.separated)
    assert services.person_papers.of_person(person.id).scans == ()
