"""월 점검: what stands out in a month of the access log, and what was found out about it."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.log_review import Month, month_from
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.log_reviews import (
    FindingLine,
    LogReview,
    LogReviewService,
    MonthLine,
    MonthLook,
)
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.parts.shared.day_words import short_day
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell_error, understood
from easycare_desktop.ui.widgets import Kit, card, column, full_card, holder, row
from easycare_desktop.ui.wording.labels import action_label, label
from easycare_desktop.ui.wording.review import counted, line_numbers, month_words

_FAILED = "접속기록을 점검하지 못했습니다"


class MonthTab(QWidget):
    """`print_wanted(int)`: the report of a month, as `Month.number`."""

    print_wanted = Signal(int)

    def __init__(
        self, kit: Kit, reviews: LogReviewService, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._reviews, self._messages, self._background = reviews, messages, background
        self._look: MonthLook | None = None
        self.month = kit.combo(list[tuple[Month, str]]())
        self.month.setObjectName("review.month")
        self.month.setAccessibleName("점검할 달")
        self.count = kit.text("", wrap=True)
        self.print = kit.button("점검 보고서 인쇄", "secondary", "printer")
        self.print.setObjectName("review.print_month")
        self.model: RowModel[FindingLine] = RowModel(_COLUMNS, _row_id)
        self.table = kit.table(self.model, "눈에 띈 일", rows_shown=5)
        self.table.setObjectName("review.findings")
        self.done_by = kit.banner("ok", "")
        self.found = kit.field("확인한 내용", kit.text_edit("", "예: 공단에 낼 명단이었음", 2))
        self.done = kit.field("조치한 내용", kit.text_edit("", "예: 다음부터 사유를 적기로 함", 2))
        self.record = kit.button("점검 기록하기", "primary", "check", key="F4")
        self.record.setObjectName("review.record")
        self._build(kit)
        self.month.chosen.connect(self._read)
        self.print.clicked.connect(self._print)
        self.record.clicked.connect(self._record)

    def _build(self, kit: Kit) -> None:
        self._full = full_card(self.table)
        self._nothing = card(
            kit.empty("circle-check", "눈에 띄는 일이 없습니다.", colour="ok_text")
        )
        self._findings = Pile([self._full, self._nothing])
        above = row(self.month, None, self.print)
        above.setStretch(0, 2)
        fields = kit.split(self.found, self.done)
        self._writing = holder(column(fields, row(None, self.record), gap=8))
        look = column(above, self.count, self._findings, self.done_by, self._writing, gap=10)
        look.setStretch(2, 1)
        self._shown = holder(look)
        empty = kit.empty(
            "calendar-check", "아직 끝난 달이 없습니다.", "달이 바뀌면 지난달을 점검할 수 있습니다."
        )
        self._none = card(empty)
        self._pile = Pile([self._none, self._shown])
        self.setLayout(column(self._pile, gap=0))

    def refresh(self) -> None:
        """Read the months again; the chosen one stays."""
        self._background.run(self._reviews.months, self._show_months, self._failed)

    def show_month(self, number: int) -> None:
        """Go to a month, as `Month.number`, once they are read."""
        work = partial(_with_month, self._reviews, month_from(number))
        self._background.run(work, self._show_at, self._failed)

    def _show_at(self, found: tuple[tuple[MonthLine, ...], Month]) -> None:
        self._show_months(found[0], found[1])

    def _show_months(self, months: tuple[MonthLine, ...], wanted: Month | None = None) -> None:
        open_first = next((each.month for each in reversed(months) if each.review is None), None)
        chosen = wanted or self.month.value() or open_first
        self.month.fill([(each.month, _named(each)) for each in months], chosen)
        self._pile.show_only(self._shown if months else self._none)
        month = self.month.value()
        if month is not None:
            self._read(month)

    @Slot(object)
    def _read(self, month: Month) -> None:
        work = partial(self._reviews.look, month)
        self._background.run(work, self._show, self._failed)

    def _show(self, look: MonthLook) -> None:
        if self._look is None or self._look.month != look.month:
            self.found.control.setPlainText("")
            self.done.control.setPlainText("")
        self._look = look
        kinds = ", ".join(f"{label(verb)} {count:,}" for verb, count in look.verbs.items())
        self.count.setText(counted(look.lines, kinds, len(look.findings)))
        self.model.show(look.findings)
        self._findings.show_only(self._full if look.findings else self._nothing)
        self._tell(look.review)

    def _tell(self, review: LogReview | None) -> None:
        self._writing.setVisible(review is None)
        self.done_by.setVisible(review is not None)
        self.found.clear()
        if review is not None:
            lines = (f"확인: {review.found or '없음'}", f"조치: {review.done or '없음'}")
            day = f"{review.reviewed_on:%Y-%m-%d}"
            self.done_by.say("ok", f"{day}에 점검했습니다.", *lines)

    @Slot()
    def _record(self) -> None:
        if self._look is None:
            return
        self.found.control.commit()
        self.done.control.commit()
        said = (self.found.control.text(), self.done.control.text())
        work = partial(self._reviews.record, self._look.month, *said)
        self._background.run(work, self._recorded, self._not_recorded)

    def _recorded(self, review: LogReview) -> None:
        self._messages.toast(f"{month_words(review.month)} 점검을 기록했습니다.")
        self._look = None
        self.refresh()

    def _not_recorded(self, error: Exception) -> None:
        if isinstance(error, InputRefusal):
            self.found.set_error(understood(error))
            self.found.control.setFocus()
            return
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, _FAILED, error)

    @Slot()
    def _print(self) -> None:
        month = self.month.value()
        if month is not None:
            self.print_wanted.emit(month.number)


def _with_month(reviews: LogReviewService, month: Month) -> tuple[tuple[MonthLine, ...], Month]:
    return reviews.months(), month


def _named(line: MonthLine) -> str:
    state = "점검함" if line.review is not None else "점검 전"
    return f"{month_words(line.month)} · {state}"


def _row_id(line: FindingLine) -> object:
    found = line.finding
    return (found.why, found.first, found.person_id)


def _when(line: FindingLine) -> Cell:
    numbers = line_numbers(line.finding.first, line.finding.last)
    return Cell(short_day(line.finding.day), f"{numbers}번째 줄")


def _who(line: FindingLine) -> Cell:
    return Cell(line.account or "모르는 계정", strong=True)


def _why(line: FindingLine) -> Cell:
    action = action_label(line.finding.action) if line.finding.action else ""
    return Cell(label(line.finding.why), " · ".join(filter(None, (action, line.person_number))))


def _count(line: FindingLine) -> Cell:
    return Cell(f"{line.finding.count:,}건", right=True)


_COLUMNS: tuple[Column[FindingLine], ...] = (
    Column("언제", _when, width=170),
    Column("누가", _who, width=150),
    Column("눈에 띈 일", _why),
    Column("건수", _count, width=90),
)
