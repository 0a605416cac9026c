"""What is asked only where consent is given: until when, and by which channels."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.consent_purposes import ConsentPurpose
from easycare_desktop.ui.widgets import CheckBox, Kit, column, row


class GivenMore(QWidget):
    """`edited()` at each change; nothing is ticked before."""

    edited = Signal()

    def __init__(self, kit: Kit, purpose: ConsentPurpose, parse: Callable[[str], date]) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.until = kit.date_field(
            "언제까지 (정해 두셨을 때만)", parse, "적지 않으면 위에 적힌 기간을 따릅니다."
        )
        self.until.control.setObjectName(f"consents.until.{purpose.code}")
        self.until.control.live_text_changed.connect(self._tell)
        self.ticks: dict[str, CheckBox] = {}
        box = column(gap=8)
        for channel, words in purpose.channels:
            tick = kit.check(words)
            tick.setObjectName(f"consents.channel.{channel}")
            tick.toggled.connect(self._tell)
            self.ticks[channel] = tick
        if self.ticks:
            box.addWidget(kit.text("어떻게 알려 드릴까요", "label"))
            box.addLayout(row(*self.ticks.values(), None))
        form = kit.form(2)
        form.add(self.until)
        box.addWidget(form)
        self.setLayout(box)

    def channels(self) -> tuple[str, ...]:
        """Return what is ticked."""
        return tuple(channel for channel, tick in self.ticks.items() if tick.isChecked())

    def put(self, until: str, channels: Sequence[str]) -> None:
        """Show half-typed values."""
        self.until.control.setText(until)
        for channel, tick in self.ticks.items():
            tick.setChecked(channel in channels)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()
