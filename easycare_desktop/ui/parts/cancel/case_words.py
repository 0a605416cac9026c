"""What the program asks before a case is given up, and what it says after a decision."""

from easycare_desktop.ui.messages import Question

TAKE_BACK = Question(
    "신청을 거둘까요?",
    (
        "신청하신 분이 마음을 바꾸셨을 때 누릅니다.",
        "아무것도 지우지 않고 이용 중으로 돌아갑니다.",
    ),
    "신청 거두기",
)
DROP_FORM = Question(
    "이 신청서를 그만둘까요?", ("적던 것과 임시 보관한 것이 없어집니다.",), "그만두기"
)
ASKED = "파기 승인을 요청했습니다. 아직 아무것도 지우지 않았습니다."
WITHDRAWN = "동의를 거둔 것으로 적었습니다. 지울 자료는 없었습니다."
