"""보유·분리보관: the clocks, what is kept apart, and who opened it."""

from functools import cached_property

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.separated import SeparatedHolding
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.holdings.clock_tab import ClockTab
from easycare_desktop.ui.parts.holdings.handover_dialog import HandoverDialog
from easycare_desktop.ui.parts.holdings.reading_dialog import ReadingDialog
from easycare_desktop.ui.parts.holdings.readings_tab import ReadingsTab
from easycare_desktop.ui.parts.holdings.separated_tab import SeparatedTab
from easycare_desktop.ui.parts.measures.bar import MeasureBar
from easycare_desktop.ui.parts.registers.register_tab import RegisterTab
from easycare_desktop.ui.parts.registers.register_work import RegisterWork
from easycare_desktop.ui.parts.shared.dialog_place import DialogPlace
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, column, holder

_NAMES = ("보유기간", "분리보관", "열람대장", "서류함·매체")
_TABS = ("clocks", "separated", "readings", "registers")


class HoldingsPage(QWidget):
    """Four tabs.

    `paper_wanted(kind of list, label or certificate, subject)`; `open_plan(plan id)` goes to 파기.
    """

    paper_wanted = Signal(str, object)
    open_plan = Signal(object)

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
        self._kit, self._services, self._messages = kit, services, messages
        self._background = background
        self.dialogs = DialogPlace(self)
        self.dialogs.closed.connect(self.refresh)
        self.measures = MeasureBar(kit, services, messages, choosing=False)
        self.clocks = ClockTab(kit, services.office, self.measures)
        self._build(kit)
        self._listen()

    @cached_property
    def separated(self) -> SeparatedTab:
        """What is kept apart. Like every tab but the first it is built when it is turned to."""
        tab = SeparatedTab(self._kit, self._services.office)
        tab.open_wanted.connect(self._read)
        tab.print_wanted.connect(self._print_separated)
        tab.handover_wanted.connect(self._hand_over)
        self._pile.add(tab)
        return tab

    @cached_property
    def readings(self) -> ReadingsTab:
        """Who opened what, and why."""
        tab = ReadingsTab(self._kit, self._services.office, self._services.accounts.names())
        tab.print_wanted.connect(self._print_readings)
        self._pile.add(tab)
        return tab

    @cached_property
    def registers(self) -> RegisterTab:
        """Boxes, media, and copies elsewhere."""
        tab = RegisterTab(self._kit, self._services.office)
        self.register_work.listen(tab)
        self._pile.add(tab)
        return tab

    @cached_property
    def register_work(self) -> RegisterWork:
        """What is done with boxes and media."""
        work = RegisterWork(self._kit, self._services, self._messages, self._background, self)
        work.paper_wanted.connect(self.paper_wanted)
        work.changed.connect(self.refresh)
        return work

    def _build(self, kit: Kit) -> None:
        self.head = kit.page_head("보유·분리보관")
        self.tabs = kit.tabs(_NAMES, "보유·분리보관")
        self.tabs.setObjectName("holdings.tabs")
        self._pile = Pile([self.clocks])
        top = holder(column(self.head, self.tabs, margins=(24, 14, 24, 10), gap=8))
        page = column(top, holder(column(self._pile, margins=(24, 0, 24, 14))), gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)

    def _listen(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.clocks.plan_wanted.connect(self._plan)
        self.measures.changed.connect(self.refresh)
        self.measures.paper_wanted.connect(self._print_notice)

    @Slot()
    def refresh(self) -> None:
        """Read everything again that is shown."""
        try:
            lines = self._services.clocks.lines()
            self._fill(self.tabs.currentIndex())
        except Refusal as refusal:
            tell(self._messages, "보유 목록을 열지 못했습니다", refusal)
            return
        self.clocks.show_lines(lines)
        apart = sum(line.separated for line in lines)
        self.head.say("보유·분리보관", f"분리보관 {apart}건")

    def _fill(self, number: int) -> None:
        """Read what a tab beside the first one shows. Raises what its service refuses."""
        if number == _TABS.index("separated"):
            self.separated.show_holdings(self._services.separated.list())
        elif number == _TABS.index("readings"):
            self.readings.show_readings(self._services.separated.readings())
        elif number == _TABS.index("registers"):
            self.registers.show_items(self._services.registers.items())

    def show_subject(self, holding_id: object) -> None:
        """Choose the clock of a holding."""
        self.tabs.setCurrentIndex(0)
        self.refresh()
        self.clocks.table.choose(holding_id)

    @Slot(int)
    def _turn(self, number: int) -> None:
        self._pile.show_only(getattr(self, _TABS[number]))
        try:
            self._fill(number)
        except Refusal as refusal:
            tell(self._messages, "보유 목록을 열지 못했습니다", refusal)

    @Slot()
    def _plan(self) -> None:
        try:
            plan = self._services.destruction.propose_due()
        except Refusal as refusal:
            tell(self._messages, "계획하지 못했습니다", refusal)
            return
        if plan is None:
            self._messages.toast("보유기간이 끝난 것이 없습니다.")
            return
        self.open_plan.emit(plan.id)

    @Slot(object)
    def _read(self, holding: SeparatedHolding) -> None:
        catalogue = self._services.office.catalogue
        self.dialogs.show(
            ReadingDialog(
                self._kit, self._services.separated, holding, catalogue, self._messages, self
            )
        )

    @Slot()
    def _hand_over(self) -> None:
        self.dialogs.show(
            HandoverDialog(
                self._kit, self._services, self._messages, self._background, self.window()
            )
        )

    @Slot(object, object)
    def _print_notice(self, kind: PaperKind, person_id: int) -> None:
        self.paper_wanted.emit(kind.code, person_id)

    @Slot()
    def _print_separated(self) -> None:
        self.paper_wanted.emit("separated_ledger", 0)

    @Slot()
    def _print_readings(self) -> None:
        self.paper_wanted.emit("reading_ledger", 0)
