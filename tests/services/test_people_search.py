"""Search in memory: found letters, nearly right names, people who are here twice."""

from datetime import date

import pytest

from easycare_desktop.domain.list_views import Sort
from easycare_desktop.domain.people import Person, PersonKind, PersonState, person_number
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people_index import Chosen, PeopleIndex
from easycare_desktop.services.people_search import close_names, found_pieces
from easycare_desktop.services.person_lines import PersonLine, person_line
from tests.helpers.cases import STAFF, register

DAY = date(2024, 3, 4)


def line(
    number: int, name: str, kind: PersonKind = PersonKind.RECIPIENT, **more: str
) -> PersonLine:
    person = Person(number, person_number(number), kind, PersonState.ACTIVE, DAY)
    return person_line(person, {"name": name, **more})


def index(*lines: PersonLine) -> PeopleIndex:
    made = PeopleIndex()
    made.fill(lines)
    return made


@pytest.mark.parametrize(
    ("name", "typed", "found"),
    [
        ("홍길동", "ㅎㄱ", ((0, 2),)),
        ("홍길동", "ㄱㄷ", ((1, 2),)),
        ("홍길동", "길", ((1, 1),)),
        ("홍길동", "호", ((0, 1),)),
        ("남궁 길동", "궁기", ((1, 3),)),
        ("홍길동", "김", ()),
        ("홍길동", "", ()),
        ("Anna-Maria", "am", ((3, 3),)),
    ],
)
def test_the_found_letters(name: str, typed: str, found: tuple[tuple[int, int], ...]):
    assert found_pieces(name, typed) == found


def test_a_name_that_is_nearly_right():
    lines = [line(1, "홍길동"), line(2, "홍길순"), line(3, "김보기"), line(4, "홍길")]
    assert [each.name for each in close_names("홍길돔", lines)] == ["홍길동"]
    assert close_names("홍길동", [line(1, "홍길동")]) == []
    assert close_names("ㅎㄱㄷ", lines) == []
    assert close_names("홍", lines) == []


def test_both_telephones_and_the_number_of_the_person_are_found():
    people = index(
        line(1, "홍길동", mobile="010-0000-1234", phone="02-000-5678"), line(2, "김보기")
    )
    assert [each.id for each in people.find("5678")] == [1]
    assert [each.id for each in people.find("1234")] == [1]
    assert [each.id for each in people.find("P-00002")] == [2]


KIM = {
    "name": "김복순",
    "birth": "1945-03-05",
    "mobile": "010-0000-1234",
    "address": "행복시 나눔구 봄길 12",
    "address_detail": "햇살아파트 101동 1203호",
}


@pytest.mark.parametrize(
    "typed",
    [
        *("1945.3.5", "1945. 3. 5.", "45.3.5", "45.03.05", "1945-3-5", "1945/3/5", "1945 3 5"),
        *("1945년 3월 5일", "1945년3월5일", "45년 3월 5일", "19450305", "450305", "1945-03"),
        *("1945.3", "1945년", "1945년 3월", "1945년생", "1945.0"),
        *("45년생", "45년 생", "김복순 45년생", "봄길 45년생"),
        *("햇살", "101동", "101동 1203호", "101동1203호", "봄길12", "봄길 12", "봄길 12, 햇살"),
        *("나눔구봄길", "봄길 12 햇살아파트", "１２３４", "０１０-００００-１２３４", "봄길　１２"),
        *("+82 10-0000-1234", "+821000001234", "+82 (0)10 0000 1234", "+82 010 0000 12"),
        *("김복순 1234", "1234 김복순", "김복순1234", "ㄱㅂㅅ 1234", "김복 010-0000-1234"),
        *("김복순 1945.3.5", "김복순 45년 3월 5일", "1945 ㄱ"),
    ],
)
def test_somebody_is_found_however_it_is_typed(typed: str):
    people = index(line(1, **KIM), line(2, "김복동", mobile="010-0000-9999", birth="1950-11-15"))
    assert [each.id for each in people.find(typed)] == [1]


