"""백업 고르기: a folder, and the backups of this office that lie there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from easycare_desktop.services.restore.session import FoundSet, SetPlace
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.shared.day_words import told_apart
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.widgets import Kit, card, column, row
from easycare_desktop.ui.wording.backup import size_words

_CHOOSE = "백업이 있는 USB나 폴더 고르기"
_NONE = "이 사무실의 백업이 없습니다. 다른 USB나 폴더를 골라 주세요."
_PICK = "쓸 백업을 한 줄 골라 주세요."
_STATES = {
    "whole": Mark("정상", "ok"),
    "cut": Mark("끝나지 않음", "warn"),
    "damaged": Mark("손상", "late"),
    "foreign": Mark("다른 열쇠", "warn"),
    "newer": Mark("새 버전 필요", "warn"),
}
_ROWS = 6
_MADE_BY = 1


def _id(found: FoundSet) -> str:
    return found.place.name


def _pcs(found: Sequence[FoundSet]) -> dict[str, str]:
    """Return what each PC is called that made one of these, in the order they began."""
    began = sorted((each.place for each in found), key=lambda place: place.begun_at)
    pcs = list(dict.fromkeys(place.instance for place in began))
    return {instance: f"PC {number}" for number, instance in enumerate(pcs, start=1)}


def _size(found: FoundSet) -> Cell:
    return Cell(size_words(found.manifest.size) if found.manifest else "", right=True)


def _state(found: FoundSet) -> Cell:
    return Cell(mark=_STATES[found.state.value])


class BackupStep(Step):
    """`folder_chosen(Path)`; `show_sets` answers it."""

    title = "백업 고르기"
    lead = "백업이 있는 USB나 폴더를 고르고, 그 안의 백업 하나를 고릅니다."
    folder_chosen = Signal(object)

    def __init__(self, kit: Kit, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self._times: dict[str, str] = {}
        self._made_by: dict[str, str] = {}
        self.choose = kit.button("백업 폴더 고르기", "secondary", "folder-open")
        self.choose.setObjectName("restore.backup_folder")
        self.choose.clicked.connect(self._choose)
        self.path = kit.text("아직 고르지 않았습니다.", wrap=True)
        columns = (
            Column("백업한 때", self._when),
            Column("만든 PC", self._pc, width=110),
            Column("크기", _size, width=120),
            Column("상태", _state, width=130),
        )
        self.model: RowModel[FoundSet] = RowModel(columns, _id, self)
        self.table = kit.table(self.model, "백업", two_lines=False, rows_shown=_ROWS)
        self.table.setObjectName("restore.sets")
        self.note = kit.text("", "caption", "danger", wrap=True)
        self.note.hide()
        top = row(self.choose, gap=12)
        top.addWidget(self.path, 1)
        self.setLayout(column(card(top, self.table, self.note, gap=12)))

    @property
    def chosen(self) -> SetPlace | None:
        """The backup that is chosen."""
        found = self.table.current_row()
        return found.place if found is not None else None

    @property
    def chosen_at(self) -> str:
        """When that was made, as the list says it."""
        place = self.chosen
        return self._times.get(place.name, "") if place is not None else ""

    def show_sets(self, found: Sequence[FoundSet]) -> None:
        """Show what lies there; the newest is chosen."""
        times = told_apart([each.place.begun_at for each in found])
        self._times = {_id(each): words for each, words in zip(found, times, strict=True)}
        self._made_by = _pcs(found)
        self.model.show(tuple(found))
        self.table.show_column(_MADE_BY, shown=len(set(self._made_by.values())) > 1)
        self.say("" if found else _NONE)
        if found:
            self.table.choose_first()

    def _when(self, found: FoundSet) -> Cell:
        return Cell(self._times[_id(found)], strong=True)

    def _pc(self, found: FoundSet) -> Cell:
        return Cell(self._made_by[found.place.instance])

    def say(self, words: str) -> None:
        """Say what is missing."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    @override
    def enter(self) -> None:
        self.choose.setFocus()

    @override
    def check(self) -> bool:
        self.say("" if self.chosen else _PICK)
        return self.chosen is not None

    @Slot()
    def _choose(self) -> None:
        folder: Path | None = self._messages.choose_folder(_CHOOSE)
        if folder is not None:
            self.path.setText(str(folder))
            self.folder_chosen.emit(folder)
