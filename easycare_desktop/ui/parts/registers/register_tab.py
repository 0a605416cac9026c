"""서류함·매체: boxes of paper, storage media and copies elsewhere, one kind at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.registers import RegisterItem, RegisterKind, RegisterState
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.parts.registers.words import first_words, second_words
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, full_card, row
from easycare_desktop.ui.wording.labels import label

_TONES: dict[RegisterState, CellTone] = {
    RegisterState.IN_USE: "info",
    RegisterState.DESTROYED: "go",
    RegisterState.SOLD: "",
}
_EMPTY = {
    RegisterKind.BOX: "적어 둔 서류함이 없습니다.",
    RegisterKind.MEDIUM: "적어 둔 PC나 저장매체가 없습니다.",
    RegisterKind.OUTSIDE: "적어 둔 바깥 사본이 없습니다.",
}


class RegisterTab(QWidget):
    """`add_wanted(RegisterKind)`, `list_wanted()`; the other signals carry the chosen entry."""

    add_wanted = Signal(object)
    edit_wanted = Signal(object)
    dispose_wanted = Signal(object)
    sell_wanted = Signal(object)
    paper_wanted = Signal(object)
    list_wanted = Signal()
    photos_wanted = Signal(object)

    def __init__(self, kit: Kit, office: OpenOffice) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._office = office
        self._items: tuple[RegisterItem, ...] = ()
        self.kind = kit.choice([(kind, label(kind)) for kind in RegisterKind], RegisterKind.BOX)
        self.kind.setObjectName("registers.kind")
        self._model: RowModel[RegisterItem] = RowModel(self._columns(), lambda each: each.id)
        self.table = kit.table(self._model, "서류함·매체")
        self.table.setObjectName("registers.list")
        self._build(kit)
        self._listen()

    def _build(self, kit: Kit) -> None:
        self.add = kit.button("새로 적기", "primary", "plus", fit="row")
        self.edit = kit.button("고치기", "secondary", "pencil", fit="row")
        self.dispose = kit.button("파기 기록", "secondary", "file-x", fit="row", writes=True)
        self.sell = kit.button("매각·양도", "secondary", "log-out", fit="row", writes=True)
        self.paper = kit.button("라벨 인쇄", "secondary", "printer", fit="row")
        self.list = kit.button("파기대장 인쇄", "quiet", "printer", fit="row")
        self.photos = kit.button("사진 보기", "secondary", "camera", fit="row")
        for name in ("add", "edit", "dispose", "sell", "paper", "list", "photos"):
            getattr(self, name).setObjectName(f"registers.{name}")
        self.empty = kit.empty("archive", _EMPTY[RegisterKind.BOX], "「새로 적기」로 적습니다.")
        self._nothing = card(self.empty)
        self._full = full_card(self.table)
        self._pile = Pile([self._nothing, self._full])
        above = row(self.kind, None, self.list, self.add)
        below = row(self.edit, self.paper, self.photos, None, self.sell, self.dispose)
        body = column(above, self._pile, below, gap=10)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _listen(self) -> None:
        self.kind.chosen.connect(self._show)
        self.table.chosen.connect(self._offer)
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._edit)
        self.dispose.clicked.connect(self._dispose)
        self.sell.clicked.connect(self._sell)
        self.paper.clicked.connect(self._paper)
        self.photos.clicked.connect(self._photos)
        self.list.clicked.connect(self.list_wanted)

    def show_items(self, items: Sequence[RegisterItem]) -> None:
        """Show the registers."""
        self._items = tuple(items)
        self._show()

    @Slot()
    def _show(self) -> None:
        kind = self._kind()
        shown = [each for each in self._items if each.kind is kind]
        self._model.show(shown)
        self._pile.show_only(self._full if shown else self._nothing)
        if shown and self.table.current_row() is None:
            self.table.choose_first()
        self._offer()

    @Slot()
    def _offer(self) -> None:
        item = self.table.current_row()
        kind = self._kind()
        in_use = item is not None and item.state is RegisterState.IN_USE
        gone = item is not None and item.state is RegisterState.DESTROYED
        self.edit.setEnabled(in_use)
        self.photos.setEnabled(item is not None)
        self.dispose.setEnabled(in_use)
        self.sell.setVisible(kind is RegisterKind.MEDIUM)
        self.sell.setEnabled(item is not None and item.state is not RegisterState.SOLD)
        label_now = kind is RegisterKind.BOX and not gone
        self.paper.say("라벨 인쇄" if label_now else "확인서 인쇄")
        self.paper.setVisible(kind is not RegisterKind.OUTSIDE)
        self.paper.setEnabled(
            item is not None and (label_now or item.state != RegisterState.IN_USE)
        )

    def _kind(self) -> RegisterKind:
        return self.kind.value() or RegisterKind.BOX

    @Slot()
    def _add(self) -> None:
        self.add_wanted.emit(self._kind())

    @Slot()
    def _edit(self) -> None:
        self.edit_wanted.emit(self.table.current_row())

    @Slot()
    def _dispose(self) -> None:
        self.dispose_wanted.emit(self.table.current_row())

    @Slot()
    def _sell(self) -> None:
        self.sell_wanted.emit(self.table.current_row())

    @Slot()
    def _paper(self) -> None:
        self.paper_wanted.emit(self.table.current_row())

    @Slot()
    def _photos(self) -> None:
        self.photos_wanted.emit(self.table.current_row())

    def _columns(self) -> tuple[Column[RegisterItem], ...]:
        return (
            Column("번호", self._number, width=120),
            Column("무엇", self._what),
            Column("담긴 것", self._contents),
            Column("적은 날", lambda each: Cell(f"{each.added_on:%Y-%m-%d}"), width=120),
            Column("상태", self._state, width=130),
        )

    def _number(self, item: RegisterItem) -> Cell:
        return Cell(item.number, strong=True)

    def _what(self, item: RegisterItem) -> Cell:
        catalogue = self._office.catalogue
        return Cell(first_words(item, catalogue), second_words(item, catalogue), strong=True)

    def _contents(self, item: RegisterItem) -> Cell:
        data = "개인정보 있음" if item.held_data else "개인정보 없음"
        second = data if item.kind is RegisterKind.MEDIUM else ""
        return Cell(item.values.get("contents", ""), second)

    def _state(self, item: RegisterItem) -> Cell:
        return Cell(mark=Mark(label(item.state), _TONES[item.state]))
