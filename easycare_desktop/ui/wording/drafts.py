"""How half-typed work is called, by the window it was typed into."""

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.drafts import DraftLine
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.namesakes import apart_words

_WHAT = {
    "consent_form": "동의 받기",
    "cancel.form": "이용취소 신청서",
    "cancel.verify": "본인·대리인 확인",
    "cancel.settle": "정산",
    "cancel.vendor": "프로그램 이용취소 신청서",
    "settings.profile": "기관 정보 고치기",
    "settings.paper_look": "문서 모양 고치기",
    "settings.program": "업무 프로그램 적기",
}
_EMPTIED = "파기한 내용이 있을 수 있어 지움"
EMPTIED = "적던 것이 지워졌습니다."
EMPTIED_MORE = (
    "그 사이에 파기한 내용이 들어 있을 수 있어 함께 지웠습니다.",
    "필요한 것은 다시 적어 주세요.",
)


def draft_words(line: DraftLine) -> str:
    """Say what was being done."""
    if line.window != "person_form":
        return _WHAT.get(line.window, "적던 것")
    if line.subject > 0:
        return "기초자료 고치기"
    return (
        "보호자 추가하기" if line.subject else f"새 {label(PersonKind(line.kind or 'recipient'))}"
    )


def about_words(line: DraftLine) -> str:
    """Say whom it is about; a new guardian by the recipient. Of others only whose it is."""
    if line.account_id:
        return f"{line.account} 님 계정에서" if line.account else "없어진 계정에서"
    if line.window == "cancel.vendor" or line.window.startswith("settings."):
        return f"우리 기관 · {_EMPTIED}" if line.emptied else "우리 기관"
    name = line.name or ("" if line.emptied else "이름을 아직 적지 않음")
    more = (
        _EMPTIED if line.emptied else "",
        f"접수번호 {line.number}" if line.number else "",
        "합치기 전에 적음" if line.merged else "",
        "종료한 분" if line.ended else "",
    )
    return " · ".join(filter(None, (f"{name}{apart_words(line.apart)}", *more)))
