"""Rows in, exact signals out: what stays selected stays selected."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from easycare_desktop.ui.models import Cell, Column, Mark, Role, RowModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True, slots=True)
class Person:
    number: int
    name: str
    born: int = 1941


PEOPLE = tuple(Person(number, f"사람{number}", 1930 + number * 7 % 30) for number in range(20))


def make() -> RowModel[Person]:
    return RowModel(
        (
            Column("이름", lambda p: Cell(p.name, f"{p.born}년생", strong=True), lambda p: p.name),
            Column("난 해", lambda p: Cell(str(p.born)), lambda p: p.born, 100),
            Column("상태", lambda _p: Cell(mark=Mark("이용 중", "info")), width=90),
        ),
        lambda p: p.number,
    )


class Ears:
    def __init__(self, model: RowModel[Person]) -> None:
        self.heard: list[str] = []
        model.modelReset.connect(self._reset)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.dataChanged.connect(self._changed)

    def _reset(self) -> None:
        self.heard.append("reset")

    def _inserted(self, _parent: object, first: int, last: int) -> None:
        self.heard.append(f"+{first}-{last}")

    def _removed(self, _parent: object, first: int, last: int) -> None:
        self.heard.append(f"-{first}-{last}")

    def _changed(self, top: object, bottom: object, _roles: object) -> None:
        self.heard.append(f"~{top.row()}-{bottom.row()}")


@pytest.fixture
def model(qapp: object) -> RowModel[Person]:
    made = make()
    made.tester = QAbstractItemModelTester(made, FATAL)
    made.show(PEOPLE)
    return made


def test_rows_come_as_one_insertion(qapp: object):
    made = make()
    ears = Ears(made)
    made.show(PEOPLE)
    assert ears.heard == ["+0-19"]
    assert made.rows == PEOPLE


def test_only_what_changed_is_told(model: RowModel[Person]):
    ears = Ears(model)
    model.show((*PEOPLE[:3], replace(PEOPLE[3], name="새 이름"), *PEOPLE[4:]))
    assert ears.heard == ["~3-3"]
    ears.heard.clear()
    model.show((*PEOPLE[:2], *PEOPLE[5:], Person(99, "끝")))
    assert ears.heard == ["-2-4", "+17-17"]
    ears.heard.clear()
    model.show(model.rows)
    assert ears.heard == []


def test_another_order_is_a_reset(model: RowModel[Person]):
    ears = Ears(model)
    model.show(PEOPLE[::-1])
    assert ears.heard == ["reset"]
    assert model.rows == PEOPLE[::-1]


def test_an_index_that_is_held_follows_its_row(model: RowModel[Person]):
    held = QPersistentModelIndex(model.index_of(7))
    chosen = QItemSelectionModel(model)
    chosen.select(model.index_of(7), QItemSelectionModel.SelectionFlag.Select)
    model.show(PEOPLE[5:])
    assert held.data(Role.ID) == 7
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert held.data(Role.ID) == 7
    assert [index.data(Role.ID) for index in chosen.selectedIndexes()] == [7]


def test_sorting_stays_when_rows_come_anew(model: RowModel[Person]):
    model.sort(1)
    assert [p.born for p in model.rows] == sorted(p.born for p in PEOPLE)
    model.show((*PEOPLE, Person(50, "더 나이 드신 분", 1901)))
    assert model.rows[0].number == 50
    assert [p.born for p in model.rows] == sorted(p.born for p in model.rows)


def test_a_column_without_an_order_does_not_sort(model: RowModel[Person]):
    model.sort(2)
    assert model.rows == PEOPLE


def test_what_is_said_of_a_cell(model: RowModel[Person]):
    first = model.index(0, 0)
    assert first.data() == "사람0"
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "사람0, 1930년생"
    assert model.index(0, 2).data() == "이용 중"
    model.show([Person(1, "<b>홍</b>")])
    assert model.index(0, 0).data() == "<b>홍</b>"
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<p>&lt;b&gt;홍&lt;/b&gt;, 1941년생</p>"
    model.show(PEOPLE)
    first = model.index(0, 0)
    assert model.index(0, 1).data(Role.SORT) == 1930
    assert first.data(Role.ROW) is PEOPLE[0]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "난 해"
    assert not model.index_of(1234).isValid()
    assert model.row_at(model.index_of(3)) is PEOPLE[3]
