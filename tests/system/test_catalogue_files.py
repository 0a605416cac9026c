import re
from datetime import date
from pathlib import Path

import pytest

from easycare_desktop.domain.catalogue import Basis, Catalogue, FieldKind, Sensitivity
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rule_refusals import RuleFileError
from easycare_desktop.system.catalogue_files import load_catalogue
from easycare_desktop.system.rule_files import load_law_book

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FOLDER = RESOURCES / "catalogue"
BOTH = pytest.mark.parametrize("office", list(OfficeKind))


@pytest.fixture(scope="module")
def agency() -> Catalogue:
    return load_catalogue(FOLDER, OfficeKind.AGENCY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in FOLDER.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def codes(catalogue: Catalogue, kind: PersonKind) -> list[str]:
    return [group.code for group in catalogue.groups_for(kind)]


def test_whose_data_an_agency_holds(agency: Catalogue):
    assert agency.kinds() == set(PersonKind) - {PersonKind.SUBSCRIBER}
    assert codes(agency, PersonKind.RECIPIENT) == [
        *("identity", "entitlement", "care_contract", "care_contract_2", "care_contract_3"),
        *("care_record", "health", "emergency"),
        *("payment", "bank", "photo", "extra", "unique_id", "complaint", "consent_paper"),
        *("received_paper", "cancellation", "notice", "marketing"),
    ]
    assert "employment" in codes(agency, PersonKind.STAFF)
    assert "health" not in codes(agency, PersonKind.STAFF)
    assert codes(agency, PersonKind.OFFICE) == [
        *("cancellation", "office_profile", "program_use"),
        *("paper_box", "storage_medium", "outside_copy", "disposal"),
        *("returned_paper", "resident_permit", "paper_look"),
    ]


def test_whose_data_a_vendor_holds():
    vendor = load_catalogue(FOLDER, OfficeKind.VENDOR)
    assert vendor.kinds() == {PersonKind.SUBSCRIBER, PersonKind.OFFICE}
    assert {"subscription", "subscription_payment", "misuse"} <= set(
        codes(vendor, PersonKind.SUBSCRIBER)
    )


@pytest.mark.parametrize(
    ("group", "kind", "rules"),
    [
        ("care_contract", PersonKind.RECIPIENT, ("L-01",)),
        ("care_record", PersonKind.RECIPIENT, ("L-01",)),
        ("payment", PersonKind.GUARDIAN, ("L-05", "L-02")),
        ("complaint", PersonKind.RECIPIENT, ("L-06",)),
        ("employment", PersonKind.STAFF, ("L-10",)),
        ("payroll", PersonKind.STAFF, ("L-10",)),
        ("consent_paper", PersonKind.STAFF, ("I-07",)),
        ("cancellation", PersonKind.RECIPIENT, ("I-01", "I-05")),
        ("notice", PersonKind.RECIPIENT, ("I-08",)),
        ("health", PersonKind.RECIPIENT, ()),
        ("photo", PersonKind.RECIPIENT, ()),
        ("identity", PersonKind.RECIPIENT, ()),
        ("identity", PersonKind.ENQUIRER, ("I-03",)),
        ("identity", PersonKind.JOBSEEKER, ("I-04",)),
        ("enquiry", PersonKind.ENQUIRER, ("I-03",)),
        ("application", PersonKind.JOBSEEKER, ("I-04",)),
    ],
)
def test_how_long_groups_stay(
    agency: Catalogue, group: str, kind: PersonKind, rules: tuple[str, ...]
):
    assert agency.group(group, kind).rules == rules


@BOTH
def test_every_rule_of_a_group_is_in_the_book(office: OfficeKind):
    known = load_law_book(RESOURCES / "rules").rules_on(date(2026, 11, 23))
    catalogue = load_catalogue(FOLDER, office)
    for kind in catalogue.kinds():
        for group in catalogue.groups_for(kind):
            assert set(group.rules) <= set(known)


@BOTH
def test_who_holds_a_name_can_be_found_and_written_to(office: OfficeKind):
    catalogue = load_catalogue(FOLDER, office)
    for kind in catalogue.kinds() - {PersonKind.OFFICE}:
        name = catalogue.field("identity", "name", kind)
        assert name.required
        assert name.kind is FieldKind.NAME
        assert catalogue.field("identity", "mobile", kind).kind is FieldKind.PHONE


def test_both_offices_write_the_same_things_about_a_cancellation(agency: Catalogue):
    vendor = load_catalogue(FOLDER, OfficeKind.VENDOR)
    there = {field.code for field in vendor.group("cancellation").fields}
    here = {field.code for field in agency.group("cancellation").fields}
    assert there <= here
    assert here - there <= {"sent_on", "answered_on", "answer_number", "answer_note"}


@BOTH
def test_a_consent_line_tells_everything_the_law_wants_told(office: OfficeKind):
    for purpose in load_catalogue(FOLDER, office).purposes:
        for text in (purpose.purpose, purpose.items, purpose.period, purpose.refusal):
            assert len(text) > 5
        assert purpose.text_version
        assert purpose.basis_article.startswith("개인정보 보호법")
        if not purpose.required and "선택" in purpose.label:
            assert "불이익이 없습니다" in purpose.refusal


@BOTH
def test_nobody_consents_to_a_resident_number(office: OfficeKind):
    catalogue = load_catalogue(FOLDER, office)
    for purpose in catalogue.purposes:
        assert "주민" not in purpose.items + purpose.label
    for group in catalogue.groups:
        named = any("주민" in field.label for field in group.fields)
        assert named is group.by_permit
        if named:
            assert group.basis is Basis.LAW
            assert "제24조의2" in group.basis_article
            assert group.closed is False
            assert all(
                group.code not in {g.code for g in catalogue.groups_for(k)} for k in group.kinds
            )


def test_what_law_emphasises_stands_apart(agency: Catalogue):
    apart = {purpose.code for purpose in agency.purposes if purpose.separate}
    assert apart == {"sensitive_health", "unique_id", "marketing", "third_party"}
    assert all(agency.purpose(code).emphasised for code in apart)
    assert agency.purpose("third_party").recipients
    assert [code for code, _ in agency.purpose("marketing").channels] == [
        *("sms", "call", "post", "email"),
    ]


@BOTH
def test_the_years_of_a_consent_are_the_printed_ones(office: OfficeKind):
    for purpose in load_catalogue(FOLDER, office).purposes:
        printed = re.search(r"동의하신 날부터 (\d)년", purpose.period)
        assert purpose.years == (int(printed.group(1)) if printed else 0)


def test_sensitive_items_rest_on_a_consent_of_their_own_or_on_law(agency: Catalogue):
    for kind in agency.kinds():
        for group in agency.groups_for(kind):
            if group.sensitivity is Sensitivity.PLAIN:
                assert all(f.sensitivity is Sensitivity.PLAIN for f in group.fields)
            elif group.basis is not Basis.LAW:
                assert agency.purpose(str(group.consent_purpose)).separate


def test_a_person_can_be_registered_before_any_consent(agency: Catalogue):
    for kind in agency.kinds() - {PersonKind.OFFICE}:
        assert agency.group("identity", kind).basis is not Basis.CONSENT


def test_each_kind_of_person_is_told_its_own_reasons_for_unique_ids(agency: Catalogue):
    recipient = agency.purpose("unique_id", PersonKind.RECIPIENT)
    staff = agency.purpose("unique_id", PersonKind.STAFF)
    assert "직원" not in recipient.purpose + recipient.refusal + recipient.period
    assert "면허" not in recipient.items + recipient.label
    assert "근로" not in recipient.period
    assert "운전" in staff.purpose
    assert "면허" in staff.items
    assert "급여" not in staff.period
    assert "운전" not in agency.group("unique_id", PersonKind.RECIPIENT).purpose
    for kind, told in ((PersonKind.RECIPIENT, recipient), (PersonKind.STAFF, staff)):
        fields = agency.group("unique_id", kind).fields
        assert all(each.label in told.items for each in fields)
        assert len(fields) == len(told.items.split(", "))


def test_labels_within_a_form_do_not_repeat(agency: Catalogue):
    for kind in agency.kinds():
        for group in agency.groups_for(kind):
            labels = [field.label for field in group.fields]
            assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("before", "after", "row"),
    [
        ('consent = "newsletter_photo"', 'consent = "marketing"', ""),
        ('office = "agency"', 'office = "vendor"', ""),
        ('kind = "name"', 'kind = "nickname"', "name"),
        ('basis = "contract"', 'basis = "habit"', "identity"),
        ('kinds = ["guardian"]', 'kinds = ["subscriber"]', "identity"),
        ('not_before = "valid_from"', 'not_before = "grade"', "entitlement"),
        ('code = "valid_from"', 'code = "grade"', "entitlement"),
        ("[group.for.recipient]", "[group.for.subscriber]", "identity.for"),
        ('choices = [["female", "여"], ["male", "남"]]', "", "sex"),
        ('choices = [["female", "여"], ["male", "남"]]', 'choices = [["female"]]', "sex"),
        ("required = true", 'required = "yes"', "name"),
        ("order = 10", "order = 10\ncolour = 3", "identity"),
    ],
)
def test_a_row_that_contradicts_itself_is_named(folder: Path, before: str, after: str, row: str):
    path = folder / "agency.toml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(RuleFileError) as refused:
        load_catalogue(folder, OfficeKind.AGENCY)
    assert (refused.value.file_name, refused.value.row) == ("agency.toml", row)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('kinds = ["staff"]', 'kinds = ["staff", "recipient"]'),
        ('label = "[별도] 고유식별정보의 수집·이용"', 'label = "[별도] 고유식별정보"'),
    ],
)
def test_two_rows_of_a_purpose_speak_to_different_people_under_one_label(
    folder: Path, before: str, after: str
):
    path = folder / "consents.toml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(RuleFileError) as refused:
        load_catalogue(folder, OfficeKind.AGENCY)
    assert refused.value.reason.startswith("unique_id: one row a kind")
