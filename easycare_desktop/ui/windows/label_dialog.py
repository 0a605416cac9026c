"""우편 라벨: which sheet lies in the printer, where to begin, and whether the office stands too."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.labels import LabelOrder, LabelSheet
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder

_TITLE = "우편 라벨"


class LabelDialog(HouseDialog):
    """`ordered(LabelOrder)` when the labels shall be made."""

    ordered = Signal(object)

    def __init__(
        self,
        kit: Kit,
        sheets: Sequence[LabelSheet],
        lines: Sequence[PersonLine],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, _TITLE, parent)
        self.setObjectName("labels")
        self._sheets = {sheet.code: sheet for sheet in sheets}
        self._people = tuple(line.id for line in lines if line.address and not line.died)
        self._build(kit, _told(len(lines), len(self._people), sum(line.died for line in lines)))

    def _build(self, kit: Kit, told: str) -> None:
        sheets = [(sheet.code, sheet.name) for sheet in self._sheets.values()]
        self.sheet = kit.field("라벨지", kit.combo(sheets), "포장에 적힌 크기를 보고 고르세요.")
        self.sheet.control.setObjectName("labels.sheet")
        places: list[tuple[int, str]] = [(1, _place(1))]
        self.first = kit.field("시작할 칸", kit.combo(places), "쓰던 라벨지면 남은 칸부터 씁니다.")
        self.first.control.setObjectName("labels.first")
        self.with_sender = kit.check("우리 기관 이름과 주소도 작게 적기", checked=True)
        self.with_sender.setObjectName("labels.sender")
        self.cancel = kit.button("취소", key="Esc")
        self.make = kit.button("다음", "primary", key="F4")
        self.make.setObjectName("labels.make")
        self.make.setEnabled(bool(self._people))
        form = kit.form(1)
        form.add(self.sheet, self.first)
        words = kit.text(told, wrap=True)
        words.setObjectName("labels.told")
        note = kit.text("프린터에서 「실제 크기」로 인쇄해야 칸이 맞습니다.", wrap=True)
        parts = (kit.text(_TITLE, "title"), words, form, self.with_sender, note, None)
        body = holder(column(*parts, margins=(24, 20, 24, 16), gap=12))
        self.sheet.control.chosen.connect(self._offer)
        self.make.clicked.connect(self._order)
        self.cancel.clicked.connect(self.reject)
        self._offer()
        self.assemble(body, kit.foot(self.make, others=[self.cancel]), self.make)

    @Slot()
    def _offer(self) -> None:
        """Offer the places of the chosen sheet."""
        sheet = self._sheets[self.sheet.control.value() or next(iter(self._sheets))]
        self.first.control.fill([(each, _place(each)) for each in range(1, sheet.count + 1)])

    @Slot()
    def _order(self) -> None:
        code = self.sheet.control.value() or next(iter(self._sheets))
        first = self.first.control.value() or 1
        self.accept()
        self.ordered.emit(LabelOrder(self._people, code, first, self.with_sender.isChecked()))


def _place(number: int) -> str:
    return f"{number}번째 칸"


def _told(asked: int, found: int, died: int) -> str:
    if asked == found:
        return f"목록의 {found:,}명에게 보낼 라벨을 만듭니다."
    if died:
        left_out = f"돌아가신 {died:,}명은 뺍니다."
        return f"목록의 {asked:,}명 가운데 {found:,}명의 라벨을 만듭니다. {left_out}"
    return f"목록의 {asked:,}명 가운데 주소가 있는 {found:,}명의 라벨을 만듭니다."
