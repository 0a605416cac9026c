"""Words for what a plan left as it was: what a legal hold keeps, and what is still in use."""

from datetime import date

from easycare_desktop.documents.hold_words import HELD

HELD_SINCE = "분쟁보존을 건 날"
HELD_PLACE = "이 PC (쓰지 않고 그대로 둠)"
COPY, COPY_NOT_GIVEN = "기록 사본", "드리지 못하였습니다."
WAITS = "파기를 기다림"


def held_by(article: str = "", stays: date | None = None) -> str:
    """Say what keeps something that is held; `article`: of law that keeps it afterwards."""
    if not article or stays is None:
        return HELD
    return f"{HELD}, 그 뒤 {stays:%Y-%m-%d}까지 {article}"


def why_held(until: date | None) -> str:
    """Say why something is held, and until when."""
    end = f"{until:%Y-%m-%d}까지 " if until else ""
    return f"분쟁보존: 다툼에 필요하여 보호책임자가 {end}지우지 않고 두기로 하였습니다."


def held_count(count: int) -> str:
    """Say how many items a hold kept from being destroyed."""
    return f"분쟁보존한 항목 {count:,}가지는 파기하지 않고 남겼습니다."


def mentions_stay(count: int) -> str:
    """Say that what stands in the data of others was left there."""
    return f"다른 자료에 적힌 {count:,}건은 지우지 않았습니다."


def mentions_listed(count: int) -> str:
    """Say the same among what is not proved, and who has the list."""
    return f"다른 자료에 적힌 {count:,}건 (지우지 않고 책임자 화면에 목록으로 보임)"


def rest_words(count: int) -> str:
    """Say that everything else stays as it was."""
    return f"이번 파기에 들지 않은 나머지 항목 {count:,}가지는 지우지 않고 그대로 두었습니다."
