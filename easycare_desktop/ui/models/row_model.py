"""Frozen rows in, exact signals out: one table model for every list of the program."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from html import escape
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from easycare_desktop.ui.models.cell import Cell
from easycare_desktop.ui.models.changes import Change, changes

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_HERE = QModelIndex()
_WORDS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class Role(IntEnum):
    """Roles beside Qt's own."""

    CELL = Qt.ItemDataRole.UserRole + 1
    ROW = Qt.ItemDataRole.UserRole + 2
    ID = Qt.ItemDataRole.UserRole + 3
    SORT = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: `cell` makes what is shown of a row, `sort` the value it is sorted by.

    `width` is px at 100 %; 0 takes what is left (one column of a table does).
    """

    title: str
    cell: Callable[[R], Cell]
    sort: Callable[[R], Any] | None = None
    width: int = 0


def _said(cell: Cell, role: int) -> str:
    if role == Qt.ItemDataRole.DisplayRole and cell.text:
        return cell.text
    # Qt takes a tool tip with tags for markup; other people's words never are.
    tip = role == Qt.ItemDataRole.ToolTipRole and "<" in cell.spoken()
    return f"<p>{escape(cell.spoken())}</p>" if tip else cell.spoken()


_Answer = Callable[[Callable[[Any], Hashable], Column[Any], Any], Any]
_ANSWERS: dict[int, _Answer] = {
    Role.CELL: lambda _row_id, column, row: column.cell(row),
    Role.ROW: lambda _row_id, _column, row: row,
    Role.ID: lambda row_id, _column, row: row_id(row),
    Role.SORT: lambda _row_id, column, row: column.sort(row) if column.sort else None,
}


class RowModel(QAbstractTableModel, Generic[R]):
    """Rows of one kind, told apart by `row_id`. `show(rows)` is the only way in.

    Rows that stay keep their selection: `show` emits inserts, removals and changes, and falls
    back to a reset only where the order changed or too much moved.
    """

    def __init__(
        self,
        columns: Sequence[Column[R]],
        row_id: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._row_id = row_id
        self._rows: list[R] = []
        self._ids: list[Hashable] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows in the order shown."""
        return tuple(self._rows)

    def row_at(self, index: Index) -> R | None:
        """Return the row under an index."""
        return self._rows[index.row()] if index.isValid() else None

    def id_at(self, index: Index) -> Hashable | None:
        """Return the id of the row under an index."""
        return self._ids[index.row()] if index.isValid() else None

    def index_of(self, row_id: Hashable) -> QModelIndex:
        """Return the index of a row's first cell; invalid if it is not shown."""
        try:
            return self.index(self._ids.index(row_id), 0)
        except ValueError:
            return QModelIndex()

    def show(self, rows: Sequence[R]) -> None:
        """Show `rows`, in their order, or in that of the column the person sorts by."""
        rows = list(rows)
        if self._sorted is not None:
            self._order(rows, *self._sorted)
        ids = [self._row_id(row) for row in rows]
        plan = changes(self._ids, ids)
        if plan is None:
            self.beginResetModel()
            self._rows, self._ids = rows, ids
            self.endResetModel()
            return
        for change in plan:
            self._apply(change, rows, ids)
        self._refresh(rows)

    @override
    def rowCount(self, parent: Index = _HERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _HERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role in _WORDS:
            return _said(column.cell(row), role)
        answer = _ANSWERS.get(role)
        return answer(self._row_id, column, row) if answer else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self.columns):
            return self.columns[section].title
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns) or self.columns[column].sort is None:
            self._sorted = None
            return
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        held_ids = [(self._ids[index.row()], index.column()) for index in held]
        self._order(self._rows, column, order)
        self._ids = [self._row_id(row) for row in self._rows]
        if held:
            place = {row_id: number for number, row_id in enumerate(self._ids)}
            moved = [self.index(place[row_id], col) for row_id, col in held_ids]
            self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _order(self, rows: list[R], column: int, order: Qt.SortOrder) -> None:
        rows.sort(key=self.columns[column].sort, reverse=order == Qt.SortOrder.DescendingOrder)

    def _apply(self, change: Change, rows: list[R], ids: list[Hashable]) -> None:
        if change.inserts:
            self.beginInsertRows(_HERE, change.at, change.at + change.count - 1)
            self._rows[change.at : change.at] = rows[change.at : change.at + change.count]
            self._ids[change.at : change.at] = ids[change.at : change.at + change.count]
            self.endInsertRows()
        else:
            self.beginRemoveRows(_HERE, change.at, change.at + change.count - 1)
            del self._rows[change.at : change.at + change.count]
            del self._ids[change.at : change.at + change.count]
            self.endRemoveRows()

    def _refresh(self, rows: list[R]) -> None:
        old, self._rows = self._rows, rows
        last = len(self.columns) - 1
        start: int | None = None
        for number in range(len(rows) + 1):
            differs = number < len(rows) and old[number] is not rows[number]
            differs = differs and old[number] != rows[number]
            if differs and start is None:
                start = number
            elif not differs and start is not None:
                self.dataChanged.emit(self.index(start, 0), self.index(number - 1, last))
                start = None
