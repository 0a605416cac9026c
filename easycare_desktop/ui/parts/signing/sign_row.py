"""One line that offers signing on the screen, and says that somebody has."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.signatures import ScreenSignature
from easycare_desktop.ui.parts.returned.shown import Shown
from easycare_desktop.ui.widgets import Kit, row

_OFFER = "앞에 계시면 종이 대신 화면에서 서명받을 수 있습니다."
_WIDEST = 150


class SignRow(QFrame):
    """`wanted()` when somebody shall sign. What was signed is dropped when the words change."""

    wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.signature: ScreenSignature | None = None
        self._picture: Shown | None = None
        self._words = kit.text(_OFFER, wrap=True)
        self._words.setObjectName("signing.words")
        self.button = kit.button("화면에서 서명받기", "secondary", "signature", fit="row")
        self.button.setObjectName("signing.open")
        self.button.clicked.connect(self.wanted)
        self._line = row(self._words, self.button, margins=(20, 10, 16, 10), gap=12)
        self._line.setStretch(0, 1)
        self.setLayout(self._line)

    def hold(self, signature: ScreenSignature) -> None:
        """Hold a signature until what it stands under is recorded."""
        self.clear()
        self.signature = signature
        self._words.setText(f"화면에서 서명하셨습니다. {signature.signed_at:%Y-%m-%d %H:%M}")
        self.button.say("다시 서명받기")
        self._picture = Shown(QImage.fromData(signature.png), "받은 서명", _WIDEST)
        self._line.insertWidget(1, self._picture)

    @Slot()
    def clear(self) -> None:
        """Hold nothing."""
        self.signature = None
        self._words.setText(_OFFER)
        self.button.say("화면에서 서명받기")
        if self._picture is not None:
            self._line.removeWidget(self._picture)
            self._picture.setParent(None)
            self._picture.deleteLater()
            self._picture = None

    @Slot()
    def outdated(self) -> None:
        """Drop a signature under words that were changed after it."""
        if self.signature is not None:
            self.clear()
            self._words.setText("적은 것이 바뀌어 서명을 지웠습니다. 다시 받아 주세요.")
