"""Taking back twins that were noted by mistake: asked for a reason where a destruction waits."""

from collections.abc import Sequence

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.registers import Twin
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell

TITLE = "서류·사본 연결 풀기"
WHICH = "잘못 적은 것은 무엇인가요?"
_WHY = "왜 푸나요? 파기확인서에 그대로 적힙니다."
_HINT = "예: 다른 분의 서류함을 잘못 골랐음"


def drop_twins(services: Services, messages: Messages, twins: Sequence[Twin]) -> None:
    """Take twins back; nothing changes where no reason is given."""
    registers, reason = services.registers, ""
    if any(map(registers.is_counted_on, twins)):
        said = messages.ask_text(TITLE, _WHY, hint=_HINT)
        if said is None:
            return
        reason = said
    try:
        for twin in twins:
            registers.drop_twin(twin, reason)
    except Refusal as refusal:
        tell(messages, "풀지 못했습니다", refusal)
