"""Copies outside the program: for each place somebody says 사본 없음 or 없앰."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState
from easycare_desktop.ui.widgets import ChoiceStrip, Kit, column
from easycare_desktop.ui.wording.labels import label

_CHOICES = (
    (OutsideState.OPEN, "아직"),
    (OutsideState.NONE, "사본 없음"),
    (OutsideState.CLEARED, "없앰"),
)
_LEFT = "출력대장에 인쇄하거나 저장한 문서가 {papers:,}건 있습니다. 남은 사본이 있는지 찾아 주세요."


class OutsideTicks(QWidget):
    """`ticked(mapping of place to state)` when somebody chooses."""

    ticked = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._showing = False
        self._strips: dict[OutsidePlace, ChoiceStrip[OutsideState]] = {}
        grid = kit.form(2)
        for place in OutsidePlace:
            strip = kit.choice(_CHOICES)
            strip.setObjectName(f"destroy.outside.{place.value}")
            strip.chosen.connect(self._tell)
            self._strips[place] = strip
            grid.add(kit.field(label(place), strip))
        self._note = kit.text("", "caption", wrap=True)
        self.left = kit.text("", wrap=True)
        self.setLayout(column(self._note, self.left, grid, gap=8))

    def show_places(
        self, outside: Mapping[OutsidePlace, OutsideState], *, usable: bool, papers: int = 0
    ) -> None:
        """Show what was ticked; `papers`: how many left the program by the register of prints."""
        self.left.setText(_LEFT.format(papers=papers))
        self.left.setVisible(usable and papers > 0)
        self._showing = True
        for place, strip in self._strips.items():
            strip.choose(outside.get(place, OutsideState.OPEN))
            strip.setEnabled(usable)
        self._showing = False
        left = sum(state is OutsideState.OPEN for state in outside.values())
        self._note.setText(
            f"{left}곳을 아직 확인하지 않았습니다. 모두 확인해야 완료가 됩니다."
            if left
            else "모두 확인했습니다."
        )

    def choose(self, place: OutsidePlace, state: OutsideState) -> None:
        """Choose as a person would."""
        self._strips[place].choose(state)

    @Slot()
    def _tell(self) -> None:
        if self._showing:
            return
        values = {place: strip.value() for place, strip in self._strips.items()}
        self.ticked.emit({place: state for place, state in values.items() if state is not None})
