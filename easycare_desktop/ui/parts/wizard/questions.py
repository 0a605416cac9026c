"""What the first run asks before it is given up."""

from easycare_desktop.ui.messages import Question

GIVE_UP = Question(
    "새 사무실 만들기를 그만둘까요?",
    ("적은 내용은 어디에도 남지 않습니다.", "만든 비상 열쇠 종이가 있으면 파쇄해 주세요."),
    yes="그만두기",
    no="계속 만들기",
    danger=True,
)
