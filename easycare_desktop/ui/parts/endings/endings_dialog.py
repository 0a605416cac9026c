"""여러 분 함께 끝내기: one reason and one last day; what goes and stays is seen by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import ENDINGS_OF_KIND, PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.services.several_endings import Ended, EndingDays, EndingLook
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.last_asked import LastAsked
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.parts.shared.ending_words import (
    LAST_DAY_MISSING,
    REASON_MISSING,
    ending_titles,
)
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell_error, understood
from easycare_desktop.ui.parts.shared.sides import sides_of
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder
from easycare_desktop.ui.wording.labels import label

_MISSING = "날짜를 적으면 무엇이 남는지 한 분씩 보입니다."
_EACH = "적힌 사망일·퇴사일이 있으면 그날로 끝냅니다. 파기 승인은 한 분씩 받습니다."
_ACCOUNTS = "계정이 있는 분은 「오늘」에서 계정을 닫아 주세요."
_ROWS = 5


@dataclass(frozen=True, slots=True)
class _Shown:
    """A person with what goes and what stays, in words."""

    line: PersonLine
    day: date | None = None
    goes: tuple[str, str] = ("", "")
    stays: tuple[str, str] = ("", "")


class EndingsDialog(HouseDialog):
    """`ended(Ended)` once approval was asked for; nothing is destroyed by it."""

    ended = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        lines: Sequence[PersonLine],
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        self._kind = lines[0].person.kind
        title, ended, last = ending_titles(self._kind)
        super().__init__(kit.appearance, title, parent, width=760)
        self.setObjectName("endings")
        self._service, self._lines = services.several_endings, tuple(lines)
        self._messages, self._background = messages, background
        self._question = LastAsked(background, self)
        self._needs_last = self._kind is PersonKind.RECIPIENT
        days = DayReader(services.office)
        endings = [(each, label(each)) for each in ENDINGS_OF_KIND[self._kind]]
        only = endings[0][0] if len(endings) == 1 else None
        self.reason = kit.field("왜 끝났나요?", kit.choice(endings, only), required=True)
        self.last = kit.date_field(last, days.read, required=self._needs_last)
        self.day = kit.date_field(ended, days.read, required=True)
        self.day.set_day(services.office.today())
        self.model: RowModel[_Shown] = RowModel(_COLUMNS, _shown_id)
        self.table = kit.table(self.model, "끝낼 분", rows_shown=min(len(lines), _ROWS))
        self.full = kit.cut_words(self.table)
        self._build(kit, title)
        self._look()

    def _build(self, kit: Kit, title: str) -> None:
        self.reason.control.setObjectName("endings.reason")
        self.last.control.setObjectName("endings.last")
        self.day.control.setObjectName("endings.ended")
        self.table.setObjectName("endings.people")
        form = kit.form(2)
        form.add(self.last, self.day)
        self.note = kit.text(_MISSING, wrap=True)
        told = f"{_EACH} {_ACCOUNTS}" if self._kind is PersonKind.STAFF else _EACH
        body = column(
            kit.text(f"{len(self._lines):,}명 · {title}", "title", wrap=True),
            self.reason,
            form,
            self.note,
            self.table,
            self.full,
            kit.text(told, "caption", wrap=True),
            None,
            margins=(28, 22, 28, 14),
            gap=10,
        )
        self.cancel = kit.button("취소", key="Esc")
        self.ask = kit.button("파기 승인 요청하기", "primary", key="F4")
        self.cancel.setObjectName("endings.cancel")
        self.ask.setObjectName("endings.ask")
        note = "눌러도 아직 아무것도 지워지지 않습니다."
        foot = kit.foot(self.ask, others=[self.cancel], note=note)
        self.cancel.clicked.connect(self.reject)
        self.ask.clicked.connect(self._end)
        self.reason.control.chosen.connect(self.reason.clear)
        for field in (self.last, self.day):
            field.picked.connect(self._look)
        self.assemble(holder(body), foot, self.last.control)

    def _days(self) -> EndingDays | None:
        ended, last = self.day.day(), self.last.day()
        if ended is None or (last is None and self._needs_last):
            return None
        return EndingDays(self.reason.control.value(), ended, last)

    @Slot()
    def _look(self) -> None:
        """Show what would go and stay of everybody, once the days are told."""
        days = self._days()
        self.note.setVisible(days is None)
        self.model.show([_Shown(line) for line in self._lines])
        if days is not None:
            ids = [line.id for line in self._lines]
            self._question.ask(partial(self._service.look, ids, days), self._show, self._failed)
        else:
            self._question.forget()
        QTimer.singleShot(0, self.fit)

    def _show(self, look: EndingLook) -> None:
        self.model.show([_shown(line, look) for line in self._lines])
        if self.table.current_row() is None:
            self.table.choose_first()
        self.full.look()
        self.fit()

    @Slot()
    def _end(self) -> None:
        for field in (self.last, self.day):
            field.control.commit()
        reason, days = self.reason.control.value(), self._days()
        self.reason.set_error("" if reason is not None else REASON_MISSING)
        self.day.set_error("" if self.day.day() is not None else "끝난 날을 적어 주세요.")
        if self._needs_last and self.last.day() is None:
            self.last.set_error(LAST_DAY_MISSING)
        if reason is None or days is None:
            self.fit()
            return
        self._wait(on=True)
        ids = [line.id for line in self._lines]
        work = partial(self._service.end, ids, reason, days)
        self._background.run(work, self._done, self._failed)

    def _wait(self, *, on: bool) -> None:
        self.busy = on
        for button in (self.ask, self.cancel):
            button.setEnabled(not on)

    def _done(self, ended: Ended) -> None:
        self._wait(on=False)
        self.accept()
        self.ended.emit(ended)
        if ended.stopped is not None:
            tell_error(self._messages, "모두 종료하지는 못했습니다", ended.stopped)

    def _failed(self, error: Exception) -> None:
        self._wait(on=False)
        tell_error(self._messages, "종료를 처리하지 못했습니다", error)


def _shown(line: PersonLine, look: EndingLook) -> _Shown:
    judgement, day = look.judged.get(line.id), look.days[line.id].ended_on
    if judgement is None:
        refusal = look.refused.get(line.id)
        return _Shown(line, day, (understood(refusal) if refusal is not None else "", ""))
    sides = sides_of(judgement, line.id)
    until = max(
        (item.outcome.until for item in judgement.stays if item.outcome.until), default=None
    )
    last = f"{until:%Y-%m-%d}까지" if until else ""
    stays = ", ".join(dict.fromkeys(each.what for each in sides.stays))
    goes = ", ".join(dict.fromkeys(each.what for each in sides.goes))
    kept = f"{len(sides.stays)}가지 · {last}" if last else f"{len(sides.stays)}가지"
    return _Shown(line, day, (sides.goes_chip, goes), (kept, stays))


def _shown_id(each: _Shown) -> int:
    return each.line.id


def _who(each: _Shown) -> Cell:
    day = f" · {each.day:%Y-%m-%d}" if each.day is not None else ""
    return Cell(f"{each.line.name} 님", f"{each.line.person.number}{day}", strong=True)


def _goes(each: _Shown) -> Cell:
    return Cell(*each.goes)


def _stays(each: _Shown) -> Cell:
    return Cell(*each.stays)


_COLUMNS: tuple[Column[_Shown], ...] = (
    Column("성명 · 끝난 날", _who, width=190),
    Column("파기합니다", _goes),
    Column("법과 내부방침에 따라 남깁니다", _stays),
)
