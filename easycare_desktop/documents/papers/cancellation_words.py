"""The words on the 「이지케어 서비스 이용취소 신청서」."""

from easycare_desktop.documents.contents.cancellation_form import (
    Afterwards,
    Attachment,
    CancelReason,
    Told,
)
from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.requests import Relation, RequestScope

TITLE = "이지케어 서비스 이용취소 신청서"
UNDER = {
    Relation.A: "프로그램 이용취소 (기관)",
    Relation.B: "급여계약 해지 · 동의철회 (수급자 · 보호자 · 직원)",
}
RELATIONS = {
    Relation.A: "A 프로그램 이용취소 (기관)",
    Relation.B: "B 급여계약 해지·동의철회",
}
SCOPES = {RequestScope.ALL: "전부", RequestScope.PART: "일부"}
CAPACITIES = {
    Capacity.SELF: "본인",
    Capacity.HEAD: "대표자",
    Capacity.LEGAL_GUARDIAN: "법정대리인",
    Capacity.PARENT_OF_MINOR: "친권자(14세 미만)",
    Capacity.AGENT: "위임받은 자",
}
REASONS = {
    CancelReason.END: "이용 종료",
    CancelReason.ELSEWHERE: "타 프로그램·타 기관",
    CancelReason.CLOSURE: "폐업·휴업",
    CancelReason.FACILITY_OR_DEATH: "시설 입소·사망",
    CancelReason.FEE: "요금",
    CancelReason.PRIVACY: "개인정보 우려",
    CancelReason.OTHER: "기타",
}
AFTERWARDS = {
    Afterwards.DESTROY_NOW: "즉시 파기",
    Afterwards.AFTER_LAWFUL_STAY: "법정 보존 후 파기",
}
TOLD = {
    Told.SERVICE_ENDS: "이용취소·동의철회를 하면 서비스의 일부나 전부를 이용하기 어렵습니다.",
    Told.LAW_KEEPS: "법에서 보존하라고 정한 항목은 아래 표대로 따로 보관한 뒤 파기합니다.",
    Told.NO_RETURN: "파기한 것은 저희가 되살려 드릴 수 없습니다. 필요하신 자료는 먼저 받으십시오.",
    Told.TO_NHIS: "(폐업·휴업일 때) 급여 제공 자료는 파기하지 않고 국민건강보험공단에 이관합니다.",
}
ATTACHMENTS = {
    Attachment.ID_CARD: "신분증 사본(뒷자리 가림)",
    Attachment.POWER_OF_ATTORNEY: "위임장",
    Attachment.GUARDIANSHIP_RECORD: "후견등기사항증명서",
    Attachment.BUSINESS_LICENCE: "사업자등록증",
}
STATEMENT = (
    "위와 같이 이지케어 서비스의 이용취소(동의철회)를 신청합니다.\n"
    "위 안내를 듣고 이해하였으며, 적은 내용은 사실과 같습니다."
)
BLANK_LIST = "접수할 때 담당자가 목록을 출력해 보여 드리고 이 신청서에 붙입니다."
STEPS = ("신청서 작성", "접수", "본인 확인", "심사·정산", "분리보관·파기", "결과 통지")
