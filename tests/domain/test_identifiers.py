import pytest
from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.domain.identifiers import (
    mask_account,
    parse_account,
    parse_business_number,
    parse_email,
    parse_facility_code,
    parse_ltc_number,
    parse_money,
    parse_number,
    parse_postcode,
)
from easycare_desktop.domain.validation_refusals import (
    CheckDigitError,
    DigitCountError,
    EmailShapeError,
    LtcNumberShapeError,
    NotANumberError,
    NumberTooLargeError,
    OldPostcodeError,
    TextTooLongError,
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("L0012345678", "L0012345678"),
        ("l0012345678", "L0012345678"),
        ("0012345678", "L0012345678"),
        ("L0012345678-001", "L0012345678-001"),
        ("0012345678-001", "L0012345678-001"),
        ("L0012345678001", "L0012345678-001"),
        ("L00-1234-5678", "L0012345678"),
        (" L 0012345678 ", "L0012345678"),
        ("Ｌ００１２３４５６７８", "L0012345678"),
        ("L0012345678–101", "L0012345678-101"),
    ],
)
def test_care_insurance_numbers(typed: str, number: str):
    assert parse_ltc_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "got"),
    [
        ("L001234567", 9),
        ("L00123456789", 11),
        ("L0012345678-01", 12),
        ("X0012345678", 10),
        ("", 0),
        ("LL0012345678", 10),
    ],
)
def test_other_shapes_are_no_care_insurance_number(typed: str, got: int):
    with pytest.raises(LtcNumberShapeError) as refused:
        parse_ltc_number(typed)
    assert refused.value.got == got


@pytest.mark.parametrize("typed", ["116-82-00276", "1168200276", " 116 82 00276 ", "116–82–00276"])
def test_business_numbers(typed: str):
    assert parse_business_number(typed) == "116-82-00276"
    assert parse_business_number("134-86-72683") == "134-86-72683"


@pytest.mark.parametrize("typed", ["123-45-67890", "116-82-00277", "116-00-00276", "000-00-00000"])
def test_a_business_number_with_a_wrong_digit_is_refused(typed: str):
    with pytest.raises(CheckDigitError):
        parse_business_number(typed)


@given(st.integers(0, 9), st.integers(1, 9))
def test_any_single_wrong_digit_is_found_where_the_weight_allows(place: int, step: int):
    digits = [int(char) for char in "1348672683"]
    digits[place] = (digits[place] + step) % 10
    typed = "".join(map(str, digits))
    if place != 8 and int(typed[:3]) >= 101:
        with pytest.raises(CheckDigitError):
            parse_business_number(typed)


def test_digits_of_a_business_number_are_counted():
    with pytest.raises(DigitCountError) as refused:
        parse_business_number("116-82-0027")
    assert refused.value.missing == 1
    with pytest.raises(NotANumberError):
        parse_business_number("116-82-0027a")


def test_facility_codes():
    assert parse_facility_code("1-50110-00168") == "15011000168"
    with pytest.raises(DigitCountError) as refused:
        parse_facility_code("150110001688")
    assert refused.value.surplus == 1


def test_postcodes():
    assert parse_postcode(" 06236 ") == "06236"
    for old in ("135080", "135-080"):
        with pytest.raises(OldPostcodeError):
            parse_postcode(old)
    with pytest.raises(DigitCountError) as refused:
        parse_postcode("0623")
    assert refused.value.missing == 1
    with pytest.raises(DigitCountError):
        parse_postcode("1234567")
    with pytest.raises(NotANumberError):
        parse_postcode("0623a")


def test_accounts_keep_their_hyphens():
    assert parse_account("110-123-456789") == "110-123-456789"
    assert parse_account("110 123 456789") == "110-123-456789"
    assert parse_account("110123456789") == "110123456789"
    assert parse_account("１１０－１２３－４５６７８９") == "110-123-456789"
    with pytest.raises(DigitCountError) as refused:
        parse_account("110-123-456")
    assert refused.value.missing == 1
    with pytest.raises(NotANumberError):
        parse_account("하나 110-123-456789")
    assert mask_account("110-123-456789") == "***-***-**6789"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("hong@example.kr", "hong@example.kr"),
        (" Hong.Gil-Dong@Example.CO.KR ", "hong.gil-dong@example.co.kr"),
        ("a+b_c@sub.example.com", "a+b_c@sub.example.com"),
        ("ｈｏｎｇ＠example.kr", "hong@example.kr"),
    ],
)
def test_addresses_of_mail(typed: str, address: str):
    assert parse_email(typed) == address


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("hong.example.kr", "at"),
        ("@example.kr", "local"),
        ("hong..gil@example.kr", "local"),
        (".hong@example.kr", "local"),
        ("홍길동@example.kr", "local"),
        ("hong gil@example.kr", "local"),
        ("hong@example", "domain"),
        ("hong@", "domain"),
        ("hong@example..kr", "domain"),
        ("hong@-example.kr", "domain"),
        ("hong@example.k", "domain"),
        ("a@b@example.kr", "local"),
    ],
)
def test_what_is_wrong_with_an_address_is_told(typed: str, part: str):
    with pytest.raises(EmailShapeError) as refused:
        parse_email(typed)
    assert refused.value.part == part


def test_an_endless_address_is_refused():
    with pytest.raises(TextTooLongError):
        parse_email("a" * 250 + "@example.kr")


@pytest.mark.parametrize(
    ("typed", "won"),
    [
        ("0", 0),
        ("120000", 120000),
        ("120,000", 120000),
        ("1,234,567", 1234567),
        ("120,000원", 120000),
        ("120000 원", 120000),
        ("₩120,000", 120000),
        ("￦120,000", 120000),
        ("\\120,000", 120000),
        ("１２０，０００", 120000),
        ("120만원", 1200000),
        ("120만", 1200000),
        ("1,200만 원", 12000000),
        ("12만5천원", 125000),
        ("12만 5,000원", 125000),
        ("1억 2000만원", 120000000),
        ("1억", 100000000),
        ("1억 3만 5000", 100035000),
    ],
)
def test_amounts(typed: str, won: int):
    assert parse_money(typed) == won


@pytest.mark.parametrize(
    "typed",
    [
        "12,00",
        "1,2345",
        "-500",
        "12.5",
        "약 3만원",
        "",
        "천원",
        "만원",
        "1억 5천",
        "1,2만",
        "5천",
    ],
)
def test_what_is_no_amount_is_refused(typed: str):
    with pytest.raises(NotANumberError):
        parse_money(typed)


def test_numbers_have_a_limit():
    assert parse_number("31", 31) == 31
    with pytest.raises(NumberTooLargeError) as refused:
        parse_number("32", 31)
    assert refused.value.maximum == 31
    with pytest.raises(NumberTooLargeError):
        parse_money("9999999999999")
    for typed in ("3만 12000", "1억 20000만원", "3만5천 1000원", "99999억"):
        with pytest.raises(NumberTooLargeError):
            parse_money(typed)
