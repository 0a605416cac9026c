"""The title of every kind of paper, as screens, lists and registers say it."""

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "consent_form": "개인정보 동의서",
    "blank_consent_form": "개인정보 동의서 (빈 서식)",
    "cancellation_form": "이용취소 신청서",
    "blank_cancellation_form": "이용취소 신청서 (빈 서식)",
    "vendor_form": "프로그램 이용취소 신청서",
    "receipt": "접수증",
    "result_notice": "이용취소 처리결과 통지서",
    "rights_notice": "정정·처리정지 결과 통지서",
    "certificate": "파기확인서 (보관용)",
    "certificate_person": "파기확인서 (교부용)",
    "destruction_ledger": "개인정보 파기관리대장",
    "one_page_answer": "한 장 답변",
    "second_notice": "보관 종료·파기 통지서",
    "basic_card": "기초자료 카드",
    "address_labels": "우편 라벨",
    "separated_ledger": "분리보관 대장",
    "reading_ledger": "분리보관 열람대장",
    "transfer_list": "공단 이관 목록표",
    "blank_lost_list": "분실·훼손 목록표 (빈 서식)",
    "retention_table": "보유기간표",
    "office_certificate": "기관 인증서",
    "box_label": "서류함 라벨",
    "medium_certificate": "저장매체 파기확인서",
    "media_certificate": "저장매체 파기확인서 (일괄)",
    "printed_certificate": "출력물 파기확인서",
    "disposal_ledger": "출력물·저장매체 파기대장",
    "log_list": "접속기록 목록",
    "log_review": "접속기록 점검 보고서",
    "backup_register": "백업 대장",
    "drill_report": "복구 훈련 보고서",
    "consent_required": "수집·이용 동의서",
    "consent_sensitive": "민감정보 동의서",
    "consent_unique_id": "고유식별정보 동의서",
    "consent_optional": "선택 항목 동의서",
    "consent_marketing": "홍보·안내 수신 동의서",
    "consent_provision": "제3자 제공 동의서",
    "blank_consent_part": "한 가지 동의서 (빈 서식)",
    "guardian_consent": "법정대리인 동의서",
    "blank_guardian_consent": "법정대리인 동의서 (빈 서식)",
    "power_of_attorney": "위임장",
    "blank_power_of_attorney": "위임장 (빈 서식)",
    "pledge": "보안서약서",
    "blank_pledge": "보안서약서 (빈 서식)",
    "supplement_request": "보완요청서",
    "blank_supplement": "보완요청서 (빈 서식)",
    "destruction_request": "파기 요청서",
    "account_statement": "개별계정 운영 확인서",
    "print_register": "출력대장",
}


PEOPLE_EXPORT, OFFICE_HANDOVER = "people_export", "office_handover"
_FILES: Mapping[str, str] = {
    PEOPLE_EXPORT: "엑셀로 내보낸 목록",
    OFFICE_HANDOVER: "폐업 이관 자료",
}


def editable_title(title: str) -> str:
    """Return the title of a form that left as a file to be changed."""
    return f"고쳐 쓰는 사본: {title}"


def title_of_code(code: str) -> str:
    """Return the title of a kind of paper or file by its code; of an unknown one, the code."""
    return TITLES.get(code) or _FILES.get(code, code)
