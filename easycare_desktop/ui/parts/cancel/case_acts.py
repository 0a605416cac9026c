"""What the main button of each step does: it writes the step down."""

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.requests import Request
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.cancel import case_words
from easycare_desktop.ui.parts.cancel.case_head import FORM, JUDGE, RESULT, SETTLE, VERIFY
from easycare_desktop.ui.parts.cancel.case_steps import CaseSteps
from easycare_desktop.ui.parts.shared.sides import plan_sides


class CaseActs:
    """Writes a step of a case down."""

    def __init__(self, services: Services, messages: Messages, steps: CaseSteps) -> None:
        self._services, self._messages, self._steps = services, messages, steps

    def do(self, step: int, request: Request | None) -> Request | None:
        """Write a step down; nothing where something of it is wrong.

        Raises what the services raise.
        """
        if step == FORM:
            return self._take()
        if request is None:
            return None
        act = {
            VERIFY: self._verify,
            SETTLE: self._settle,
            JUDGE: self._decide,
            RESULT: self._tell,
        }
        return act[step](request)

    def _take(self) -> Request | None:
        intake = self._steps.form.read()
        if intake is None:
            return None
        taken = self._services.requests.take(intake, self._steps.form.signed)
        self._messages.toast(f"접수번호 {taken.number}로 접수했습니다.")
        return taken

    def _verify(self, request: Request) -> Request | None:
        checked = self._steps.verify.read()
        return self._services.requests.verify(request.id, checked) if checked else None

    def _settle(self, request: Request) -> Request | None:
        settled = self._steps.settle.read()
        return self._services.requests.settle(request.id, settled) if settled else None

    def _decide(self, request: Request) -> Request:
        decision = self._services.decisions.decide(request.id)
        self._messages.toast(case_words.said_of(decision))
        return decision.request

    def _tell(self, request: Request) -> Request | None:
        fields = self._steps.result.told
        told = fields.read()
        if told is None:
            return None
        try:
            closed = self._services.requests.notified(request.id, told)
        except InputRefusal as refusal:
            fields.show_refusal(refusal)
            return None
        self._messages.toast("통지한 날을 적고 접수를 마쳤습니다.")
        return closed


def show_result(services: Services, steps: CaseSteps, request: Request, plan_id: int) -> None:
    """Show how far the plan of a request has come. Raises what opening the plan raises."""
    office = services.office
    view = services.destruction.view(plan_id)
    rules = office.law.rules_on(office.today())
    sides = plan_sides(view.plan, view.persons, office.catalogue, rules)
    steps.judge.show_sides(sides)
    steps.result.show_result(request, view.plan, sides)
