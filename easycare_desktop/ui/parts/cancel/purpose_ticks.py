"""철회할 동의: the living consents of a person, to be ticked one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.consents import ConsentStatus
from easycare_desktop.ui.widgets import CheckBox, Kit, column


class PurposeTicks(QWidget):
    """One tick a given consent; refilled for each person. `edited()` on each tick."""

    edited = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit = kit
        self._ticks: dict[str, CheckBox] = {}
        self._box = column(gap=0)
        self._error = kit.text("", "caption", "danger", wrap=True)
        self._none = kit.text("지금 유효한 동의가 없습니다. 「전부」를 골라 주세요.", wrap=True)
        self._error.hide()
        label = kit.text("철회할 동의", "label")
        self.setLayout(column(label, self._none, self._box, self._error, gap=2))
        self.setAccessibleName("철회할 동의")

    def offer(self, consents: Sequence[ConsentStatus], chosen: str = "") -> None:
        """Offer the consents that are given, and those that were chosen before."""
        for tick in self._ticks.values():
            self._box.removeWidget(tick)
            tick.deleteLater()
        self._ticks = {
            status.purpose.code: self._kit.check(status.purpose.label)
            for status in consents
            if status.given or status.purpose.code in chosen.split(",")
        }
        for code, tick in self._ticks.items():
            tick.setObjectName(f"cancel.purpose.{code}")
            tick.toggled.connect(self._tell)
            self._box.addWidget(tick)
        self._none.setVisible(not self._ticks)

    def chosen(self) -> str:
        """Return the codes of what is ticked, joined by commas."""
        return ",".join(code for code, tick in self._ticks.items() if tick.isChecked())

    def put(self, codes: str) -> None:
        """Tick what a draft says."""
        wanted = codes.split(",")
        for code, tick in self._ticks.items():
            tick.setChecked(code in wanted)
        self.show_error("")

    def show_error(self, sentence: str) -> None:
        """Say what is missing."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    @Slot()
    def _tell(self) -> None:
        self.show_error("")
        self.edited.emit()
