from datetime import date
from pathlib import Path

import pytest

from easycare_desktop.domain.catalogue import Catalogue, FieldKind, ItemField
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.requests import DateInFutureError
from easycare_desktop.domain.rule_refusals import NotInCatalogueError
from easycare_desktop.domain.validation import parse_value, validate
from easycare_desktop.domain.validation_refusals import (
    AccountLikeResidentNumberError,
    CardNumberNotAllowedError,
    ChoiceUnknownError,
    DateOrderError,
    DigitCountError,
    LtcNumberShapeError,
    NotANumberError,
    NumberTooLargeError,
    NumberTooSmallError,
    RequiredMissingError,
    ResidentNumberNotAllowedError,
    SyllableIncompleteError,
)
from easycare_desktop.system.catalogue_files import load_catalogue
from easycare_desktop.system.rule_files import load_date_words

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
WORDS = load_date_words(RESOURCES / "rules")
TODAY = date(2026, 11, 23)
RECIPIENT = PersonKind.RECIPIENT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(RESOURCES / "catalogue", OfficeKind.AGENCY)


def check(
    catalogue: Catalogue, group: str, kind: PersonKind = RECIPIENT, **typed: str
) -> tuple[dict[str, str], dict[str, InputRefusal]]:
    return validate(catalogue.group(group, kind), kind, typed, TODAY, WORDS)


def test_what_was_typed_is_stored_in_one_form(catalogue: Catalogue):
    good, wrong = check(
        catalogue,
        "identity",
        name="  홍길동 ",
        birth="45.3.5",
        sex="남",
        mobile="01000001234",
        phone="",
        postcode=" 00000",
        address="행복시  나눔구 봄길 12",
    )
    assert wrong == {}
    assert good == {
        "name": "홍길동",
        "birth": "1945-03-05",
        "sex": "male",
        "mobile": "010-0000-1234",
        "postcode": "00000",
        "address": "행복시 나눔구 봄길 12",
    }


def test_every_wrong_field_is_named_and_the_right_ones_are_kept(catalogue: Catalogue):
    good, wrong = check(
        catalogue, "identity", name="홍길ㄷ", mobile="010-123", sex="몰라요", address="봄길 12"
    )
    assert good == {"address": "봄길 12"}
    assert {code: type(refusal) for code, refusal in wrong.items()} == {
        "name": SyllableIncompleteError,
        "birth": RequiredMissingError,
        "mobile": DigitCountError,
        "sex": ChoiceUnknownError,
    }
    assert all(refusal.field == code for code, refusal in wrong.items())
    assert wrong["mobile"].missing == 5


def test_what_is_stored_is_accepted_again(catalogue: Catalogue):
    typed = {
        "ltc_number": "0012345678-001",
        "grade": "3등급",
        "valid_from": "2025년 5월 1일",
        "valid_until": "27.4.30",
        "copay": "일반 15%",
    }
    good, wrong = check(catalogue, "entitlement", **typed)
    assert wrong == {}
    assert good["ltc_number"] == "L0012345678-001"
    assert good["valid_until"] == "2027-04-30"
    assert check(catalogue, "entitlement", **good) == (good, {})


def test_dates_stand_in_their_order(catalogue: Catalogue):
    good, wrong = check(
        catalogue,
        "entitlement",
        ltc_number="L0012345678",
        grade="1",
        valid_from="2026-05-01",
        valid_until="2026-04-30",
        copay="general",
    )
    assert isinstance(wrong["valid_until"], DateOrderError)
    assert wrong["valid_until"].other == "valid_from"
    assert wrong["valid_until"].field == "valid_until"
    assert "valid_until" not in good
    assert "valid_from" in good


def test_the_same_day_is_in_order(catalogue: Catalogue):
    _, wrong = check(
        catalogue, "employment", PersonKind.STAFF, worker_name="김철", job="care_worker",
        hired_on="2026-05-01", left_on="2026-05-01",
    )  # fmt: skip
    assert wrong == {}


def test_words_count_from_today(catalogue: Catalogue):
    good, wrong = check(
        catalogue, "complaint", received_on="어제", subject="소리", closed_on="오늘"
    )
    assert wrong == {}
    assert good["received_on"] == "2026-11-22"
    assert good["closed_on"] == "2026-11-23"
    _, wrong = check(catalogue, "complaint", received_on="내일", subject="소리")
    assert isinstance(wrong["received_on"], DateInFutureError)


@pytest.mark.parametrize(
    ("group", "field"),
    [
        ("identity", "name"),
        ("identity", "address"),
        ("identity", "address_detail"),
        ("health", "cautions"),
        ("complaint", "details"),
        ("unique_id", "foreigner_number"),
        ("entitlement", "ltc_number"),
        ("bank", "account"),
    ],
)
def test_a_resident_number_is_refused_in_every_field(catalogue: Catalogue, group: str, field: str):
    _, wrong = check(catalogue, group, **{field: "450305-1234567"})
    assert isinstance(wrong[field], ResidentNumberNotAllowedError)


