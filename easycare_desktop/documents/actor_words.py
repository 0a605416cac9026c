"""Words for who acted in a destruction, and for how a check ended."""

RUN, APPROVE, VERIFY = "수행자", "승인자", "확인자"
NOBODY_VERIFIED = "확인한 사람 없음"
CHECK_BROKEN = "실패"


def acted_alone(note: str) -> str:
    """Say that somebody approved the own plan, and what was written about it."""
    return f"혼자 처리함: {note}" if note else "혼자 처리함"
