"""사무실 전체 파기확인서: the last paper of an office that closes, as a table of what went."""

from collections.abc import Sequence
from datetime import datetime

from easycare_desktop.documents.contents.table_paper import Align, Column, TablePaper
from easycare_desktop.documents.values import ApprovalNames, Office, PrintFacts

TITLE = "사무실 전체 파기확인서"
_PURPOSE = "폐업에 따른 파기"
_COLUMNS = (Column("항목군", 3), Column("파기한 건수", 1, Align.RIGHT))
_DONE = "완료: 이 PC와 모든 열쇠 보관처에서 지웠습니다"
_PARTLY = "일부 완료: 아래 열쇠 보관처를 더 지워야 합니다"
_ALL_KEYS = (
    "자료는 사람과 항목마다 다른 열쇠로 잠겨 있었고, 그 열쇠를 모두 지웠습니다. "
    "남은 백업 파일은 열쇠가 없어 열리지 않습니다."
)
_KEYS_HERE = (
    "자료는 사람과 항목마다 다른 열쇠로 잠겨 있었고, 이 PC의 열쇠를 모두 지웠습니다. "
    "남은 백업 파일은 아래 열쇠 보관처의 열쇠로 아직 열릴 수 있습니다."
)
_NOT_PROVED = (
    "이 확인서는 프로그램이 확인한 것만 적습니다. 손으로 베낀 것, 종이, 사진은 "
    "확인하지 못합니다. 다른 프로그램과 공단 전산망에 남은 것, 이 PC의 복원 지점과 디스크 이미지, "
    "저장 장치의 여유 영역도 확인하지 못합니다."
)
_LEFT = "지우지 못한 열쇠 보관처: {names}. 찾아서 파쇄하고 이 종이에 적어 주십시오."
_HANDED = "법에 따라 남겨야 하는 기록 {count}건을 넘긴 곳과 문서번호: {note}"


def office_destruction(
    office: Office,
    at: datetime,
    groups: Sequence[tuple[str, int]],
    *,
    people: int,
    keys_erased: int,
    places_left: Sequence[str],
    places: int,
    handed_over: tuple[int, str],
) -> TablePaper:
    """Return the paper. `handed_over`: how many records the law keeps, and where they went."""
    kept, note = handed_over
    notes = [_KEYS_HERE if places_left else _ALL_KEYS]
    if kept:
        notes.append(_HANDED.format(count=kept, note=note))
    if places_left:
        notes.append(_LEFT.format(names=", ".join(places_left)))
    above = (
        ("결과", _PARTLY if places_left else _DONE),
        ("지운 사람 수", f"{people}명"),
        ("지운 열쇠 파일", f"{keys_erased}개"),
        ("열쇠 보관처", f"{places}곳 가운데 {places - len(places_left)}곳 지움"),
        ("확인한 책임자", office.officer_name),
    )
    rows = tuple((label, f"{count}") for label, count in groups)
    return TablePaper(
        office,
        PrintFacts(office.code, at, office.officer_name, _PURPOSE),
        TITLE,
        _COLUMNS,
        rows,
        facts_above=above,
        notes=(*notes, _NOT_PROVED),
        landscape=False,
        approval=ApprovalNames(officer=office.officer_name, head=office.representative),
    )
