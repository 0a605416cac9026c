"""Blank forms as files to be changed: which one, and a button that saves it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.services.paper_values.consent import kinds_of_consent
from easycare_desktop.services.papers import (
    EDITABLE,
    KINDS_OF_FORM,
    PARTS,
    PARTS_OF_FORM,
    PaperKind,
)
from easycare_desktop.ui.widgets import Kit, card, column, row
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.papers import EDITED_COPY, paper_title

_USE = "한글에서 문구를 고쳐 쓰는 파일입니다. 코드가 없어서, 돌아오면 손으로 접수합니다."
_TITLE_OF = {part: paper_title(kind) for kind, part in PARTS.items()}
_Offer = tuple[PaperKind, int]


class EditableRow(QWidget):
    """`wanted(PaperKind, subject)`."""

    wanted = Signal(object, object)

    def __init__(self, kit: Kit, catalogue: Catalogue) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        offers = _offers(catalogue)
        self.which = kit.combo([(each, words) for each, words in offers], offers[-1][0])
        self.which.setObjectName("papers.editable.which")
        self.which.setAccessibleName("고쳐 쓸 서식")
        self.button = kit.button(
            "한글 파일로 저장", "secondary", "download", fit="row", name=f"{EDITED_COPY} 저장"
        )
        self.button.setObjectName("papers.editable.save")
        self.button.clicked.connect(self._want)
        body = column(
            kit.text(EDITED_COPY, "lead"),
            kit.text(_USE, "caption", wrap=True),
            self.which,
            row(None, self.button),
            gap=8,
        )
        self.setLayout(column(card(body, margins=(20, 14, 16, 12)), gap=0))

    @Slot()
    def _want(self) -> None:
        chosen = self.which.value()
        if chosen is not None:
            self.wanted.emit(*chosen)


def _offers(catalogue: Catalogue) -> list[tuple[_Offer, str]]:
    """Return every blank form, those of consents by whom they are for."""
    offers: list[tuple[_Offer, str]] = []
    for kind in EDITABLE:
        if kind is PaperKind.BLANK_CONSENT_FORM:
            for place, whose in enumerate(KINDS_OF_FORM):
                if kinds_of_consent(catalogue, whose):
                    offers.append(((kind, place), f"동의서 · {label(whose)}"))
        elif kind is PaperKind.BLANK_CONSENT_PART:
            for place, (whose, part) in enumerate(PARTS_OF_FORM):
                if part in kinds_of_consent(catalogue, whose):
                    offers.append(((kind, place), f"{_TITLE_OF[part]} · {label(whose)}"))
        else:
            offers.append(((kind, 0), paper_title(kind).removesuffix(" (빈 서식)")))
    return offers
