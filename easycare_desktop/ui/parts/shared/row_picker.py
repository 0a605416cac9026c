"""A table of which some rows are picked, one by one or all."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.widgets import Kit


class Numbered(Protocol):
    """What has a number of its own."""

    @property
    def id(self) -> int:
        """By this it is told apart."""


R = TypeVar("R", bound=Numbered)


class RowPicker(QObject, Generic[R]):
    """`table` and its button `pick`, wherever a window puts them; `changed()`."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        columns: Sequence[Column[R]],
        name: str,
        parent: QObject,
        rows_shown: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._picked: set[int] = set()
        self.model: RowModel[R] = RowModel((Column("", self._mark, width=96), *columns), _row_id)
        self.table = kit.table(self.model, name, rows_shown=rows_shown)
        self.table.opened.connect(self._toggle)
        self.pick = kit.button("고르기 / 빼기", "secondary", fit="row", key="F3")
        self.pick.clicked.connect(self._toggle_current)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show rows; none is picked."""
        self._picked.clear()
        self._show(rows)

    def picked(self) -> tuple[R, ...]:
        """Return what is picked, in the order of the table."""
        return tuple(each for each in self.model.rows if each.id in self._picked)

    @Slot()
    def pick_all(self) -> None:
        """Pick everything that is shown."""
        self._picked = {each.id for each in self.model.rows}
        self._show(list(self.model.rows))

    def _show(self, rows: Sequence[R]) -> None:
        self.model.show([])
        self.model.show(rows)
        self.changed.emit()

    def _mark(self, each: R) -> Cell:
        return Cell(mark=Mark("고름", "go")) if each.id in self._picked else Cell()

    @Slot(object)
    def _toggle(self, each: R) -> None:
        self._picked ^= {each.id}
        self._show(list(self.model.rows))
        self.table.choose(each.id)

    @Slot()
    def _toggle_current(self) -> None:
        current = self.table.current_row()
        if current is not None:
            self._toggle(current)


def _row_id(each: Numbered) -> int:
    return each.id
