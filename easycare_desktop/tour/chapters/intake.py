"""The signed cancellation form is taken in, its applicant checked, money settled."""

from easycare_desktop.domain.requests import RequestState
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.tour.chapters.papers import make_paper
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene


def intake(scene: Scene, notes: Notes) -> None:
    """Print the form, take it in signed, check who applied."""
    scene.go("people")
    scene.click("people.cancel")
    make_paper(scene, "cancel.print_form", PaperKind.CANCELLATION_FORM, "cancellation_form")
    scene.go("cancel")
    _fill(scene)
    scene.shot("40_cancel_form")
    scene.click("cancel.next")
    request = scene.services.requests.all()[0].request
    notes.request_id = request.id
    scene.check(held=request.person_id == notes.person_id, words="the request is of the person")
    make_paper(scene, "cancel.print_receipt", PaperKind.RECEIPT, "receipt")
    scene.go("cancel")
    scene.tick("cancel.proof.id_card")
    scene.shot("41_cancel_verify")
    scene.click("cancel.next")
    scene.check(held=_state(scene, notes) is RequestState.VERIFIED, words="verified")
    scene.shot("42_cancel_settle")
    scene.click("cancel.next")
    scene.check(held=_state(scene, notes) is RequestState.SETTLED, words="settled")


def _fill(scene: Scene) -> None:
    scene.choose("cancel.capacity", "본인")
    scene.type("cancel.wish", "오늘", clear=True)
    scene.type("cancel.last", "20261120", clear=True)
    scene.choose("cancel.scope", "전부")
    scene.choose("cancel.reason", "이용 종료")
    for code in ("service_ends", "law_keeps", "no_return"):
        scene.tick(f"cancel.told.{code}")


def _state(scene: Scene, notes: Notes) -> RequestState:
    return scene.services.requests.details(notes.request_id).request.state
