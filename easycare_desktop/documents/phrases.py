"""Sentences that several papers say about recorded facts."""

from datetime import date, datetime

ATTEMPT_FAILED = (
    "새 열쇠 세대로 바꾸기 전에 멈추었습니다. 지운 것이 없고, 자료는 전과 같이 그대로 있습니다."
)
CHECK_FAILED = "열쇠는 새 세대로 바꾸었으나 확인이 맞지 않습니다. 책임자가 원인을 살피고 있습니다."
KEY_ENDED = "암호 열쇠를 없앰(열쇠 파기)"
SEPARATED_PLACE = "이 PC의 분리보관 파일"
WITH_PURPOSE = "목적을 다하면 파기"
IN_USE_PLACE = "이 PC의 이용 중 자료"
PURPOSE_DONE = "목적을 다했습니다."
CONSENT_WITHDRAWN = "동의를 철회하셨습니다."
CONSENT_OVER = "동의하신 기간이 끝났습니다."
PERIOD_OVER = "보유기간이 끝났습니다."
CARE_PROGRAM_NOTE = "업무 프로그램과 공단 전산망의 자료는 각 기관이 따로 관리합니다."
DESTRUCTION_ARTICLE = "개인정보 보호법 제21조제1항"
ADDRESS, PHONE, FAX, EMAIL = "주소", "전화", "팩스", "전자우편"
BUSINESS_NUMBER = "사업자등록번호"
PROGRAM = "이지케어 데스크톱"
COVERED_CHANGED = "(가린 자리 바뀜)"
BACK_CHANGED = "(뒷자리 바뀜)"
CONSENT_RETURN = (
    "동의는 언제든지 철회하실 수 있습니다. 「이지케어 서비스 이용취소 신청서」를 내시거나 "
    "개인정보 보호책임자에게 전화 또는 서면으로 말씀해 주십시오."
)
SEARCH_PLACES = {
    "office_pages": "이용 중인 자료(풀어 본 내용)",
    "separated_pages": "분리보관(풀어 본 내용)",
    "drafts_pages": "임시 보관(풀어 본 내용)",
    "key_pages": "열쇠 파일(풀어 본 내용)",
    "saved_files": "저장한 문서와 표",
    "temporary_files": "임시 폴더",
    "office_files": "사무실 폴더의 모든 파일",
    "settings_and_logs": "설정과 기록 파일",
    "drafts": "임시 보관",
}
OPEN_POINTS = {
    "outside": "프로그램 밖의 사본을 아직 확인하지 않았습니다.",
    "twin": "종이나 바깥 사본을 없앴다는 기록이 아직 없습니다.",
    "place": "열쇠 보관처 한 곳을 아직 새로 바꾸지 못했습니다.",
    "pc": "전에 쓰던 다른 PC에 옛 열쇠가 아직 남아 있습니다.",
    "no_place": "등록한 열쇠 보관처가 없어 보관처를 확인하지 못했습니다.",
    "old_generation": "이 PC의 옛 열쇠 파일을 아직 다 지우지 못했습니다.",
    "living": "남아 있는 자료 가운데 열리지 않는 것이 있습니다.",
    "rows": "지워야 할 기록이 남아 있습니다.",
    "keys": "없애야 할 열쇠가 남아 있습니다.",
    "search": "프로그램이 멈춰 남은 흔적을 찾아보지 못했습니다.",
    "unread": "찾아볼 수 없는 파일이 있습니다.",
    "found": "흔적이 발견된 곳이 있습니다.",
    "control": "찾기가 제대로 되는지 확인하지 못했습니다.",
}
DESTROYED = "파괴(Destroy) · NIST SP 800-88"
PURGED = "소거(Purge) · NIST SP 800-88"
CLEARED = "지움(Clear) · NIST SP 800-88"
METHOD_CLASSES = {"degaussed": PURGED, "deleted": CLEARED}
DISPOSAL_TITLE = "출력물·저장매체 파기대장"
DISPOSAL_COLUMNS = ("번호", "일시", "대상", "방법", "파기한 곳", "수행자", "입회·확인")
TICKED = {"none": "남은 사본이 없음", "cleared": "없앰", "open": "확인하지 않음"}
TICKED_BEFORE = {
    "none": "사본이 없음을 확인함",
    "cleared": "사본을 이미 없앴음을 확인함",
    "open": "아직 확인하지 않음",
}


