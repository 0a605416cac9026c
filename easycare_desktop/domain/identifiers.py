"""Numbers that identify: care insurance, business, facility, postcode, account, e-mail, money."""

import re
import unicodedata

from easycare_desktop.domain.validation_refusals import (
    CheckDigitError,
    DigitCountError,
    EmailShapeError,
    LtcNumberShapeError,
    NotANumberError,
    NumberTooLargeError,
    NumberTooSmallError,
    OldPostcodeError,
    TextTooLongError,
)

_WON = chr(0xC6D0)
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
# How nearly all are written: the rest is not looked at any closer.
_USUAL_LTC = re.compile(r"L[0-9]{10}")
_LTC = re.compile(r"L?(\d{10})(?:-?(\d{3}))?")
_BUSINESS_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
_BUSINESS_LENGTH = 10
_FIRST_TAX_OFFICE = 101
_FACILITY_LENGTH = 11
_POSTCODE_LENGTH = 5
_ACCOUNT_LEAST, _ACCOUNT_MOST = 10, 16
_EMAIL_MOST = 254
_LOCAL_PART = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN_PART = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_LARGEST_MONEY = 999_999_999_999
_GROUPED = re.compile(r"\d+|\d{1,3}(,\d{3})+")
# 1 eok 2,000 man 5 cheon: the words for 100,000,000, for 10,000 and for 1,000. The last alone,
# or behind the first, is said of ten thousands as well, and is no amount.
_SPOKEN = re.compile(
    r"(?:([\d,]{1,12})\uc5b5\s?)?(?:([\d,]{1,12})\ub9cc\s?(?:(\d)\ucc9c\s?)?)?([\d,]{1,12})?"
)
_STEPS = (100_000_000, 10_000, 1_000, 1)


def parse_ltc_number(text: str) -> str:
    """Return the long-term-care number as L0012345678, with -001 where typed.

    The letter may be left out. Raises `LtcNumberShapeError`.
    """
    if _USUAL_LTC.fullmatch(text):
        return text
    plain = _plain(text).replace(" ", "").upper()
    match = _LTC.fullmatch(plain) or _LTC.fullmatch(plain.replace("-", ""))
    if match is None:
        raise LtcNumberShapeError(sum(char.isdigit() for char in plain))
    number, renewal = match.groups()
    return f"L{number}" + (f"-{renewal}" if renewal else "")


def parse_business_number(text: str) -> str:
    """Return the business registration number (also of non-profits) as 123-45-67890.

    Raises `NotANumberError`, `DigitCountError`, `CheckDigitError`.
    """
    digits = _digits(text, _BUSINESS_LENGTH, _BUSINESS_LENGTH)
    if not _business_number_fits(digits):
        raise CheckDigitError
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}"


def parse_facility_code(text: str) -> str:
    """Return the eleven digits of an agency's code. Raises `NotANumberError`, `DigitCountError`."""
    return _digits(text, _FACILITY_LENGTH, _FACILITY_LENGTH)


def parse_postcode(text: str) -> str:
    """Return the five digits. Raises `NotANumberError`, `OldPostcodeError`, `DigitCountError`."""
    if len(_only_digits(text)) == _POSTCODE_LENGTH + 1:
        raise OldPostcodeError
    return _digits(text, _POSTCODE_LENGTH, _POSTCODE_LENGTH)


def parse_account(text: str) -> str:
    """Return a bank account: 10 to 16 digits, hyphens where they were typed.

    Banks share no check digit. Raises `NotANumberError`, `DigitCountError`.
    """
    _digits(text, _ACCOUNT_LEAST, _ACCOUNT_MOST)
    return re.sub(r"[\s-]+", "-", _plain(text)).strip("-")


def mask_account(account: str) -> str:
    """Return the account with all but its last four digits hidden, e.g. ***-**-**1234."""
    shown = 4
    head, tail = account[:-shown], account[-shown:]
    return re.sub(r"\d", "*", head) + tail


def parse_email(text: str) -> str:
    """Return the address in lower case. Raises `EmailShapeError`, `TextTooLongError`."""
    plain = _plain(text).lower()
    if len(plain) > _EMAIL_MOST:
        raise TextTooLongError(_EMAIL_MOST, len(plain))
    local, at, domain = plain.rpartition("@")
    if not at:
        raise EmailShapeError("at")
    if not _LOCAL_PART.fullmatch(local):
        raise EmailShapeError("local")
    if not _DOMAIN_PART.fullmatch(domain):
        raise EmailShapeError("domain")
    return plain


def parse_digits(text: str, count: int) -> str:
    """Return exactly so many digits. Raises `NotANumberError`, `DigitCountError`."""
    return _digits(text, count, count)


def parse_number(text: str, maximum: int = 0, minimum: int = 0) -> int:
    """Return a whole number, not negative.

    Raises `NotANumberError`, `NumberTooLargeError`, `NumberTooSmallError`.
    """
    plain = _plain(text)
    if not _GROUPED.fullmatch(plain):
        raise NotANumberError
    number = int(plain.replace(",", ""))
    if maximum and number > maximum:
        raise NumberTooLargeError(maximum)
    if number < minimum:
        raise NumberTooSmallError(minimum)
    return number


def parse_money(text: str) -> int:
    """Return an amount in won, with or without commas, sign and word for won, or as spoken.

    Raises as `parse_number`.
    """
    plain = _plain(text).removeprefix("\\").removeprefix(chr(0x20A9)).removesuffix(_WON).strip()
    spoken = _SPOKEN.fullmatch(plain)
    if spoken is None or not any(spoken.groups()[:-1]):
        return parse_number(plain, _LARGEST_MONEY)
    amount, before = 0, _LARGEST_MONEY + 1
    for step, part in zip(_STEPS, spoken.groups(), strict=True):
        if part:
            amount += parse_number(part, (before - 1) // step) * step
            before = step
    return amount


def _plain(text: str) -> str:
    return _DASHES.sub("-", unicodedata.normalize("NFKC", text)).strip()


def _only_digits(text: str) -> str:
    digits = re.sub(r"[\s-]", "", _plain(text))
    if not digits.isascii() or not digits.isdigit():
        raise NotANumberError
    return digits


def _digits(text: str, least: int, most: int) -> str:
    digits = _only_digits(text)
    if not least <= len(digits) <= most:
        raise DigitCountError(least, most, len(digits))
    return digits


def _business_number_fits(digits: str) -> bool:
    numbers = [int(char) for char in digits]
    total = sum(w * n for w, n in zip(_BUSINESS_WEIGHTS, numbers[:-1], strict=True))
    total += numbers[8] * 5 // 10
    shape = int(digits[:3]) >= _FIRST_TAX_OFFICE and digits[3:5] != "00" and digits[5:9] != "0000"
    return shape and (10 - total % 10) % 10 == numbers[9]
