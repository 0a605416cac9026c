"""The four fields of an approval: name and day typed, id and password of a second person."""

from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.dates import names_year
from easycare_desktop.domain.destruction import (
    SameApproverError,
    TypedDateDiffersError,
    TypedNameDiffersError,
)
from easycare_desktop.domain.joint_approval import TypedCountDiffersError
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.destruction import Approval, PlanView
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import understood
from easycare_desktop.ui.widgets import Kit, column


@dataclass(frozen=True, slots=True)
class ToType:
    """What is typed to name what goes: how it is asked for, and what is said of it."""

    asked: str
    expected: str
    fits: str
    differs: str


def name_to_type(view: PlanView) -> ToType:
    """Return that the name of whom a plan is about is typed, or a number where there is none."""
    what = "대상자 이름을" if view.name else f"{view.to_type} 번호를"
    differs = "이름이 다릅니다. 위에 보이는 그대로 적어 주세요."
    return ToType(f"{what} 그대로 적어 주세요", view.to_type, "이름이 맞습니다.", differs)


def count_to_type(count: int) -> ToType:
    """Return that it is typed how many plans go."""
    asked = f"몇 건인지 숫자로 적어 주세요 (위에 {count:,}건)"
    return ToType(asked, str(count), "건수가 맞습니다.", "고른 건수와 다릅니다.")


class ApprovalFields(QWidget):
    """`changed()` at each stroke; `finished()` on Enter in the last field.

    `own`: the signed-in officer approves what somebody else asked for, without a second login.
    """

    changed = Signal()
    finished = Signal()

    def __init__(
        self,
        kit: Kit,
        to_type: ToType,
        requester: str,
        today: date,
        days: DayReader,
        *,
        own: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._to_type, self._today, self._days = to_type, today, days
        self._own = own
        self.name = kit.text_field(to_type.asked)
        self.day = kit.text_field(
            "오늘 날짜를 적어 주세요",
            hint="달력을 보고 연도까지 적어 주세요.",
            example="예: 20261123",
        )
        hint = f"요청한 사람({requester})은 승인할 수 없습니다." if requester else ""
        self.login = kit.text_field(
            "승인하는 분의 아이디", hint=hint, example="승인할 분의 아이디", typing="latin"
        )
        self.password = kit.field("승인하는 분의 비밀번호", kit.password_edit(submits=True))
        grid = kit.form(2)
        grid.add(self.name, self.day)
        if not own:
            grid.add(self.login, self.password)
        self.setLayout(column(grid, gap=0))
        self._listen()

    def _listen(self) -> None:
        for name in ("name", "day", "login", "password"):
            getattr(self, name).control.setObjectName(f"destroy.{name}")
        self.name.control.live_text_changed.connect(self._check_name)
        self.day.control.live_text_changed.connect(self._check_day)
        self.name.control.editingFinished.connect(self._judge_name)
        self.day.control.editingFinished.connect(self._judge_day)
        self.login.control.live_text_changed.connect(self.changed)
        self.password.control.textChanged.connect(self.changed)
        self.password.control.warned.connect(self.password.set_warning)
        self.password.control.submitted.connect(self.finished)

    def missing(self) -> int:
        """Return how many fields do not fit yet."""
        fits = (
            self._name_fits(),
            self._day_fits(),
            self._own or bool(self.login.control.text().strip()),
            self._own or bool(self.password.control.text()),
        )
        return fits.count(False)

    def read(self) -> Approval:
        """Return what is typed."""
        return Approval(
            typed_name=normalize("NFC", self.name.control.text().strip()),
            typed_date=self.day.control.text().strip(),
            login=self.login.control.text().strip(),
            password=self.password.control.text(),
        )

    def forget(self) -> None:
        """Forget the password."""
        self.password.control.clear()

    def show_refusal(self, refusal: Refusal, more: str = "") -> None:
        """Show under its field what was refused; `more` is said with it."""
        fields = {
            TypedNameDiffersError: self.name,
            TypedCountDiffersError: self.name,
            TypedDateDiffersError: self.day,
            SameApproverError: self.login,
            NotPermittedError: self.login,
        }
        field = fields.get(type(refusal), self.name if self._own else self.password)
        field.set_error(f"{understood(refusal)}{more}")
        field.control.setFocus()

    def _name_fits(self) -> bool:
        return normalize("NFC", self.name.control.live_text().strip()) == self._to_type.expected

    def _day_fits(self) -> bool:
        typed = self.day.control.live_text()
        try:
            return names_year(typed) and self._days.read(typed) == self._today
        except Refusal:
            return False

    @Slot()
    def _check_name(self) -> None:
        if self._name_fits():
            self.name.set_ok(self._to_type.fits)
        else:
            self.name.clear()
        self.changed.emit()

    @Slot()
    def _check_day(self) -> None:
        if self._day_fits():
            self.day.set_ok("오늘 날짜가 맞습니다.")
        else:
            self.day.clear()
        self.changed.emit()

    @Slot()
    def _judge_name(self) -> None:
        if self.name.control.text().strip() and not self._name_fits():
            self.name.set_error(self._to_type.differs)

    @Slot()
    def _judge_day(self) -> None:
        if self.day.control.text().strip() and not self._day_fits():
            self.day.set_error("오늘 날짜가 아닙니다.")
