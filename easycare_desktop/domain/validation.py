"""Checks what was typed for an item group, field by field and together."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from easycare_desktop.domain.catalogue import FieldKind, ItemField, ItemGroup
from easycare_desktop.domain.date_words import DateWords
from easycare_desktop.domain.dates import parse_date
from easycare_desktop.domain.free_text import (
    LONGEST_LINE,
    SHORTEST_NUMBER,
    may_hold_number,
    parse_line,
    parse_long_text,
    refuse_card_number,
    refuse_resident_number,
)
from easycare_desktop.domain.identifiers import (
    parse_account,
    parse_business_number,
    parse_digits,
    parse_email,
    parse_facility_code,
    parse_ltc_number,
    parse_money,
    parse_number,
    parse_postcode,
)
from easycare_desktop.domain.names import parse_name
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.phones import parse_phone
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.resident_numbers import (
    REGISTERED,
    parse_foreigner_number,
    parse_resident_number,
)
from easycare_desktop.domain.rule_refusals import NotInCatalogueError
from easycare_desktop.domain.validation_refusals import (
    AccountLikeResidentNumberError,
    BeforeBirthError,
    ChoiceUnknownError,
    DateOrderError,
    RequiredMissingError,
    ResidentNumberNotAllowedError,
    TextTooLongError,
)

LONGEST_TYPED = 8_000
"""No field takes more; a page pasted by mistake is not looked at any closer."""
_NO_WORDS = DateWords()
_DIGITS_IN_A_ROW = {FieldKind.ACCOUNT, FieldKind.PHONE, FieldKind.NUMBER, FieldKind.MONEY}
_FREE = {FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.NAME, FieldKind.ADDRESS}
_BY_KIND = {
    FieldKind.NAME: parse_name,
    FieldKind.PHONE: parse_phone,
    FieldKind.EMAIL: parse_email,
    FieldKind.ACCOUNT: parse_account,
    FieldKind.LTC_NUMBER: parse_ltc_number,
    FieldKind.BUSINESS_NUMBER: parse_business_number,
    FieldKind.FACILITY_CODE: parse_facility_code,
    FieldKind.POSTCODE: parse_postcode,
    FieldKind.RESIDENT_NUMBER: parse_resident_number,
    FieldKind.FOREIGNER_NUMBER: parse_foreigner_number,
}


def validate(
    group: ItemGroup,
    kind: PersonKind,
    values: Mapping[str, str],
    today: date,
    words: DateWords = _NO_WORDS,
) -> tuple[dict[str, str], dict[str, InputRefusal]]:
    """Return what is to be stored, and by field code what is wrong with the rest.

    Stored are dates in ISO form, phones with hyphens, numbers and amounts as digits, choices as
    codes; empty fields are left out. Raises `NotInCatalogueError` for a field that persons of this
    kind do not have: nothing outside the catalogue is stored.
    """
    if group.closed:
        raise NotInCatalogueError(group.code)
    fields = {field.code: field for field in group.fields_for(kind)}
    for code in values:
        if code not in fields:
            raise NotInCatalogueError(group.code, code)
    good: dict[str, str] = {}
    wrong: dict[str, InputRefusal] = {}
    for code, field in fields.items():
        try:
            value = parse_value(field, values.get(code, ""), today, words)
        except InputRefusal as refusal:
            refusal.field = code
            wrong[code] = refusal
        else:
            good.update({code: value} if value else {})
    wrong.update(_out_of_order(fields.values(), good))
    return {code: value for code, value in good.items() if code not in wrong}, wrong


def missing_or_unordered(group: ItemGroup, values: Mapping[str, str]) -> dict[str, InputRefusal]:
    """Return by field code what is wrong with values, each right by itself, when taken together.

    `group` is as it stands for a kind of person, `values` as they are stored.
    """
    wrong: dict[str, InputRefusal] = {}
    for field in group.fields:
        if field.required and not values.get(field.code):
            wrong[field.code] = RequiredMissingError(field.code)
    return wrong | _out_of_order(group.fields, values)


def parse_value(field: ItemField, typed: str, today: date, words: DateWords = _NO_WORDS) -> str:
    """Return one value as it is stored, empty if nothing was typed. Raises an `InputRefusal`."""
    return reader_of(field, today, words)(typed)


def reader_of(field: ItemField, today: date, words: DateWords = _NO_WORDS) -> Callable[[str], str]:
    """Return what does the same with one text after another of a field."""
    kind = field.kind
    parse = _parser_of(field, today, words)
    may_be_number = kind not in REGISTERED
    joined, free = kind not in _DIGITS_IN_A_ROW, kind in _FREE
    account = kind is FieldKind.ACCOUNT
    refusal = AccountLikeResidentNumberError if account else ResidentNumberNotAllowedError

    def read(typed: str) -> str:
        if not typed.strip():
            if field.required:
                raise RequiredMissingError(field.code)
            return ""
        if len(typed) > LONGEST_TYPED:
            raise TextTooLongError(field.maximum or LONGEST_LINE, len(typed))
        if (len(typed) >= SHORTEST_NUMBER or not typed.isascii()) and may_hold_number(typed):
            if may_be_number:
                refuse_resident_number(typed, joined=joined, refusal=refusal)
            if free:
                refuse_card_number(typed)
        return parse(typed)

    return read


def _parser_of(field: ItemField, today: date, words: DateWords) -> Callable[[str], str]:
    kind, maximum = field.kind, field.maximum
    if kind is FieldKind.DATE:
        past, birth = field.past, field.birth
        return lambda typed: parse_date(typed, today, words, past=past, birth=birth).isoformat()
    if kind is FieldKind.CHOICE:
        return partial(_choice, field)
    if kind is FieldKind.NUMBER:
        return lambda typed: str(parse_number(typed, maximum, field.minimum))
    if kind is FieldKind.MONEY:
        return lambda typed: str(parse_money(typed))
    if kind is FieldKind.LONG_TEXT:
        return partial(parse_long_text, maximum=maximum)
    return _BY_KIND.get(kind) or _line_parser(field)


def _line_parser(field: ItemField) -> Callable[[str], str]:
    if field.digits:
        return partial(parse_digits, count=field.digits)
    return partial(parse_line, maximum=field.maximum)


def _choice(field: ItemField, typed: str) -> str:
    wanted = typed.strip()
    for code, label in field.choices:
        if wanted in {code, label}:
            return code
    raise ChoiceUnknownError(field.code, tuple(label for _, label in field.choices))


def _out_of_order(fields: Iterable[ItemField], good: Mapping[str, str]) -> dict[str, InputRefusal]:
    wrong: dict[str, InputRefusal] = {}
    fields = tuple(fields)
    births = {field.code for field in fields if field.birth}
    for field in fields:
        earlier = field.not_before
        if not earlier:
            continue
        code = field.code
        if code in good and earlier in good and good[code] < good[earlier]:
            refusal = BeforeBirthError(earlier) if earlier in births else DateOrderError(earlier)
            refusal.field = code
            wrong[code] = refusal
    return wrong
