"""Step 3: money, and the copies that were handed over."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.identifiers import parse_account, parse_money
from easycare_desktop.domain.record_copies import CopyNotGivenError, check_copy
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.requests import DateInFutureError, RequestDetails, Settlement
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import understood
from easycare_desktop.ui.widgets import Kit, card, column

V = TypeVar("V")
_NAMES = (
    "unpaid",
    "refund",
    "bank",
    "account",
    "holder",
    "copy_given_on",
    "copy_received_by",
    "no_copy_reason",
    "note",
)
_OF_COPIES = {"copy_given_on", "copy_received_by", "no_copy_reason", "note"}


class SettleStep(QWidget):
    """`edited()` at each change."""

    edited = Signal()

    def __init__(self, kit: Kit, days: DayReader) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._days, self._filling, self._wanted = days, False, False
        self.fields = {
            "unpaid": kit.text_field("미납액", hint="없으면 비워 두세요.", typing="digits"),
            "refund": kit.text_field("환불액", hint="없으면 비워 두세요.", typing="digits"),
            "bank": kit.text_field("환불 은행"),
            "account": kit.text_field("환불 계좌", typing="digits"),
            "holder": kit.text_field("예금주"),
            "copy_given_on": kit.date_field("사본을 준 날", days.read),
            "copy_received_by": kit.text_field("사본을 받은 분"),
            "no_copy_reason": kit.text_field("드리지 못한 사유", hint="드렸으면 비워 두세요."),
            "note": kit.text_field("메모", hint="예: 종이 사본 12장"),
        }
        self.copy_note = kit.banner("info", "", "")
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        money, copies = kit.form(3), kit.form(2)
        for name, field in self.fields.items():
            field.control.setObjectName(f"cancel.{name}")
            field.control.live_text_changed.connect(self._tell)
            (copies if name in _OF_COPIES else money).add(field)
        body = card(
            kit.text("요금을 정산합니다", "lead"),
            money,
            kit.text("기록 사본을 드립니다", "lead"),
            self.copy_note,
            copies,
            None,
        )
        self.setLayout(column(body, None, gap=0))

    def begin(self, details: RequestDetails, draft: Mapping[str, str]) -> None:
        """Turn to a request, with what was kept of unfinished figures."""
        self._filling = True
        for name, field in self.fields.items():
            field.control.setText(draft.get(name, ""))
            field.clear()
        self._wanted = details.wants_copy
        if self._wanted:
            line = "파기하기 전에 드리고, 준 날과 받은 분을 적어 주세요."
            self.copy_note.say("warn", "기록 사본을 받으시겠다고 했습니다.", line)
        else:
            self.copy_note.say(
                "info", "기록 사본을 바라지 않으셨습니다.", "칸을 비워 두어도 됩니다."
            )
        self._filling = False

    def typed(self) -> dict[str, str]:
        """Return everything as it stands."""
        return {name: self.fields[name].control.live_text() for name in _NAMES}

    def read(self) -> Settlement | None:
        """Return the settlement; show what is wrong and return None otherwise."""
        wrong: list[str] = []
        unpaid = self._parsed("unpaid", parse_money, wrong)
        refund = self._parsed("refund", parse_money, wrong)
        account = self._parsed("account", parse_account, wrong)
        day = self._parsed("copy_given_on", self._days.read, wrong)
        if wrong:
            self.fields[wrong[0]].control.setFocus()
            return None
        settled = Settlement(
            unpaid=unpaid or 0,
            refund=refund or 0,
            bank=self._text("bank"),
            account=account or "",
            holder=self._text("holder"),
            copy_given_on=day,
            copy_received_by=self._text("copy_received_by"),
            note=self._text("note"),
            no_copy_reason=self._text("no_copy_reason"),
        )
        return settled if self._copy_fits(settled) else None

    def _copy_fits(self, settled: Settlement) -> bool:
        """Tell whether the copy is settled; else show what lacks."""
        try:
            check_copy(settled, self._days.now().date(), wanted=self._wanted)
        except (CopyNotGivenError, DateInFutureError) as refusal:
            self.fields[refusal.field].set_error(understood(refusal))
            self.fields[refusal.field].control.setFocus()
            return False
        return True

    def _text(self, name: str) -> str:
        return self.fields[name].control.text().strip()

    def _parsed(self, name: str, parse: Callable[[str], V], wrong: list[str]) -> V | None:
        text = self._text(name)
        if not text:
            self.fields[name].clear()
            return None
        try:
            value = parse(text)
        except Refusal as refusal:
            self.fields[name].set_error(understood(refusal))
            wrong.append(name)
            return None
        self.fields[name].clear()
        return value

    @Slot()
    def _tell(self) -> None:
        if not self._filling:
            self.edited.emit()
