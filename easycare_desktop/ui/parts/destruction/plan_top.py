"""Above the plans: how many are open, what can be begun, and how far several are."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.parts.destruction.plan_work import PlanWork
from easycare_desktop.ui.parts.joint.run_band import RunBand
from easycare_desktop.ui.widgets import Kit, column


class PlanTop(QWidget):
    """Buttons are public, and the page connects them; the band follows the work by itself."""

    def __init__(self, kit: Kit, work: PlanWork) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.plan_due = kit.button("기간이 끝난 것 계획하기", icon="hourglass", key="F2")
        self.plan_due.setObjectName("destroy.plan_due")
        self.several = kit.button("여러 분 함께 정리", icon="users", key="F3", writes=True)
        self.several.setObjectName("destroy.several")
        self.head = kit.page_head("파기", "", self.several, self.plan_due)
        self.band = RunBand(kit)
        self.band.stop_wanted.connect(work.stop)
        work.begun.connect(self.band.begin)
        work.reached.connect(self.band.show_step)
        self.setLayout(column(self.head, self.band, margins=(24, 14, 24, 10), gap=10))

    def say(self, waiting: int) -> None:
        """Say how many plans are not carried out."""
        self.head.say("파기", f"아직 파기하지 않은 것 {waiting}건")

    def allow(self, *, busy: bool) -> None:
        """Let nothing be begun while something runs."""
        for button in (self.plan_due, self.several):
            button.setEnabled(not busy)
        if not busy:
            self.band.hide()
