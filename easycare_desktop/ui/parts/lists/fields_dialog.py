"""바뀌는 칸 고르기: single corrections of a row are ticked, or left as they are stored."""

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.importing import FieldRef, ImportRow
from easycare_desktop.domain.leaving_out import choosable, without
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.ui.parts.lists.words import ListWords
from easycare_desktop.ui.parts.shared.refused import understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder

_TITLE = "바뀌는 칸 고르기"


class FieldsDialog(HouseDialog):
    """`chosen(frozenset of FieldRef)`: the corrections that are left out."""

    chosen = Signal(object)

    def __init__(
        self,
        kit: Kit,
        words: ListWords,
        row: ImportRow,
        left_out: Collection[FieldRef],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, _TITLE, parent, width=600)
        self.setObjectName("fields")
        self._words, self._row = words, row
        self.boxes = {
            ref: kit.check(words.difference(ref, row), checked=ref not in left_out)
            for ref in choosable(row)
        }
        for ref, box in self.boxes.items():
            box.setObjectName(f"fields.{ref.code}")
            box.toggled.connect(self._forget_wrong)
        self.wrong = kit.text("", "strong", wrap=True)
        self.wrong.hide()
        self.cancel = kit.button("취소", key="Esc")
        self.take = kit.button("고른 칸만 고치기", "primary", key="F4")
        self.cancel.setObjectName("fields.cancel")
        self.take.setObjectName("fields.take")
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._take)
        body = column(
            kit.text(f"{row.name} 님 · {_TITLE}", "title", wrap=True),
            kit.text("표시를 지운 칸은 저장된 그대로 둡니다.", wrap=True),
            *self.boxes.values(),
            self.wrong,
            None,
            margins=(28, 22, 28, 14),
            gap=10,
        )
        foot = kit.foot(self.take, others=[self.cancel])
        first = next(iter(self.boxes.values()))
        self.assemble(holder(body), foot, first)

    @Slot()
    def _take(self) -> None:
        out = frozenset(ref for ref, box in self.boxes.items() if not box.isChecked())
        try:
            without(self._row, out, self._words.catalogue)
        except InputRefusal as refusal:
            self.wrong.setText(f"이렇게 나누어 고칠 수 없습니다. {self._words_of(refusal)}")
            self.wrong.show()
            self.fit()
            return
        self.chosen.emit(out)
        self.accept()

    def _words_of(self, refusal: InputRefusal) -> str:
        """Return what is wrong, and in which field."""
        fields = [self._words.field(ref) for ref in self.boxes if ref.field == refusal.field]
        return ": ".join([*fields[:1], understood(refusal)])

    @Slot()
    def _forget_wrong(self) -> None:
        self.wrong.hide()
