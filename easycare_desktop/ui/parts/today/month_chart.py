"""파기와 분리보관: six months as bars, and the same as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from easycare_desktop.services.month_counts import MonthCount
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.widgets import Kit, column, holder, row

_ROWS = 6
_NONE = "아직 파기하거나 따로 보관한 것이 없습니다."


class MonthChart(QFrame):
    """The bars carry their numbers; 「표로 보기」 shows them in rows."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setObjectName("today.chart")
        self._kit = kit
        self._bars: QWidget | None = None
        self.toggle = kit.button(
            "표로 보기", "quiet", fit="row", name="파기와 분리보관을 표로 보기"
        )
        self.toggle.setObjectName("today.chart_table")
        self.toggle.clicked.connect(self._turn)
        self._model: RowModel[MonthCount] = RowModel(
            (
                Column("달", _month),
                Column("파기", _gone, width=84),
                Column("분리보관", _kept, width=104),
            ),
            lambda each: each.month,
        )
        self.table = kit.table(self._model, "파기와 분리보관", two_lines=False, rows_shown=_ROWS)
        self.table.hide()
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self._legend = holder(
            row(
                kit.swatch(hatched=False),
                kit.text("파기", "caption"),
                8,
                kit.swatch(hatched=True),
                kit.text("분리보관", "caption"),
                None,
                gap=6,
            )
        )
        self._none = kit.text(_NONE, "caption", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._none.hide()
        head = row(kit.text("파기와 분리보관", "lead"), None, self.toggle)
        self._place = QVBoxLayout()
        self.setLayout(
            column(
                head,
                self._none,
                self._legend,
                self.table,
                self._place,
                margins=(20, 8, 12, 14),
                gap=4,
            )
        )

    def show_months(self, months: Sequence[MonthCount]) -> None:
        """Show these months."""
        if self._bars is not None:
            self._bars.setParent(None)
            self._bars.deleteLater()
        self._bars = self._kit.bars(
            [f"{each.month.month}월" for each in months],
            [each.destroyed for each in months],
            [each.separated for each in months],
        )
        self._place.addWidget(self._bars)
        self._model.show(months)
        nothing = not any(each.destroyed or each.separated for each in months)
        self._none.setVisible(nothing)
        self.toggle.setVisible(not nothing)
        self._legend.setVisible(not nothing and self.table.isHidden())
        self._bars.setVisible(not nothing and self.table.isHidden())

    @Slot()
    def _turn(self) -> None:
        table = self.table.isHidden()
        self.table.setVisible(table)
        self._legend.setVisible(not table)
        if self._bars is not None:
            self._bars.setVisible(not table)
        words = "그림으로 보기" if table else "표로 보기"
        self.toggle.say(words, f"파기와 분리보관을 {words}")


def _month(each: MonthCount) -> Cell:
    return Cell(f"{each.month.year}년 {each.month.month}월", strong=True)


def _gone(each: MonthCount) -> Cell:
    return Cell(f"{each.destroyed}건", right=True)


def _kept(each: MonthCount) -> Cell:
    return Cell(f"{each.separated}건", right=True)
