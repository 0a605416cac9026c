"""Ties somebody who is registered already to a recipient as a guardian, and says so."""

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.people import PeopleService
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell


def tie_guardian(
    people: PeopleService, messages: Messages, recipient_id: int, guardian_id: int
) -> bool:
    """Tie, and say it or why not; tell whether it was done."""
    try:
        people.link_guardian(recipient_id, guardian_id)
    except Refusal as refusal:
        tell(messages, "보호자로 잇지 못했습니다", refusal)
        return False
    messages.toast("이미 등록된 분을 보호자로 연결했습니다")
    return True
