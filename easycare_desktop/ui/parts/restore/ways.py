"""The two ways of the window of restoring; each keeps one name from the first step to the last."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """`word` is its name: the window, the last step and the last press say it."""

    word: str
    window: str
    chosen: str
    working: str
    failed: str


HERE = Way(
    word="되살리기",
    window="백업에서 되살리기",
    chosen="되살릴 백업",
    working="되살리고 있습니다. 끄지 마세요.",
    failed="되살리지 못했습니다",
)
THERE = Way(
    word="옮겨 오기",
    window="다른 PC에서 옮겨 오기",
    chosen="옮겨 올 백업",
    working="옮겨 오고 있습니다. 끄지 마세요.",
    failed="옮겨 오지 못했습니다",
)
