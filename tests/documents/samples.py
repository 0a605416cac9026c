"""Values to print in tests. Everybody in here is made up."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from easycare_desktop.documents.contents.cancellation_form import (
    Afterwards,
    Attachment,
    CancelApplicant,
    CancellationForm,
    CancelReason,
    CareUser,
    ConsentToWithdraw,
    DataWish,
    Money,
    OfficeUse,
    Subscriber,
    Told,
)
from easycare_desktop.documents.contents.consent_form import (
    Answer,
    BlockKind,
    Choice,
    ConsentBlock,
    ConsentForm,
    ConsentPerson,
    ConsentRow,
    LegalRow,
)
from easycare_desktop.documents.contents.destruction_certificate import (
    CertificateState,
    DestroyedGroup,
    DestructionCertificate,
    FileCopy,
    KeyPlaceLine,
    KeyRun,
    LedgerProof,
    OutsideCopy,
    PersonCopy,
    SearchLine,
)
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
    Actor,
    Addressee,
    ApprovalNames,
    GoingItem,
    GoneItem,
    KeptItem,
    Mark,
    Office,
    PrintFacts,
    ReliefBody,
    Signer,
)
from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.requests import Channel, Relation, RequestScope

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
    name="사회복지법인 아주길고긴이름을가진연습재단 부설 "
    "행복한동네 방문요양·방문목욕·주야간보호 통합센터",
    representative="황보가나다라마바사",
    address="강원특별자치도 가상시 아주긴이름의길 1234번길 56-78, "
    "연습아파트상가 나동 지하 1층 101호·102호 (연습동)",
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
        "분리보관 파일, 서류함 나-3칸",
        date(2031, 11, 25),
        "돌봄을 드린 기록은 급여가 끝난 날부터 5년 동안 보관하도록 법이 정하고 있습니다.",
    ),
    KeptItem(
        "본인부담금 결제 기록",
        "전자상거래법 시행령 제6조제1항제3호",
        "마지막 결제일",
        date(2026, 11, 10),
        date(2031, 11, 10),
        "분리보관 파일",
        date(2031, 11, 15),
        "돈을 주고받은 기록은 5년 동안 보관하도록 법이 정하고 있습니다.",
    ),
    KeptItem(
        "상담·민원 기록",
        "전자상거래법 시행령 제6조제1항제4호",
        "처리 종결일",
        date(2026, 3, 12),
        date(2029, 3, 12),
        "분리보관 파일",
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


def sample_consent() -> ConsentForm:
    return ConsentForm(
        office=OFFICE,
        facts=FACTS,
        text_version="2026-1",
        text_since=date(2026, 9, 11),
        person=ConsentPerson("홍길동", date(1941, 3, 5), "R-0042", "010-0000-0042"),
        blocks=consent_blocks(),
        without_consent=(
            LegalRow(
                "급여비용 청구 자료",
                "국민건강보험공단에 비용 청구",
                "노인장기요양보험법 제38조, 시행규칙 제30조",
                "급여가 끝난 날부터 5년",
            ),
        ),
        signed_on=TODAY,
        signer=Signer("홍길동"),
        agent=Signer("홍가상", "위임받은 자", "아들"),
        received_by="박담당",
    )


def consent_blocks() -> tuple[ConsentBlock, ...]:
    """Return one block of every kind; the first is recorded as agreed, the last as refused."""
    refusal = "동의하지 않으실 수 있습니다. 다만 동의하지 않으시면 급여계약을 맺기 어렵습니다."
    harmless = "동의하지 않으셔도 서비스를 받는 데 아무 불이익이 없습니다."
    until_end = "급여계약이 끝날 때까지. 끝나면 5일 안에 파기합니다."

    def block(kind: BlockKind, title: str, row: ConsentRow, answer: Answer) -> ConsentBlock:
        asked = refusal if kind is BlockKind.REQUIRED else harmless
        return ConsentBlock(kind, title, (row,), asked, answer, text_version="2026-1")

    contract = ConsentRow(
        "장기요양급여 계약을 맺고 지키기, 본인 확인, 연락, 위급할 때의 연락",
        "성명, 생년월일, 성별, 주소, 연락처, 장기요양인정번호, 등급, 인정 유효기간, "
        "본인부담 구분, 비상연락처",
        "급여계약이 끝날 때까지. 끝나면 5일 안에 파기합니다. 법이 정한 급여계약서와 급여제공기록은 "
        "급여가 끝난 날부터 5년 동안 따로 보관합니다.",
    )
    health = ConsentRow(
        "몸 상태에 맞는 급여 계획 세우기, 안전하게 돌보기",
        "질병, 복용하는 약, 거동 상태, 인지 상태, 장애, 돌볼 때 주의할 점",
        until_end,
    )
    number = ConsentRow(
        "외국 국적인 분의 신원 확인", "외국인등록번호, 여권번호 가운데 해당하는 것", until_end
    )
    extra = ConsentRow(
        "생신을 축하하고 취미에 맞게 돌보기", "취미, 살아온 이야기, 기념일", until_end
    )
    news = ConsentRow(
        "기관 소식과 새 서비스를 알리고 이용을 권하는 연락",
        "성명, 고르신 방법의 연락처",
        "동의하신 날부터 2년",
    )
    given = ConsentRow(
        "진료와 복지 서비스의 연계",
        "성명, 생년월일, 연락처, 장기요양등급",
        "연계가 끝날 때까지, 길어도 제공한 날부터 1년",
        "연계해 드리는 병원·의원, 치매안심센터, 읍·면·동 복지 담당 부서",
    )
    blocks = (
        block(BlockKind.REQUIRED, "[필수] 장기요양급여 계약", contract, Answer.AGREED),
        block(BlockKind.SENSITIVE, "[필수·별도] 건강에 관한 민감정보", health, Answer.NONE),
        block(BlockKind.UNIQUE_ID, "[별도] 고유식별정보", number, Answer.NONE),
        block(BlockKind.OPTIONAL, "[선택] 추가 항목의 수집·이용", extra, Answer.NONE),
        block(BlockKind.MARKETING, "[선택] 소식과 새 서비스 안내 받기", news, Answer.NONE),
        block(BlockKind.PROVISION, "[선택·별도] 제3자 제공", given, Answer.REFUSED),
    )
    channels = (Choice("문자", ticked=False), Choice("전화"), Choice("우편"))
    return (*blocks[:4], replace(blocks[4], channels=channels), blocks[5])


def sample_consent_blank() -> ConsentForm:
    return replace(
        sample_consent(),
        office=PRACTICE,
        person=ConsentPerson(),
        blocks=tuple(replace(each, answer=Answer.NONE) for each in consent_blocks()),
        without_consent=(),
        signed_on=None,
        signer=Signer(),
        agent=Signer(),
        received_by="",
    )


def sample_cancel_b() -> CancellationForm:
    return CancellationForm(
        office=OFFICE,
        facts=FACTS,
        relation=Relation.B,
        addressee=OFFICE.name,
        request_number="2026-0147",
        received_at=NOW,
        channel=Channel.VISIT,
        scope=RequestScope.ALL,
        user=CareUser("홍길동", date(1941, 3, 5), "L0000000042", PERSON.address, "010-0000-0042"),
        applicant=CancelApplicant(
            "홍가상", date(1970, 1, 2), "010-0000-0043", Capacity.AGENT, "아들"
        ),
        started_on=date(2023, 3, 2),
        wish_on=date(2026, 11, 30),
        last_service_on=ENDED,
        reason=CancelReason.FACILITY_OR_DEATH,
        money=Money(0, 42_500, "가상은행", "000-00-001234", "홍가상"),
        data=DataWish(
            copy_wanted=True,
            form="종이 출력물",
            medium="우편",
            recipient="홍가상",
            afterwards=Afterwards.AFTER_LAWFUL_STAY,
        ),
        told=frozenset({Told.SERVICE_ENDS, Told.LAW_KEEPS, Told.NO_RETURN}),
        kept=KEPT,
        going=many_going(4),
        consents=many_consents(3),
        attached=frozenset({Attachment.ID_CARD, Attachment.POWER_OF_ATTORNEY}),
        signed_on=TODAY,
        office_use=OfficeUse(taken_by="박담당", due_on=date(2026, 12, 4)),
    )


def many_going(count: int) -> tuple[GoingItem, ...]:
    """Return `count` lines of what will go."""
    return tuple(
        GoingItem(f"{n + 1}. 사진(소식지)", "동의 철회", date(2026, 11, 29)) for n in range(count)
    )


def many_consents(count: int) -> tuple[ConsentToWithdraw, ...]:
    """Return `count` living consents."""
    return tuple(
        ConsentToWithdraw(
            f"{n + 1}. [선택] 활동사진의 수집과 소식지 게재", date(2023, 3, 2), withdraw=n % 2 == 0
        )
        for n in range(count)
    )


def sample_cancel_b_blank() -> CancellationForm:
    return CancellationForm(PRACTICE, FACTS, Relation.B, PRACTICE.name)


def sample_cancel_b_long() -> CancellationForm:
    return replace(
        sample_cancel_b(),
        office=replace(LONG_OFFICE, practice=True),
        addressee=LONG_OFFICE.name,
        facts=ANXIOUS,
        user=CareUser(
            LONG_PERSON.name,
            date(1941, 3, 5),
            "L0000000042-003",
            LONG_PERSON.address,
            "010-0000-0042",
        ),
        scope=RequestScope.PART,
        part="방문목욕, 활동사진의 소식지 게재 동의",
        reason=CancelReason.OTHER,
        reason_text="자녀가 사는 곳으로 이사하여 다른 기관을 이용하게 되었음",
        kept=many_kept(14),
        going=many_going(14),
        consents=many_consents(14),
    )


def sample_cancel_a() -> CancellationForm:
    return CancellationForm(
        office=OFFICE,
        facts=FACTS,
        relation=Relation.A,
        addressee="가상프로그램회사",
        scope=RequestScope.ALL,
        subscriber=Subscriber(
            name=OFFICE.name,
            code=OFFICE.code,
            business_number=OFFICE.business_number,
            representative=OFFICE.representative,
            address=OFFICE.address,
            phone=OFFICE.phone,
            fax=OFFICE.fax,
            email=OFFICE.officer_email,
            login_ids=("happy01", "happy02", "happy03"),
        ),
        applicant=CancelApplicant(
            OFFICE.representative, None, OFFICE.phone, Capacity.HEAD, "대표자"
        ),
        wish_on=date(2026, 12, 31),
        reason=CancelReason.ELSEWHERE,
        attached=frozenset({Attachment.BUSINESS_LICENCE}),
    )


def sample_cancel_a_blank() -> CancellationForm:
    return CancellationForm(OFFICE, FACTS, Relation.A, "")


def sample_certificate() -> DestructionCertificate:
    return DestructionCertificate(
        office=OFFICE,
        facts=replace(FACTS, number="2026-0098"),
        state=CertificateState.COMPLETE,
        copy=PersonCopy("홍길동", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
        issued_on=TODAY,
        person_number="R-0042",
        person_kind="수급자",
        reason="동의 철회, 급여계약 종료",
        article="개인정보 보호법 제21조제1항, 제37조제3항",
        reason_on=ENDED,
        destroy_by=date(2026, 11, 25),
        groups=destroyed_groups(4),
        run=KeyRun(
            before=41,
            after=42,
            removed=16,
            compared=4_318,
            living_opened=1_207,
            erased=True,
            started_at=NOW,
            finished_at=NOW + timedelta(seconds=3),
            tool="이지케어 데스크톱 0.1.0",
        ),
        key_places=(KeyPlaceLine("금고 USB", NOW), KeyPlaceLine("대표 댁 USB", NOW)),
        searches=(
            SearchLine("이 PC의 사무실 폴더", 9, 214, 0, control_found=True),
            SearchLine("임시 폴더와 최근 목록", 9, 1_022, 0, control_found=True),
        ),
        outside=(
            OutsideCopy(
                "서류함 나-3칸의 종이", done=True, action="파쇄 12장", by="박담당", on=TODAY
            ),
            OutsideCopy("세무 대리인", done=True, action="삭제 확인서 받음", by="박담당", on=TODAY),
        ),
        kept=KEPT,
        actors=(
            Actor("신청", "박담당", "사무원", NOW),
            Actor("승인자", "이보호", "보호책임자", NOW),
            Actor("수행자", "박담당", "사무원", NOW),
            Actor("확인자", "이보호", "보호책임자", NOW, "새 프로세스로 다시 열어 확인"),
        ),
        proof=LedgerProof(
            sequence=98,
            previous="9f2c1a7be04d55aa" * 4,
            entry="1b6ee02f77c0ad91" * 4,
            log_head="70c1d2e3f4a5b697" * 4,
            commitment="c3a9d0e1b2f48576" * 4,
        ),
        request_number="2026-0147",
        approval_number="2026-A-61",
        data_backups=12,
    )


def destroyed_groups(count: int) -> tuple[DestroyedGroup, ...]:
    """Return `count` groups that are gone."""
    names = ("기본·연락처", "사진(소식지)", "보호자 비상연락망", "환불계좌")
    return tuple(
        DestroyedGroup(f"{names[n % 4]}", 4, n + 1, n, "동의 철회", "개인정보 보호법 제37조제3항")
        for n in range(count)
    )


def sample_certificate_partial() -> DestructionCertificate:
    full = sample_certificate()
    return replace(
        full,
        state=CertificateState.PARTIAL,
        copy=FileCopy(),
        office=PRACTICE,
        groups=destroyed_groups(14),
        kept=many_kept(14),
        key_places=(*full.key_places, KeyPlaceLine("본부 보관 USB")),
        outside=(*full.outside, OutsideCopy("요양보호사 휴대전화 대화방", done=False)),
        mentions_found=3,
        mentions_left=1,
    )


def sample_certificate_failed() -> DestructionCertificate:
    full = sample_certificate()
    return replace(
        full,
        state=CertificateState.FAILED,
        run=replace(full.run, after=41, removed=0, erased=False, errors=1),
        groups=(),
        kept=(),
        searches=(),
        outside=(),
        key_places=(),
        failure="디스크에 자리가 없어 새 열쇠 세대를 만들지 못하였습니다. 지워진 것은 없습니다.",
    )