def stay_sentence(article: str, event: str, counted_from: date, until: date) -> str:
    """Say in one sentence why something stays and until when."""
    return (
        f"{article}에 따라 {event}({counted_from:%Y-%m-%d})부터 세어 "
        f"{until:%Y-%m-%d}까지 따로 보관합니다."
    )


def fingerprint_words(certificate: str) -> str:
    """Return a fingerprint in hex as groups of eight, to be read aloud and compared."""
    capital = certificate.upper()
    return " ".join(capital[start : start + 8] for start in range(0, len(capital), 8))


def certificate_words(certificate: str, by: str = ": ") -> str:
    """Say by which fingerprint the office's signature is known again."""
    return f"파기확인서 전자서명의 인증서 지문{by}{fingerprint_words(certificate)}"


def other_pc(name: str) -> str:
    """Call a PC that the office went away from."""
    return f"전에 쓰던 PC 「{name}」"


def former_place(label: str, *, lost: bool) -> str:
    """Call a key place that was struck off, or lost; `label` may be empty."""
    return f"{label or '이름을 모르는 보관처'} ({'잃어버림' if lost else '등록에서 뺌'})"


def behalf_of(name: str, capacity: str) -> str:
    """Say in whose place somebody gets a letter."""
    return f"{name} 님의 {capacity}"


def lines_between(first: date, last: date, count: int) -> str:
    """Return the days of a register and how many lines it has."""
    return f"{first:%Y-%m-%d} ~ {last:%Y-%m-%d} · {count:,}건"


def besides(place: str) -> str:
    """Call what lies at a place and stands in no register, beside lines that do."""
    return f"그 밖의 {place}"


def open_point(code: str) -> str:
    """Say what is not finished. `code` as recorded, e.g. outside.paper."""
    return OPEN_POINTS[code.split(".", maxsplit=1)[0]]


MEDIUM = "전자 파일"
READING_PURPOSES = {
    "lawful_submission": "법령에 따른 제출",
    "dispute": "분쟁 대응",
    "own_access_request": "본인의 열람 요구",
}
RETENTION_TITLE = "보유기간표"
RETENTION_COLUMNS = ("번호", "대상", "근거", "기간", "세기 시작하는 날", "확인")
LOG_TITLE = "접속기록 목록"
LOG_COLUMNS = ("번호", "일시", "계정", "PC", "정보주체", "한 일", "건수")
LOG_HEAD = "마지막 줄 번호와 확인값"
CONFIRMED = "책임자 확인"
BACKUP_TITLE = "백업 대장"
BACKUP_COLUMNS = (
    *("번호", "일시", "백업한 곳", "사유", "결과", "새 파일", "복사한 양", "전체"),
    *("열쇠 보관처", "담당자"),
)
BACKUP_PLACES = "지금 백업하는 곳"
BACKUP_NOTES = (
    "백업에는 열쇠가 들어 있지 않습니다. 열쇠는 열쇠 보관처에만 따로 둡니다.",
    "결과가 「마침」인 것만 다시 읽어 확인한 백업입니다.",
    "열쇠 보관처가 「없음」인 백업은 다른 PC에서 열 수 없습니다.",
)
COVERED, NOT_COVERED, NONE = "최신", "없음", "없음"
NO_BACKUPS = "아직 백업한 적이 없습니다."

SAME_AS_PROVED = "해당 정보와 같음"


