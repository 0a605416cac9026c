"""오늘: what is late, what is due today and this week, each with the one thing to do next."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import KeyPlaceView
from easycare_desktop.services.today import TodayView
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.today.month_chart import MonthChart
from easycare_desktop.ui.parts.today.numbers import Numbers
from easycare_desktop.ui.parts.today.places_card import PlacesCard
from easycare_desktop.ui.parts.today.task_list import TaskList
from easycare_desktop.ui.widgets import Kit, column, hide_unless, holder

_WEEK = "월화수목금토일"
_SEARCH_WIDTH = 296
_CHART_HEIGHT = 392


@dataclass(frozen=True, slots=True)
class _Seen:
    view: TodayView
    places: tuple[KeyPlaceView, ...]


class TodayPage(QWidget):
    """`task_chosen(Task)`: a button of the list; `new_request()`; `search_wanted(str)`: a name.

    `work_changed(overdue, due today)`: for the number beside 오늘 in the navigation.
    """

    task_chosen = Signal(object)
    new_request = Signal()
    search_wanted = Signal(str)
    work_changed = Signal(int, int)
    drafts_wanted = Signal()

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._kit, self._services = kit, services
        self._messages, self._background = messages, background
        self.numbers = Numbers(kit)
        self.tasks = TaskList(kit, services.office.calendar)
        self.places = PlacesCard(kit)
        self.chart = MonthChart(kit)
        self._build(kit)
        self._listen()
        self._fit()

    def _build(self, kit: Kit) -> None:
        self.search = kit.search_edit("이름, 초성, 번호로 찾기")
        self.search.submits = True
        self.search.setObjectName("today.search")
        self.new = kit.button("새로 접수", "primary", "plus", key="F2")
        self.new.setObjectName("today.new")
        self.drafts = kit.button("임시 보관함", "secondary", "inbox")
        self.drafts.setObjectName("today.drafts")
        hide_unless(self.drafts, self._services.office.actor.may(Right.ENTER))
        self.head = kit.page_head("오늘", "", self.search, self.drafts, self.new)
        left = column(self.numbers, self.tasks, gap=16)
        left.setStretch(1, 1)
        right = column(self.places, self.chart, None, gap=16)
        right.setStretch(1, 100)
        split = kit.split(holder(left), holder(right), side=336)
        body = column(split, margins=(24, 4, 24, 14))
        page = column(
            holder(column(self.head, margins=(24, 14, 24, 10))), kit.scroll(holder(body)), gap=0
        )
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.search)

    def _listen(self) -> None:
        self.new.clicked.connect(self.new_request)
        self.drafts.clicked.connect(self.drafts_wanted)
        self.tasks.task_chosen.connect(self.task_chosen)
        self.search.submitted.connect(self._search)
        self._kit.changed.connect(self._fit)

    def refresh(self) -> None:
        """Read everything again."""
        self._background.run(self._read, self._show, self._failed)

    def _read(self) -> _Seen:
        self._services.today.catch_up()
        return _Seen(self._services.today.show(), tuple(self._services.key_places.states()))

    def _show(self, seen: _Seen) -> None:
        day = seen.view.today
        words = f"{day.year}년 {day.month}월 {day.day}일 {_WEEK[day.weekday()]}요일"
        self.head.say("오늘", words)
        self.numbers.show_view(seen.view)
        self.tasks.show_view(seen.view)
        self.places.show_places(seen.places)
        looks = self._services.office.looks_only
        self.places.show_protection(seen.view.protection, day, looks=looks)
        self.chart.show_months(seen.view.months)
        self.work_changed.emit(len(seen.view.overdue), len(seen.view.due_today))

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "오늘 할 일을 불러오지 못했습니다", error)

    @Slot()
    def _search(self) -> None:
        words = self.search.text().strip()
        if words:
            self.search_wanted.emit(words)

    @Slot()
    def _fit(self) -> None:
        self.search.setFixedWidth(self._kit.theme.px(_SEARCH_WIDTH))
        self.search.setVisible(self._kit.theme.roomy)
        self.chart.setMaximumHeight(self._kit.theme.px(_CHART_HEIGHT))
