"""The model of the people list: it changes with every stroke, so it does not compare long lists."""

from collections.abc import Hashable, Sequence
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from typing_extensions import override

from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.models import Column, RowModel

_ID = attrgetter("person.id")
_COMPARED = 200
Index = QModelIndex | QPersistentModelIndex


class FoundModel(RowModel[PersonLine]):
    """Few lines are compared, so that the view moves gently; many are put in at once."""

    def __init__(self, column: Column[PersonLine], parent: QObject) -> None:
        super().__init__((column,), _ID, parent)

    @override
    def show(self, rows: Sequence[PersonLine]) -> None:
        if len(rows) + len(self._rows) <= _COMPARED:
            super().show(rows)
            return
        if rows is self._rows or rows == self._rows:
            return
        self.beginResetModel()
        # A long list is never changed in place, so it need not be copied.
        self._rows = rows if len(rows) > _COMPARED and isinstance(rows, list) else list(rows)
        self._ids = [_ID(row) for row in rows] if len(rows) <= _COMPARED else []
        self.endResetModel()

    @override
    def id_at(self, index: Index) -> Hashable | None:
        row = self.row_at(index)
        return None if row is None else row.id

    @override
    def index_of(self, row_id: Hashable) -> QModelIndex:
        places = (place for place, row in enumerate(self._rows) if row.person.id == row_id)
        place = next(places, None)
        return QModelIndex() if place is None else self.index(place, 0)
