import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult, Signer
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState
from easycare_desktop.domain.returned import (
    FormUse,
    ReceivedInFutureError,
    SlipOfSomebodyElseError,
    WrongUseError,
)
from easycare_desktop.services.consents import Said
from easycare_desktop.services.evidence import ScanKindError
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.returned_filing import BackPaper
from easycare_desktop.services.returned_intake import Receipt
from tests.helpers.cases import NAME, approval_of, intake_of
from tests.helpers.returning import TODAY, Desk, print_form, scan_file, scans

SIGNER = Signer(NAME, Capacity.SELF)


def test_a_signed_consent_is_in_the_right_record(desk: Desk):
    form = desk.fresh()
    report = desk.take(scans(form))
    assert (report.ready, report.doubtful, report.empty) == (1, 0, 0)
    waiting = desk.only()
    assert (waiting.number, waiting.use) == (form.paper.number, FormUse.CONSENT)
    assert waiting.person == desk.guardian
    assert (waiting.paper.doubt, waiting.paper.received_on) == (None, TODAY)
    opened = desk.services.returned.open(waiting.paper.id)
    assert opened.pdf.startswith(b"%PDF-")
    assert len(opened.boxes) == 2
    back = BackPaper(waiting.paper.id, TODAY - timedelta(days=1))
    said = [Said("guardian_contact", ConsentResult.GIVEN)]
    (line,) = desk.services.consents.record(
        desk.guardian.id, said, SIGNER, ConsentMethod.PAPER, TODAY, back
    )
    evidence = desk.services.consents.evidence(line)
    assert evidence is not None
    assert evidence.content == opened.pdf
    assert line.paper_id == waiting.paper.holding_id
    assert desk.services.consents.signer_of(line) == SIGNER.name
    assert desk.waiting() == ()


def test_a_signed_request_starts_its_clock_on_the_day_of_receipt(desk: Desk):
    form = print_form(desk.services, PaperKind.CANCELLATION_FORM, desk.other.id)
    desk.take(scans(form))
    received = TODAY - timedelta(days=3)
    intake = intake_of(desk.services, desk.other, received_on=received)
    request = desk.services.requests.take(intake, BackPaper(desk.only().paper.id, TODAY))
    assert (request.received_on, request.due_on) == (
        received,
        desk.services.requests.answer_due(received),
    )
    scan, *_ = desk.services.person_papers.of_person(desk.other.id).scans
    assert scan.media == "application/pdf"
    again = print_form(desk.services, PaperKind.CANCELLATION_FORM, desk.other.id)
    desk.take(scans(again))
    waiting = desk.only()
    assert waiting.request == request
    desk.services.returned.keep(BackPaper(waiting.paper.id, TODAY), desk.other.id)
    assert len(desk.services.person_papers.of_person(desk.other.id).scans) == 2


def test_nothing_is_ever_filed_with_somebody_else(desk: Desk):
    desk.take(scans(desk.fresh()))
    waiting = desk.only()
    said = [Said("guardian_contact", ConsentResult.GIVEN)]
    back = BackPaper(waiting.paper.id, TODAY)
    with pytest.raises(SlipOfSomebodyElseError):
        desk.services.consents.record(desk.other.id, said, SIGNER, ConsentMethod.PAPER, TODAY, back)
    with pytest.raises(SlipOfSomebodyElseError):
        desk.services.returned.keep(back, desk.other.id)
    with pytest.raises(WrongUseError):
        desk.services.requests.take(intake_of(desk.services, desk.person), back)
    late = replace(back, received_on=TODAY + timedelta(days=1))
    with pytest.raises(ReceivedInFutureError):
        desk.services.returned.keep(late, desk.guardian.id)
    assert desk.only() == waiting


def test_several_forms_in_one_file_with_empty_backs_in_any_order(desk: Desk):
    one, two = scans(desk.fresh()), scans(desk.fresh(PaperKind.CANCELLATION_FORM))
    back = Image.new("L", one[0].size, 250)
    report = desk.take([two[1], back, *one, back, two[0]], "pile.tif")
    assert (report.ready, report.empty) == (2, 2)
    assert {each.use for each in desk.waiting()} == {FormUse.CONSENT, FormUse.REQUEST}


def test_the_same_file_comes_in_once_and_a_broken_one_not_at_all(desk: Desk):
    pages = scans(desk.fresh())
    path = scan_file(desk.folder, "once.pdf", pages)
    report = desk.services.returned_intake.take([path], Receipt(TODAY))
    assert (report.sealed, report.again) == ((path,), ())
    letter = desk.folder / "letter.docx"
    letter.write_bytes(b"PK\x03\x04")
    again = desk.services.returned_intake.take([path, letter], Receipt(TODAY))
    assert (again.sealed, again.again) == ((), (path,))
    assert [(each, type(why)) for each, why in again.refused] == [(letter, ScanKindError)]
    assert desk.services.returned_intake.new_ones([path, letter]) == (letter,)


class StoppedError(Exception):
    """Pressed 그만두기."""


def test_stopping_leaves_nothing_half(desk: Desk):
    scans_of_form = scans(desk.fresh())
    path = scan_file(desk.folder, "stopped.pdf", scans_of_form)
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        raise StoppedError

    with pytest.raises(StoppedError):
        desk.services.returned_intake.take([path], Receipt(TODAY), stop)
    assert seen == [(1, len(scans_of_form))]
    assert desk.waiting() == ()
    assert desk.services.returned_intake.take([path], Receipt(TODAY)).ready == 1


def test_what_waits_lies_sealed_and_what_is_taken_out_becomes_due(desk: Desk, tmp_path: Path):
    before = desk.services.destruction.count_due()
    desk.take(scans(desk.fresh()))
    waiting = desk.only()
    pdf = desk.services.returned.open(waiting.paper.id).pdf
    files = desk.services.office.info.folder / "files"
    assert all(pdf[200:264] not in each.read_bytes() for each in files.iterdir())
    lying = len(list(files.iterdir()))
    assert json.loads(waiting.paper.layout)[-1]["signed"] == [True, False, False]
    desk.services.returned.drop(waiting.paper.id)
    assert desk.services.destruction.count_due() == before + 1
    plan = desk.services.destruction.propose_due()
    assert plan is not None
    services = desk.services
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    assert services.destruction_run.run(plan.id).open_points == ("no_place",)
    assert waiting.paper.holding_id in services.office.keys.tombstones()
    assert len(list(files.iterdir())) < lying