def test_thirteen_digits_are_no_care_insurance_number_but_may_be_an_account(catalogue: Catalogue):
    _, wrong = check(catalogue, "entitlement", ltc_number="4503051234567")
    assert isinstance(wrong["ltc_number"], ResidentNumberNotAllowedError)
    _, wrong = check(catalogue, "entitlement", ltc_number="45030512")
    assert isinstance(wrong["ltc_number"], LtcNumberShapeError)
    good, _ = check(catalogue, "bank", account="4503051234567")
    assert good == {"account": "4503051234567"}


def test_an_account_in_the_shape_of_a_resident_number_is_told_how_to_write_it(catalogue: Catalogue):
    _, wrong = check(catalogue, "bank", account="801231-1123456")
    assert isinstance(wrong["account"], AccountLikeResidentNumberError)
    for account in ("801231-9123456", "801331-1123456", "801231-0123456"):
        good, _ = check(catalogue, "bank", account=account)
        assert good == {"account": account}


def test_a_card_number_is_not_kept(catalogue: Catalogue):
    _, wrong = check(catalogue, "complaint", details="카드 4111-1111-1111-1111")
    assert isinstance(wrong["details"], CardNumberNotAllowedError)


def test_numbers_and_amounts(catalogue: Catalogue):
    good, wrong = check(catalogue, "bank", debit_day="32")
    assert isinstance(wrong["debit_day"], NumberTooLargeError)
    assert "debit_day" not in good
    _, wrong = check(catalogue, "bank", debit_day="0")
    assert isinstance(wrong["debit_day"], NumberTooSmallError)
    assert check(catalogue, "bank", debit_day="1")[0] == {"debit_day": "1"}
    good, _ = check(catalogue, "payment", monthly="120,000원", unpaid="0")
    assert good == {"monthly": "120000", "unpaid": "0"}


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [("12가나", NotANumberError), ("123", DigitCountError), ("12345", DigitCountError)],
)
def test_of_a_card_four_digits_are_kept(
    catalogue: Catalogue, typed: str, refusal: type[InputRefusal]
):
    _, wrong = check(catalogue, "payment", card_last4=typed)
    assert isinstance(wrong["card_last4"], refusal)
    assert check(catalogue, "payment", card_last4=" 0123 ")[0] == {"card_last4": "0123"}


def test_a_field_outside_the_catalogue_is_refused(catalogue: Catalogue):
    with pytest.raises(NotInCatalogueError) as refused:
        check(catalogue, "identity", religion="없음")
    assert (refused.value.code, refused.value.field) == ("identity", "religion")


def test_a_field_of_another_kind_of_person_is_refused(catalogue: Catalogue):
    with pytest.raises(NotInCatalogueError):
        check(catalogue, "identity", PersonKind.GUARDIAN, birth="1970-01-01")


def test_a_blank_is_nothing(catalogue: Catalogue):
    good, wrong = check(catalogue, "photo", taken_from="  ", place="\n")
    assert (good, wrong) == ({}, {})


@pytest.mark.parametrize("kind", list(FieldKind))
def test_every_kind_of_field_is_read(kind: FieldKind):
    typed = {
        FieldKind.NAME: "홍길동",
        FieldKind.DATE: "2026-03-05",
        FieldKind.PHONE: "010-0000-1234",
        FieldKind.EMAIL: "hong@example.kr",
        FieldKind.CHOICE: "a",
        FieldKind.NUMBER: "12",
        FieldKind.MONEY: "12000",
        FieldKind.ACCOUNT: "110-123-456789",
        FieldKind.LTC_NUMBER: "L0012345678",
        FieldKind.BUSINESS_NUMBER: "116-82-00276",
        FieldKind.FACILITY_CODE: "15011000168",
        FieldKind.POSTCODE: "00000",
        FieldKind.RESIDENT_NUMBER: "990101-3000007",
        FieldKind.FOREIGNER_NUMBER: "990101-7123453",
    }.get(kind, "봄길 12")
    field = ItemField("x", "x", kind, choices=(("a", "A"),))
    assert parse_value(field, typed, TODAY) == typed
    assert parse_value(field, "", TODAY) == ""


def test_no_refusal_carries_what_was_typed(catalogue: Catalogue):
    _, wrong = check(
        catalogue, "identity", name="홍길동9", birth="45.13.5", mobile="0109999", sex="셋"
    )
    assert len(wrong) == 4
    for refusal in wrong.values():
        shown = f"{refusal} {refusal.args} {[getattr(refusal, n) for n in vars(refusal)]}"
        assert not any(part in shown for part in ("홍길동", "45.13", "0109999", "셋"))
