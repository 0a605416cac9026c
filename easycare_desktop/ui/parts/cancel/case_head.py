"""The lines above every step: whose case, until when, and how far it has come."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.requests import Request, RequestState
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.ui.parts.shared.day_words import days_left, short_day
from easycare_desktop.ui.widgets import Kit, card, column, row
from easycare_desktop.ui.wording.labels import label

STEPS = ("신청서", "본인확인", "정산·자료", "보유 판단", "결과 통지")
FORM, VERIFY, SETTLE, JUDGE, RESULT = range(5)
_STEP_OF = {
    RequestState.TAKEN: VERIFY,
    RequestState.VERIFIED: SETTLE,
    RequestState.SETTLED: JUDGE,
}
_OVER = {RequestState.CLOSED, RequestState.TAKEN_BACK}


def step_of(request: Request | None) -> int:
    """Return the step that a request waits at."""
    return FORM if request is None else _STEP_OF.get(request.state, RESULT)


def is_decided(request: Request) -> bool:
    """Tell whether there is a result to show: a plan, or a withdrawal that needed none."""
    return request.destruction_id is not None or request.carried_out_on is not None


class CaseHead(QWidget):
    """`show_case` says all of it anew."""

    def __init__(self, kit: Kit, office: OpenOffice) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._office = office
        self.steps = kit.steps(STEPS)
        self.steps.setObjectName("cancel.steps")
        self._who = kit.text("", "strong")
        self._what = kit.text("")
        self._due = kit.text("")
        self._chip = kit.chip("")
        line = row(self._who, self._what, None, self._due, self._chip, margins=(2, 0, 0, 0))
        bar = card(self.steps, margins=(20, 2, 20, 2))
        self.setLayout(column(line, bar, gap=10))

    def show_case(self, person: Person, name: str, request: Request | None) -> None:
        """Say whose case it is and when it is due."""
        office = self._office
        self._who.setText(who(person, name))
        self._what.setText(_what(request))
        self._due.setText("" if request is None else f"처리 기한 {short_day(request.due_on)}")
        if request is not None and request.state not in _OVER:
            self._chip.say(*days_left(office.calendar, office.today(), request.due_on))
        elif request is not None:
            self._chip.say(label(request.state))
        self._chip.setVisible(request is not None)


def who(person: Person, name: str) -> str:
    """Return how a person is called on this page."""
    if person.kind is PersonKind.OFFICE:
        return "우리 기관"
    return f"{name} 님" if name else person.number


def _what(request: Request | None) -> str:
    if request is None:
        return "새 신청서"
    kind = label(request.relation)
    if not request.with_form:
        kind = "신청서 없는 종료"
    return f"{kind} · {label(request.scope)} · 접수 {short_day(request.received_on)}"
