"""The steps of relation A after the form: sent to the program's maker, and what came back."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.evidence import Evidence, read_evidence_file
from easycare_desktop.services.vendor_requests import VendorAnswer
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import DateField, Kit, card, column, row


class SendStep(QWidget):
    """Print, sign, send; `print_wanted()`."""

    print_wanted = Signal()

    def __init__(self, kit: Kit, days: DayReader) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._days = days
        self.sent_on = kit.date_field("보낸 날", days.read, required=True)
        self.sent_on.control.setObjectName("cancel.sent_on")
        self.print_button = kit.button("신청서 인쇄", icon="printer")
        self.print_button.setObjectName("cancel.print_vendor_form")
        self.print_button.clicked.connect(self.print_wanted)
        grid = kit.form(3)
        grid.add(self.sent_on)
        body = card(
            kit.text("신청서를 인쇄해 업체에 보냅니다", "lead"),
            kit.text("대표자가 서명한 뒤 우편이나 팩스로 보내 주세요.", wrap=True),
            row(self.print_button, None),
            grid,
            None,
        )
        self.setLayout(column(body, None, gap=0))

    def begin(self) -> None:
        """Start with today."""
        self.sent_on.control.setText(self._days.read("+0").isoformat())
        self.sent_on.clear()

    def read(self) -> date | None:
        """Return the day, or show what is wrong."""
        return read_day(self.sent_on, self._days)


class AnswerStep(QWidget):
    """What the maker answered, with a scan of its certificate."""

    def __init__(self, kit: Kit, days: DayReader, messages: Messages) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._days, self._messages = days, messages
        self._paper: Evidence | None = None
        self.answered_on = kit.date_field("답변받은 날", days.read, required=True)
        self.number = kit.text_field("업체의 파기확인서 번호")
        self.note = kit.text_field("답변 내용", hint="예: 우리 자료를 모두 파기했다고 함")
        self.attach = kit.button("파기확인서 스캔 붙이기", icon="scan-line")
        self._attached = kit.text("아직 붙이지 않았습니다.", wrap=True)
        self.attach.clicked.connect(self._attach)
        for name in ("answered_on", "number", "note"):
            getattr(self, name).control.setObjectName(f"cancel.{name}")
        self.attach.setObjectName("cancel.attach")
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        grid = kit.form(3)
        grid.add(self.answered_on, self.number, self.note)
        law = "업체는 우리 자료를 맡아 처리한 곳입니다. 파기했다는 확인서를 받아 두세요."
        body = card(
            kit.text("업체의 답변을 적어 둡니다", "lead"),
            kit.banner("info", "개인정보 보호법 제26조", law),
            grid,
            row(self.attach, self._attached, gap=12),
            None,
        )
        self.setLayout(column(body, None, gap=0))

    def begin(self) -> None:
        """Start with today and nothing attached."""
        self._paper = None
        self._attached.setText("아직 붙이지 않았습니다.")
        self.answered_on.control.setText(self._days.read("+0").isoformat())
        for field in (self.number, self.note):
            field.control.clear()

    def read(self) -> VendorAnswer | None:
        """Return the answer, or show what is wrong."""
        day = read_day(self.answered_on, self._days)
        if day is None:
            return None
        number, note = self.number.control.text(), self.note.control.text()
        return VendorAnswer(day, number, note, self._paper)

    @Slot()
    def _attach(self) -> None:
        path = self._messages.choose_file("파기확인서 스캔", "PDF·그림 (*.pdf *.png *.jpg *.jpeg)")
        if path is None:
            return
        try:
            self._paper = read_evidence_file(path)
        except Refusal as refusal:
            tell(self._messages, "붙이지 못했습니다", refusal)
            return
        size = max(1, len(self._paper.content) // 1024)
        self._attached.setText(f"한 장 붙였습니다 ({size:,} KB).")


def read_day(field: DateField, days: DayReader) -> date | None:
    """Return the day typed into a field, or show under it what is wrong."""
    try:
        return days.read(field.control.text())
    except Refusal as refusal:
        field.set_error(understood(refusal))
        field.control.setFocus()
        return None
