"""How people who were ended together are told of, and how taking that back is asked."""

from collections.abc import Callable, Mapping

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.several_endings import Ended
from easycare_desktop.ui.messages import Question
from easycare_desktop.ui.parts.shared.refused import understood

NameOf = Callable[[int], str]
_NAMED = 2


def ended_words(ended: Ended, name_of: NameOf) -> str:
    """Return how many were ended, whose day is still to come, and who was not."""
    waiting = len(ended.waiting)
    done = len(ended.cases) - waiting
    said = [f"{done:,}명을 종료하고 파기 승인을 요청했습니다."] if done else []
    if waiting:
        said.append(f"{waiting:,}명은 끝날 날을 적었습니다. 그날 「오늘」에 나타납니다.")
    return " ".join([*said, *_refused(ended.refused, name_of, "종료하지 못했습니다")])


def not_taken_back_words(refused: Mapping[int, Refusal], name_of: NameOf) -> str:
    """Return of whom the ending stands; nothing where it was taken back of everybody."""
    return " ".join(_refused(refused, name_of, "되돌리지 못했습니다"))


def taking_back_question(ended: Ended) -> Question:
    """Return the question before endings are taken back."""
    lines = (
        "파기 계획을 취소하고 다시 이용 중으로 둡니다.",
        "철회한 동의는 돌아오지 않습니다. 필요하면 다시 받아 주세요.",
        "파기가 시작된 분은 되돌리지 못합니다.",
    )
    return Question(f"{len(ended.cases):,}명의 종료를 되돌릴까요?", lines, "되돌리기")


def _refused(refused: Mapping[int, Refusal], name_of: NameOf, what: str) -> list[str]:
    shown = list(refused.items())[:_NAMED]
    said = [f"{name_of(each)}은 {what}: {understood(why)}" for each, why in shown]
    more = len(refused) - len(shown)
    return [*said, f"그 밖의 {more:,}명도 {what}."] if more else said
