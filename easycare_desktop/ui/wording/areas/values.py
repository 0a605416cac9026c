"""Numbers, telephone numbers and text that somebody typed."""

from typing import Any

from easycare_desktop.ui.wording.words import Area, Words, typed


def _digits(refusal: Any) -> Words:  # noqa: ANN401 - known by the name of its class alone
    if refusal.missing:
        happened = "숫자 {missing}자리가 모자랍니다."
    else:
        happened = "숫자가 {surplus}자리 많습니다."
    return typed("IN-102", happened, "숫자를 하나씩 다시 보아 주세요.")


def _email(refusal: Any) -> Words:  # noqa: ANN401
    parts = {
        "at": "전자우편에는 @ 기호가 하나 있어야 합니다.",
        "local": "@ 기호 앞부분이 올바르지 않습니다.",
        "domain": "@ 기호 뒷부분이 올바르지 않습니다.",
    }
    happened = parts.get(refusal.part, "전자우편 주소가 아닙니다.")
    return typed("IN-110", happened, "주소를 처음부터 다시 보아 주세요.")


def _choice(refusal: Any) -> Words:  # noqa: ANN401
    happened = "고를 수 없는 값입니다."
    if refusal.choices:
        happened += f" {', '.join(refusal.choices)} 가운데 하나여야 합니다."
    return typed("IN-115", happened, "목록에서 하나를 골라 주세요.")


VALUES: Area = {
    "RequiredMissingError": typed(
        "IN-101", "꼭 적어야 하는 칸입니다.", "「필수」라고 쓰인 칸을 채워 주세요."
    ),
    "DigitCountError": _digits,
    "NotANumberError": typed("IN-103", "숫자만 적을 수 있습니다.", "숫자로 다시 적어 주세요."),
    "NumberTooLargeError": typed(
        "IN-104", "{maximum}보다 클 수 없습니다.", "더 작은 수로 적어 주세요."
    ),
    "NumberTooSmallError": typed(
        "IN-120", "{minimum}보다 작을 수 없습니다.", "더 큰 수로 적어 주세요."
    ),
    "PhonePrefixUnknownError": typed(
        "IN-105", "이렇게 시작하는 전화번호는 없습니다.", "010이나 지역번호부터 적어 주세요."
    ),
    "AreaCodeMissingError": typed(
        "IN-106", "지역번호가 빠졌습니다.", "02, 031처럼 지역번호부터 적어 주세요."
    ),
    "LtcNumberShapeError": typed(
        "IN-107",
        "인정번호는 L과 숫자 10자리입니다. 지금 {got}자리입니다.",
        "인정서를 보며 다시 적어 주세요.",
    ),
    "CheckDigitError": typed(
        "IN-108", "숫자 한 자리가 틀린 것 같습니다.", "서류를 보며 다시 적어 주세요."
    ),
    "OldPostcodeError": typed(
        "IN-109", "옛 우편번호(6자리)입니다.", "새 우편번호 5자리로 적어 주세요."
    ),
    "EmailShapeError": _email,
    "TextTooShortError": typed(
        "IN-111", "{minimum}자 이상 적어 주세요. 지금 {got}자입니다.", "조금 더 길게 적어 주세요."
    ),
    "TextTooLongError": typed(
        "IN-112", "{maximum}자까지 적을 수 있습니다. 지금 {got}자입니다.", "짧게 줄여 주세요."
    ),
    "CharacterNotAllowedError": typed(
        "IN-113",
        "{position}번째 글자는 여기에 쓸 수 없습니다.",
        "그 글자를 지우고 다시 적어 주세요.",
    ),
    "SyllableIncompleteError": typed(
        "IN-114", "{position}번째 글자가 덜 쓰였습니다.", "그 글자를 끝까지 적어 주세요."
    ),
    "ChoiceUnknownError": _choice,
    "ResidentNumberUnreadError": typed(
        "IN-121",
        "주민등록번호로 읽을 수 없습니다.",
        "앞 6자리를 적거나 생년월일 칸을 따로 채워 주세요.",
    ),
    "ResidentNumberNotAllowedError": typed(
        "IN-116",
        "주민등록번호로 보이는 숫자가 있습니다.",
        "법에서 허용하지 않는 칸이니 지워 주세요.",
    ),
    "CardNumberNotAllowedError": typed(
        "IN-117", "카드번호로 보이는 숫자가 있습니다.", "끝 네 자리만 남기고 지워 주세요."
    ),
    "AccountLikeResidentNumberError": typed(
        "IN-119",
        "주민등록번호와 모양이 같습니다. 계좌번호가 맞으면 - 없이 적어 주세요.",
        "통장을 보며 숫자만 적어 주세요.",
    ),
    "TextSizeError": typed(
        "IN-118", "글자 크기는 100%에서 200%까지입니다.", "그 사이의 크기를 골라 주세요."
    ),
}
