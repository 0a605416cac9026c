"""기간 고치기: another period for a row, from a day on, with its reason and whom it touches."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.law import RuleKind
from easycare_desktop.domain.law_lines import LawLine
from easycare_desktop.domain.periods import Period
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.validation_refusals import NotANumberError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.rules import Touched
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.shared.day_words import length
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder, row
from easycare_desktop.ui.wording.particles import toward

_NAMED = 8
_TOLD = {
    RuleKind.STATUTE: (
        "법이 정한 기간보다 짧게 고칠 수 없습니다.",
        "이미 보관 중인 자료도 늘어난 기간까지 보관합니다.",
    ),
    RuleKind.INTERNAL: (
        "처리방침에 적은 기간과 같아야 합니다.",
        "이미 보관 중인 자료는 알려 드린 기간 그대로 끝납니다.",
    ),
}


class PeriodDialog(HouseDialog):
    """`changed()` once the period is set."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        services: Services,
        line: LawLine,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "기간 고치기", parent, width=760)
        self.setObjectName("period")
        self._services, self._line, self._messages = services, line, messages
        now = line.period
        self.years = kit.text_field("년", str(now.years), typing="digits")
        self.months = kit.text_field("개월", str(now.months), typing="digits")
        self.days = kit.text_field("일", str(now.days), typing="digits")
        reader = DayReader(services.office)
        self.day = kit.date_field("언제부터 쓰나요?", reader.read, required=True)
        self.day.set_day(services.office.today())
        self.reason = kit.field(
            "왜 고치나요?",
            kit.text_edit("", "예: 시행규칙이 바뀌어 10년으로 늘었음", 2),
            required=True,
        )
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        for name in ("years", "months", "days", "day", "reason"):
            getattr(self, name).control.setObjectName(f"period.{name}")
        line = self._line
        where = f"{line.law} {line.article} · 지금 {length(line.period)}".strip()
        body = column(
            kit.text(line.what, "title", wrap=True),
            kit.text(where, wrap=True),
            kit.banner("info", *_TOLD[line.kind or RuleKind.STATUTE]),
            row(self.years, self.months, self.days, gap=12),
            self.day,
            self.reason,
            None,
            margins=(28, 22, 28, 14),
            gap=12,
        )
        self.cancel = kit.button("취소", key="Esc")
        self.set = kit.button("기간 고치기", "primary", key="F4")
        self.set.setObjectName("period.set")
        self.cancel.clicked.connect(self.reject)
        self.set.clicked.connect(self._set)
        foot = kit.foot(self.set, others=[self.cancel], note="책임자의 기록으로 남습니다.")
        self.assemble(holder(body), foot, self.cancel)

    def _period(self) -> Period:
        texts = [each.control.text().strip() for each in (self.years, self.months, self.days)]
        if not all(each.isdecimal() or not each for each in texts):
            raise NotANumberError("period")
        years, months, days = (int(each or 0) for each in texts)
        return Period(years=years, months=months, days=days)

    @Slot()
    def _set(self) -> None:
        self.reason.control.commit()
        self.day.control.commit()
        day = self.day.day()
        if day is None:
            self.day.say_missing("언제부터 쓰는지 적어 주세요.")
            return
        rules, key, why = self._services.rules, self._line.key, self.reason.control.text()
        try:
            period = self._period()
            rules.check_period(key, period, day, why)
            asked = _question(self._line, period, rules.touched(key, period, day))
            if not self._messages.confirm(asked):
                return
            rules.set_period(key, period, day, why)
        except InputRefusal as refusal:
            self._show(refusal)
            return
        except Refusal as refusal:
            tell(self._messages, "기간을 고치지 못했습니다", refusal)
            return
        self.accept()
        self.changed.emit()

    def _show(self, refusal: InputRefusal) -> None:
        places = {"period": self.years, "in_force": self.day}
        field = places.get(refusal.field, self.reason)
        field.set_error(understood(refusal))
        field.control.setFocus()
        self.fit()


def _question(line: LawLine, period: Period, touched: Sequence[Touched]) -> Question:
    whom: tuple[str, ...]
    if not touched:
        whom = ("지금 보관 중인 자료에는 달라지는 것이 없습니다.",)
    else:
        people = tuple(dict.fromkeys(_named(each) for each in touched))
        more = f" 외 {len(people) - _NAMED}명" if len(people) > _NAMED else ""
        whom = (
            f"{len(people)}명의 자료 {len(touched)}건을 더 오래 보관합니다.",
            ", ".join(people[:_NAMED]) + more,
            "늘어난 기간은 다시 줄어들지 않습니다.",
        )
    title = f"{length(line.period)}에서 {toward(length(period))} 고칠까요?"
    return Question(title, whom, yes="기간 고치기")


def _named(each: Touched) -> str:
    return f"{each.name} 님({each.person_number})" if each.name else each.person_number
