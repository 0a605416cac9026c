"""An office of one person writes why, and waits until the next day."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder


class AloneWords(NamedTuple):
    """What is asked, an example of a note, and what is told below its heading."""

    question: str
    example: str
    told: str = ""


class AloneDialog(HouseDialog):
    """`noted(what write gave)` once the note is written."""

    noted = Signal(object)

    def __init__(
        self,
        kit: Kit,
        words: AloneWords,
        shown: QWidget,
        write: Callable[[str], object],
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "혼자 하는 파기", parent, width=760)
        self._write, self._messages = write, messages
        self.note = kit.field(
            "왜 파기하는지 적어 주세요",
            kit.text_edit(hint=words.example),
            words.told,
            required=True,
        )
        self.note.control.setObjectName("alone.note")
        self._build(kit, words.question, shown)

    def _build(self, kit: Kit, question: str, shown: QWidget) -> None:
        body = column(
            kit.text(question, "title", wrap=True),
            shown,
            kit.banner(
                "info",
                "혼자 일하시는 기관입니다.",
                "오늘 사유를 적고, 내일 한 번 더 확인한 뒤에 파기합니다.",
                "그때까지는 언제든 취소할 수 있습니다.",
            ),
            self.note,
            None,
            margins=(28, 22, 28, 14),
            gap=12,
        )
        self.cancel = kit.button("취소")
        self.wait = kit.button("사유 적고 내일까지 기다리기", "primary")
        self.wait.setObjectName("alone.wait")
        self.cancel.clicked.connect(self.reject)
        self.wait.clicked.connect(self._note)
        foot = kit.foot(self.wait, others=[self.cancel], note="오늘은 아무것도 지워지지 않습니다.")
        self.assemble(holder(body), foot, self.note.control)

    @Slot()
    def _note(self) -> None:
        self.note.control.commit()
        try:
            noted = self._write(self.note.control.text())
        except InputRefusal as refusal:
            self.note.set_error(understood(refusal))
            self.fit()
            return
        except Refusal as refusal:
            tell(self._messages, "적어 두지 못했습니다", refusal)
            return
        self.accept()
        self.noted.emit(noted)
