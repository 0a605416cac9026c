"""Tables and lists over a `RowModel`: no vertical lines, no zebra, selection kept by id."""

from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.models import Role, RowModel
from easycare_desktop.ui.widgets.cell_delegate import CellDelegate
from easycare_desktop.ui.widgets.keyboard import is_enter

R = TypeVar("R")
_LEAST_ROWS = 3
_LEAST_WIDTH = 190  # px at 100 % of a column that takes what is left


class Table(QTableView, Generic[R]):
    """`chosen(row | None)` follows the current row; `opened(row)` is Enter or a double click.

    `listing` hides the head and marks the chosen row with a bar; `two_lines` makes rows 60 px.
    `rows_shown` fixes the height to so many rows (a short table inside a scrolling page).
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        model: RowModel[R],
        name: str,
        *,
        two_lines: bool = True,
        listing: bool = False,
        rows_shown: int | None = None,
    ) -> None:
        super().__init__()
        self._appearance, self._rows_model = appearance, model
        self._two_lines, self._shown, self._listing = two_lines, rows_shown, listing
        self._kept: Hashable | None = None
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(appearance, self, bar=listing))
        self._set_up(listing=listing)
        self.setModel(model)
        self._size_columns()
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        appearance.changed.connect(self._fit)
        self._fit()

    def current_row(self) -> R | None:
        """Return the chosen row."""
        return self._rows_model.row_at(self.currentIndex())

    def choose(self, row_id: Hashable) -> None:
        """Choose the row with this id, if it is shown, and scroll to it."""
        index = self._rows_model.index_of(row_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def choose_first(self) -> None:
        """Choose the first row, if there is one."""
        self.setCurrentIndex(self._rows_model.index(0, 0))

    def show_column(self, column: int, *, shown: bool) -> None:
        """Show or leave out a column; the others share its room."""
        self.setColumnHidden(column, not shown)
        self._share_the_rest()

    def show_height_of(self, rows: int) -> None:
        """Be as high as so many rows."""
        self._shown = rows
        self._fit()

    def allow_sorting(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a press on a head; begin with `column`."""
        self.horizontalHeader().setSortIndicator(column, order)
        self.setSortingEnabled(True)

    def _set_up(self, *, listing: bool) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if listing:
            # It fills what it covers: with each stroke nothing below it is painted first.
            self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
            head.hide()
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _size_columns(self) -> None:
        head, theme = self.horizontalHeader(), self._appearance.theme
        head.setMinimumSectionSize(theme.px(60))
        for number, column in enumerate(self._rows_model.columns):
            if column.width:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(number, theme.px(column.width))
        self._share_the_rest()

    def _share_the_rest(self) -> None:
        """Give the rest to the columns without a width; too little of it scrolls sideways."""
        head, theme = self.horizontalHeader(), self._appearance.theme
        columns = self._rows_model.columns
        least = theme.px(_LEAST_WIDTH)
        open_ones = [number for number, column in enumerate(columns) if not column.width]
        taken = sum(
            theme.px(column.width)
            for number, column in enumerate(columns)
            if not self.isColumnHidden(number)
        )
        fits = self.viewport().width() - taken >= least * len(open_ones)
        for number in open_ones:
            if fits or len(columns) == 1:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(number, least)
        self._keep_height(sideways=bool(open_ones) and not fits)

    def _keep_height(self, *, sideways: bool) -> None:
        """Be as high as the rows that are to be shown, and the bar that scrolls sideways."""
        if self._shown is None:
            return
        theme = self._appearance.theme
        high = theme.size("two_line" if self._two_lines else "table_row")
        head = 0 if self.horizontalHeader().isHidden() else theme.size("table_head")
        bar = self.horizontalScrollBar().sizeHint().height() if sideways else 0
        wanted = self._shown * high + head + bar + 2
        if self.maximumHeight() != wanted:
            self.setFixedHeight(wanted)

    @Slot()
    def _fit(self) -> None:
        theme = self._appearance.theme
        high = theme.size("two_line" if self._two_lines else "table_row")
        self.verticalHeader().setDefaultSectionSize(high)
        self._size_columns()
        self.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self._rows_model.row_at(current))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self._rows_model.row_at(index)
        if row is not None:
            self.opened.emit(row)

    @Slot()
    def _keep(self) -> None:
        self._kept = self.currentIndex().data(Role.ID)

    @Slot()
    def _restore(self) -> None:
        if self._kept is None:
            return
        self.choose(self._kept)
        if not self.currentIndex().isValid():
            self.chosen.emit(None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_the_rest()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._listing:
            painter = QPainter(self.viewport())
            painter.fillRect(event.rect(), self._appearance.theme.colour("surface"))
            painter.end()
        super().paintEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        theme = self._appearance.theme
        return QSize(120, theme.size("two_line") * (_LEAST_ROWS - theme.huge))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._open(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)
