"""The five steps of a case in one place, each with the draft of what is half typed in it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.parts.cancel.case_head import FORM, JUDGE, RESULT, SETTLE, VERIFY
from easycare_desktop.ui.parts.cancel.form_step import FormStep
from easycare_desktop.ui.parts.cancel.judge_step import JudgeStep
from easycare_desktop.ui.parts.cancel.result_step import ResultStep
from easycare_desktop.ui.parts.cancel.settle_step import SettleStep
from easycare_desktop.ui.parts.cancel.summary_step import SummaryStep
from easycare_desktop.ui.parts.cancel.verify_step import VerifyStep
from easycare_desktop.ui.parts.shared.drafts import DraftKeeper
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.typing_banners import TypingBanners
from easycare_desktop.ui.widgets import Kit, column


class CaseSteps(QWidget):
    """`kept()` is emitted when something half typed was kept."""

    kept = Signal()

    def __init__(self, kit: Kit, services: Services) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        days = DayReader(services.office)
        self.form = FormStep(kit, days)
        self.verify = VerifyStep(kit, days)
        self.settle = SettleStep(kit, days)
        self.judge = JudgeStep(kit)
        self.result = ResultStep(kit, days)
        self.summary = SummaryStep(kit)
        self._by_step = {
            FORM: self.form,
            VERIFY: self.verify,
            SETTLE: self.settle,
            JUDGE: self.judge,
            RESULT: self.result,
        }
        self._pile = Pile([*self._by_step.values(), self.summary])
        self._keepers = {
            FORM: DraftKeeper(services.drafts, "cancel.form", self.form.typed),
            VERIFY: DraftKeeper(services.drafts, "cancel.verify", self.verify.typed),
            SETTLE: DraftKeeper(services.drafts, "cancel.settle", self.settle.typed),
        }
        for part, step in ((self.form, FORM), (self.verify, VERIFY), (self.settle, SETTLE)):
            part.edited.connect(self._keepers[step].touch)
            self._keepers[step].kept.connect(self.kept)
        self.banners = TypingBanners(kit, "cancel.conflict")
        self.setLayout(column(self.banners, self._pile, gap=8))

    def draft(self, step: int, subject: int) -> Mapping[str, str]:
        """Turn a step to its subject and return what was kept of it."""
        self.leave()
        keeper = self._keepers[step]
        kept = keeper.begin(subject)
        self.banners.begin(kept=bool(kept), emptied=keeper.emptied)
        return kept

    def saved(self, step: int) -> None:
        """Forget the draft of a step: it was written down for good, or given up."""
        self._keepers[step].drop()

    def leave(self) -> None:
        """Keep at once what is half typed."""
        for keeper in self._keepers.values():
            keeper.end()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        for keeper in self._keepers.values():
            keeper.flush()
        super().hideEvent(event)

    def show_step(self, step: int, *, read_only: bool) -> None:
        """Show the present step, or what an earlier one says."""
        again = read_only and step in self._keepers
        if read_only or step not in self._keepers:
            self.banners.clear()
        self._pile.show_only(self.summary if again else self._by_step[step])
