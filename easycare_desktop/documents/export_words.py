"""What a list that goes out is called: on its sheet, in the register of copies, on the screen."""

from collections.abc import Sequence
from enum import Enum

from easycare_desktop.domain.exporting import ExportPurpose

EXPORT_WORDS: dict[Enum, str] = {
    ExportPurpose.REVIEW: "기관 안의 점검",
    ExportPurpose.AUTHORITY: "공단·감독기관 제출",
    ExportPurpose.ACCOUNTING: "세무·노무 대리인",
    ExportPurpose.CARE_PROGRAM: "업무 프로그램에 옮기기",
    ExportPurpose.CONTACT: "연락·우편물",
    ExportPurpose.OTHER: "그 밖의 일",
}
NUMBER = "관리번호"
FIRST_GUARDIAN = "첫째 보호자"
_COVERED = "주민등록번호(뒤 여섯 자리는 가림)"
_MOST = 380


def list_title(kind: str) -> str:
    """Return the title of a list of this kind of person."""
    return f"{kind} 목록"


def copy_name(kind: str, count: int) -> str:
    """Return what the copy is called in the register: numbers, no names."""
    return f"엑셀로 내보낸 {kind} 목록 {count:,}명"


def rejects_name(kind: str, count: int) -> str:
    """Return what the copy of rows that could not be brought in is called in the register."""
    return f"{kind} 목록에서 가져오지 못한 {count:,}줄"


def contents(titles: Sequence[str]) -> str:
    """Return which columns a list has, as long as there is room."""
    said = ", ".join(titles)
    return said if len(said) <= _MOST else f"{said[:_MOST]} 외"


def rejects_contents(labels: Sequence[str], others: int, *, resident: bool) -> str:
    """Return what such rows carry: fields that are known, and how many columns beside them."""
    said = [*labels]
    if resident:
        said.append(_COVERED)
    if others:
        said.append(f"그 밖의 칸 {others:,}개")
    return contents(said)


def why(purpose: str, reason: str) -> str:
    """Return purpose and reason in one line."""
    return f"{purpose}: {reason}"
