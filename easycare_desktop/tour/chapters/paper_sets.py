"""Papers as a set, the same paper for many, one printed again, one to be changed."""

from collections import Counter

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.services.papers import MadePaper
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.report import StepFailedError
from easycare_desktop.tour.scene import Scene

_PURPOSE = "purpose.make"


def paper_sets(scene: Scene, notes: Notes) -> None:
    """Print a set and many forms at once, one paper again, and save a form to be changed."""
    packet = _packet(scene, notes)
    _again(scene, packet)
    _editable(scene, notes)
    _for_many(scene)


def _packet(scene: Scene, notes: Notes) -> MadePaper:
    scene.go("people")
    scene.click("people.print")
    scene.shot("36_offers")
    scene.click("offers.packet")
    scene.click(_PURPOSE)
    packet = _made(scene, "packet_recipient")
    scene.check(held=len(packet.parts) > 1, words="the set is one job")
    scene.shot("36_packet")
    target = notes.out / "packet.pdf"
    scene.program.plan_file(target)
    scene.click("preview.save")
    scene.hand.settle()
    scene.check(held=target.read_bytes() == packet.pdf, words="the set is saved as it was seen")
    target.unlink()
    scene.click("preview.back")
    everybody = scene.services.people.find("", PersonKind.STAFF)
    staff = next(each for each in everybody if each.person.state is PersonState.ACTIVE)
    scene.keep_paper(scene.services.paper_jobs.packet(staff.id, "신규 등록"), "packet_staff")
    return packet


def _again(scene: Scene, packet: MadePaper) -> None:
    scene.go("papers")
    scene.hand.settle()
    known = {each.id: each for each in packet.parts}
    newest = next(each for each in scene.services.papers.all() if each.id in known)
    place = [each.id for each in scene.services.papers.all()].index(newest.id)
    scene.row("papers.list", place)
    scene.click("papers.again")
    again = _made(scene, "kept_copy")
    scene.check(held=again.pdf == known[newest.id].pdf, words="the kept copy is byte for byte")
    scene.check(held="재발행" in text_of(again.shown), words="and is marked where it is printed")
    scene.shot("36_kept_copy")
    scene.click("preview.back")


def _editable(scene: Scene, notes: Notes) -> None:
    target = notes.out / "papers" / "cancellation_form.hwpx"
    scene.program.plan_file(target)
    scene.choose("papers.editable.which", "이용취소 신청서")
    scene.click("papers.editable.save")
    scene.click(_PURPOSE)
    scene.hand.settle()
    scene.check(held=target.read_bytes()[:2] == b"PK", words="the form is a file to be changed")
    left = scene.services.papers.all()[0]
    scene.check(held=left.saved and left.media == "hwpx", words="and is recorded as such")
    scene.shot("36_editable")


def _for_many(scene: Scene) -> None:
    scene.go("consents")
    scene.hand.settle()
    if scene.has("consents.back"):
        scene.click("consents.back")
    scene.type("consents.search", _shared_name(scene), clear=True)
    scene.hand.settle()
    scene.click("consents.forms")
    scene.click(_PURPOSE)
    many = _made(scene, "consent_forms")
    scene.check(held=len(many.parts) > 1, words="many forms are one job")
    scene.shot("36_many")
    scene.click("preview.back")


def _shared_name(scene: Scene) -> str:
    """Return the family name that most recipients share: with few people it may be any."""
    found = scene.services.people.find("", PersonKind.RECIPIENT)
    return Counter(each.name[0] for each in found).most_common(1)[0][0]


def _made(scene: Scene, name: str) -> MadePaper:
    scene.hand.settle()
    paper = scene.program.last_paper
    if paper is None:
        raise StepFailedError(f"paper {name}")
    scene.keep_paper(paper, name)
    return paper
