"""점검·보고: the access log and its chain, its monthly review, and the retention table."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.law_lines import LawLine
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.access_log import LogCheck
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.ledger import LedgerCheck
from easycare_desktop.services.log_list import LogLine, LogList
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.review.check_banner import CheckBanner
from easycare_desktop.ui.parts.review.log_view import LogView
from easycare_desktop.ui.parts.review.month_tab import MonthTab
from easycare_desktop.ui.parts.review.period_dialog import PeriodDialog
from easycare_desktop.ui.parts.review.rules_view import RulesView
from easycare_desktop.ui.parts.shared.dialog_place import DialogPlace
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, hide_unless, holder

_TABS = ("접속기록", "월 점검", "보유기간과 기한")
_FAILED = "점검할 내용을 불러오지 못했습니다"


@dataclass(frozen=True, slots=True)
class _Checks:
    log: LogCheck
    ledger: LedgerCheck


class ReviewPage(QWidget):
    """`paper_wanted(PaperKind, int)`: the list of the log, the report of a month, the table."""

    paper_wanted = Signal(object, object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._services, self._messages, self._background = services, messages, background
        self._kit, self.dialogs = kit, DialogPlace(self)
        self._lines = LogList(services.office)
        actor = services.office.actor
        self._may_review = actor.may(Right.REVIEW_LOG)
        self.log = LogView(kit, services.office.law.deadlines.period("log_keeping"))
        self.months = MonthTab(kit, services.log_reviews, messages, background)
        self.rules = RulesView(kit, may_confirm=actor.may(Right.RULES))
        self.checks = CheckBanner(kit)
        self._build(kit)
        self._listen()

    def _build(self, kit: Kit) -> None:
        self.head = kit.page_head("점검·보고")
        names = _TABS if self._may_review else _TABS[-1:]
        self.tabs = kit.tabs(names, "점검할 것")
        self.tabs.setObjectName("review.tabs")
        hide_unless(self.tabs, self._may_review)
        log = column(self.checks, self.log, gap=10)
        log.setStretch(1, 1)
        views = [holder(log), self.months, self.rules] if self._may_review else [self.rules]
        self._views = views
        self._pile = Pile(views)
        above = column(self.head, self.tabs, margins=(24, 14, 24, 0), gap=4)
        inside = column(self._pile, margins=(24, 10, 24, 14))
        page = column(holder(above), kit.scroll(holder(inside)), gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.tabs if self._may_review else self.rules.print_table)

    def _listen(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.log.person_wanted.connect(self._read_log)
        self.log.check.clicked.connect(self.check)
        self.log.print_list.clicked.connect(self._print_log)
        self.months.print_wanted.connect(self._print_month)
        self.rules.print_table.clicked.connect(self._print_rules)
        self.rules.confirm_wanted.connect(self._confirm)
        self.rules.change_wanted.connect(self._change)

    def refresh(self) -> None:
        """Read the log and the rules again."""
        if self._may_review:
            self._read_log(self.log.number.text().strip())
            self.months.refresh()
        self._read_rules()

    def show_subject(self, subject: object) -> None:
        """Go to a month that waits for its review."""
        if self._may_review and isinstance(subject, int):
            self.tabs.setCurrentIndex(1)
            self.months.show_month(subject)

    @Slot()
    def check(self) -> None:
        """Walk both chains."""
        self.log.check.setEnabled(False)
        self._background.run(self._walk, self._checked, self._failed)

    def _walk(self) -> _Checks:
        return _Checks(self._services.log.check(), self._services.ledger.check())

    def _checked(self, checks: _Checks) -> None:
        self.log.check.setEnabled(True)
        self.checks.show_checks(checks.log, checks.ledger)

    @Slot(str)
    def _read_log(self, person_number: str) -> None:
        work = partial(self._lines.newest, person_number)
        self._background.run(work, self._show_log, self._failed)

    def _show_log(self, lines: tuple[LogLine, ...]) -> None:
        self.log.show_lines(lines)

    def _read_rules(self) -> None:
        self._background.run(self._services.rules.lines, self._show_rules, self._failed)

    def _show_rules(self, lines: list[LawLine]) -> None:
        self.rules.show_rules(lines)

    @Slot(object)
    def _confirm(self, line: LawLine) -> None:
        keys = self.rules.together(line)
        what = f"{line.what}: {line.law} {line.article}".strip()
        if len(keys) > 1:
            what = f"{line.law}: 다시 확인할 {len(keys)}줄을 함께 확인합니다."
        question = Question(
            "법령과 맞춰 보셨나요?",
            (what, "확인하신 분과 날짜가 기록에 남습니다."),
            yes="맞습니다",
        )
        if self._messages.confirm(question):
            today = self._services.office.today()
            work = partial(self._services.rules.confirm_all, keys, today)
            self._background.run(work, self._confirmed, self._failed)

    @Slot(object)
    def _change(self, line: LawLine) -> None:
        dialog = PeriodDialog(self._kit, self._services, line, self._messages, self.window())
        dialog.changed.connect(self._changed)
        self.dialogs.show(dialog)

    @Slot()
    def _changed(self) -> None:
        self._messages.toast("기간을 고쳤습니다.")
        self._read_rules()

    def _confirmed(self, _nothing: None) -> None:
        self._messages.toast("확인을 기록했습니다.")
        self._read_rules()

    def _failed(self, error: Exception) -> None:
        self.log.check.setEnabled(True)
        tell_error(self._messages, _FAILED, error)

    @Slot(int)
    def _turn(self, number: int) -> None:
        self._pile.show_only(self._views[number])

    @Slot()
    def _print_log(self) -> None:
        self.paper_wanted.emit(PaperKind.LOG_LIST, 0)

    @Slot(int)
    def _print_month(self, month: int) -> None:
        self.paper_wanted.emit(PaperKind.LOG_REVIEW, month)

    @Slot()
    def _print_rules(self) -> None:
        self.paper_wanted.emit(PaperKind.RETENTION_TABLE, 0)
