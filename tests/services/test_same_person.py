"""Who may be one person under two numbers, or under two kinds of person."""

from datetime import date

import pytest

from easycare_desktop.domain.likeness import Alike, told_of
from easycare_desktop.domain.people import Person, PersonKind, PersonState, person_number
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.person_lines import PersonLine, person_line
from easycare_desktop.services.same_person import here_twice, same_in, told_by_line
from tests.helpers.cases import register

DAY = date(2024, 3, 4)


def line(
    number: int, name: str, kind: PersonKind = PersonKind.RECIPIENT, **more: str
) -> PersonLine:
    person = Person(number, person_number(number), kind, PersonState.ACTIVE, DAY)
    return person_line(person, {"name": name, **more})


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (("홍 길순", "1941-03-05"), Alike.NAME_AND_BIRTH),
        (("홍길순", "1941-03-06", "01000001234"), Alike.NAME_AND_PHONE),
        (("개명한", "1941-03-05", "010-0000-1234"), Alike.BIRTH_AND_PHONE),
        (("홍길숨", "1941-03-05"), Alike.SPELLING),
        (("다른이", "1950-01-01", "", "L0012345678-002"), Alike.CARE_NUMBER),
        (("홍길숨", "1941-03-05", "", "L0000000009"), None),
        (("홍길순", "1941-03-06"), None),
        (("김길동", "1941-03-05"), None),
        (("", "1941-03-05"), None),
        (("", "", "", ""), None),
    ],
)
def test_who_may_be_the_same_person(services: Services, told: tuple[str, ...], why: Alike | None):
    person = register(services)
    found = services.search.twins(person.kind, told_of(*told))
    assert [(each.line.id, each.why) for each in found] == ([(person.id, why)] if why else [])
    assert services.search.twins(PersonKind.STAFF, told_of(*told)) == []


def test_what_tells_the_most_comes_first():
    lines = [
        line(1, "홍길숨", birth="1941-03-05"),
        line(2, "다른이", ltc_number="L0012345678"),
        line(3, "홍길순", birth="1941-03-05"),
    ]
    mine = told_of("홍길순", "1941-03-05", "", "L0012345678")
    assert [each.line.id for each in same_in(lines, PersonKind.RECIPIENT, mine)] == [2, 3, 1]


def test_who_is_here_twice():
    lines = [
        line(1, "가하나", birth="1941-03-05", ltc_number="L0000000001"),
        line(2, "나둘", birth="1950-01-01", ltc_number="L0000000001-002"),
        line(3, "홍길순", birth="1942-03-05", mobile="010-0000-0001"),
        line(4, "홍길숨", birth="1942-03-05", ltc_number="L0000000003"),
        line(5, "개명한", birth="1942-03-05", mobile="010-0000-0001"),
        line(6, "홍길술", birth="1942-03-05", ltc_number="L0000000004"),
        line(7, "김보기", birth="1943-01-01", ltc_number="L0000000005"),
        line(8, "김보가", birth="1943-01-01", ltc_number="L0000000006"),
        line(9, "박하나", birth="1942-03-05"),
        line(10, "김보기", PersonKind.STAFF, birth="1943-01-01"),
    ]
    assert here_twice(lines) == {1, 2, 3, 4, 5, 6}
    alike = {
        each.line.id
        for mine in lines
        for each in same_in(lines, mine.person.kind, told_by_line(mine))
        if each.line.id != mine.id
    }
    assert here_twice(lines) == alike


def test_either_telephone_tells_whoever_has_the_same_name():
    lines = [line(1, "홍길순", mobile="010-0000-0001", phone="02-000-0002")]
    for typed in ("010-0000-0001", "020000002"):
        (found,) = same_in(lines, PersonKind.RECIPIENT, told_of("홍길순", "", typed))
        assert found.why is Alike.NAME_AND_PHONE
    assert same_in(lines, PersonKind.RECIPIENT, told_of("홍길순", "", "02-000")) == []


def test_whose_correction_is_asked_about_is_no_twin_of_themselves(services: Services):
    person, other = register(services, "홍길순"), register(services, "홍길순")
    told = told_of("홍길순", "1941-03-05", "", "L0000000009")
    assert {each.line.id for each in services.search.twins(person.kind, told)} == {
        person.id,
        other.id,
    }
    assert services.search.twins(person.kind, told, person.id) == []
    assert [each.id for each in services.search.twins_of(person.id)] == [other.id]


def test_who_asked_or_applied_before_is_told_to_whoever_registers_somebody_new(services: Services):
    told = told_of("홍길순", "", "010-0000-1234")
    asked = services.people.register(
        PersonKind.ENQUIRER, {"identity": {"name": "홍길순", "mobile": "010-0000-1234"}}
    )
    for kind in (PersonKind.RECIPIENT, PersonKind.GUARDIAN, PersonKind.STAFF):
        (same,) = services.search.twins(kind, told)
        assert (same.line.id, same.why) == (asked.id, Alike.NAME_AND_PHONE)
    assert services.search.twins(PersonKind.RECIPIENT, told_of("홍길남", "", "010-0000-1234")) == []
    recipient = register(services)
    assert [each.line.id for each in services.search.twins(recipient.kind, told)] == [recipient.id]
    assert services.search.twins(recipient.kind, told, recipient.id) == []
