"""What the log calls the places where something is done."""

from collections.abc import Mapping

ACTIONS: Mapping[str, str] = {
    "session": "접속",
    "today": "오늘",
    "people": "기초자료",
    "drafts": "임시 보관",
    "consents": "동의",
    "requests": "이용취소",
    "holdings": "보유",
    "separated": "분리보관",
    "destruction": "파기",
    "ledger": "파기관리대장",
    "papers": "문서",
    "exchange": "내보내기",
    "accounts": "계정",
    "rules": "보유기간표",
    "log": "접속기록",
    "key_places": "열쇠 보관처",
    "backups": "백업",
    "office": "기관 정보",
    "registers": "서류함·매체",
    "returned": "돌아온 서류",
}
WHOLE: Mapping[str, str] = {
    "session.proof_failed": "비밀번호가 맞지 않음",
    "session.locked": "화면 잠금",
    "session.recovered": "열 때 정리",
    "log.review": "접속기록 점검",
    "papers.make": "문서 만들기",
    "destruction.run": "파기 실행",
    "destruction.mistake": "잘못 적은 것 파기 요청",
    "drafts.left": "다른 계정의 임시 보관 · 조회",
    "drafts.left_drop": "다른 계정의 임시 보관 버리기",
    "office.lease": "다른 PC로 넘기기",
    "restore.run": "백업에서 되살리기",
    "restore.drill": "복구 훈련",
    "office.hand_over": "폐업 이관 자료",
}
