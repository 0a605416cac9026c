"""A table of people of whom some are picked, one by one or all."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.widgets import Kit


class PeoplePicker(QObject):
    """`table` and its button `pick`, wherever a window puts them; `changed()`."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        columns: Sequence[Column[PersonLine]],
        name: str,
        parent: QObject,
        rows_shown: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._picked: set[int] = set()
        self.model: RowModel[PersonLine] = RowModel(
            (Column("", self._mark, width=96), *columns), _line_id
        )
        self.table = kit.table(self.model, name, rows_shown=rows_shown)
        self.table.opened.connect(self._toggle)
        self.pick = kit.button("고르기 / 빼기", "secondary", fit="row", key="F3")
        self.pick.clicked.connect(self._toggle_current)

    def show_people(self, lines: Sequence[PersonLine]) -> None:
        """Show people; nobody is picked."""
        self._picked.clear()
        self._show(lines)

    def picked(self) -> tuple[PersonLine, ...]:
        """Return who is picked, in the order of the table."""
        return tuple(line for line in self.model.rows if line.id in self._picked)

    @Slot()
    def pick_everybody(self) -> None:
        """Pick everybody who is shown."""
        self._picked = {line.id for line in self.model.rows}
        self._show(list(self.model.rows))

    def _show(self, lines: Sequence[PersonLine]) -> None:
        self.model.show([])
        self.model.show(lines)
        self.changed.emit()

    def _mark(self, line: PersonLine) -> Cell:
        return Cell(mark=Mark("고름", "go")) if line.id in self._picked else Cell()

    @Slot(object)
    def _toggle(self, line: PersonLine) -> None:
        self._picked ^= {line.id}
        self._show(list(self.model.rows))
        self.table.choose(line.id)

    @Slot()
    def _toggle_current(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self._toggle(line)


def _line_id(line: PersonLine) -> int:
    return line.id
