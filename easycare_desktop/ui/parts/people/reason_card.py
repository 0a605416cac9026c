"""The reason of a correction: asked only where a filled value changes."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.services.corrections import Why
from easycare_desktop.ui.widgets import HangulLineEdit, Kit, row


class ReasonCard(QFrame):
    """Hidden until `ask`; `edited` at each stroke, `submitted` on Enter."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "foot")
        self.field = kit.field(
            "고치는 사유",
            self._edit(kit, "people.reason"),
            "적힌 값이 바뀌므로 사유를 남깁니다. 예: 이사",
            required=True,
        )
        self.evidence = kit.field(
            "근거 서류",
            self._edit(kit, "people.evidence"),
            "보신 것이 있으면 적습니다. 예: 주민등록등본",
        )
        sides = row(self.field, self.evidence, margins=(24, 10, 24, 10), gap=16)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        self.setLayout(sides)
        self.hide()

    def _edit(self, kit: Kit, name: str) -> HangulLineEdit:
        edit = kit.line_edit(submits=True)
        edit.setObjectName(name)
        edit.live_text_changed.connect(self._tell)
        edit.submitted.connect(self.submitted)
        return edit

    def begin(self, typed: Mapping[str, str]) -> None:
        """Show what was half typed (`reason`, `evidence`), or hide."""
        self.field.control.setText(typed.get("reason", ""))
        self.evidence.control.setText(typed.get("evidence", ""))
        self.field.clear()
        self.setVisible("reason" in typed or "evidence" in typed)

    def why(self) -> Why:
        """Return what is typed."""
        for each in (self.field, self.evidence):
            each.control.commit()
        return Why(self.field.control.text().strip(), self.evidence.control.text().strip())

    def half_typed(self) -> dict[str, str]:
        """Return what stands there now, for a draft."""
        told = {
            "reason": self.field.control.live_text().strip(),
            "evidence": self.evidence.control.live_text().strip(),
        }
        return {name: text for name, text in told.items() if text}

    def ask(self) -> None:
        """Show the field and go there."""
        self.show()
        self.field.set_error("왜 고치는지 한 줄로 적어 주세요.")
        self.field.control.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _tell(self, _live: str) -> None:
        self.field.clear()
        self.edited.emit()
