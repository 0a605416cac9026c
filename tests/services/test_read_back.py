"""Whatever is typed into any field of any kind of person is what is read back, or is refused."""

from collections.abc import Iterator
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from easycare_desktop.domain.catalogue import Basis, FieldKind, ItemField
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people_writing import ValuesRefusedError
from tests.helpers.hostile import hostile, lines, one_line

KINDS = tuple(kind for kind in PersonKind if kind is not PersonKind.OFFICE)
PLAIN = {FieldKind.TEXT, FieldKind.ADDRESS}
SAMPLE = {
    FieldKind.TEXT: "보통 글",
    FieldKind.NAME: "홍길동",
    FieldKind.DATE: "2020-03-05",
    FieldKind.PHONE: "010-0000-1234",
    FieldKind.ADDRESS: "행복시 나눔구 봄길 77",
    FieldKind.EMAIL: "a.b@example.invalid",
    FieldKind.NUMBER: "3",
    FieldKind.MONEY: "12000",
    FieldKind.ACCOUNT: "123-456-789012",
    FieldKind.LTC_NUMBER: "L0012345678",
    FieldKind.BUSINESS_NUMBER: "116-82-00276",
    FieldKind.FACILITY_CODE: "15011000168",
    FieldKind.POSTCODE: "01234",
    FieldKind.LONG_TEXT: "첫째 줄\n둘째 줄",
}
ROOMY = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def sample(field: ItemField) -> str:
    return field.choices[0][0] if field.kind is FieldKind.CHOICE else SAMPLE[field.kind]


def expected(field: ItemField, typed: str) -> str:
    """Return what is read back of a text field; other kinds are told by typing them again."""
    if field.kind is FieldKind.LONG_TEXT:
        return lines(typed)
    return one_line(typed)


def read(services: Services, field: ItemField, typed: str) -> str:
    """Return what a text would be stored as, or a sample where it is refused."""
    try:
        stored = services.people.read(field, typed)
    except InputRefusal:
        return sample(field)
    if field.kind in PLAIN or field.kind is FieldKind.LONG_TEXT:
        assert stored == expected(field, typed)
    assert services.people.read(field, stored) == stored if stored else True
    return stored or sample(field)


@ROOMY
@given(data=st.data())
def test_every_field_of_every_kind(services: Services, data: st.DataObject):
    for kind in services.people.kinds():
        if kind not in KINDS:
            continue
        text = data.draw(hostile())
        values = {
            group.code: {
                field.code: read(services, field, text)
                for field in group.fields
                if field.kind is not FieldKind.RESIDENT_NUMBER
            }
            for group in services.people.groups_for(kind)
            if group.basis is not Basis.CONSENT or not group.consent_purpose
        }
        try:
            person = services.people.register(kind, values)
        except ValuesRefusedError:
            continue  # every value is right by itself, but dates may be out of order
        contents = services.people.open(person.id).contents
        assert {code: dict(each.values) for code, each in contents.items()} == values


@ROOMY
@given(text=hostile())
def test_a_hostile_reason_is_kept_as_it_is(services: Services, text: str):
    kind = services.people.kinds()[0]
    fields = {"name": "홍길동", "birth": "1941-03-05", "address_detail": "1호"}
    person = services.people.register(kind, {"identity": fields})
    services.people.save_group(
        person.id,
        "identity",
        fields | {"address_detail": "2호"},
        expected_version=1,
        reason=f"사유 {text}",
    )
    (change,) = services.corrections.history(person.id)
    assert change.reason == f"사유 {text}".strip()


def test_a_canary_shows_that_a_changed_value_would_be_seen(services: Services):
    field = services.office.catalogue.field("identity", "address_detail", PersonKind.RECIPIENT)
    assert read(services, field, " 2동   3호 ") == "2동 3호"
    assert expected(field, "2동 3호") != "2동 4호"
    assert date.fromisoformat(sample(next(_dates(services))))


def _dates(services: Services) -> Iterator[ItemField]:
    group = services.office.catalogue.group("entitlement", PersonKind.RECIPIENT)
    return (each for each in group.fields if each.kind is FieldKind.DATE)
