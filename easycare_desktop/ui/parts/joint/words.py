"""What is said of several plans: the ways, the last question, and what came of them."""

from collections.abc import Callable, Sequence

from easycare_desktop.domain.destruction import PlanUnfinishedError
from easycare_desktop.domain.joint_approval import Way
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.joint_approval import WaitingPlan
from easycare_desktop.services.joint_run import JointResult
from easycare_desktop.ui.messages import Question
from easycare_desktop.ui.parts.shared.refused import understood

WAYS = {
    Way.OWN: "지금 계정으로 승인",
    Way.IN_PLACE: "책임자 아이디로 승인",
    Way.NOTE: "사유 적고 하루 기다리기",
    Way.CARRY_OUT: "승인한 것 파기하기",
}
_NAMED = 3


def one_by_one_words(count: int) -> str:
    """Say that some wait that are not approved together with others."""
    return f"「잘못 적음」 {count:,}건은 뺐습니다. 한 건씩 확인하고 승인합니다."


def keys_of(plans: Sequence[WaitingPlan]) -> int:
    """Return how many keys end."""
    return sum(len(each.plan.doomed) for each in plans)


def last_question_of(plans: Sequence[WaitingPlan]) -> Question:
    """Return the question before plans that were approved are carried out."""
    lines = (f"열쇠 {keys_of(plans)}개를 없앱니다.", "이 프로그램에서는 되돌릴 수 없습니다.")
    return Question(f"{len(plans):,}건을 지금 파기할까요?", lines, "파기하기", danger=True)


def outcome_words(result: JointResult, number_of: Callable[[int], str]) -> tuple[str, ...]:
    """Return line by line what was destroyed, what is left of it, and what was not reached."""
    partly = len(result.results) - len(result.done)
    lines = [f"{len(result.done):,}건을 파기했습니다."] if result.done else []
    if partly:
        lines.append(
            f"{partly:,}건은 일부 완료입니다. 남은 것을 마치고 「다시 확인」을 눌러 주세요."
        )
    for plan_id, error in list(result.failed.items())[:_NAMED]:
        lines.append(_failed(number_of(plan_id), error))
    more = len(result.failed) - _NAMED
    if more > 0:
        lines.append(f"그 밖의 {more:,}건도 파기하지 못했습니다.")
    if result.unreached:
        left = len(result.unreached)
        lines.append(f"{left:,}건은 시작하지 않았습니다. 승인한 그대로이고, 이어서 할 수 있습니다.")
    return tuple(lines)


def _failed(number: str, error: Exception) -> str:
    if isinstance(error, PlanUnfinishedError):
        return understood(error)
    why = understood(error) if isinstance(error, Refusal) else "예상하지 못한 일이 생겼습니다."
    return f"{number}: 파기하지 못했습니다. {why}"


def printing_question(title: str, lines: tuple[str, ...], count: int) -> Question:
    """Return what is asked once several were destroyed: whether to print all certificates."""
    asked = f"파기확인서 {count:,}부를 함께 인쇄할 수 있습니다."
    return Question(title, (*lines, asked), "함께 인쇄하기", "나중에 하기")
