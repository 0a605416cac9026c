"""엑셀 가져오기와 내보내기: lists that come in and go out."""

from typing import Any

from easycare_desktop.ui.wording.words import Area, Words, same, typed

_NOTHING_IN = "목록은 아직 가져오지 않았습니다."


def _unread(number: str, happened: str, todo: str) -> Words:
    return Words(happened, _NOTHING_IN, todo, number)


def _damaged(refusal: Any) -> Words:  # noqa: ANN401 - known by the name of its class alone
    if not refusal.row:
        return _unread(
            "EX-105", "파일이 상했거나 중간에 끊겼습니다.", "파일을 다시 받거나 다시 저장해 주세요."
        )
    return _unread(
        "EX-105",
        "{row}번째 줄에서 파일이 상했거나 끊겼습니다.",
        "그 줄의 글자와 따옴표를 보고, 고쳐서 다시 저장해 주세요.",
    )


LISTS: Area = {
    "HandoverEmptyError": same(
        "EX-140", "넘길 자료가 없습니다.", "급여계약이나 급여제공기록이 있는지 보세요."
    ),
    "ListFileMissingError": _unread(
        "EX-101", "파일을 읽지 못했습니다.", "엑셀에서 열려 있으면 닫고 다시 골라 주세요."
    ),
    "ListFileTooLargeError": _unread(
        "EX-102",
        "사람 목록이라기에는 파일이 너무 큽니다.",
        "필요한 시트만 따로 저장해 골라 주세요.",
    ),
    "ListFileUnknownError": _unread(
        "EX-103",
        "엑셀이나 쉼표로 나눈 목록이 아닙니다.",
        "엑셀에서 열리면 「다른 이름으로 저장」에서 「통합 문서」로 저장해 골라 주세요.",
    ),
    "ListFileLockedError": _unread(
        "EX-104", "암호가 걸린 엑셀 파일입니다.", "엑셀에서 암호를 풀고 저장해 주세요."
    ),
    "ListFileDamagedError": _damaged,
    "ListFileEmptyError": _unread(
        "EX-106", "파일에 적힌 줄이 없습니다.", "다른 파일이나 다른 시트를 골라 주세요."
    ),
    "MixedEncodingError": _unread(
        "EX-107",
        "{row}번째 줄부터 글자 방식이 다릅니다.",
        "한 프로그램에서 한 번에 저장한 파일을 골라 주세요.",
    ),
    "TooManyColumnsError": _unread(
        "EX-108", "칸이 {most}개를 넘는 목록입니다.", "필요한 칸만 남겨 다시 저장해 주세요."
    ),
    "TooManyRowsError": _unread(
        "EX-109", "줄이 {most}개를 넘는 목록입니다.", "목록을 나누어 따로 저장해 주세요."
    ),
    "HeadingNotFoundError": _unread(
        "EX-110",
        "제목 줄을 찾지 못했습니다.",
        "첫 줄에 성명, 생년월일 같은 제목이 있는지 보아 주세요.",
    ),
    "BackDigitsReadError": _unread(
        "EX-119",
        "「{title}」 칸은 주민등록번호 뒷자리로 보여 가져올 수 없습니다.",
        "「읽지 않음」으로 바꾸거나, 다른 번호면 엑셀에서 제목을 고쳐 주세요.",
    ),
    "NothingToImportError": same(
        "EX-111", "가져올 줄이 없습니다.", "가져올 줄에 표시하거나 목록을 고쳐 다시 골라 주세요."
    ),
    "ImportNotUndoableError": same(
        "EX-112",
        "{number} 목록은 가져온 뒤에 고친 것이 있습니다.",
        "한 분씩 고치거나 급여 종료로 정리해 주세요.",
    ),
    "ImportUnknownError": same(
        "EX-113", "이미 되돌렸거나 없는 목록입니다.", "가져온 목록을 새로 보아 주세요."
    ),
    "UndoUnfinishedError": Words(
        "되돌리다가 끝까지 마치지 못했습니다.",
        "되돌린 분의 자료는 이제 아무도 열 수 없고, 나머지는 그대로입니다.",
        "저장 공간을 비우고 사무실을 다시 여시면 저절로 마칩니다.",
        "EX-118",
    ),
    "RowTwiceError": typed(
        "EX-114", "{row}번째 줄과 같은 분입니다.", "두 줄을 한 줄로 모아 주세요."
    ),
    "TotalsRowError": typed(
        "EX-124", "사람이 아니라 합계 줄입니다.", "그대로 두셔도 등록되지 않습니다."
    ),
    "NobodyInRowError": typed(
        "EX-125", "읽는 칸이 모두 빈 줄입니다.", "사람이 있는 줄이면 칸 맞추기를 다시 보아 주세요."
    ),
    "GuardianDiffersError": typed(
        "EX-123",
        "{row}번째 줄에 적힌 같은 보호자의 번호와 다릅니다.",
        "맞는 번호로 두 줄을 똑같이 고쳐 주세요.",
    ),
    "PersonAmbiguousError": typed(
        "EX-115", "이 줄에 맞는 분이 둘 이상 있습니다.", "인정번호나 생년월일을 채워 주세요."
    ),
    "RecipientUnknownError": typed(
        "EX-120",
        "이 줄의 수급자가 등록되어 있지 않습니다.",
        "수급자를 먼저 등록하거나, 이름과 생년월일을 고쳐 주세요.",
    ),
    "NoRoomForMoreError": typed(
        "EX-122",
        "한 분에게 {most}가지까지 적을 수 있습니다.",
        "끝난 것을 정리하고 다시 가져와 주세요.",
    ),
    "UndecidedFirstError": typed(
        "EX-121",
        "이 줄의 분을 먼저 정해야 둘째 보호자를 더할 수 있습니다.",
        "이 줄을 가져온 뒤 같은 목록을 한 번 더 가져와 주세요.",
    ),
    "ExportEmptyError": same(
        "EX-117",
        "내보낼 수 있는 사람이나 항목이 없습니다.",
        "사람과 항목을 고르고, 이용을 멈춘 분인지 보아 주세요.",
    ),
    "PersonFrozenError": typed(
        "EX-116", "종료 중이거나 이용을 멈춘 분입니다.", "그대로 두거나 한 분씩 확인해 주세요."
    ),
}
