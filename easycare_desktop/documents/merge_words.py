"""Words about two numbers of one person: what speaks against merging them, what waits after it."""

from enum import Enum

from easycare_desktop.domain.merging import MergeObstacle

MERGE_WORDS: dict[Enum, str] = {
    MergeObstacle.SAME: "같은 번호입니다",
    MergeObstacle.KIND: "서로 다른 구분입니다",
    MergeObstacle.ENDED: "관계가 끝난 분이 있습니다",
    MergeObstacle.FROZEN: "멈추었거나 보존하는 항목이 있습니다",
    MergeObstacle.PLANNED: "파기를 기다리는 항목이 있습니다",
    MergeObstacle.SEPARATED: "분리보관한 항목이 있습니다",
    MergeObstacle.MERGED_BEFORE: "다른 번호와 합친 지 얼마 안 되었습니다",
    MergeObstacle.CONSENT: "철회한 동의로 적은 항목이 있습니다",
}


def before_merge(label: str) -> str:
    """Name what waits beside after a merge, and is not used any more."""
    return f"{label} (합치기 전 기록)"
