"""What the files of a closing office are called, and what stands on their lists."""

from enum import Enum

from easycare_desktop.domain.handover import Receiver

HANDOVER_WORDS: dict[Enum, str] = {
    Receiver.INSURER: "국민건강보험공단",
    Receiver.SUCCESSOR: "승계하는 기관",
}
RECORDS, LOST, TABLE = "1 이관 목록표.pdf", "2 분실·훼손 목록표.pdf", "3 기록 전체.xlsx"
HASHES, HOW = "확인값(SHA-256).txt", "읽는 방법.txt"
FOLDER_OF_RECORDS = "기록"
RECORD_TITLE = "장기요양급여 제공 자료"
RECORDS_TITLE = "장기요양급여 제공 자료 이관 목록표"
LOST_TITLE = "장기요양급여 제공 자료 분실·훼손 목록표"
TABLE_TITLE = "이관 기록"
RECORD_HEADS = ("자료", "항목", "내용")
RECORDS_HEADS = ("번호", "관리번호", "수급자", "자료", "스캔", "보관", "보관 만료일", "파일")
LOST_HEADS = ("번호", "관리번호", "자료", "분실·훼손 내용")
TABLE_HEADS = ("관리번호", "수급자", "자료", "항목", "내용")
NUMBER, NAME, RECEIVER, DAY = "관리번호", "수급자", "받는 곳", "날짜"
NONE_LOST = "분실하거나 훼손된 자료가 없습니다."
NO_KEY = "열쇠가 없어 열리지 않음"
NO_SCAN = "스캔 파일이 없거나 상함"
IN_USE, APART = "이용 중", "분리보관"
WHY = "노인장기요양보험법 제36조제6항에 따라 넘기는 자료입니다."
ATTACHED = "공단에 낼 신청서(별지 제36호서식)에는 이 목록표를 붙입니다."
_HOW = """이 폴더는 {office}에서 {receiver}에 넘기는 자료입니다. ({day})

1. PDF는 인터넷 창(Edge, Chrome)이나 PDF 보기로, 엑셀 파일은 엑셀로 엽니다.
2. 열 때 암호를 묻습니다. 암호는 따로 전화로 알려 드립니다. (AES-256)
3. 「{hashes}」로 파일이 그대로인지 볼 수 있습니다.
   명령 창에서: certutil -hashfile "파일 이름" SHA256
"""


def folder_name(day: str, number: str) -> str:
    """Return the name of the folder: numbers, no names."""
    return f"폐업 이관 자료 {day} {number}"


def record_file(person_number: str) -> str:
    """Return the name of the file of one person: the number, no name."""
    return f"{FOLDER_OF_RECORDS}/기록 {person_number}.pdf"


def copy_name(people: int, records: int) -> str:
    """Return what the copy is called in the register."""
    return f"폐업 이관 자료 {people:,}명 {records:,}건"


def how_to_read(office: str, receiver: str, day: str) -> str:
    """Return the text that lies beside the files."""
    return _HOW.format(office=office, receiver=receiver, day=day, hashes=HASHES)


# Whose name a record tells where it does not tell the name of the person.
NAMED_AS = {"party_name": "계약자", "payer_name": "납부자", "holder": "예금주"}
