"""Step 4: what goes and what stays, with article and dates. Nothing is destroyed here."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.parts.cancel.case_words import REQUEST_APPROVAL
from easycare_desktop.ui.parts.shared.sides import Sides
from easycare_desktop.ui.widgets import GoesStays, Kit, column


class JudgeStep(QWidget):
    """Both sides; made anew for each judgement."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit = kit
        self._sides: GoesStays | None = None
        self.press = REQUEST_APPROVAL
        self._box = column(gap=12)
        self.setLayout(self._box)

    def show_sides(self, sides: Sides, *, press: str = REQUEST_APPROVAL) -> None:
        """Show a judgement; `press`: what the main button says of it."""
        self.clear()
        self.press = press
        self._sides = self._kit.goes_stays(
            sides.goes,
            sides.stays,
            goes_chip=sides.goes_chip,
            stays_chip=sides.stays_chip,
            goes_foot="종이·휴대전화·대화방에 남은 것은 파기 화면에서 따로 셉니다.",
            stays_foot="날짜가 되면 「오늘」에 파기할 일로 나타납니다.",
        )
        self._sides.setObjectName("cancel.sides")
        self._box.addWidget(self._sides, 1)

    def clear(self) -> None:
        """Show nothing."""
        if self._sides is not None:
            self._sides.hide()
            self._sides.deleteLater()
            self._sides = None
