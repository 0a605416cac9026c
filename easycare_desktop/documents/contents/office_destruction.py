"""사무실 전체 파기확인서: the last paper of an office that closes, as a table of what went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from easycare_desktop.documents.contents.table_paper import Align, Column, TablePaper
from easycare_desktop.documents.values import ApprovalNames, Office, PrintFacts

TITLE = "사무실 전체 파기확인서"
_PURPOSE = "폐업에 따른 파기"
_COLUMNS = (Column("항목군", 3), Column("파기한 건수", 1, Align.RIGHT))
_DONE = "완료: 이 PC와 등록된 열쇠 보관처에서 지웠습니다"
_PARTLY = "일부 완료: 아래에 적은 것이 남아 있습니다"
_NO_KEYS = (
    "자료는 사람과 항목마다 다른 열쇠로 잠겨 있었고, 이 PC와 등록된 보관처의 열쇠를 지웠습니다. "
    "기관이 아는 곳에는 남은 백업 파일을 여는 열쇠가 없습니다."
)
_KEYS_LEFT = (
    "자료는 사람과 항목마다 다른 열쇠로 잠겨 있었습니다. "
    "남은 백업 파일은 아래에 적은 곳의 열쇠로 아직 열릴 수 있습니다."
)
_NOT_PROVED = (
    "이 확인서는 프로그램이 확인한 것만 적습니다. 손으로 베낀 것, 종이, 사진은 "
    "확인하지 못합니다. 다른 프로그램과 공단 전산망에 남은 것, 이 PC의 복원 지점과 디스크 이미지, "
    "저장 장치의 여유 영역도 확인하지 못합니다."
)
_LEFT = "지우지 못한 열쇠 보관처: {names}. 찾아서 파쇄하고 이 종이에 적어 주십시오."
_STRUCK_OFF = "등록에서 뺀 보관처 {count}곳(뺀 날 {days})에 옛 열쇠가 남아 있을 수 있습니다."
_LOST = "잃어버린 보관처 {count}곳(적은 날 {days})에 옛 열쇠가 남아 있을 수 있습니다."
_PCS = "이 사무실을 쓰던 다른 PC에 열쇠가 남아 있을 수 있습니다: {names}."
_STORE = "윈도우 자격 증명에 이 사무실의 장치 열쇠가 남아 있습니다."
_DATA = "이 PC의 사무실 폴더에 자료 파일이 남아 있습니다."
_REGISTERS = "없앴다는 기록이 없는 것: {things}."
_NOBODY = "없음"
_HANDED = "법에 따라 남겨야 하는 기록 {count}건을 넘긴 곳과 문서번호: {note}"


@dataclass(frozen=True, slots=True)
class Remains:
    """What is known to remain, or may: labels of key places, days, names of PCs, counts by name.

    `store`: the device key is still in the credential store; `data`: files are still here.
    """

    places: tuple[str, ...] = ()
    struck_off: tuple[date, ...] = ()
    lost: tuple[date, ...] = ()
    pcs: tuple[str, ...] = ()
    registers: tuple[tuple[str, int], ...] = ()
    store: bool = False
    data: bool = False

    def told(self) -> list[str]:
        """Return a sentence for each thing that remains."""
        said = [_LEFT.format(names=", ".join(self.places))] if self.places else []
        for words, days in ((_STRUCK_OFF, self.struck_off), (_LOST, self.lost)):
            if days:
                said.append(words.format(count=len(days), days=", ".join(map(str, days))))
        if self.pcs:
            said.append(_PCS.format(names=", ".join(self.pcs)))
        said += [_STORE] if self.store else []
        said += [_DATA] if self.data else []
        if self.registers:
            things = ", ".join(f"{name} {count:,}건" for name, count in self.registers)
            said.append(_REGISTERS.format(things=things))
        return said

    @property
    def keys(self) -> bool:
        """Tell whether keys may remain that open backups."""
        return bool(self.places or self.struck_off or self.lost or self.pcs)


@dataclass(frozen=True, slots=True)
class ClosedBy:
    """Who closed the office, and who agreed; empty where nobody did."""

    name: str
    agreed: str = ""


def office_destruction(
    office: Office,
    at: datetime,
    groups: Sequence[tuple[str, int]],
    *,
    people: int,
    files_erased: int,
    places: int,
    handed_over: tuple[int, str],
    by: ClosedBy,
    remains: Remains,
) -> TablePaper:
    """Return the paper. `handed_over`: how many records the law keeps, and where they went.

    It says 완료 only where nothing is known to remain.
    """
    kept, note = handed_over
    told = remains.told()
    notes = [_KEYS_LEFT if remains.keys else _NO_KEYS, *told]
    notes += [_HANDED.format(count=kept, note=note)] if kept else []
    above = (
        ("결과", _PARTLY if told else _DONE),
        ("지운 사람 수", f"{people}명"),
        ("지운 열쇠·잠금 파일", f"{files_erased}개"),
        ("열쇠 보관처", f"등록된 {places}곳 가운데 {places - len(remains.places)}곳 지움"),
        ("파기한 사람", by.name),
        ("확인한 사람", by.agreed or _NOBODY),
    )
    return TablePaper(
        office,
        PrintFacts(office.code, at, by.name, _PURPOSE),
        TITLE,
        _COLUMNS,
        tuple((label, f"{count}") for label, count in groups),
        facts_above=above,
        notes=(*notes, _NOT_PROVED),
        landscape=False,
        approval=ApprovalNames(officer=by.name, head=office.representative),
    )
