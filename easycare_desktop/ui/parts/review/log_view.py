"""접속기록: the newest lines, by verb and by person, and whether the chain holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.periods import Period
from easycare_desktop.domain.rights import Verb
from easycare_desktop.services.log_list import LogLine
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.shared.day_words import length
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, full_card, holder, row
from easycare_desktop.ui.wording.labels import action_label, label


class LogView(QWidget):
    """`person_wanted(str)`: the number of a person, or an empty text for everybody.

    `kept`: how long law lets no line go. None ever goes here: the chain would not hold without it.
    """

    person_wanted = Signal(str)

    def __init__(self, kit: Kit, kept: Period) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit = kit
        self._lines: tuple[LogLine, ...] = ()
        verbs = [(None, "모든 일"), *((verb, label(verb)) for verb in Verb)]
        self.verb = kit.combo(verbs)
        self.verb.setObjectName("review.verb")
        self.verb.setAccessibleName("한 일로 고르기")
        self.number = kit.search_edit("정보주체 번호")
        self.number.setObjectName("review.person")
        self.number.submits = True
        self.check = kit.button("기록 확인하기", "secondary", "shield-check")
        self.check.setObjectName("review.check")
        self.print_list = kit.button("목록 인쇄", "secondary", "printer", key="F7")
        self.print_list.setObjectName("review.print")
        self.model: RowModel[LogLine] = RowModel(_COLUMNS, _row_id)
        self.table = kit.table(self.model, "접속기록")
        self.table.setObjectName("review.log")
        self.count = kit.text("", "caption")
        kept_words = f"접속기록은 {length(kept)} 넘게 보관합니다. 지우거나 줄이지 않습니다."
        self.kept = kit.text(kept_words, "caption", wrap=True)
        self._build(kit)
        self.verb.chosen.connect(self._refill)
        self.number.submitted.connect(self._ask)
        kit.changed.connect(self._fit)
        self._fit()

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show these lines, those with the chosen verb alone."""
        self._lines = tuple(lines)
        self._refill()

    def _build(self, kit: Kit) -> None:
        self._full = full_card(self.table)
        self._none = card(
            kit.empty("shield-check", "그런 기록이 없습니다.", "다른 일이나 번호로 찾아보세요.")
        )
        self._pile = Pile([self._full, self._none])
        choosing = row(self.verb, self.number)
        choosing.setStretch(0, 3)
        choosing.setStretch(1, 4)
        pressing = row(self.count, None, self.check, self.print_list)
        above = kit.split(holder(choosing), holder(pressing))
        box = column(above, self._pile, self.kept, gap=10)
        box.setStretch(1, 1)
        self.setLayout(box)

    @Slot()
    def _refill(self) -> None:
        verb = self.verb.value()
        rows = [each for each in self._lines if verb is None or each.verb is verb]
        self.model.show(rows)
        self.count.setText(f"{len(rows)}줄")
        self._pile.show_only(self._full if rows else self._none)

    @Slot()
    def _ask(self) -> None:
        self.person_wanted.emit(self.number.text().strip())

    @Slot()
    def _fit(self) -> None:
        self.count.setVisible(not self._kit.theme.huge)


def _row_id(each: LogLine) -> int:
    return each.seq


def _when(each: LogLine) -> Cell:
    return Cell(f"{each.at:%Y-%m-%d %H:%M:%S}", f"{each.seq}번째 줄", strong=True)


def _who(each: LogLine) -> Cell:
    return Cell(each.account or "모르는 계정", each.place)


def _what(each: LogLine) -> Cell:
    mark = Mark("거절됨", "danger") if each.denied else None
    return Cell(action_label(each.action), each.person_number, mark=mark)


def _count(each: LogLine) -> Cell:
    return Cell(f"{each.count}건", right=True)


_COLUMNS: tuple[Column[LogLine], ...] = (
    Column("언제", _when, width=196),
    Column("누가 · 어느 PC에서", _who, width=180),
    Column("한 일 · 정보주체", _what),
    Column("건수", _count, width=84),
)
