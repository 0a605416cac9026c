"""The tab 이력: each change with before, after, why and by whom; what stood before comes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.holdings import FieldChange, HoldingState
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.corrections import CorrectionService, Why
from easycare_desktop.services.people import PersonCard
from easycare_desktop.services.requests import RECORD_GROUP
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.parts.people.record_lines import Said, said_of
from easycare_desktop.ui.parts.people.undoing import UndoStep
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, column, holder

_BACK = "이 값으로 되돌리기"
_WRITABLE = frozenset({HoldingState.ACTIVE, HoldingState.CORRECTING})


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One change as it is read. `version`: what its group stands at, 0 where it cannot change."""

    number: int
    change: FieldChange
    said: Said
    who: str
    version: int
    same: bool
    now: str


def _number(line: HistoryRow) -> int:
    return line.number


def _day(line: HistoryRow) -> Cell:
    return Cell(f"{line.change.changed_at:%Y-%m-%d}", f"{line.change.changed_at:%H:%M} {line.who}")


def _what(line: HistoryRow) -> Cell:
    return Cell(line.said.field, line.said.group, strong=True)


def _values(line: HistoryRow) -> Cell:
    return Cell(f"전: {line.said.before}", f"후: {line.said.after}")


def _why(line: HistoryRow) -> Cell:
    evidence = f"근거: {line.change.evidence}" if line.change.evidence else ""
    return Cell(line.change.reason or "새로 채움", evidence)


class HistoryTab(QWidget):
    """`brought_back()` when a former value was stored again."""

    brought_back = Signal()

    def __init__(self, kit: Kit, corrections: CorrectionService, messages: Messages) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._corrections, self._messages = corrections, messages
        self._card: PersonCard | None = None
        self._model: RowModel[HistoryRow] = RowModel(
            (
                Column("언제 · 누가", _day, width=148),
                Column("무엇을", _what, width=148),
                Column("바뀐 값", _values),
                Column("사유 · 근거", _why, width=184),
            ),
            _number,
            self,
        )
        self.table = kit.table(self._model, "이력")
        self.table.setObjectName("people.history")
        self.table.chosen.connect(self._explain)
        self.back = kit.button(_BACK, "secondary", "undo-2", fit="row")
        self.back.setObjectName("people.bring_back")
        self.back.clicked.connect(self._bring_back)
        self.banner = kit.banner("info", "", action=self.back)
        self._empty = kit.empty(
            "history", "고친 적이 없습니다.", "처음 적은 값은 기본 탭에 있습니다."
        )
        self._foot = holder(column(self.banner, margins=(16, 12, 16, 14)))
        box = column(self.table, self._empty, self._foot, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)

    @property
    def lines(self) -> tuple[HistoryRow, ...]:
        """What is shown."""
        return self._model.rows

    def show_card(
        self, card: PersonCard, groups: Sequence[ItemGroup], names: Mapping[int, str]
    ) -> None:
        """Read and show every change of one person; `names` by account."""
        self._card = card
        changes = self._corrections.history(card.person.id)
        self._model.show(
            [
                self._row(number, each, groups, names.get(each.account_id, ""))
                for number, each in enumerate(changes)
            ]
        )
        for part in (self.table, self._foot):
            part.setVisible(bool(changes))
        self._empty.setVisible(not changes)
        self.table.choose_first()
        self._explain(self.table.current_row())

    def _row(
        self, number: int, change: FieldChange, groups: Sequence[ItemGroup], who: str
    ) -> HistoryRow:
        content = self._card.contents.get(change.group) if self._card else None
        version, stored = 0, ""
        if self._card and content is not None and content.holding.id == change.holding_id:
            stored = content.values.get(change.field, "")
            active = self._card.person.state is PersonState.ACTIVE
            of_a_case = change.group == RECORD_GROUP
            if active and content.holding.state in _WRITABLE and not of_a_case:
                version = content.holding.version
        now = said_of(replace(change, after=stored), groups).after
        same = stored == change.before
        return HistoryRow(number, change, said_of(change, groups), who, version, same, now)

    @Slot(object)
    def _explain(self, line: HistoryRow | None) -> None:
        if line is None:
            return
        self.back.setVisible(bool(line.version) and not line.same)
        second = f"지금 값: {line.now}"
        if not line.version:
            second = "지금은 고칠 수 없는 자료입니다."
        elif line.same:
            second = "지금 값과 같습니다."
        title = f"{line.said.field}, 이전 값: {line.said.before}"
        said = (("사유", line.change.reason), ("근거", line.change.evidence))
        why = " · ".join(f"{what}: {words}" for what, words in said if words)
        self.banner.say("info", title, second, *filter(None, [why]))

    @Slot()
    def _bring_back(self) -> None:
        line, card = self.table.current_row(), self._card
        if line is None or card is None:
            return
        reason = self._messages.ask_text(
            "이전 값으로 되돌리기",
            f"{card.name} 님의 {line.said.field}, 되돌리는 사유",
            hint="되돌린 일도 이력에 남습니다. 예: 잘못 적음",
        )
        if reason is None:
            return
        person_id = card.person.id
        try:
            step = self._corrections.bring_back(person_id, line.change, line.version, Why(reason))
        except Refusal as refusal:
            tell(self._messages, "되돌리지 못했습니다", refusal)
        else:
            undo = UndoStep(self._corrections, self._messages, person_id, step, self._tell)
            self._messages.toast(f"{line.said.field}, 이전 값으로 되돌렸습니다", undo)
        self.brought_back.emit()

    def _tell(self, _person_id: int) -> None:
        self.brought_back.emit()
