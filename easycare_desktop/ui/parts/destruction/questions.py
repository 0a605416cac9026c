"""What is asked before a plan is dropped, and before one that was approved is carried out."""

from easycare_desktop.ui.messages import Question

CANCEL_PLAN = Question(
    "이 파기 계획을 취소할까요?",
    (
        "아무것도 지우지 않고 계획만 취소합니다.",
        "신청서가 있으면 처리를 다시 정할 수 있습니다.",
        "동의를 철회한 자료는 「오늘」에 다시 나타납니다.",
    ),
    "계획 취소하기",
    "그대로 두기",
)


def last_question(keys: int) -> Question:
    """Return the question before the last press."""
    lines = (f"열쇠 {keys}개를 없앱니다.", "이 프로그램에서는 되돌릴 수 없습니다.")
    return Question("지금 파기할까요?", lines, "파기하기", danger=True)
