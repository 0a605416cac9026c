"""사유: one of the reasons on the form, offered for the kind of person."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.ui.parts.cancel.reasons import reasons_for
from easycare_desktop.ui.widgets import Kit, RadioButton, column

_MOST = 7


class ReasonChoice(QWidget):
    """Radio buttons in up to four columns. `edited()` on each choice."""

    edited = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._group = QButtonGroup(self)
        self._codes: list[str] = []
        self._radios: list[RadioButton] = [kit.radio("") for _ in range(_MOST)]
        grid = kit.form(4)
        for number, radio in enumerate(self._radios):
            radio.setObjectName(f"cancel.reason.{number}")
            self._group.addButton(radio, number)
            grid.add(radio)
        self._group.idToggled.connect(self._tell)
        self._error = kit.text("", "caption", "danger", wrap=True)
        self._error.hide()
        label = kit.text("사유", "label")
        self.setLayout(column(label, grid, self._error, gap=0))
        self.setAccessibleName("사유, 필수")

    def offer(self, kind: PersonKind) -> None:
        """Offer the reasons of this kind."""
        reasons = reasons_for(kind)
        self._codes = [reason.code for reason in reasons]
        for radio, reason in zip(self._radios, reasons, strict=False):
            radio.setText(reason.words)
            radio.setAccessibleName(f"사유 {reason.words}")
        for number, radio in enumerate(self._radios):
            radio.setVisible(number < len(reasons))

    def code(self) -> str:
        """Return the code of the chosen reason, or nothing."""
        number = self._group.checkedId()
        return self._codes[number] if 0 <= number < len(self._codes) else ""

    def choose(self, code: str) -> None:
        """Choose the reason with this code; with no code, none."""
        self._group.setExclusive(False)
        for radio in self._radios:
            radio.setChecked(False)
        self._group.setExclusive(True)
        if code in self._codes:
            self._radios[self._codes.index(code)].setChecked(True)
        self.show_error("")

    def show_error(self, sentence: str) -> None:
        """Say what is missing."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    @Slot()
    def _tell(self) -> None:
        self.show_error("")
        self.edited.emit()
