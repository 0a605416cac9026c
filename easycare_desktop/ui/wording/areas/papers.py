"""문서: making papers."""

from easycare_desktop.ui.wording.words import Area, same, typed

PAPERS: Area = {
    "PurposeMissingError": typed(
        "PA-101", "출력하시는 용도를 적어 주세요.", "용도를 고르거나 짧게 적어 주세요."
    ),
    "GlyphMissingError": same(
        "PA-102",
        "인쇄할 수 없는 글자가 들어 있습니다.",
        "그림 글자나 드문 한자를 한글로 바꾸어 주세요.",
    ),
    "PaperTooLongError": same(
        "PA-103",
        "글이 너무 길어 종이 한 칸에 담지 못했습니다.",
        "까닭이나 설명을 짧게 줄여 적어 주세요.",
    ),
}
