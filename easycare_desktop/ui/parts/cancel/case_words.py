"""What the program asks before a case is given up, and what it says after a decision."""

from easycare_desktop.domain.people import Person, PersonState
from easycare_desktop.services.decisions import Decision
from easycare_desktop.services.judgement import Judgement
from easycare_desktop.ui.messages import Question

NOBODY_TO_TELL = "신청서 없이 끝나 통지할 분이 없습니다."
TAKE_BACK = Question(
    "신청을 취소할까요?",
    (
        "신청하신 분이 마음을 바꾸셨을 때 누릅니다.",
        "아무것도 지우지 않고 이용 중으로 돌아갑니다.",
    ),
    "신청 취소하기",
)
DROP_FORM = Question(
    "이 신청서를 그만둘까요?", ("적던 것과 임시 보관한 것이 없어집니다.",), "그만두기"
)
REQUEST_APPROVAL = "파기 승인 요청하기"
WITHDRAWS = "동의 철회하기"
JOINS = "종료로 처리하기"
JUDGE_NOTES = {
    REQUEST_APPROVAL: "눌러도 아직 아무것도 지워지지 않습니다. 승인을 거칩니다.",
    WITHDRAWS: "지울 자료가 없습니다. 누르면 동의를 철회한 것으로 적습니다.",
    JOINS: "이미 종료한 분입니다. 그 종료로 처리하고 결과를 알립니다.",
}
"""What the main button of the judgement says, and the note beside it."""
ASKED = "파기 승인을 요청했습니다. 아직 아무것도 지우지 않았습니다."
JOINED = "이미 진행한 종료로 처리했습니다. 결과를 신청인께 알려 주세요."
WITHDRAWN = "동의를 철회한 것으로 적었습니다. 지울 자료는 없었습니다."


def press_of(judgement: Judgement, person: Person | None) -> str:
    """Return what the main button of a judgement says."""
    if person is not None and person.state is not PersonState.ACTIVE:
        return JOINS
    return REQUEST_APPROVAL if judgement.items else WITHDRAWS


def said_of(decision: Decision) -> str:
    """Return what is said after a decision."""
    if decision.plan is None:
        return WITHDRAWN
    return ASKED if decision.plan.request_id == decision.request.id else JOINED
