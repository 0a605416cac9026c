"""One place for backups: how it stands, what lies there, and what can be done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.services.backup_targets import SetState, SetView, TargetState, TargetView
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.shared.day_words import told_apart
from easycare_desktop.ui.widgets import Kit, beside, column, hide_unless, holder, row
from easycare_desktop.ui.wording.backup import SETS, size_words, target_advice, target_chip
from easycare_desktop.ui.wording.places import breakable

_ROWS = 4


class TargetCard(QFrame):
    """`check_wanted(TargetView)`, `removed(TargetView)`."""

    check_wanted = Signal(object)
    removed = Signal(object)

    def __init__(self, kit: Kit, view: TargetView, *, may_change: bool) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._view = view
        word, tone = target_chip(view)
        picture = kit.picture("database-backup", "muted", 24)
        self.check = kit.button("모두 확인하기", "quiet", fit="row")
        self.check.setObjectName(f"backup.check.{view.id}")
        hide_unless(self.check, view.state in {TargetState.SOUND, TargetState.DAMAGED})
        self.remove = kit.button("빼기", "quiet", fit="row", name=f"{view.label} 빼기", writes=True)
        self.remove.setObjectName(f"backup.remove.{view.id}")
        hide_unless(self.remove, may_change)
        self.check.clicked.connect(self._check)
        self.remove.clicked.connect(self._remove)
        words = column(
            kit.text(view.label, "lead", wrap=True),
            kit.text(breakable(view.folder), "caption", wrap=True),
            kit.text(target_advice(view), wrap=True),
            gap=2,
        )
        head = row(beside(picture), gap=12)
        head.addLayout(words, 1)
        side = holder(row(kit.chip(word, tone), self.check, self.remove))
        head.addLayout(beside(side))
        times = told_apart([each.at for each in view.sets])
        self._times = {_row_id(each): words for each, words in zip(view.sets, times, strict=True)}
        when = Column("백업한 때", self._when, width=230)
        model: RowModel[SetView] = RowModel((when, *_COLUMNS), _row_id)
        model.show(view.sets)
        self.table = kit.table(model, f"{view.label}의 백업", rows_shown=min(_ROWS, len(view.sets)))
        hide_unless(self.table, bool(view.sets))
        self.setLayout(column(head, self.table, margins=(20, 14, 20, 14), gap=10))
        self.setAccessibleName(f"{view.label}, {word}, {target_advice(view)}")

    def _when(self, view: SetView) -> Cell:
        where = "이 PC에서" if view.here else "다른 PC에서"
        return Cell(self._times[_row_id(view)], where, strong=True)

    @Slot()
    def _check(self) -> None:
        self.check_wanted.emit(self._view)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._view)


def _row_id(view: SetView) -> str:
    return view.name


def _keys(view: SetView) -> Cell:
    if view.state is not SetState.WHOLE:
        return Cell("백업으로 세지 않음")
    return Cell("열쇠 보관처가 최신이었음" if view.covered else "열쇠 보관처가 최신이 아니었음")


def _size(view: SetView) -> Cell:
    return Cell(size_words(view.size) if view.size else "", right=True)


def _state(view: SetView) -> Cell:
    return Cell(mark=Mark(*SETS[view.state]))


_COLUMNS: tuple[Column[SetView], ...] = (
    Column("열쇠", _keys),
    Column("크기", _size, width=110),
    Column("상태", _state, width=150),
)
