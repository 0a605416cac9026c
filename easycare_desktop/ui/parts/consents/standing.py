"""지금까지의 동의: how every purpose stands, what can be withdrawn, and every line on record."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.domain.consents import ConsentLine
from easycare_desktop.services.consents import ConsentStatus
from easycare_desktop.ui.parts.shared.lines import Line, Lines, consent_lines
from easycare_desktop.ui.widgets import Kit, column, full_card, group_head, holder, row
from easycare_desktop.ui.widgets.labels import ChipTone
from easycare_desktop.ui.wording.labels import label


def standing_word(status: ConsentStatus) -> str:
    """Return how a purpose stands today: a consent that has run out is none."""
    if status.line is None:
        return "받지 않음"
    return "기간 끝남" if status.ran_out else label(status.line.result)


class _Now(QFrame):
    """One purpose with its chip and, where consent is given, the way to withdraw it."""

    withdraw_wanted = Signal(object)

    def __init__(self, kit: Kit, status: ConsentStatus) -> None:
        super().__init__()
        self.setProperty("part", "row")
        self._status = status
        purpose, line = status.purpose, status.line
        second = f"{line.said_on:%Y-%m-%d} · {label(line.method)}" if line else "적힌 것이 없습니다"
        if status.outdated:
            second += " · 동의서가 바뀌었습니다. 다시 받아 주세요."
        words = column(
            kit.text(purpose.label, "strong", wrap=True), kit.text(second, "caption"), gap=2
        )
        tone: ChipTone = "ok" if status.given else "danger" if purpose.required else ""
        box = row(margins=(18, 6, 16, 6), gap=12)
        box.addLayout(words, 1)
        if status.given:
            button = kit.button(
                "철회하기", "secondary", fit="row", name=f"{purpose.label} 철회하기"
            )
            button.setObjectName(f"consents.withdraw.{purpose.code}")
            button.clicked.connect(self._withdraw)
            box.addWidget(button)
        box.addWidget(kit.chip(standing_word(status), tone, 112))
        self.setLayout(box)

    @Slot()
    def _withdraw(self) -> None:
        self.withdraw_wanted.emit(self._status)


class Standings(QWidget):
    """`withdraw_wanted(ConsentStatus)`; history below."""

    withdraw_wanted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit = kit
        self._scroll = kit.scroll(QWidget())
        self.setLayout(column(self._scroll, gap=0))

    def show_person(self, statuses: Sequence[ConsentStatus], lines: Sequence[ConsentLine]) -> None:
        """Show how everything stands for one person."""
        now = column(group_head("지금", first=True), gap=0)
        for status in statuses:
            each = _Now(self._kit, status)
            each.withdraw_wanted.connect(self.withdraw_wanted)
            now.addWidget(each)
        names = {status.purpose.code: status.purpose.label for status in statuses}
        records = consent_lines(lines, names)
        past = column(
            group_head("지금까지 적은 것", f"{len(records)}건", first=True),
            self._table(records),
            gap=0,
        )
        box = column(full_card(now), full_card(past), None, gap=12)
        box.setContentsMargins(24, 2, 24, 16)
        self._scroll.setWidget(holder(box))

    def _table(self, records: Sequence[Line]) -> QWidget:
        empty = self._kit.empty("file-text", "적힌 동의가 없습니다.")
        table = Lines(self._kit, "동의 이력", empty, state="결과", whole=max(1, len(records)))
        table.show_lines(records)
        return table