@pytest.mark.parametrize(
    "typed",
    [
        *("김복순 봄길", "봄길 김복순", "봄길 ㄱㅂㅅ", "봄길 1234", "행복시 햇살", "나눔구 1203호"),
        *("햇살 나눔구 김복", "김복 1945 봄길", "봄길 김복순 1234", "나눔구　햇살"),
    ],
)
def test_each_word_may_stand_in_another_place(typed: str):
    people = index(
        line(1, **KIM),
        line(2, "김복순", mobile="010-0000-9999", address="행복시 여름길 3"),
        line(3, "박봄길", address="행복시 나눔구 겨울길 4"),
    )
    assert [each.id for each in people.find(typed)] == [1]


@pytest.mark.parametrize(
    "typed",
    [
        "김복순 9999",
        "박복순 1234",
        "1945.3.6",
        "45.13.5",
        "102동",
        "여름길 김복순",
        "1945 3 6",
        "46년생",
    ],
)
def test_what_does_not_fit_finds_nobody(typed: str):
    people = index(line(1, **KIM), line(2, "김복동", mobile="010-0000-9999", birth="1950-11-15"))
    assert people.find(typed) == []


def test_a_name_beside_digits_is_marked_in_the_line():
    assert found_pieces("김복순", "김복 1234") == ((0, 2),)
    assert found_pieces("김복순", "1234 ㅂㅅ") == ((1, 2),)
    assert found_pieces("김복순", "봄길 복순") == ((1, 2),)
    assert found_pieces("김복순", "1945.3.5") == ()


def test_a_house_number_in_digits_alone_is_found_where_no_number_has_them():
    people = index(line(1, "홍길동", address="행복시 봄길 9", address_detail="101-1203"))
    assert [each.id for each in people.find("101-1203")] == [1]


def test_staff_are_found_by_their_numbers(services: Services):
    known = {code: dict(fields) for code, fields in STAFF.items()}
    known["employment"] |= {"staff_number": "A-017", "licence_no": "2019-1234567"}
    person = services.people.register(PersonKind.STAFF, known)
    register(services)
    for _ in ("as registered", "as opened anew"):
        for typed in ("A-017", "a-01", "2019-1234567", "20191234567", "봉직원 017"):
            assert [each.id for each in services.search.find(typed)] == [person.id], typed
        services.people.load_index()


def test_names_and_addresses_are_found_together_in_order_of_name():
    people = index(line(1, "봄이"), line(2, "가을", address="행복시 봄길 1"), line(3, "봄길"))
    assert [each.name for each in people.find("봄길")] == ["가을", "봄길"]
    assert [each.name for each in people.find("ㅂ")] == ["봄길", "봄이"]


def test_kinds_narrow():
    people = index(line(1, "홍길동"), line(2, "홍직원", PersonKind.STAFF))
    assert [each.id for each in people.find("ㅎ", (PersonKind.STAFF,))] == [2]
    assert people.counts() == {PersonKind.RECIPIENT: 1, PersonKind.STAFF: 1}


def test_somebody_new_is_found_at_once_and_somebody_forgotten_no_more():
    people = index(line(1, "홍길동"))
    assert len(people.find("홍")) == 1
    people.put(line(2, "홍길순"))
    assert len(people.find("홍")) == 2
    people.forget([1])
    assert [each.id for each in people.find("홍")] == [2]
    people.renew(Person(2, "P-00002", PersonKind.RECIPIENT, PersonState.ENDING, DAY))
    assert people.find("홍")[0].person.state is PersonState.ENDING


@pytest.mark.parametrize("sort", Sort)
def test_whoever_is_put_in_stands_where_sorting_anew_would_put_them(sort: Sort):
    births = ("1950-01-02", "", "1940-03-04", "1945-05-06", "1940-03-04")
    lines = [line(each, "바나가다라"[each], birth=births[each]) for each in range(5)]
    people, chosen = index(*lines), Chosen(sort=sort)
    people.find("", chosen=chosen)
    changed = [line(1, "하", birth="1930-01-01"), line(7, "가"), line(0, "마", birth="1945-05-06")]
    for each in changed:
        people.put(each)
    anew = index(*{each.id: each for each in (*lines, *changed)}.values())
    assert list(people.find("", chosen=chosen)) == list(anew.find("", chosen=chosen))
    people.forget([2])
    assert [each.id for each in people.find("", chosen=chosen)] == [
        each.id for each in anew.find("", chosen=chosen) if each.id != 2
    ]
