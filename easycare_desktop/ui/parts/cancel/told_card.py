"""「신청인께 알려 드렸나요?」: three notices, and whether a copy is wanted."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.ui.widgets import Kit, column

_WORDS = {
    "service_ends": "서비스를 더 받으실 수 없습니다.",
    "law_keeps": "법으로 남는 것과 날짜를 보셨습니다.",
    "no_return": "파기한 것은 다시 볼 수 없습니다.",
}
_RECIPIENT = "급여를 더 받으실 수 없습니다."
_STAFF = "고용관계가 끝납니다."


class ToldCard(QFrame):
    """`edited()` on each tick."""

    edited = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._ticks = {code: kit.check(words) for code, words in _WORDS.items()}
        self.copy = kit.check("기록 사본을 받으시겠다고 합니다.")
        for code, tick in (*self._ticks.items(), ("copy", self.copy)):
            tick.setObjectName(f"cancel.told.{code}")
            tick.toggled.connect(self._tell)
        self._error = kit.text("", "caption", "danger", wrap=True)
        self._error.hide()
        note = kit.banner(
            "info", "접수하면 접수증을 드립니다.", "번호와 처리 기한이 적혀 있습니다."
        )
        self.setLayout(
            column(
                kit.text("신청인께 알려 드렸나요?", "lead"),
                *self._ticks.values(),
                self._error,
                kit.text("자료", "label"),
                self.copy,
                8,
                note,
                None,
                margins=(20, 14, 16, 14),
                gap=4,
            )
        )

    def name_for(self, kind: PersonKind) -> None:
        """Word the first notice for this kind of person."""
        words = _WORDS["service_ends"]
        if kind is PersonKind.RECIPIENT:
            words = _RECIPIENT
        elif kind is PersonKind.STAFF:
            words = _STAFF
        self._ticks["service_ends"].setText(words)
        self._ticks["service_ends"].setAccessibleName(words)

    def told(self) -> str:
        """Return the codes of what was ticked, joined by commas."""
        return ",".join(code for code, tick in self._ticks.items() if tick.isChecked())

    def put(self, told: str, copy: str) -> None:
        """Tick what a draft says."""
        for code, tick in self._ticks.items():
            tick.setChecked(code in told.split(","))
        self.copy.setChecked(bool(copy))
        self.show_error("")

    def show_error(self, sentence: str) -> None:
        """Say what is missing."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()
