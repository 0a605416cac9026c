"""Signed papers come back: one finds its record and its clock runs, one waits, one is drawn."""

from datetime import timedelta
from pathlib import Path

from PIL import Image, ImageDraw
from pypdfium2 import PdfDocument
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from easycare_desktop.documents.preview import page_count, render_page
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.returned import Doubt
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.tour.chapters.papers import make_paper
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_DOTS = 150
_MM = _DOTS / 25.4
_SIGN_HERE = "(서명 또는 인)"
_HAND = ((0, 12), (18, -16), (34, 14), (52, -12), (70, 16), (96, -6), (120, 10))


def returned(scene: Scene, notes: Notes) -> None:
    """Print a form, scan it signed and crooked, find it in its record with its clock running."""
    person_id = _somebody(scene, notes)
    _comes_back(scene, notes, person_id)
    _waits(scene, notes, person_id)
    _signs_on_screen(scene, person_id)


def _comes_back(scene: Scene, notes: Notes, person_id: int) -> None:
    _find(scene, person_id)
    scene.click("people.cancel")
    paper = make_paper(scene, "cancel.print_form", PaperKind.CANCELLATION_FORM, "form_to_sign")
    scan = notes.out / "returned.pdf"
    _scan(paper.pdf, scan, signed=True)
    _take(scene, scan)
    waiting = scene.services.returned.waiting()
    scene.check(held=len(waiting) == 1 and waiting[0].paper.doubt is None, words="it is read")
    owner = waiting[0].person
    scene.check(held=owner is not None and owner.id == person_id, words="it is the right person's")
    scene.shot("64_returned")
    scene.program.wear(200)
    scene.shot("64_returned_200")
    scene.program.wear(100)
    scene.type("returned.day", "-2", clear=True)
    scene.click("returned.go")
    scene.choose("cancel.capacity", "본인")
    scene.type("cancel.wish", "오늘", clear=True)
    scene.type("cancel.last", "20261120", clear=True)
    scene.choose("cancel.reason", "이용 종료")
    for code in ("service_ends", "law_keeps", "no_return"):
        scene.tick(f"cancel.told.{code}")
    scene.shot("65_returned_intake")
    scene.click("cancel.next")
    request = scene.services.requests.all()[0].request
    today = scene.services.office.today()
    scene.check(held=request.person_id == person_id, words="the request is of that person")
    received = today - timedelta(days=2)
    scene.check(held=request.received_on == received, words="the clock runs from the receipt")
    due = scene.services.requests.answer_due(received)
    scene.check(held=request.due_on == due, words="the last day is counted from it")
    scans = scene.services.person_papers.of_person(person_id).scans
    scene.check(held=any(each.media == "application/pdf" for each in scans), words="it is sealed")
    scene.check(held=not scene.services.returned.waiting(), words="nothing waits any more")
    scene.services.requests.take_back(request.id)


def _waits(scene: Scene, notes: Notes, person_id: int) -> None:
    """Scan a form that nobody signed: it waits until it is signed anew or taken out."""
    form = scene.services.papers.make(PaperKind.CANCELLATION_FORM, person_id, "서명 받기")
    scan = notes.out / "unsigned.pdf"
    _scan(form.pdf, scan, signed=False)
    _take(scene, scan)
    waiting = scene.services.returned.waiting()
    scene.check(held=[each.paper.doubt for each in waiting] == [Doubt.UNSIGNED], words="it waits")
    scene.shot("66_tray")
    with scene.meanwhile(_take_out):
        scene.click("returned.drop")
    scene.hand.settle()
    scene.check(held=not scene.services.returned.waiting(), words="it was decided on")


def _signs_on_screen(scene: Scene, person_id: int) -> None:
    _find(scene, person_id)
    scene.click("people.consent")
    scene.choose("consents.answer.marketing", "동의하지 않음")
    scene.choose("consents.method", "서면")
    scene.type("consents.day", "오늘")
    scene.choose("consents.capacity", "본인")
    scene.click("signing.open")
    pad = scene.control("sign.pad")
    for first in (60, 210):
        scene.hand.draw(pad, [QPoint(first + x, 80 + 2 * y) for x, y in _HAND])
    scene.shot("67_signing")
    scene.click("signing.finish")
    scene.click("consents.save")
    line = scene.services.consents.lines_of(person_id)[0]
    evidence = scene.services.consents.evidence(line)
    held = evidence is not None and evidence.media == "image/png"
    scene.check(held=held, words="the signature is sealed with the consent")
    scene.shot("68_signed")


def _somebody(scene: Scene, notes: Notes) -> int:
    """Return a recipient in use who has nothing under way."""
    busy = {each.request.person_id for each in scene.services.requests.all()}
    return next(
        line.id
        for line in scene.services.people.find("")
        if line.person.state is PersonState.ACTIVE
        and line.person.kind.value == "recipient"
        and line.id not in busy | {notes.person_id}
    )


def _find(scene: Scene, person_id: int) -> None:
    scene.go("people")
    line = scene.services.search.line(person_id)
    scene.type("people.search", line.person.number if line else "", clear=True)
    scene.row("people.list", 0)


def _take(scene: Scene, scan: Path) -> None:
    scene.go("returned")
    scene.program.plan_file(scan)
    scene.click("returned.choose")
    scene.hand.settle()
    scan.unlink()


def _take_out(window: QWidget) -> None:
    press_words(window, "빼기")


def _scan(pdf: bytes, path: Path, *, signed: bool) -> None:
    """Write what a scanner makes of a form that lies crooked on its glass."""
    pages = []
    for number in range(page_count(pdf)):
        seen = render_page(pdf, number, _DOTS)
        picture = Image.frombytes("RGB", (seen.width, seen.height), seen.pixels).convert("L")
        place = _sign_here(pdf, number) if signed else None
        if place is not None:
            dots = [(place[0] + x, place[1] + y) for x, y in _HAND]
            ImageDraw.Draw(picture).line(dots, fill=45, width=3, joint="curve")
        pages.append(picture.rotate(178, Image.Resampling.BICUBIC, expand=True, fillcolor=245))
    pages[0].save(path, "PDF", save_all=True, append_images=pages[1:], resolution=_DOTS)


def _sign_here(pdf: bytes, number: int) -> tuple[float, float] | None:
    """Return where one signs on a page, in dots, beside the words that say so."""
    with PdfDocument(pdf) as document:
        page = document[number]
        text = page.get_textpage()
        found = text.search(_SIGN_HERE).get_next()
        if found is None:
            return None
        boxes = [text.get_charbox(found[0] + each) for each in range(found[1])]
        right, low = max(box[2] for box in boxes), min(box[1] for box in boxes)
        scale = _DOTS / 72
        return right * scale + 8 * _MM, (page.get_height() - low) * scale - 1.5 * _MM
