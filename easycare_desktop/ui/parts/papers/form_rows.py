"""Forms that can be printed, one line and one button each, in cards."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.widgets import Button, Kit, card, column, holder, line, row


@dataclass(frozen=True, slots=True)
class FormOffer:
    """One form: what it is called, what it is for, and what is made.

    `of`: offered only where the office knows such people.
    """

    words: str
    use: str
    kind: PaperKind
    subject: int = 0
    of: PersonKind | None = None


class FormRow(QWidget):
    """One form and its button; `pressed(FormOffer)`."""

    pressed = Signal(object)

    def __init__(self, kit: Kit, offer: FormOffer, place: str = "papers") -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._offer = offer
        self.button: Button = kit.button(
            "인쇄", "secondary", "printer", fit="row", name=f"{offer.words} 인쇄"
        )
        self.button.setObjectName(f"{place}.{offer.kind.code}.{offer.subject}")
        self.button.clicked.connect(self._press)
        words = column(
            None, kit.text(offer.words, "strong", wrap=True),
            kit.text(offer.use, "caption", wrap=True), None, gap=0,
        )  # fmt: skip
        box = row(gap=12)
        box.addLayout(words, 1)
        box.addWidget(self.button)
        self.setLayout(box)

    @Slot()
    def _press(self) -> None:
        self.pressed.emit(self._offer)


class FormRows(QWidget):
    """The forms of one card; `wanted(PaperKind, subject)`."""

    wanted = Signal(object, object)

    def __init__(self, kit: Kit, title: str, offers: Sequence[FormOffer], *more: QWidget) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.rows = [FormRow(kit, offer) for offer in offers]
        lines: list[QWidget] = []
        for each in (*self.rows, *more):
            if lines:
                lines.append(line())
            lines.append(each)
        for made in self.rows:
            made.pressed.connect(self._want)
        listed = holder(column(*lines, gap=6))
        box = card(kit.text(title, "lead"), listed, gap=8, margins=(20, 14, 16, 12))
        self.setLayout(column(box, gap=0))

    @Slot(object)
    def _want(self, offer: FormOffer) -> None:
        self.wanted.emit(offer.kind, offer.subject)
