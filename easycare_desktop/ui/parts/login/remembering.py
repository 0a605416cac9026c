"""After the first login: whether this PC keeps office code and login."""

from easycare_desktop.system.settings import Remember
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.shared.own_settings import OwnSettings

_ASK = Question(
    "시설코드와 아이디를 이 PC에 기억할까요?",
    ("비밀번호는 기억하지 않습니다.", "저장한 것은 「설정」에서 보고 바로 지울 수 있습니다."),
    yes="기억하기",
    no="저장 안 함",
)


def keep_or_ask(own: OwnSettings, messages: Messages, code: str, login: str) -> None:
    """Keep both as the person chose before; where nothing was chosen yet, ask."""
    if own.now.remembers is Remember.NEVER or own.holds(code, login):
        return
    if own.now.remembers is not Remember.ASK or messages.confirm(_ASK):
        own.keep_login(code, login)
