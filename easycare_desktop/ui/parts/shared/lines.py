"""Lines of what was said, asked or changed: day, what, and how it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.consents import ConsentLine, ConsentResult
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.widgets import Kit, column
from easycare_desktop.ui.wording.labels import label

_RESULT_TONES: dict[ConsentResult, CellTone] = {
    ConsentResult.GIVEN: "ok",
    ConsentResult.REFUSED: "",
    ConsentResult.WITHDRAWN: "go",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `number` tells it apart."""

    number: int
    day: str
    time: str
    what: str
    second: str
    state: str = ""
    tone: CellTone = ""


def _row_id(line: Line) -> int:
    return line.number


def _day(line: Line) -> Cell:
    return Cell(line.day, line.time)


def _what(line: Line) -> Cell:
    return Cell(line.what, line.second, strong=True)


def _state(line: Line) -> Cell:
    return Cell(mark=Mark(line.state, line.tone)) if line.state else Cell()


class Lines(QWidget):
    """A table of lines, or `empty` where there are none.

    Without `state` there is no last column. `whole` makes it as high as its rows, for a page that
    scrolls as a whole.
    """

    def __init__(
        self, kit: Kit, name: str, empty: QWidget, *, state: str = "상태", whole: int | None = None
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        columns = [Column("날짜", _day, width=124), Column("내용", _what)]
        if state:
            columns.append(Column(state, _state, width=150))
        self._model: RowModel[Line] = RowModel(columns, _row_id, self)
        self.table = kit.table(self._model, name, rows_shown=whole)
        self._empty = empty
        box = column(self.table, empty, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._model.rows

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the lines."""
        self._model.show(lines)
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines)


def consent_lines(lines: Sequence[ConsentLine], names: Mapping[str, str]) -> list[Line]:
    """Return what was said, newest first; `names` has the words of a purpose."""
    newest = sorted(lines, key=lambda each: (each.said_on, each.id), reverse=True)
    return [
        Line(
            each.id,
            each.said_on.isoformat(),
            label(each.method),
            names.get(each.purpose, each.purpose),
            _version(each),
            label(each.result),
            _RESULT_TONES[each.result],
        )
        for each in newest
    ]


def _version(line: ConsentLine) -> str:
    until = f" · {line.until:%Y-%m-%d}까지" if line.until else ""
    scan = " · 파일 있음" if line.evidence_id is not None else ""
    return f"동의서 {line.text_version}판{until}{scan}"
