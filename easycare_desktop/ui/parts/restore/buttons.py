"""The presses at the foot of the window of restoring."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.parts.restore.steps import RestoreSteps
from easycare_desktop.ui.widgets import Kit, column, holder, row

_CALM = "아직 아무것도 바꾸지 않았습니다."


class RestoreButtons(QWidget):
    """`leave`, `back`, `next`, and `last`, which is red and takes the place of `next`."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.leave = kit.button("그만두기", "quiet", "x")
        self.back = kit.button("뒤로", "secondary", "arrow-left")
        self.next = kit.button("다음", "primary")
        self.last = kit.button("", "danger")
        for name in ("leave", "back", "next", "last"):
            getattr(self, name).setObjectName(f"restore.{name}")
        press = holder(row(self.next, self.last, gap=0))
        self._foot = kit.foot(press, others=[self.back], quiet=[self.leave])
        self.setLayout(column(self._foot, gap=0))

    def name(self, steps: RestoreSteps, *, busy: bool) -> None:
        """Say what the next press does."""
        last = steps.now is steps.confirm
        self.next.setVisible(not last)
        self.last.say(steps.way.word)
        self.last.setVisible(last)
        for button in (self.next, self.last):
            button.setEnabled(not busy)
        self.back.setEnabled(steps.number > 0 and not busy)
        reading = steps.now is steps.sheet and not steps.sheet.typing_back
        self.next.say("적어 두었습니다" if reading else "다음")
        self._foot.say("" if last else _CALM)
