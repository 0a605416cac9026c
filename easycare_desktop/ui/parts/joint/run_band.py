"""How far several plans are, above the page; it can be stopped between two of them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.services.destruction_run import STAGES
from easycare_desktop.ui.parts.destruction.words import STAGES as STAGE_WORDS
from easycare_desktop.ui.widgets import Kit, column, row
from easycare_desktop.ui.widgets.progress import Progress

_GOES_ON = "멈추어도 지금 하는 한 건은 끝까지 합니다. 나머지는 승인한 그대로 둡니다."
_STOPS = "지금 하는 한 건까지 마치고 멈춥니다."


class RunBand(QFrame):
    """Hidden while nothing runs. `stop_wanted()` once somebody wants it to stop."""

    stop_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.progress = Progress(kit.appearance)
        self.note = kit.text(_GOES_ON, "caption", wrap=True)
        self.stop = kit.button("그만하기", fit="row")
        self.stop.setObjectName("joint.stop")
        self.stop.clicked.connect(self._stop)
        said = row(self.note, self.stop, gap=16)
        said.setStretch(0, 1)
        self.setLayout(column(self.progress, said, margins=(20, 14, 20, 12), gap=8))
        self.hide()

    @Slot(int)
    def begin(self, count: int) -> None:
        """Show that plans are about to be carried out."""
        self.note.setText(_GOES_ON)
        self.stop.setEnabled(True)
        self.show_step(0, count * len(STAGES))
        self.show()

    @Slot(int, int)
    def show_step(self, done: int, total: int) -> None:
        """Show how far it is; each plan has as many steps as there are stages."""
        stages = len(STAGES)
        before, count = min(done, total - 1) // stages, total // stages
        words = STAGE_WORDS[STAGES[done % stages]]
        self.progress.say(f"{count:,}건 가운데 {before + 1:,}번째 · {words}", done, total)

    @Slot()
    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.note.setText(_STOPS)
        self.stop_wanted.emit()