def period_words(years: int, months: int, days: int) -> str:
    """Say a period in words; a period of nothing follows the information itself."""
    parts = [
        f"{number}{unit}"
        for number, unit in ((years, "년"), (months, "개월"), (days, "일"))
        if number
    ]
    return " ".join(parts) or SAME_AS_PROVED


FORMER_PC = "사무실을 다른 PC로 옮기기 전에 쓰던 PC. 자료를 지우고 파기 방법을 적어 주십시오."
NO_MEDIA_GO = "이 파기로 버리는 매체는 없습니다. 매체를 버릴 때에는 따로 적습니다."
REQUEST_NUMBER = "접수번호"
PERIOD = "기간과 건수"
SAVED = "저장"
PRINTS_TITLE = "출력대장"
PRINTS_COLUMNS = (
    *("문서번호", "일시", "문서", "누구의 것", "출력자", "용도"),
    *("부수", "파일"),
)
PRINTS_NOTES = (
    "프로그램에서 나간 문서입니다. 화면으로 보기만 한 것은 적지 않습니다.",
    "사람은 관리번호로만 가리킵니다. 접수번호와 파기번호도 그대로 적습니다.",
)
NO_PRINTS = "인쇄하거나 저장한 문서가 없습니다."
ACCOUNT_STATES = {"active": "사용 중", "blocked": "사용 정지", "left": "그만둠"}


def backup_measure(places: int) -> str:
    """Say what becomes of backups and of the registered key places."""
    if not places:
        return "백업에는 열쇠가 없습니다. 등록한 열쇠 보관처가 없습니다."
    return f"백업에는 열쇠가 없습니다. 등록한 열쇠 보관처 {places}곳을 새 열쇠로 바꿉니다."


def withheld(state: str) -> str:
    """Say why nothing of an item group stands on a card."""
    return f"{state} 상태라 적지 않았습니다."


def and_others(number: str, others: int) -> str:
    """Say whose data it is and how many more people's, without their numbers."""
    return f"{number} 외 {others:,}명"


def until_words(last: date) -> str:
    """Say until which day something stays."""
    return f"{last:%Y-%m-%d}까지"


def counted_words(event: str, period: str) -> str:
    """Say how long something will stay, counted from an event that has not come yet."""
    return f"{event}부터 {period}"


def won_words(amount: int) -> str:
    """Return an amount as it is read."""
    return f"{amount:,}원"


def screen_signed(at: datetime, version: str) -> str:
    """Say when somebody signed on the screen, and under which version of the text."""
    return f"화면에서 서명함 {at:%Y-%m-%d %H:%M:%S} · 문구 {version}판"


TRANSFER_TITLE = "공단 이관 목록표"
TRANSFER_BASIS = "근거"
TRANSFER_COUNT = "이관할 자료"
TRANSFER_COLUMNS = (
    *("순번", "관리번호", "성명", "자료", "급여 종료일", "보존 만료일", "파일"),
    "보관한 곳 (서류함)",
)
TRANSFER_NOTES = (
    "장기요양급여 제공자료 이관신청서(별지 제36호서식)에 붙여 폐업일·휴업일까지 공단에 냅니다.",
    "잃었거나 못 쓰게 된 자료는 분실·훼손 목록표에 따로 적습니다.",
    "이관을 마치기 전에는 이 자료를 파기하지 않습니다.",
)
TRANSFER_EMPTY = "이관할 자료가 없습니다."
IN_USE_PLACE = "이용 중인 자료"
LOST_TITLE = "분실·훼손 목록표"
LOST_COLUMNS = ("순번", "관리번호", "성명", "자료", "언제 알았는지", "잃거나 훼손된 사유")
LOST_NOTES = ("이관 목록표와 함께 냅니다. 해당하는 것이 없으면 「해당 없음」이라고 적습니다.",)


def transfer_count(people: int, records: int) -> str:
    """Say how much is handed over."""
    return f"{people:,}명 {records:,}건"
