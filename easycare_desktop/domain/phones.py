"""Korean telephone numbers: reading them as typed, and setting the hyphens."""

import re
import unicodedata
from dataclasses import dataclass

from easycare_desktop.domain.validation_refusals import (
    AreaCodeMissingError,
    DigitCountError,
    NotANumberError,
    PhonePrefixUnknownError,
)

_LAST_BLOCK = 4
_SIGNS = re.compile(r"[\s().\-\u2010-\u2015\u00b7/]")
_COUNTRY = "82"
# How nearly all are written: the rest is not looked at any closer.
_MOBILE = re.compile(r"(010)[- ]?([0-9]{4})[- ]?([0-9]{4})")
_REPRESENTATIVE = re.compile(r"1[568]\d{6}")
_LOCAL = (7, 8)
_LONGEST_LOCAL = 11


@dataclass(frozen=True, slots=True)
class _Plan:
    """Numbers beginning like `pattern`: length of the first block, and of the whole."""

    pattern: re.Pattern[str]
    first: int
    least: int
    most: int


_PLANS = (
    _Plan(re.compile(r"010"), 3, 11, 11),
    _Plan(re.compile(r"01[16789]"), 3, 10, 11),
    _Plan(re.compile(r"02"), 2, 9, 10),
    _Plan(re.compile(r"0(3[1-3]|4[1-4]|5[1-5]|6[1-4])"), 3, 10, 11),
    _Plan(re.compile(r"050[2-8]"), 4, 11, 12),
    _Plan(re.compile(r"070"), 3, 11, 11),
    _Plan(re.compile(r"080"), 3, 10, 11),
    _Plan(re.compile(r"1[568]\d\d"), 4, 8, 8),
)


def parse_phone(text: str) -> str:
    """Return the number with hyphens, e.g. 010-1234-5678.

    Blanks, dots, brackets and a leading +82 are read away. Raises `NotANumberError`,
    `AreaCodeMissingError`, `PhonePrefixUnknownError`, `DigitCountError`.
    """
    usual = _MOBILE.fullmatch(text)
    if usual:
        return "-".join(usual.groups())
    digits = _digits(text)
    plan = _plan(digits)
    if plan is None:
        if len(digits) in _LOCAL and not digits.startswith("0"):
            raise AreaCodeMissingError
        raise PhonePrefixUnknownError
    if not plan.least <= len(digits) <= plan.most:
        raise DigitCountError(plan.least, plan.most, len(digits))
    return _hyphenate(digits, plan)


def phone_as_typed(text: str) -> str:
    """Return what has been typed so far with the hyphens set, for a field that follows along."""
    digits = "".join(char for char in unicodedata.normalize("NFKC", text) if char.isdigit())
    plan = _plan(digits)
    if plan is None:
        return digits
    if len(digits) >= plan.least:
        return _hyphenate(digits[: plan.most], plan)
    middle = plan.least - plan.first - _LAST_BLOCK
    cuts = (digits[: plan.first], digits[plan.first : plan.first + middle])
    return "-".join(part for part in (*cuts, digits[plan.first + middle :]) if part)


def mask_phone(phone: str) -> str:
    """Return the number with its middle block hidden, e.g. 010-****-5678."""
    *shown, last = phone.split("-")
    if len(shown) <= 1:
        return "-".join([*shown, "*" * len(last)])
    return "-".join([shown[0], *("*" * len(block) for block in shown[1:]), last])


def _digits(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip()
    digits = _SIGNS.sub("", plain).removeprefix("+")
    if not digits.isascii() or not digits.isdigit():
        raise NotANumberError
    abroad = plain.startswith("+") or digits.startswith("00") or len(digits) >= _LONGEST_LOCAL
    rest = digits.removeprefix("00") if abroad else digits
    if abroad and rest.startswith(_COUNTRY):
        rest = rest.removeprefix(_COUNTRY).removeprefix("0")
        return rest if _REPRESENTATIVE.fullmatch(rest) else f"0{rest}"
    return digits


def _plan(digits: str) -> _Plan | None:
    return next((plan for plan in _PLANS if plan.pattern.match(digits)), None)


def _hyphenate(digits: str, plan: _Plan) -> str:
    blocks = (digits[: plan.first], digits[plan.first : -_LAST_BLOCK], digits[-_LAST_BLOCK:])
    return "-".join(block for block in blocks if block)
