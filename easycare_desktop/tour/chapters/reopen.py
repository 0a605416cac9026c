"""The office is closed and opened again: everything is there."""

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.tour.chapters.sign_in import open_office
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene


def reopen(scene: Scene, notes: Notes) -> None:
    """Close and reopen."""
    people = len(scene.services.people.find(""))
    papers = len(scene.services.papers.all())
    ledger = scene.services.ledger.check()
    scene.program.close_office()
    scene.hand.settle()
    scene.check(held=scene.has("login.password"), words="the login window is back")
    open_office(scene, notes)
    services = scene.services
    scene.check(held=len(services.people.find("")) == people, words="everybody is there")
    scene.check(held=len(services.papers.all()) == papers, words="every paper is listed")
    request = services.requests.details(notes.request_id).request
    scene.check(held=request.state is RequestState.CLOSED, words="the case is closed")
    plan = services.destruction.view(notes.plan_id).plan
    scene.check(held=plan.state is PlanState.DONE, words="the destruction is done")
    again = services.ledger.check()
    scene.check(held=again.first_broken is None, words="the ledger is whole")
    scene.check(held=again.entries >= ledger.entries, words="the ledger did not shrink")
    scene.go("today")
    scene.shot("80_reopened")
