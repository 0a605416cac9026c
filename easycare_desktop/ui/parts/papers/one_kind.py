"""A blank form that asks for one kind of consent alone: whose, and which."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.services.paper_values.consent import kinds_of_consent
from easycare_desktop.services.papers import KINDS_OF_FORM, PARTS, PARTS_OF_FORM, PaperKind
from easycare_desktop.ui.widgets import Kit, column, row
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.papers import paper_title

_TITLE_OF = {part: paper_title(kind) for kind, part in PARTS.items()}


class OneKindRow(QWidget):
    """`wanted(PaperKind, subject)`."""

    wanted = Signal(object, object)

    def __init__(self, kit: Kit, catalogue: Catalogue) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._catalogue = catalogue
        self._people = [each for each in KINDS_OF_FORM if kinds_of_consent(catalogue, each)]
        self.whose = kit.combo([(each, label(each)) for each in self._people])
        self.which = kit.combo([(0, "")])
        self.button = kit.button(
            "인쇄", "secondary", "printer", fit="row", name="한 가지 동의서 인쇄"
        )
        for name in ("whose", "which", "button"):
            getattr(self, name).setObjectName(f"papers.one_kind.{name}")
        self.whose.setAccessibleName("누구의 동의서")
        self.which.setAccessibleName("어떤 동의서")
        words = kit.text("동의서 · 한 가지만", "strong", wrap=True)
        use = kit.text("한 가지 동의만 따로 받을 때 씁니다.", "caption", wrap=True)
        head = row(gap=12)
        head.addLayout(column(words, use, gap=0), 1)
        head.addWidget(self.button)
        self.setLayout(column(head, self.whose, self.which, gap=6))
        self.whose.chosen.connect(self._offer)
        self.button.clicked.connect(self._want)
        self._offer(None)

    @property
    def offered(self) -> bool:
        """Whether this office asks anybody for a consent."""
        return bool(self._people)

    @Slot(object)
    def _offer(self, _value: object) -> None:
        whose = self.whose.value()
        if whose is not None:
            parts = kinds_of_consent(self._catalogue, whose)
            self.which.fill(
                [(PARTS_OF_FORM.index((whose, part)), _TITLE_OF[part]) for part in parts]
            )

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(PaperKind.BLANK_CONSENT_PART, self.which.value())
