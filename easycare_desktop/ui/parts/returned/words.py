"""What a paper that came back is called, and what to do where something speaks against filing."""

from dataclasses import dataclass

from easycare_desktop.domain.returned import Doubt, FormUse
from easycare_desktop.services.returned import WaitingPaper
from easycare_desktop.services.returned_intake import TakenIn
from easycare_desktop.ui.messages import Question
from easycare_desktop.ui.wording.papers import paper_title

NAMELESS = "번호를 읽지 못한 서류"


@dataclass(frozen=True, slots=True)
class DoubtWords:
    """In the list, in a sentence, and what to do now."""

    short: str
    what: str
    now: str


DOUBTS: dict[Doubt, DoubtWords] = {
    Doubt.NO_CODE: DoubtWords(
        "번호 없음",
        "QR 코드를 찾지 못했습니다.",
        "종이를 보시고 누구의 무엇인지 골라 주세요.",
    ),
    Doubt.OTHER_OFFICE: DoubtWords(
        "다른 기관", "다른 기관에서 만든 서식입니다.", "우리 것이 아니면 빼 주세요."
    ),
    Doubt.OTHER_PROGRAM: DoubtWords(
        "읽을 수 없는 서식",
        "이 프로그램이 모르는 서식입니다.",
        "종이를 보시고 골라 주시거나 빼 주세요.",
    ),
    Doubt.UNKNOWN_NUMBER: DoubtWords(
        "모르는 번호",
        "여기서 인쇄한 기록이 없는 번호입니다.",
        "종이를 보시고 누구의 무엇인지 골라 주세요.",
    ),
    Doubt.CODE_DIFFERS: DoubtWords(
        "부호가 다름",
        "QR 코드가 인쇄한 기록과 다릅니다.",
        "종이가 섞였거나 고쳐졌는지 살펴 주세요.",
    ),
    Doubt.USED_NUMBER: DoubtWords(
        "이미 쓴 번호",
        "같은 번호의 서류가 이미 들어와 있습니다.",
        "두 번 스캔한 것이면 이것을 빼 주세요.",
    ),
    Doubt.OLD_EDITION: DoubtWords(
        "예전 서식", "문구가 바뀌기 전의 서식입니다.", "새 서식에 다시 받는 것이 좋습니다."
    ),
    Doubt.PERSON_ENDED: DoubtWords(
        "끝난 분", "이미 이용을 마친 분의 서류입니다.", "그대로 둘지 뺄지 정해 주세요."
    ),
    Doubt.PAGE_MISSING: DoubtWords(
        "쪽이 빠짐",
        "모든 쪽이 들어오지 않았습니다.",
        "빠진 쪽을 스캔해 넣으면 저절로 합쳐집니다.",
    ),
    Doubt.UNSIGNED: DoubtWords(
        "서명 없음", "서명 칸이 비어 보입니다.", "아래 칸을 보시고, 비었으면 다시 받아 주세요."
    ),
    Doubt.NOBODY: DoubtWords(
        "누구인지 모름", "이름 없이 인쇄한 서식입니다.", "종이를 보시고 누구의 것인지 골라 주세요."
    ),
}
ANEW = "다시 받기"
ACTIONS = {
    FormUse.CONSENT: "동의 적고 보관하기",
    FormUse.REQUEST: "이용취소 접수하기",
    FormUse.PAPER: "이분의 서류로 보관하기",
}


def title_of(waiting: WaitingPaper) -> str:
    """Return what the paper is."""
    return paper_title(waiting.kind) if waiting.kind else NAMELESS


def whose_words(waiting: WaitingPaper) -> str:
    """Return whose paper it is and its number, as far as the number tells."""
    who = f"{waiting.name} 님" if waiting.name else ""
    return " · ".join(part for part in (who, waiting.number) if part) or "누구의 것인지 모름"


def question_of(waiting: WaitingPaper) -> Question | None:
    """Return what is asked once more where something speaks against filing."""
    if waiting.paper.doubt is None:
        return None
    words = DOUBTS[waiting.paper.doubt]
    return Question("살펴보고 정하셨나요?", (words.what, words.now), "그래도 보관하기")


def report_words(report: TakenIn) -> str:
    """Say what became of the files, in one line."""
    parts = []
    if report.ready:
        parts.append(f"바로 보관할 서류 {report.ready}건")
    if report.doubtful:
        parts.append(f"살펴볼 서류 {report.doubtful}건")
    if report.again:
        parts.append(f"이미 들어온 파일 {len(report.again)}개")
    if report.empty:
        parts.append(f"빈 쪽 {report.empty}장은 뺐습니다")
    return ", ".join(parts) or "새로 들어온 서류가 없습니다"
