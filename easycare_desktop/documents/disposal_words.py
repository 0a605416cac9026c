"""Words for paper and copies: how they went, what of them law keeps, what was named wrongly."""

UNWITNESSED = "입회자·사진 없음"


def dropped_twin(reason: str) -> str:
    """Say that a paper or copy was named by mistake, in the words of whoever took it back."""
    return f"잘못 적은 것이라 뺌: {reason}"


def kept_original(label: str, count: int, until: str, article: str) -> str:
    """Say what law keeps of the paper in a box, of how many people and until when."""
    end = f"{until}까지" if until else "아직 끝나지 않음"
    return " · ".join(filter(None, (f"{label} {count:,}명", end, article)))


def moved_original(number: str) -> str:
    """Say into which box the originals of it went."""
    return f"서류함 {number}에 옮겨 보관함"
