"""An office, people and lists. Everybody in here is made up."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

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
    certificate="9f2c1a7be04d55aa" * 4,
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
