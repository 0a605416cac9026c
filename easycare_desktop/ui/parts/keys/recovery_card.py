"""백업·열쇠: what to press when a key place was lost or an officer left."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from easycare_desktop.ui.widgets import Kit, column, hide_unless, row

_STOPPED = (
    "열쇠를 바꾸다가 멈추었습니다",
    "자료는 그대로 안전합니다.",
    "새 비상 열쇠 종이를 한 번 더 만들어 마저 해 주세요.",
)


class RecoveryCard(QFrame):
    """Two buttons for two bad days; `show_lost` tells what was lost before."""

    def __init__(self, kit: Kit, *, may_change: bool) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setObjectName("keys.recovery")
        self.lost = kit.button("보관처를 잃었습니다", "secondary", "key-round", writes=True)
        self.hand_over = kit.button("책임자가 바뀝니다", "secondary", "users", writes=True)
        self.lost.setObjectName("keys.lost")
        self.hand_over.setObjectName("keys.hand_over")
        self.history = kit.text("", "caption", wrap=True)
        self.go_on = kit.button("이어서 마치기", "primary", "rotate-cw")
        self.go_on.setObjectName("keys.go_on")
        self.stopped = kit.banner("warn", *_STOPPED)
        self._may_change = may_change
        self.setLayout(
            column(
                kit.text("잃었거나 사람이 바뀌었을 때", "lead"),
                kit.text(
                    "열쇠를 모두 새것으로 바꿉니다. 옛것으로는 새 자료를 못 엽니다.", wrap=True
                ),
                self.stopped,
                row(self.go_on, None),
                self.history,
                row(self.lost, None),
                row(self.hand_over, None),
                margins=(20, 16, 20, 16),
                gap=10,
            )
        )
        for button in (self.lost, self.hand_over):
            hide_unless(button, may_change)
        self.show_lost([])
        self.show_stopped(stopped=False)

    def show_stopped(self, *, stopped: bool) -> None:
        """Tell whether a renewal was begun that did not come to its end."""
        self.stopped.setVisible(stopped)
        self.go_on.setVisible(stopped and self._may_change)

    def show_lost(self, generations: Sequence[int]) -> None:
        """Tell which generations lie on places that were lost."""
        listed = ", ".join(f"제{each}세대" for each in generations)
        self.history.setText(f"잃어버린 보관처에 남은 열쇠: {listed}" if listed else "")
        self.history.setVisible(bool(listed))
