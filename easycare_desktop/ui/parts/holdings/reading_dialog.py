"""Opening what is kept apart: first purpose and reason, then the values, once."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.separated import ReadingPurpose, SeparatedHolding, SeparatedService
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.holdings.words import PURPOSES
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder
from easycare_desktop.ui.wording.values import ValueWords


class ReadingDialog(HouseDialog):
    """The values are shown in this dialog alone and forgotten when it closes."""

    def __init__(
        self,
        kit: Kit,
        separated: SeparatedService,
        holding: SeparatedHolding,
        catalogue: Catalogue,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "분리보관 열람", parent, width=760)
        self._kit, self._separated, self._messages = kit, separated, messages
        self._holding, self._group = holding, catalogue.group(holding.group)
        self._words = ValueWords(catalogue)
        choices = [kit.radio(words) for words in PURPOSES.values()]
        self.purposes = dict(zip(PURPOSES, choices, strict=True))
        self.reason = kit.field("왜 열어 보나요?", kit.text_edit(lines=2), required=True)
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self.reason.control.setObjectName("reading.reason")
        for purpose, radio in self.purposes.items():
            radio.setObjectName(f"reading.{purpose.value}")
        self._purpose_error = kit.text("", "caption", "danger", wrap=True)
        self._purpose_error.hide()
        asking = column(
            kit.text("무엇에 쓰려고 하나요?", "label"),
            *self.purposes.values(),
            self._purpose_error,
            self.reason,
            None,
            gap=4,
        )
        self._asking, self._shown_box = holder(asking), column(gap=8)
        self._shown = holder(self._shown_box)
        self._pile = Pile([self._asking, self._shown], grow=False)
        title = f"{self._holding.person_number} · {self._group.label}"
        banner = kit.banner("stay", "여는 순간 열람대장에 적힙니다.", "적은 사유도 함께 남습니다.")
        body = column(
            kit.text(title, "title", wrap=True),
            banner,
            self._pile,
            None,
            margins=(28, 22, 28, 14),
            gap=12,
        )
        self.cancel = kit.button("닫기")
        self.open_button = kit.button("열어 보기", "primary", "eye")
        self.open_button.setObjectName("reading.open")
        self.cancel.clicked.connect(self.reject)
        self.open_button.clicked.connect(self._open)
        foot = kit.foot(self.open_button, others=[self.cancel])
        self.assemble(holder(body), foot, next(iter(self.purposes.values())))

    def purpose(self) -> ReadingPurpose | None:
        """Return the chosen purpose."""
        return next((each for each, radio in self.purposes.items() if radio.isChecked()), None)

    @Slot()
    def _open(self) -> None:
        purpose = self.purpose()
        self._purpose_error.setText("" if purpose else "하나를 골라 주세요.")
        self._purpose_error.setVisible(purpose is None)
        if purpose is None:
            return
        self.reason.control.commit()
        try:
            values = self._separated.open(self._holding.id, purpose, self.reason.control.text())
        except InputRefusal as refusal:
            self.reason.set_error(understood(refusal))
            return
        except Refusal as refusal:
            self.reject()
            tell(self._messages, "열지 못했습니다", refusal)
            return
        self._show_values(values)

    def _show_values(self, values: Mapping[str, str]) -> None:
        grid = self._kit.form(2)
        for field in self._group.fields:
            if values.get(field.code):
                grid.add(self._kit.pair(field.label, self._words.words(field, values[field.code])))
        self._shown_box.addWidget(grid)
        self._shown_box.addWidget(
            self._kit.text("닫으면 화면에서 사라집니다. 옮겨 적지 마세요.", "caption", wrap=True)
        )
        self._pile.show_only(self._shown)
        self.open_button.hide()
        self.cancel.setFocus()
        self.fit()
