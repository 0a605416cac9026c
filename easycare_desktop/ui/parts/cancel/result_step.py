"""Step 5: the result is printed, handed over or sent, and the case is closed."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import Plan, PlanState
from easycare_desktop.domain.requests import Request, RequestState
from easycare_desktop.ui.parts.cancel.case_words import NOBODY_TO_TELL
from easycare_desktop.ui.parts.cancel.told_fields import ToldFields
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.sides import Sides
from easycare_desktop.ui.widgets import GoesStays, Kit, card, column, holder
from easycare_desktop.ui.widgets.banner import BannerTone
from easycare_desktop.ui.wording.labels import label

_STATES: dict[PlanState, tuple[BannerTone, str, str]] = {
    PlanState.AWAITING: ("info", "파기 승인을 기다립니다.", "두 번째 분이 승인하면 파기합니다."),
    PlanState.WAITING_DAY: ("info", "다음 날을 기다립니다.", "내일부터 파기할 수 있습니다."),
    PlanState.APPROVED: (
        "info",
        "승인했습니다. 아직 파기하지 않았습니다.",
        "파기 화면에서 파기해 주세요.",
    ),
    PlanState.RUNNING: ("warn", "파기가 진행 중입니다.", "끝나면 여기서 결과를 알립니다."),
    PlanState.PARTIAL: ("warn", "일부 완료입니다.", "남은 것을 파기 화면에서 마쳐 주세요."),
    PlanState.DONE: ("ok", "파기를 마쳤습니다.", "결과를 신청인께 알려 주세요."),
    PlanState.CANCELLED: ("info", "파기 계획을 취소했습니다.", ""),
}

_NOT_YET = "파기를 마치면 인쇄할 수 있습니다."
_WITHDRAWN = (
    "동의를 철회한 것으로 적었습니다.",
    "지울 자료는 없었습니다. 결과를 신청인께 알려 주세요.",
)


class ResultStep(QWidget):
    """Buttons ask for papers: `paper_wanted(kind, subject id)`; `plan_wanted()` opens 파기."""

    paper_wanted = Signal(str, object)
    plan_wanted = Signal()

    def __init__(self, kit: Kit, days: DayReader) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit = kit
        self.told = ToldFields(kit, days)
        self._asked: tuple[int, RequestState] | None = None
        self._request_id: int | None = None
        self._plan_id: int | None = None
        self._sides: GoesStays | None = None
        self.state = kit.banner("info", "", "")
        self.pairs = {
            "number": kit.pair("파기번호"),
            "carried": kit.pair("처리한 날"),
            "notified": kit.pair("통지한 날"),
        }
        self.notice = kit.button("처리결과 통지서 인쇄", icon="printer")
        self.person_copy = kit.button("파기확인서(교부용) 인쇄", icon="badge-check")
        self.certificate = kit.button("파기확인서(보관용) 인쇄", icon="badge-check")
        self.why = kit.text(_NOT_YET, "caption", wrap=True)
        self.to_plan = kit.button("파기 화면으로 가기", icon="file-x")
        self.notice.setObjectName("cancel.print_notice")
        self.person_copy.setObjectName("cancel.print_person_copy")
        self.certificate.setObjectName("cancel.print_certificate")
        self.to_plan.setObjectName("cancel.open_plan")
        self.notice.clicked.connect(self._want_notice)
        self.person_copy.clicked.connect(self._want_person_copy)
        self.certificate.clicked.connect(self._want_certificate)
        self.to_plan.clicked.connect(self.plan_wanted)
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        grid = kit.form(3)
        for pair in self.pairs.values():
            grid.add(pair)
        buttons = kit.form(3)
        buttons.add(self.notice, self.person_copy, self.certificate, self.to_plan)
        self._box = column(self.state, grid, buttons, self.why, gap=14, margins=(20, 16, 20, 16))
        body = card(self._box, margins=(0, 0, 0, 0))
        self._under = column(gap=0)
        self.setLayout(column(body, self.told, holder(self._under), None, gap=12))

    def show_result(self, request: Request, plan: Plan, sides: Sides) -> None:
        """Show how far the plan of a request has come."""
        self._request_id, self._plan_id = request.id, plan.id
        tone, title, text = _STATES[plan.state]
        tells = request.with_form or plan.state is not PlanState.DONE
        self.state.say(tone, title, text if tells else NOBODY_TO_TELL)
        over = plan.state in {PlanState.DONE, PlanState.PARTIAL}
        self.pairs["number"].say(plan.number, label(plan.state))
        self.pairs["carried"].say(_day(request.carried_out_on))
        self.notice.setVisible(request.with_form and plan.state is not PlanState.CANCELLED)
        self.person_copy.setVisible(self.notice.isVisibleTo(self))
        for paper in (self.notice, self.person_copy, self.certificate):
            paper.setEnabled(over)
        self.why.setVisible(not over and plan.state is not PlanState.CANCELLED)
        waits = request.state is RequestState.DECIDED  # the main button goes there
        self.to_plan.setVisible(plan.state is not PlanState.DONE and not waits)
        self.certificate.setVisible(plan.state is not PlanState.CANCELLED)
        self._say_told(request)
        self._clear_sides()
        self._sides = self._kit.goes_stays(
            sides.goes,
            sides.stays,
            goes_chip=sides.goes_chip,
            stays_chip=sides.stays_chip,
            over=over,
        )
        self._under.addWidget(self._sides)

    def show_without_plan(self, request: Request) -> None:
        """Show a withdrawal that is carried out, though nothing was stored that had to go."""
        self._request_id, self._plan_id = request.id, None
        self.state.say("ok", *_WITHDRAWN)
        self.pairs["number"].say("없음")
        self.pairs["carried"].say(_day(request.carried_out_on))
        self.notice.show()
        self.notice.setEnabled(True)
        self.person_copy.hide()
        self.certificate.hide()
        self.why.hide()
        self.to_plan.hide()
        self._say_told(request)
        self._clear_sides()

    def _say_told(self, request: Request) -> None:
        """Say when and how the result was told, or ask for it."""
        how = label(request.told_how) if request.told_how else ""
        self.pairs["notified"].say(_day(request.notified_on), how)
        if self._asked != (request.id, request.state):
            self._asked = (request.id, request.state)
            self.told.begin()
        self.told.setVisible(request.with_form and request.state is RequestState.CARRIED_OUT)
        if request.state is RequestState.CLOSED:
            told = "결과를 알리고 마친 접수입니다." if request.with_form else "마친 종료입니다."
            self.state.say("ok", told, "")

    def _clear_sides(self) -> None:
        if self._sides is not None:
            self._sides.hide()
            self._sides.deleteLater()
            self._sides = None

    @Slot()
    def _want_notice(self) -> None:
        self.paper_wanted.emit("result_notice", self._request_id)

    @Slot()
    def _want_person_copy(self) -> None:
        self.paper_wanted.emit("certificate_person", self._plan_id)

    @Slot()
    def _want_certificate(self) -> None:
        self.paper_wanted.emit("certificate", self._plan_id)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "아직"
