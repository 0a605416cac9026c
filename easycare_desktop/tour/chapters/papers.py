"""The papers of the case: result notice, certificates, one-page answer, ledger."""

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.services.papers import MadePaper, PaperKind
from easycare_desktop.services.practice.builder import PracticeOffice
from easycare_desktop.tour.chapters.register import NAME
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.report import StepFailedError
from easycare_desktop.tour.scene import Scene

_PURPOSE = "purpose.make"


def papers(scene: Scene, notes: Notes) -> None:
    """Print the papers of the case."""
    scene.go("cancel")
    notice = make_paper(scene, "cancel.print_notice", PaperKind.RESULT_NOTICE, "result_notice")
    scene.shot("60_preview")
    scene.check(held=NAME in text_of(notice.pdf), words="the notice names the person")
    _save(scene, notes, notice)
    scene.click("preview.back")
    scene.go("destruction")
    copy = make_paper(
        scene,
        "destroy.certificate",
        PaperKind.CERTIFICATE,
        "certificate",
        officer=notes.office,
    )
    scene.check(held=NAME not in text_of(copy.pdf), words="the copy that stays has no name")
    scene.check(held=notes.person_number in text_of(copy.pdf), words="it has the number")
    scene.shot("61_certificate")
    scene.click("preview.back")
    person_copy = PaperKind.CERTIFICATE_PERSON
    theirs = make_paper(
        scene, "destroy.person_copy", person_copy, person_copy.code, officer=notes.office
    )
    scene.check(held=NAME in text_of(theirs.pdf), words="the person's copy names the person")
    scene.go("ledger")
    scene.shot("62_ledger")
    ledger = make_paper(scene, "ledger.print", PaperKind.DESTRUCTION_LEDGER, "ledger")
    scene.check(held=notes.person_number in text_of(ledger.pdf), words="the ledger shows it")
    _keep_more(scene, notes)
    scene.go("cancel")
    scene.choose("cancel.told_how", "우편으로 보냄")
    scene.shot("62_told")
    scene.click("cancel.next")
    request = scene.services.requests.details(notes.request_id).request
    scene.check(held=request.state is RequestState.CLOSED, words="the case is closed")


def _keep_more(scene: Scene, notes: Notes) -> None:
    """Make what the other pages print, to be looked at."""
    for kind, subject in (
        (PaperKind.ONE_PAGE_ANSWER, notes.person_id),
        (PaperKind.CONSENT_FORM, _somebody(scene)),
        (PaperKind.BLANK_CONSENT_FORM, 0),
        (PaperKind.CONSENT_MARKETING, _somebody(scene)),
        (PaperKind.GUARDIAN_CONSENT, _somebody(scene)),
        (PaperKind.POWER_OF_ATTORNEY, _somebody(scene)),
        (PaperKind.ACCOUNT_STATEMENT, 0),
        (PaperKind.PRINT_REGISTER, 0),
        (PaperKind.BLANK_CANCELLATION_FORM, 0),
        (PaperKind.VENDOR_FORM, 0),
        (PaperKind.SEPARATED_LEDGER, 0),
        (PaperKind.RETENTION_TABLE, 0),
    ):
        scene.keep_paper(scene.services.papers.make(kind, subject, "기관 보관"), kind.code)


def make_paper(
    scene: Scene, button: str, kind: PaperKind, name: str, officer: PracticeOffice | None = None
) -> MadePaper:
    """Press a button that wants a paper, give the purpose, wait for the preview.

    `officer`: the office whose officer signs in place.
    """
    scene.click(button)
    if officer is not None and scene.has("purpose.login"):
        scene.type("purpose.login", officer.officer)
        scene.type("purpose.password", officer.password)
        scene.shot(f"60_signing_{name}")
    scene.click(_PURPOSE)
    scene.hand.settle()
    paper = scene.program.last_paper
    if paper is None or paper.kind is not kind:
        raise StepFailedError(f"paper {kind.code}")
    scene.keep_paper(paper, name)
    return paper


def _save(scene: Scene, notes: Notes, paper: MadePaper) -> None:
    target = notes.out / "saved.pdf"
    scene.program.plan_file(target)
    scene.click("preview.save")
    scene.hand.settle()
    scene.check(held=target.read_bytes() == paper.pdf, words="saved bytes are the paper")
    target.unlink()


def _somebody(scene: Scene) -> int:
    found = scene.services.people.find("", PersonKind.RECIPIENT)
    return next(each.id for each in found if each.person.state is PersonState.ACTIVE)
