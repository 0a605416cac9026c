"""What goes and what the law keeps is shown, and approval is asked for."""

from easycare_desktop.domain.destruction import PlanAction, PlanState
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

STAYS = {"care_contract", "care_record", "payment", "cancellation", "consent_paper"}
GOES = {"identity", "entitlement"}


def decide(scene: Scene, notes: Notes) -> None:
    """Decide what goes and what stays."""
    scene.shot("43_cancel_decision")
    scene.click("cancel.next")
    request = scene.services.requests.details(notes.request_id).request
    scene.check(held=request.destruction_id is not None, words="a plan was made")
    notes.plan_id = request.destruction_id or 0
    plan = scene.services.destruction.view(notes.plan_id).plan
    stays = {item.group for item in plan.items if item.action is PlanAction.SEPARATE}
    goes = {item.group for item in plan.items if item.action is PlanAction.DESTROY}
    scene.check(held=stays >= STAYS, words=f"the law keeps {sorted(STAYS - stays)}")
    scene.check(held=goes >= GOES, words=f"these go: {sorted(GOES - goes)}")
    scene.check(held=plan.state is PlanState.AWAITING, words="nothing is destroyed yet")
    scene.shot("44_cancel_decided")
