"""The reason of a correction: asked only where a filled value changes."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.ui.widgets import Kit, column


class ReasonCard(QFrame):
    """Hidden until `ask`; `edited` at each stroke, `submitted` on Enter."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "foot")
        edit = kit.line_edit(submits=True)
        edit.setObjectName("people.reason")
        edit.live_text_changed.connect(self._tell)
        edit.submitted.connect(self.submitted)
        self.field = kit.field(
            "고치는 까닭", edit, "적힌 값이 바뀌므로 까닭을 남깁니다. 예: 이사", required=True
        )
        self.setLayout(column(self.field, margins=(24, 10, 24, 10)))
        self.hide()

    def begin(self, text: str) -> None:
        """Show a half-typed reason, or hide."""
        self.field.control.setText(text)
        self.field.clear()
        self.setVisible(bool(text))

    def text(self) -> str:
        """Return what is typed."""
        self.field.control.commit()
        return self.field.control.text().strip()

    def half_typed(self) -> str:
        """Return what stands there now, for a draft."""
        return self.field.control.live_text().strip()

    def ask(self) -> None:
        """Show the field and go there."""
        self.show()
        self.field.set_error("왜 고치는지 한 줄로 적어 주세요.")
        self.field.control.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _tell(self, _live: str) -> None:
        self.field.clear()
        self.edited.emit()
