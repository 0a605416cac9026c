"""Signing in: logins, passwords, the recovery sheet, accounts and rights."""

from typing import Any

from easycare_desktop.ui.wording.words import Area, Words, same, typed


def _wrong(refusal: Any) -> Words:  # noqa: ANN401 - known by the name of its class alone
    tries = refusal.tries
    happened = "아이디 또는 비밀번호가 맞지 않습니다."
    if tries > 1:
        happened = "아이디 또는 비밀번호가 맞지 않습니다. {tries}번째입니다."
    return Words(
        happened,
        "자료는 잠긴 채 안전합니다.",
        "한/영과 대문자 표시를 보고 다시 적어 주세요.",
        "LG-101",
    )


def _closed(refusal: Any) -> Words:  # noqa: ANN401
    until = f"{refusal.until:%H}시 {refusal.until:%M}분"
    return Words(
        "여러 번 틀려서 이 아이디를 잠시 닫았습니다.",
        "자료는 잠긴 채 안전합니다.",
        f"{until}이 지난 뒤 다시 해 주세요.",
        "LG-102",
    )


LOGIN: Area = {
    "WrongLoginError": _wrong,
    "TooManyTriesError": _closed,
    "AccountBlockedError": Words(
        "지금 쓸 수 없는 계정입니다.",
        "자료는 잠긴 채 안전합니다.",
        "책임자에게 물어봐 주세요. 떠난 분의 계정은 다시 열지 않습니다.",
        "LG-103",
    ),
    "WrongSheetError": Words(
        "제{number}호 비상 열쇠 종이의 글자가 아닙니다.",
        "자료는 잠긴 채 안전합니다.",
        "번호가 같은 종이인지 보고 다시 적어 주세요.",
        "LG-104",
    ),
    "OnlySheetOpensError": Words(
        "비상 열쇠 종이로 열다가 새 비밀번호를 정하지 않았습니다.",
        "자료는 잠긴 채 안전합니다. 비밀번호가 틀린 것이 아닙니다.",
        "제{number}호 비상 열쇠 종이로 다시 열고 새 비밀번호를 정해 주세요.",
        "LG-126",
    ),
    "RecoveryCodeLengthError": typed(
        "LG-105", "25자여야 합니다. 지금 {found}자입니다.", "종이의 다섯 묶음을 모두 적어 주세요."
    ),
    "RecoveryCodeCharacterError": typed(
        "LG-106", "{group}번째 묶음에 쓰지 않는 글자가 있습니다.", "종이를 보며 다시 적어 주세요."
    ),
    "RecoveryCodeGroupError": typed(
        "LG-107", "{group}번째 묶음이 맞지 않습니다.", "그 묶음만 다시 적어 주세요."
    ),
    "PasswordUnchangedError": typed(
        "LG-109", "지금 비밀번호와 같습니다.", "다른 비밀번호를 지어 주세요."
    ),
    "PasswordTooShortError": typed(
        "LG-110", "비밀번호는 {least}자 이상이어야 합니다.", "문장처럼 길게 지어 주세요."
    ),
    "PasswordNamesOwnerError": typed(
        "LG-111",
        "아이디, 이름, 시설코드가 들어 있습니다.",
        "그 말을 빼고 다시 지어 주세요.",
    ),
    "PasswordHasRunError": typed(
        "LG-112",
        "같은 글자나 이어진 글자가 네 자 이상 있습니다.",
        "이어지지 않게 다시 지어 주세요.",
    ),
    "PasswordCommonError": typed(
        "LG-113", "남들이 먼저 맞혀 볼 만한 비밀번호입니다.", "다른 비밀번호를 지어 주세요."
    ),
    "LoginTakenError": typed(
        "LG-114", "다른 분이 쓰는 아이디입니다.", "다른 아이디를 적어 주세요."
    ),
    "LoginEmptyError": typed("LG-115", "아이디를 적어 주세요.", "쓰실 아이디를 적어 주세요."),
    "AccountUnknownError": same("LG-120", "없는 계정입니다.", "계정 목록에서 다시 골라 주세요."),
    "PasswordGivenError": same(
        "LG-124",
        "아직 본인이 정한 비밀번호가 아닙니다.",
        "먼저 본인이 사무실을 열어 비밀번호를 바꿔 주세요.",
    ),
    "AccountLeftError": same(
        "LG-125",
        "떠난 분의 계정은 다시 열지 않습니다.",
        "다시 일하시면 「계정 추가하기」로 새 아이디를 만들어 주세요.",
    ),
    "LastOfficerError": same(
        "LG-121",
        "마지막 책임자 계정은 정지할 수 없습니다.",
        "다른 분을 먼저 책임자로 정해 주세요.",
    ),
    "NotAnOfficerError": same(
        "LG-122", "책임자만 할 수 있는 일입니다.", "책임자 계정으로 들어와서 해 주세요."
    ),
    "NotPermittedError": same(
        "LG-123",
        "이 계정({role})은 「{right}」 권한이 없습니다.",
        "권한이 있는 분께 부탁하세요. 이 시도도 기록되었습니다.",
    ),
}
