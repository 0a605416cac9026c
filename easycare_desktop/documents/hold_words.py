"""Words for what a legal hold kept beyond its time, and that has gone since."""

from collections.abc import Sequence

HOLD_OVER = "분쟁보존이 끝났습니다."
HELD = "분쟁보존(책임자 결정)"


def held_reason(reason: str, until: str, causes: Sequence[str]) -> str:
    """Say until when a legal hold kept something, and what was first to let it go."""
    if causes:
        first = f"처음 사유: {', '.join(causes)}"
        return f"{reason}({until}) · {first}" if until else f"{reason} · {first}"
    return f"{reason} · {until}까지 분쟁보존" if until else reason
