"""The tabs 동의, 요청 and 이력: lines of what was said, asked and changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import ItemField, ItemGroup
from easycare_desktop.domain.consents import ConsentLine, ConsentResult
from easycare_desktop.domain.holdings import FieldChange
from easycare_desktop.domain.requests import OPEN_STATES, Request
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.parts.people.words import covered, hidden, shown
from easycare_desktop.ui.widgets import Kit, column
from easycare_desktop.ui.wording.labels import label

RESULT_TONES: dict[ConsentResult, CellTone] = {
    ConsentResult.GIVEN: "ok",
    ConsentResult.REFUSED: "",
    ConsentResult.WITHDRAWN: "go",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: day, what and its second line, and how it stands."""

    number: int
    day: str
    time: str
    what: str
    second: str
    state: str
    tone: CellTone = ""


def _row_id(line: Line) -> int:
    return line.number


def _day(line: Line) -> Cell:
    return Cell(line.day, line.time)


def _what(line: Line) -> Cell:
    return Cell(line.what, line.second, strong=True)


def _state(line: Line) -> Cell:
    return Cell(mark=Mark(line.state, line.tone)) if line.state else Cell()


class LinesTab(QWidget):
    """A table of lines, or one sentence where there are none."""

    def __init__(self, kit: Kit, name: str, empty: QWidget, *, state: str = "상태") -> None:
        super().__init__()
        self.setProperty("part", "inside")
        columns = [Column("날짜", _day, width=124), Column("내용", _what)]
        if state:
            columns.append(Column(state, _state, width=150))
        self._model: RowModel[Line] = RowModel(columns, _row_id, self)
        self.table = kit.table(self._model, name)
        self._empty = empty
        box = column(self.table, empty, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)

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
            RESULT_TONES[each.result],
        )
        for each in newest
    ]


def request_lines(requests: Sequence[Request]) -> list[Line]:
    """Return the requests of a person, newest first."""
    newest = sorted(requests, key=lambda each: each.received_on, reverse=True)
    return [
        Line(
            each.id,
            each.received_on.isoformat(),
            label(each.channel),
            f"{label(each.relation)} ({label(each.scope)})",
            f"{each.number} · {each.due_on:%Y-%m-%d}까지",
            label(each.state),
            "warn" if each.state in OPEN_STATES else "",
        )
        for each in newest
    ]


def change_lines(changes: Sequence[FieldChange], groups: Sequence[ItemGroup]) -> list[Line]:
    """Return what was changed: before, after, why."""
    fields: Mapping[str, ItemField] = {
        item.code: item for group in reversed(groups) for item in group.fields
    }
    return [
        Line(
            number,
            f"{each.changed_at:%Y-%m-%d}",
            f"{each.changed_at:%H:%M}",
            _change(fields.get(each.field), each),
            f"까닭: {each.reason}" if each.reason else "새로 채움",
            "",
        )
        for number, each in enumerate(changes)
    ]


def _change(item: ItemField | None, change: FieldChange) -> str:
    if item is None:
        return change.field
    before, after = (_value(item, text) for text in (change.before, change.after))
    return f"{item.label}: {before or '(비어 있음)'} → {after or '(지움)'}"


def _value(item: ItemField, text: str) -> str:
    return covered(text) if text and hidden(item) else shown(item, text)


def _version(line: ConsentLine) -> str:
    until = f" · {line.until:%Y-%m-%d}까지" if line.until else ""
    return f"동의서 {line.text_version}판{until}"
