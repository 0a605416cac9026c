import pytest

from easycare_desktop.domain.free_text import (
    cover_all_but_seven,
    cover_resident_numbers,
    may_hold_number,
    parse_line,
    parse_long_text,
    refuse_card_number,
    refuse_resident_number,
)
from easycare_desktop.domain.validation_refusals import (
    CardNumberNotAllowedError,
    CharacterNotAllowedError,
    ResidentNumberNotAllowedError,
    TextTooLongError,
)


@pytest.mark.parametrize(
    "text",
    [
        "990101-3000007",
        "990101-3000001",
        "주민번호 450305-1234567 입니다",
        "450305 - 2234567",
        "450305–1234567",
        "450305.1234567",
        "450305~1234567",
        "４５０３０５－１２３４５６７",
        "외국인 990101-7123453",
        "000229-3123456",
        "가450305-1234567나",
    ],
)
def test_resident_numbers_are_refused(text: str):
    assert may_hold_number(text)
    for joined in (True, False):
        with pytest.raises(ResidentNumberNotAllowedError):
            refuse_resident_number(text, joined=joined)


@pytest.mark.parametrize("text", ["4503051234567", "번호: 4503051234567.", "450305 1234567"])
def test_thirteen_digits_in_a_row_are_refused_in_free_text(text: str):
    assert may_hold_number(text)
    with pytest.raises(ResidentNumberNotAllowedError):
        refuse_resident_number(text, joined=True)
    refuse_resident_number(text, joined=False)


@pytest.mark.parametrize(
    "text",
    [
        "451305-1234567",
        "450230-1234567",
        "010229-3123456",
        "450305-9234567",
        "450305-0234567",
        "450305-123456",
        "450305-12345678",
        "1450305-1234567",
        "010-1234-5678",
        "L0012345678-001",
        "2026. 3. 5.",
        "450305-1******",
        "",
    ],
)
def test_other_numbers_are_none(text: str):
    refuse_resident_number(text, joined=True)


@pytest.mark.parametrize(
    "text",
    ["4111 1111 1111 1111", "4111-1111-1111-1111", "카드 4111111111111111", "5500000000000004"],
)
def test_card_numbers_are_refused(text: str):
    assert may_hold_number(text)
    with pytest.raises(CardNumberNotAllowedError):
        refuse_card_number(text)


@pytest.mark.parametrize(
    "text", ["4111 1111 1111 1112", "1111 1111 1111 1111", "뒤 네 자리 1111", ""]
)
def test_other_numbers_are_no_cards(text: str):
    refuse_card_number(text)


def test_a_line_is_one_line():
    assert parse_line("  행복시\t나눔구 \n 봄길  12 ") == "행복시 나눔구 봄길 12"
    assert parse_line("<b>굵게</b> & =1+1") == "<b>굵게</b> & =1+1"


def test_a_long_text_keeps_its_lines():
    assert parse_long_text(" 첫째 줄 \r\n둘째\t줄\n\n") == "첫째 줄\n둘째 줄"


def test_texts_have_a_length():
    assert parse_line("가" * 200) == "가" * 200
    with pytest.raises(TextTooLongError) as refused:
        parse_line("가" * 11, 10)
    assert (refused.value.maximum, refused.value.got) == (10, 11)
    with pytest.raises(TextTooLongError):
        parse_long_text("가" * 2001)


@pytest.mark.parametrize(("text", "position"), [("가\x00나", 2), ("\x1b[31m", 1), ("나\ue000", 2)])
def test_control_characters_are_refused(text: str, position: int):
    with pytest.raises(CharacterNotAllowedError) as refused:
        parse_line(text)
    assert refused.value.position == position


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("800101-1234567", "800101-1******"),
        ("홍길동 8001011234567 확인", "홍길동 8001011****** 확인"),
        ("800230-2123456", "800230-2******"),
        ("L1000000001-001", "L1000000001-001"),
        ("010-0000-1111", "010-0000-1111"),
        ("2025-01-01", "2025-01-01"),
    ],
)
def test_resident_numbers_are_covered_behind_the_seventh_digit(text: str, hidden: str):
    assert cover_resident_numbers(text) == hidden


def test_in_a_cell_of_its_own_every_further_digit_is_covered():
    assert cover_all_but_seven("800101 - 12345678") == "800101 - 1*******"
    assert cover_all_but_seven("8001011") == "8001011"
