"""What can be done with the chosen row of a list, and why not where it cannot."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.importing import ImportRow
from easycare_desktop.domain.leaving_out import choosable
from easycare_desktop.ui.parts.lists.shown_rows import (
    GOOD,
    Decision,
    ShownRow,
    asks,
    is_mended_in_file,
    meant_by,
)
from easycare_desktop.ui.widgets import Kit, row

_OUT, _BACK = "이 줄 빼기", "다시 넣기"
_HIDDEN_OUT, _HIDDEN_BACK = "숨긴 줄 모두 빼기", "숨긴 줄 모두 다시 넣기"


class RowPresses(QWidget):
    """`beside`: tells whether the row that a row needs is taken, if it needs one."""

    def __init__(self, kit: Kit, beside: Callable[[ImportRow], bool]) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._beside = beside
        self.leave = kit.button(_OUT, "secondary", "minus", fit="row", key="F6")
        self.leave.setObjectName("lists.leave")
        self.fields = kit.button("바뀌는 칸 고르기", "secondary", "square-check", fit="row")
        self.fields.setObjectName("lists.fields")
        self.same = kit.button("같은 분입니다", "secondary", "user-check", fit="row")
        self.same.setObjectName("lists.same")
        self.other = kit.button("다른 분입니다", "secondary", "user-plus", fit="row")
        self.other.setObjectName("lists.other")
        self.hidden = kit.button(_HIDDEN_OUT, "secondary", "minus", fit="row")
        self.hidden.setObjectName("lists.hidden")
        self.why = kit.text("", "caption", wrap=True)
        self.why.setObjectName("lists.why")
        presses = row(
            *(self.same, self.other, self.leave, self.fields, self.why, self.hidden),
            margins=(14, 0, 14, 8),
            gap=8,
        )
        presses.setStretch(4, 1)
        self.setLayout(presses)

    def show_row(self, shown: ShownRow | None) -> None:
        """Offer what there is to be done with the chosen row."""
        good = shown is not None and shown.row.state in GOOD
        decision = shown.decision if shown is not None else None
        several = shown is not None and len(choosable(meant_by(shown.row, shown.decision))) > 1
        self.fields.setVisible(several)
        self.fields.setEnabled(good and decision in {Decision.TAKE, Decision.KNOWN})
        why = self._why_not(shown)
        self.leave.setEnabled(shown is not None and not why)
        self.why.setText(why)
        self.leave.setToolTip(why)
        self.leave.say(_BACK if decision is Decision.OUT else _OUT)
        known = shown is not None and shown.row.as_known is not None
        waits = shown is not None and asks(shown.row)
        self.same.setVisible(waits and known)
        self.other.setVisible(waits)
        self.same.setEnabled(decision is not Decision.KNOWN)
        self.other.setEnabled(decision is not Decision.TAKE)

    def show_hidden(self, *, there: bool, out: bool) -> None:
        """Offer to take all hidden rows out at once; `out`: they are, and may come back."""
        self.hidden.setVisible(there)
        self.hidden.say(_HIDDEN_BACK if out else _HIDDEN_OUT)

    def _why_not(self, shown: ShownRow | None) -> str:
        if shown is None:
            return ""
        if shown.row.state not in GOOD:
            more = " 파일에서 고쳐 다시 가져와 주세요." if is_mended_in_file(shown.row) else ""
            return f"가져오는 것이 없어 뺄 것도 없습니다.{more}"
        if not self._beside(shown.row):
            return f"{shown.row.needs:,}번째 줄을 빼 두어 이 줄도 함께 빠집니다."
        return ""
