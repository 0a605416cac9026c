"""After the first login: whether this PC keeps office code and login."""

from easycare_desktop.system.settings import Remember
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.shared.own_settings import OwnSettings
from easycare_desktop.ui.parts.shared.remember_words import ASKED, LEFT_OUT

_ASK = Question(
    ASKED,
    (LEFT_OUT, "저장하면 다음부터 미리 적혀 있고, 저장하지 않으면 다음에 또 여쭙니다."),
    yes="저장하기",
    no="이번에는 저장 안 함",
)


def keep_or_ask(own: OwnSettings, messages: Messages, code: str, login: str) -> None:
    """Keep both as the person chose before; where nothing was chosen yet, ask."""
    if own.now.remembers is Remember.NEVER or own.holds(code, login):
        return
    if own.now.remembers is not Remember.ASK or messages.confirm(_ASK):
        own.keep_login(code, login)
