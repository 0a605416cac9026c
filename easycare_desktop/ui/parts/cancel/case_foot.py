"""The foot of a case: one main button, and what its press does not do yet."""

from datetime import date

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.request_days import ends_on, waits
from easycare_desktop.domain.requests import Request, RequestState
from easycare_desktop.ui.parts.cancel.case_correcting import can_correct
from easycare_desktop.ui.parts.cancel.case_head import FORM, JUDGE, RESULT, SETTLE, STEPS, VERIFY
from easycare_desktop.ui.parts.cancel.case_words import (
    JOINS,
    JUDGE_NOTES,
    NOBODY_TO_TELL,
    REQUEST_APPROVAL,
)
from easycare_desktop.ui.widgets import Kit, column

_NOTES = {
    FORM: "칸을 다 채우지 않아도 임시 보관됩니다.",
    VERIFY: "확인한 것만 적습니다. 사본은 꼭 필요할 때만 받으세요.",
    SETTLE: "정산과 자료를 마친 뒤에 보유할 것을 정합니다.",
}
_LAST = {
    RequestState.DECIDED: ("파기 화면으로 가기", "두 번째 분이 그 화면에서 승인합니다."),
    RequestState.CARRIED_OUT: ("통지했다고 적기", "통지서를 드리거나 보낸 뒤에 눌러 주세요."),
}
_CAN_GIVE_UP = {
    RequestState.TAKEN,
    RequestState.VERIFIED,
    RequestState.SETTLED,
    RequestState.DECIDED,
}


class CaseFoot(QWidget):
    """Buttons are public; the case connects them."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.next = kit.button("다음", "primary")
        self.previous = kit.button("이전", icon="chevron-left")
        self.give_up = kit.button("접수 그만두기")
        self.correct = kit.button("고치기", icon="pencil")
        self.back = kit.button("목록으로", "quiet", "arrow-left", key="Esc")
        for name in ("next", "previous", "give_up", "correct", "back"):
            getattr(self, name).setObjectName(f"cancel.{name}")
        others = [self.give_up, self.correct, self.previous]
        self.bar = kit.foot(self.next, others=others, quiet=[self.back], note=_NOTES[FORM])
        self.setLayout(column(self.bar, gap=0))

    def show_step(
        self,
        shown: int,
        now: int,
        request: Request | None,
        today: date,
        *,
        press: str = REQUEST_APPROVAL,
    ) -> None:
        """Word the buttons for the step shown, while the case waits at `now`.

        `press`: what the main button says of the judgement.
        """
        here = shown == now
        self.correct.setVisible(can_correct(request, shown, now))
        self.previous.say("이전")
        words = press if shown == JUDGE else ""
        note = _NOTES.get(shown, "") if here else "이미 적은 것입니다."
        if here and shown == JUDGE:
            note = JUDGE_NOTES[press]
        if shown < RESULT and not (here and words):
            words = f"다음: {STEPS[shown + 1]}"
        elif shown == RESULT and request is not None:
            words, note = _LAST.get(request.state, ("", ""))
            if not request.with_form and request.state is RequestState.CARRIED_OUT:
                words, note = "", NOBODY_TO_TELL
        served = press != JOINS
        early = request is not None and waits(request, today, served=served)
        early = early and shown == now == JUDGE
        if early and request is not None:
            day = ends_on(request)
            note = f"{day.month}월 {day.day}일부터 요청할 수 있습니다. 그때까지 그대로 씁니다."
        self.bar.say(note)
        self.next.setEnabled(not early)
        self.next.setVisible(bool(words))
        self.next.say(words)
        self.previous.setVisible(shown > FORM and request is not None)
        can_give_up = request is None or request.state in _CAN_GIVE_UP
        self.give_up.setVisible(here and can_give_up)
        self.give_up.say("접수 그만두기" if request is None else "신청 취소하기")

    def show_correcting(self) -> None:
        """Word the buttons while an earlier step is corrected."""
        self.bar.say("이전 값과 고친 사유는 이력에 남습니다.")
        self.next.setEnabled(True)
        self.next.setVisible(True)
        self.next.say("고친 것 적기")
        self.previous.setVisible(True)
        self.previous.say("고치지 않기")
        self.correct.setVisible(False)
        self.give_up.setVisible(False)
