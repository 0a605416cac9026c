from dataclasses import replace
from datetime import date

import pytest

from easycare_desktop.domain.catalogue import Basis, Catalogue, FieldKind, GroupTerms, ItemField
from easycare_desktop.domain.consent_purposes import ConsentPurpose
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rule_refusals import NotInCatalogueError
from tests.domain.samples import group

RECIPIENT, STAFF, GUARDIAN = PersonKind.RECIPIENT, PersonKind.STAFF, PersonKind.GUARDIAN
NAME = ItemField("name", "Name", FieldKind.NAME)
BIRTH = ItemField("birth", "Birth", FieldKind.DATE, kinds=frozenset({RECIPIENT}))
SEX = ItemField("sex", "Sex", FieldKind.CHOICE, choices=(("f", "Woman"), ("m", "Man")))
IDENTITY = replace(
    group("identity", consent="contract"),
    kinds=frozenset({RECIPIENT, STAFF}),
    fields=(NAME, BIRTH, SEX),
)
PHOTO = group("photo", consent="photo")
TERMS = GroupTerms(Basis.LAW, "art. 9", ("L-10",), None, "work")


def purpose(code: str, *, required: bool) -> ConsentPurpose:
    return ConsentPurpose(
        code=code,
        label=code,
        required=required,
        kinds=frozenset({RECIPIENT}),
        groups=(code,),
        purpose="p",
        items="i",
        period="t",
        refusal="r",
        basis_article="a",
        text_version="1",
    )


CATALOGUE = Catalogue(
    office=OfficeKind.AGENCY,
    groups=(IDENTITY, PHOTO),
    purposes=(purpose("photo", required=False), purpose("contract", required=True)),
    terms={("identity", STAFF): TERMS},
)


def test_a_group_stands_as_it_is_for_a_kind():
    for_recipient = CATALOGUE.group("identity", RECIPIENT)
    for_staff = CATALOGUE.group("identity", STAFF)
    assert [field.code for field in for_recipient.fields] == ["name", "birth", "sex"]
    assert [field.code for field in for_staff.fields] == ["name", "sex"]
    assert for_recipient.consent_purpose == "contract"
    assert (for_staff.consent_purpose, for_staff.basis) == (None, Basis.LAW)
    assert (for_staff.rules, for_staff.purpose) == (("L-10",), "work")
    assert CATALOGUE.group("identity") is IDENTITY


def test_groups_of_a_kind():
    assert [each.code for each in CATALOGUE.groups_for(RECIPIENT)] == ["identity", "photo"]
    assert [each.code for each in CATALOGUE.groups_for(STAFF)] == ["identity"]
    assert CATALOGUE.groups_for(GUARDIAN) == ()
    assert CATALOGUE.kinds() == {RECIPIENT, STAFF}


def test_what_is_processed_without_consent_is_told_apart():
    assert [each.code for each in CATALOGUE.without_consent(STAFF)] == ["identity"]
    assert CATALOGUE.without_consent(RECIPIENT) == ()


def test_required_purposes_are_asked_first():
    assert [each.code for each in CATALOGUE.purposes_for(RECIPIENT)] == ["contract", "photo"]
    assert CATALOGUE.purposes_for(STAFF) == ()
    assert CATALOGUE.purpose("photo").required is False


def test_a_choice_has_words():
    assert SEX.choice_label("f") == "Woman"
    with pytest.raises(NotInCatalogueError):
        SEX.choice_label("x")


def test_nothing_outside_the_catalogue_is_found():
    assert CATALOGUE.field("identity", "birth") is BIRTH
    with pytest.raises(NotInCatalogueError):
        CATALOGUE.field("identity", "birth", STAFF)
    with pytest.raises(NotInCatalogueError):
        CATALOGUE.group("religion")
    with pytest.raises(NotInCatalogueError):
        CATALOGUE.group("photo", STAFF)
    with pytest.raises(NotInCatalogueError):
        CATALOGUE.field("identity", "religion")
    with pytest.raises(NotInCatalogueError):
        CATALOGUE.purpose("everything")


def test_a_consent_given_for_a_time_has_a_last_day():
    newsletter = replace(purpose("photo", required=False), years=2)
    assert newsletter.last_day(date(2026, 11, 23)) == date(2028, 11, 23)
    assert purpose("contract", required=True).last_day(date(2026, 11, 23)) is None
