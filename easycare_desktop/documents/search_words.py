"""Words for a search: what was looked for, what could not be read, who closed what was left."""

from easycare_desktop.documents.contents.destruction_certificate import DestructionCertificate

KINDS = {
    "name": "성명",
    "phone": "전화",
    "address": "주소",
    "email": "전자우편",
    "account": "계좌",
    "number": "인정번호·식별번호",
    "birth": "생년월일",
    "text": "적은 글",
}
_NARROW = "생년월일과 적은 글은 설정과 기록 파일에서만, 긴 글은 임시 폴더에서도 찾았습니다."
SEARCH_CLOSED = "찾기에서 남은 것은 책임자가 답하였습니다(4번)."
_PICTURES = "사진과 그림 속 글자는 찾지 못합니다."


def place_words(place: str, unread: int) -> str:
    """Return where was searched, and how many files could not be read there."""
    return f"{place} (읽지 못한 파일 {unread:,}개)" if unread else place


def open_searches(value: DestructionCertificate) -> list[str]:
    """Return what the search left open."""
    points = [] if value.searches else ["잔존 검색을 하지 않음"]
    for line in value.searches:
        points += [f"{line.place}: {line.found}건 남음"] if line.found else []
        points += [place_words(line.place, line.unread)] if line.own and line.unread else []
    return points


def told_of_search(value: DestructionCertificate) -> list[str]:
    """Return what is said beneath the table of what was searched."""
    said = []
    if value.searched_for:
        said = [f"찾은 값: {', '.join(value.searched_for)}. {_PICTURES}"]
        narrow = {KINDS["birth"], KINDS["text"]} & set(value.searched_for)
        said += [_NARROW] if narrow else []
    return said + ([f"책임자 확인: {value.search_closed}"] if value.search_closed else [])


def closed_words(reason: str, name: str, day: str) -> str:
    """Say why an officer closed what a search left open, who and when."""
    return f"{reason} ({name}, {day})"
