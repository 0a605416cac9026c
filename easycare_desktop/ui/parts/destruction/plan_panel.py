"""One plan: how far it is, what goes and stays, and what is still open elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import Plan, PlanState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import PlanView
from easycare_desktop.services.key_places import KeyPlaceView
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.destruction.notices_card import NoticesCard
from easycare_desktop.ui.parts.destruction.outside_ticks import OutsideTicks
from easycare_desktop.ui.parts.destruction.search_closing import SearchClosing
from easycare_desktop.ui.parts.destruction.wells import wells
from easycare_desktop.ui.parts.destruction.words import (
    STAGES,
    mention_words,
    mistake_words,
    open_words,
    place_words,
    whose,
)
from easycare_desktop.ui.parts.registers.twins_card import TwinsCard
from easycare_desktop.ui.parts.shared.sides import plan_sides
from easycare_desktop.ui.widgets import Kit, card, column, holder, row
from easycare_desktop.ui.widgets.banner import BannerTone
from easycare_desktop.ui.widgets.progress import Progress

_ORDER = tuple(STAGES)
_STATES: dict[PlanState, tuple[BannerTone, str, str]] = {
    PlanState.AWAITING: ("info", "승인을 기다립니다.", "아직 아무것도 지우지 않았습니다."),
    PlanState.WAITING_DAY: ("info", "다음 날을 기다립니다.", "아직 아무것도 지우지 않았습니다."),
    PlanState.APPROVED: ("warn", "승인했습니다. 아직 파기하지 않았습니다.", ""),
    PlanState.RUNNING: ("warn", "파기가 진행 중입니다.", "끝날 때까지 프로그램을 끄지 마세요."),
    PlanState.PARTIAL: ("warn", "일부 완료입니다.", "아래 남은 것을 마친 뒤 다시 확인해 주세요."),
    PlanState.DONE: ("ok", "파기를 마쳤습니다.", ""),
    PlanState.CANCELLED: ("info", "취소한 계획입니다.", "지운 것이 없습니다."),
}


class PlanPanel(QWidget):
    """`outside.ticked` tells what somebody ticked, `twins` and `notices` what was done."""

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit, self._office = kit, services.office
        self._sides: QWidget | None = None
        self.title = kit.text("", "lead", wrap=True)
        self.under = kit.text("", "caption", wrap=True)
        self.state = kit.banner("info", "", "")
        self.progress = Progress(kit.appearance)
        self.open_list = kit.text("", wrap=True)
        self.places = kit.text("", wrap=True)
        self.mentions = kit.text("", wrap=True)
        self.outside = OutsideTicks(kit)
        self.twins = TwinsCard(kit, services, messages, background)
        self.notices = NoticesCard(kit, services, messages)
        self.closing = SearchClosing(kit, services, messages)
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self._open = card(kit.text("아직 남은 것", "lead"), self.open_list, self.closing, gap=6)
        self._working = card(kit.text("파기하고 있습니다", "lead"), self.progress)
        self._outside = card(kit.text("프로그램 밖의 사본", "lead"), self.outside, gap=6)
        self._places = card(
            row(kit.picture("key-round", "text"), kit.text("열쇠 보관처", "lead"), None),
            self.places,
            gap=6,
        )
        self._mentions = card(
            kit.text("다른 자료에 적혀 있는 곳", "lead"),
            kit.text("지우지 않았습니다. 열어 보고 고칠지 정해 주세요.", wrap=True),
            self.mentions,
            gap=6,
        )
        self._above, self._below = column(gap=0), column(gap=0)
        head = column(self.title, self.under, gap=2)
        self._column = column(
            head,
            self.state,
            self._working,
            self._open,
            self.notices,
            holder(self._above),
            self._outside,
            self.twins,
            self._mentions,
            self._places,
            holder(self._below),
            None,
            margins=(0, 0, 4, 8),
            gap=12,
        )
        self.setLayout(self._column)
        self._working.hide()

    def show_plan(self, view: PlanView, places: Sequence[KeyPlaceView] | None) -> None:
        """Show one plan."""
        plan, points = view.plan, view.open_points
        self.twins.show_plan(plan)
        self.notices.show_plan(plan)
        self.closing.show_plan(view)
        self._show_words(view)
        self.open_list.setText("\n".join(f"· {each}" for each in open_words(points, places or ())))
        self._open.setVisible(plan.state is PlanState.PARTIAL and bool(points))
        self.outside.show_places(plan.outside, usable=_may_tick(plan), papers=view.papers)
        self._outside.setVisible(plan.state is not PlanState.CANCELLED)
        self.places.setText(place_words(places))
        self._places.setVisible(plan.state is not PlanState.CANCELLED)
        lines = mention_words(view.mentioned, self._office.catalogue)
        self.mentions.setText("\n".join(lines))
        self._mentions.setVisible(bool(lines))
        self._show_sides(view)

    def _show_sides(self, view: PlanView) -> None:
        rules = self._office.law.rules_on(self._office.today())
        sides = plan_sides(view.plan, view.persons, self._office.catalogue, rules)
        if self._sides is not None:
            self._sides.hide()
            self._sides.deleteLater()
        over = view.plan.state in {PlanState.PARTIAL, PlanState.DONE}
        self._sides = wells(self._kit, sides, over=over)
        (self._below if over else self._above).addWidget(self._sides)
        self._column.activate()

    def _show_words(self, view: PlanView) -> None:
        plan = view.plan
        self.title.setText(f"{whose(view)} · {plan.number}")
        request = f"접수번호 {view.request_number} · " if view.request_number else ""
        due = f"{plan.due_on:%Y-%m-%d}"
        limit = f"파기 기한 {due}" if plan.over else f"{due}까지 파기해야 합니다."
        if view.held and not plan.items:
            limit = "기한은 분쟁보존이 끝난 날부터 셉니다."
        self.under.setText(f"{request}{limit}")
        tone, happened, more = _STATES[plan.state]
        if plan.state is PlanState.WAITING_DAY and plan.wait_until is not None:
            more = f"{plan.wait_until:%Y-%m-%d}부터 파기할 수 있습니다."
        if plan.finished_at is not None and plan.state is PlanState.DONE:
            more = f"{plan.finished_at:%Y-%m-%d %H:%M}에 확인까지 마쳤습니다."
        if view.held:
            happened = happened if plan.items else "분쟁보존이 끝나기를 기다립니다."
            more = f"분쟁보존 {view.held}건은 빠졌습니다. 보존이 끝나면 다시 들어옵니다."
        if view.rejected:
            happened, more = "책임자가 돌려보낸 계획입니다.", f"사유: {view.rejected}"
        if view.failed:
            happened, more = "파기하지 못했습니다.", "지운 것이 없습니다. 다시 파기할 수 있습니다."
        why = f"적은 사유: {view.why}" if view.why else ""
        wrong = mistake_words(view)
        self.state.say(tone, happened, *filter(None, (more, why, wrong)))

    def show_working(self, *, on: bool) -> None:
        """Show the bar instead of the state, or the state again."""
        self._working.setVisible(on)
        self.state.setVisible(not on)
        if on:
            self._open.hide()
            self.show_stage(0, len(_ORDER) - 1)

    @Slot(int, int)
    def show_stage(self, done: int, total: int) -> None:
        """Show how far a run is."""
        self.progress.say(STAGES[_ORDER[min(done, len(_ORDER) - 1)]], done, total)


def _may_tick(plan: Plan) -> bool:
    return plan.state not in {PlanState.DONE, PlanState.CANCELLED, PlanState.RUNNING}
