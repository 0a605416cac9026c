"""Step 2: how it was checked who applied."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.requests import PROOFS_NEEDED, Proof, RequestDetails, Verification
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import understood
from easycare_desktop.ui.widgets import Kit, card, column, row
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.particles import the_object

_HINTS = {
    Capacity.SELF: "본인 얼굴과 서류를 맞추어 보거나, 등록된 번호로 다시 전화해 주세요.",
    Capacity.HEAD: "대표자 본인인지 맞추어 보거나, 등록된 번호로 다시 전화해 주세요.",
    Capacity.AGENT: "자녀도 위임장이 있어야 합니다.",
    Capacity.LEGAL_GUARDIAN: "자녀라고 해서 법정대리인은 아닙니다.",
    Capacity.PARENT_OF_MINOR: "부모와 자녀 사이인지 서류로 확인해 주세요.",
}


class VerifyStep(QWidget):
    """Ticks for the papers that were seen; `edited()` at each change.

    `supplement_wanted()`: something is missing and has to be asked for.
    """

    edited = Signal()
    supplement_wanted = Signal()

    def __init__(self, kit: Kit, days: DayReader) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._days, self._filling = days, False
        self.who = kit.pair("신청인")
        self.capacity = kit.pair("자격")
        self.phone = kit.pair("연락처")
        self.needed = kit.banner("info", "", "")
        self.proofs = {proof: kit.check(label(proof)) for proof in Proof}
        self.checked = kit.date_field("확인한 날", days.read, required=True)
        self.note = kit.text_field("확인 메모", hint="예: 신분증 사본의 뒷자리를 가렸음")
        self.ask = kit.button("모자라면 보완 요청하기", "secondary", "mail", fit="row")
        self.ask.setObjectName("cancel.supplement")
        self.ask.clicked.connect(self.supplement_wanted)
        self.checked.control.setObjectName("cancel.checked_on")
        self.note.control.setObjectName("cancel.check_note")
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        people = kit.form(3)
        people.add(self.who, self.capacity, self.phone)
        papers = kit.form(3)
        for proof, tick in self.proofs.items():
            tick.setObjectName(f"cancel.proof.{proof.value}")
            tick.toggled.connect(self._tell)
            papers.add(tick)
        last = kit.form(3)
        last.add(self.checked)
        last.add(self.note, span=2)
        for field in (self.checked, self.note):
            field.control.live_text_changed.connect(self._tell)
        heading = kit.text("무엇으로 확인하셨나요?", "lead")
        asking = row(heading, None, self.ask)
        body = card(people, self.needed, asking, papers, last, None, gap=14)
        self.setLayout(column(body, None, gap=0))

    def begin(self, details: RequestDetails, draft: Mapping[str, str]) -> None:
        """Turn to a request, with what was kept of an unfinished check."""
        self._filling = True
        applicant = details.applicant
        relation = f" ({applicant.relation})" if applicant.relation else ""
        self.who.say(applicant.name + relation)
        self.capacity.say(label(applicant.capacity))
        self.phone.say(applicant.phone)
        needed = [label(proof) for proof in Proof if proof in PROOFS_NEEDED[applicant.capacity]]
        listed = " · ".join(needed)
        one = f"{the_object(listed)} 확인합니다."
        title = f"{listed} 가운데 하나를 확인합니다." if len(needed) > 1 else one
        self.needed.say("info", title, _HINTS[applicant.capacity])
        ticked = draft.get("proofs", "").split(",")
        for proof, tick in self.proofs.items():
            tick.setChecked(proof.value in ticked)
        self.checked.control.setText(draft.get("checked") or self._days.read("+0").isoformat())
        self.checked.clear()
        self.note.control.setText(draft.get("note", ""))
        self._filling = False

    def typed(self) -> dict[str, str]:
        """Return everything as it stands."""
        return {
            "proofs": ",".join(p.value for p, tick in self.proofs.items() if tick.isChecked()),
            "checked": self.checked.control.live_text(),
            "note": self.note.control.live_text(),
        }

    def read(self) -> Verification | None:
        """Return the verification; show what is wrong and return None otherwise."""
        try:
            typed = self.checked.control.text().strip()
            if not typed:
                raise RequiredMissingError("checked_on")
            day = self._days.read(typed)
        except Refusal as refusal:
            self.checked.set_error(understood(refusal))
            self.checked.control.setFocus()
            return None
        proofs = tuple(proof for proof, tick in self.proofs.items() if tick.isChecked())
        return Verification(proofs, day, self.note.control.text().strip())

    @Slot()
    def _tell(self) -> None:
        if not self._filling:
            self.edited.emit()
