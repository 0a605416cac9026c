"""Values to print in tests. Everybody in here is made up."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from easycare_desktop.documents.contents.destruction_certificate import CertificateState
from easycare_desktop.documents.contents.destruction_ledger import DestructionLedger, LedgerRow
from easycare_desktop.documents.contents.one_page_answer import ElsewhereItem, OnePageAnswer
from easycare_desktop.documents.contents.receipt import Receipt
from easycare_desktop.documents.contents.recovery_sheet import RecoverySheet
from easycare_desktop.documents.contents.result_notice import (
    HandedOver,
    Outcome,
    ResultNotice,
    SettlementResult,
    Unhandled,
)
from easycare_desktop.documents.contents.separated_ledger import (
    ReadingLedger,
    ReadingRow,
    SeparatedLedger,
    SeparatedRow,
)
from easycare_desktop.documents.contents.table_paper import Align, Column, TablePaper
from easycare_desktop.documents.values import (
    Addressee,
    ApprovalNames,
    GoneItem,
    KeptItem,
    Mark,
    Office,
    PrintFacts,
    ReliefBody,
)

SEOUL = ZoneInfo("Asia/Seoul")
NOW = datetime(2026, 11, 24, 10, 12, 5, tzinfo=SEOUL)
TODAY = NOW.date()

OFFICE = Office(
    name="행복방문요양센터",
    code="19999000001",
    representative="김연습",
    officer_name="이보호",
    officer_position="센터장",
    officer_phone="02-0000-1234",
    officer_email="privacy@example.invalid",
    address="서울특별시 가상구 연습로 12, 3층",
    phone="02-0000-1200",
    fax="02-0000-1201",
    business_number="000-00-00000",
)
PRACTICE = replace(OFFICE, practice=True)
LONG_OFFICE = replace(
    OFFICE,
    name="사회복지법인 아주길고긴이름을가진연습재단 부설 행복한동네 방문요양·방문목욕·주야간보호 통합센터",
    representative="황보가나다라마바사",
    address="강원특별자치도 가상시 아주긴이름의길 1234번길 56-78, 연습아파트상가 나동 지하 1층 101호·102호 (연습동)",
)
FACTS = PrintFacts("2026-0147-1", NOW, "박담당", "신청인에게 교부")
ANXIOUS = replace(FACTS, reissued=True, marks=(Mark.FRESHNESS_UNPROVEN, Mark.CLOCK_JUMPED))
PERSON = Addressee("홍길동", "서울특별시 가상구 연습로 34, 연습아파트 101동 1203호", "00000")
LONG_PERSON = Addressee(
    "알렉산드리아빅토리아 가나다라마바사아자차카타파하홍길동",
    "세종특별자치시 가상면 아주길고도긴이름의도로 9876번길 123-45, 연습마을 10단지 "
    "아파트 1001동 2503호 (연습동, 가상마을 열번째 단지)",
    "99999",
)
HOSTILE = '<b>굵게</b><img src="/etc/passwd"/>&lt;i&gt; </font><br/>A<b>B'
NAMES = ApprovalNames("박담당", "이보호", "김연습")
RELIEF = (
    ReliefBody("개인정보 침해신고센터(한국인터넷진흥원)", "118", "privacy.kisa.or.kr"),
    ReliefBody("개인정보 분쟁조정위원회", "1833-6972", "www.kopico.go.kr"),
    ReliefBody("대검찰청 사이버수사과", "1301", "www.spo.go.kr"),
    ReliefBody("경찰청 사이버수사국", "182", "ecrm.police.go.kr"),
)
ENDED = date(2026, 11, 20)
KEPT = (
    KeptItem(
        "급여계약·급여제공기록",
        "노인장기요양보험법 시행규칙 제27조제4항",
        "마지막 급여제공일",
        ENDED,
        date(2031, 11, 20),
        "분리보관 파일(이 PC), 서류함 나-3칸",
        date(2031, 11, 25),
        "돌봄을 드린 기록은 급여가 끝난 날부터 5년 동안 보관하도록 법이 정하고 있습니다.",
    ),
    KeptItem(
        "본인부담금 결제 기록",
        "전자상거래법 시행령 제6조제1항제3호",
        "마지막 결제일",
        date(2026, 11, 10),
        date(2031, 11, 10),
        "분리보관 파일(이 PC)",
        date(2031, 11, 15),
        "돈을 주고받은 기록은 5년 동안 보관하도록 법이 정하고 있습니다.",
    ),
    KeptItem(
        "상담·민원 기록",
        "전자상거래법 시행령 제6조제1항제4호",
        "처리 종결일",
        date(2026, 3, 12),
        date(2029, 3, 12),
        "분리보관 파일(이 PC)",
        date(2029, 3, 17),
        "불만이나 분쟁을 처리한 기록은 3년 동안 보관하도록 법이 정하고 있습니다.",
    ),
)
GONE = (
    GoneItem("기본·연락처", 1, "열쇠 파기", NOW, "이보호", "동의 철회"),
    GoneItem("사진(소식지)", 12, "열쇠 파기", NOW, "이보호", "동의 철회"),
    GoneItem("보호자 비상연락망", 2, "열쇠 파기", NOW, "이보호", "동의 철회"),
    GoneItem("환불계좌", 1, "열쇠 파기", NOW, "이보호", "목적 달성"),
)


def many_kept(count: int) -> tuple[KeptItem, ...]:
    """Return `count` different lines of what stays."""
    return tuple(
        replace(KEPT[each % 3], label=f"{each + 1}. {KEPT[each % 3].label}")
        for each in range(count)
    )


def many_gone(count: int) -> tuple[GoneItem, ...]:
    """Return `count` different lines of what went."""
    return tuple(
        replace(GONE[each % 4], label=f"{each + 1}. {GONE[each % 4].label}")
        for each in range(count)
    )


def sample_receipt() -> Receipt:
    return Receipt(
        office=PRACTICE,
        facts=FACTS,
        addressee=PERSON,
        request_number="2026-0147",
        request_kind="이지케어 서비스 이용취소(동의철회) 신청",
        received_at=NOW,
        channel="방문",
        applicant="홍가상",
        capacity="위임받은 자, 아들",
        subject="홍길동 (관리번호 R-0042)",
        due_on=date(2026, 12, 4),
        taken_by="박담당",
        contact_phone="02-0000-1200",
        wish_on=date(2026, 11, 30),
        papers=("이용취소 신청서 1부", "신분증 사본(주민등록번호 뒷자리 가림) 1부", "위임장 1부"),
    )


def sample_receipt_long() -> Receipt:
    return replace(
        sample_receipt(),
        office=LONG_OFFICE,
        facts=ANXIOUS,
        addressee=LONG_PERSON,
        applicant=LONG_PERSON.name,
        subject=f"{LONG_PERSON.name} (관리번호 R-0042)",
        missing=("위임장 (본인 서명 또는 도장)", "주민등록번호 뒷자리를 가린 신분증 사본"),
    )


def sample_result() -> ResultNotice:
    return ResultNotice(
        office=OFFICE,
        facts=FACTS,
        addressee=PERSON,
        request_number="2026-0147",
        request_kind="이용취소(동의철회) 신청",
        received_on=date(2026, 11, 23),
        outcome=Outcome.ALL,
        issued_on=TODAY,
        gone=GONE,
        kept=KEPT,
        withdrawn=("사진·소식지", "생일 안내"),
        settlement=SettlementResult(refund=42_500, account="가상은행 ***-**-1234"),
        handed_over=HandedOver("종이 출력물 12장", "홍가상", date(2026, 11, 23)),
        certificate_number="2026-0098",
        relief=RELIEF,
    )


def sample_result_empty() -> ResultNotice:
    return replace(
        sample_result(),
        outcome=Outcome.REFUSED,
        gone=(),
        kept=(),
        withdrawn=(),
        settlement=None,
        handed_over=None,
        certificate_number="",
        unhandled=(
            Unhandled(
                "급여계약·급여제공기록의 삭제",
                "법이 정한 보존 기간이 끝나지 않아 지울 수 없습니다.",
                "개인정보 보호법 제36조제1항 단서, 노인장기요양보험법 시행규칙 제27조제4항",
            ),
        ),
    )


def sample_result_long() -> ResultNotice:
    return replace(
        sample_result(),
        office=replace(LONG_OFFICE, practice=True),
        facts=ANXIOUS,
        addressee=LONG_PERSON,
        gone=many_gone(14),
        kept=many_kept(14),
        open_points=("열쇠 보관처 「금고 USB」를 아직 바꾸지 못함", "공단 포털의 사본 미확인"),
    )


def sample_answer() -> OnePageAnswer:
    return OnePageAnswer(
        office=OFFICE,
        facts=FACTS,
        addressee=PERSON,
        person_number="R-0042",
        as_of=TODAY,
        gone=GONE,
        kept=KEPT,
        elsewhere=(
            ElsewhereItem("국민건강보험공단", "공단이 자기 법에 따라 따로 보관하는 급여비용 자료"),
            ElsewhereItem("세무 대리인", "장부 사본을 지웠다는 확인을 2026-11-24에 받았습니다"),
        ),
        certificate_numbers=("2026-0098",),
        key_places=2,
        key_places_replaced=2,
    )


def sample_answer_empty() -> OnePageAnswer:
    return replace(
        sample_answer(), gone=(), kept=(), elsewhere=(), certificate_numbers=(), key_places=0
    )


def sample_answer_long() -> OnePageAnswer:
    return replace(
        sample_answer(),
        office=replace(LONG_OFFICE, practice=True),
        addressee=LONG_PERSON,
        gone=many_gone(14),
        kept=many_kept(14),
        open_points=("열쇠 보관처 「금고 USB」를 아직 새 열쇠로 바꾸지 못했습니다.",),
        key_places_replaced=1,
    )


def sample_sheet() -> RecoverySheet:
    return RecoverySheet(
        office=OFFICE,
        facts=replace(FACTS, number="2026-K-3", purpose="금고 보관"),
        sheet_number=3,
        made_on=TODAY,
        groups=("A7KQM", "2WXRT", "9HJPN", "C4VEB", "YD8GS"),
        copy_label="두 장 가운데 첫째 장",
    )


def sample_ledger(count: int = 3) -> DestructionLedger:
    row = LedgerRow(
        sequence=1,
        person_number="R-0042",
        person_kind="수급자",
        groups="기본·연락처, 사진(소식지), 보호자 비상연락망, 환불계좌",
        medium="전자(암호 열쇠)",
        keys=16,
        collected_on=date(2023, 3, 2),
        destroyed_on=TODAY,
        reason="동의 철회",
        article="개인정보 보호법 제37조제3항",
        handled_by="계정 3",
        approved_by="계정 1",
        state=CertificateState.COMPLETE,
        certificate_number="2026-0098",
        entry_hash="9f2c1a7be04d55aa" * 4,
    )
    states = tuple(CertificateState)
    rows = tuple(
        replace(
            row, sequence=n + 1, person_number=f"R-{n + 42:04}", state=states[n % 2 if n else 0]
        )
        for n in range(count)
    )
    return DestructionLedger(
        office=OFFICE,
        facts=FACTS,
        since=date(2026, 1, 1),
        until=TODAY,
        rows=rows,
        head="9f2c1a7be04d55aa" * 4 if rows else "",
        approval=NAMES,
    )


def sample_ledger_empty() -> DestructionLedger:
    return sample_ledger(0)


def sample_ledger_long() -> DestructionLedger:
    return replace(sample_ledger(60), office=replace(LONG_OFFICE, practice=True), facts=ANXIOUS)


def sample_separated(count: int = 12) -> SeparatedLedger:
    row = SeparatedRow(
        person_number="R-0042",
        group="급여계약·급여제공기록",
        article="노인장기요양보험법 시행규칙 제27조제4항",
        counted_from=ENDED,
        until=date(2031, 11, 20),
        moved_on=TODAY,
        place="분리보관 파일, 서류함 나-3칸",
        moved_by="계정 3",
        state="보관 중",
    )
    return SeparatedLedger(OFFICE, FACTS, TODAY, tuple([row] * count), NAMES)


def sample_reading(count: int = 8) -> ReadingLedger:
    row = ReadingRow(NOW, "계정 1 (책임자)", "R-0042", "급여제공기록", "본인의 열람 요구 2026-0151")
    return ReadingLedger(OFFICE, FACTS, date(2026, 1, 1), TODAY, tuple([row] * count), NAMES)


def sample_table() -> TablePaper:
    return TablePaper(
        office=OFFICE,
        facts=FACTS,
        title="접속기록 목록",
        columns=(
            Column("일시", 3, Align.CENTRE),
            Column("계정", 2),
            Column("PC", 2),
            Column("대상", 2, Align.CENTRE),
            Column("한 일", 3),
            Column("건수", 1, Align.RIGHT),
        ),
        rows=tuple(
            (f"2026-11-24 10:{n:02}:05", "계정 3", "접수대 PC", f"R-{n:04}", "조회", "1")
            for n in range(40)
        ),
        facts_above=(("기간", "2026-11-01 ~ 2026-11-24"),),
        notes=("접속기록은 2년 동안 보관합니다.",),
        approval=NAMES,
    )


def sample_table_empty() -> TablePaper:
    return replace(sample_table(), rows=(), landscape=False, approval=None)
