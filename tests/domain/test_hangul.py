import time
from collections.abc import Callable
from functools import partial
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.domain.hangul import NameKey, NameQuery, choseong, matches, name_key

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
HANGUL_NAMES = st.text(SYLLABLES, min_size=2, max_size=5)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        # every stage of composing one name
        *(
            ("홍길동", each)
            for each in ("ㅎ", "호", "홍", "홍ㄱ", "홍기", "홍길", "홍길ㄷ", "홍길도", "홍길동")
        ),
        # first consonants only, from anywhere in the name
        *(
            ("홍길동", each)
            for each in ("ㅎㄱ", "ㅎㄱㄷ", "ㄱㄷ", "ㄷ", "길동", "동", "길ㄷ", "ㅎ길", "ㅎㄱ동")
        ),
        # the last consonant moves on to the next syllable
        ("가나", "간"),
        ("박수진", "박"),
        ("박수진", "밗"),
        ("김사랑", "김사"),
        ("이나영", "인"),
        ("오가람", "옥"),
        # a cluster of consonants grows in the syllable, or moves on
        ("닭갈비", "달"),
        ("닭갈비", "닭"),
        ("달가람", "닭"),
        # a vowel that grows
        ("곽한결", "고"),
        ("곽한결", "과"),
        ("권나라", "구"),
        ("의주", "으"),
        # two first consonants that the input method joins
        ("박수진", "ㅄ"),
        ("강산들", "ㄱㅅ"),
        ("강산들", "ㄳ"),
        # doubled consonants are letters of their own
        ("꽃님이", "ㄲ"),
        # blanks, hyphens, middle dots and cases do not count
        ("김 민수", "김민"),
        ("김민수", "김 민"),
        ("아웅산·수지", "산수"),
        ("Nguyen Van An", "nguyenv"),
        ("Nguyen Van An", "VAN"),
        ("홍길동", ""),
        ("홍길동", " "),
    ],
)
def test_what_finds_a_name(name: str, typed: str):
    assert matches(name_key(name), typed)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("홍길동", "ㄱㅎ"),
        ("홍길동", "김"),
        ("홍길동", "홍ㄷ"),
        ("홍길동", "호ㄱ"),
        ("홍길동", "홍기ㄷ"),
        ("홍길동", "홍길동이"),
        ("홍길동", "ㄲ"),
        ("꽃님이", "ㄱ"),
        ("홍길동", "ㅏ"),
        ("홍길동", "x"),
        ("홍길동", ".*"),
        ("홍길동", "["),
    ],
)
def test_what_does_not_find_a_name(name: str, typed: str):
    assert not matches(name_key(name), typed)


def test_first_consonants():
    assert choseong("홍길동 010") == "ㅎㄱㄷ 010"
    assert choseong("까나다빠") == "ㄲㄴㄷㅃ"
    assert choseong("") == ""


def test_a_key_holds_the_folded_name():
    assert name_key("김 Min-수").text == "김min수"
    assert name_key("김 Min-수").initials == "ㄱminㅅ"


@given(HANGUL_NAMES)
def test_a_name_is_found_by_each_of_its_beginnings_and_initials(name: str):
    key = name_key(name)
    for length in range(1, len(name) + 1):
        assert matches(key, name[:length])
        assert matches(key, choseong(name[:length]))
        assert matches(key, name[: length - 1] + choseong(name[length - 1]))


@given(HANGUL_NAMES)
def test_a_name_is_found_while_its_last_syllable_is_open(name: str):
    open_syllable = chr(ord(name[-1]) - (ord(name[-1]) - 0xAC00) % 28)
    assert matches(name_key(name), name[:-1] + open_syllable)


@given(HANGUL_NAMES, st.text(max_size=6))
def test_any_typing_is_answered(name: str, typed: str):
    assert matches(name_key(name), typed) in {True, False}


def test_twenty_thousand_names_are_searched_at_the_pace_of_a_bare_loop():
    random = Random(7)  # noqa: S311 - made-up names
    surnames = "김이박최정강조윤장임한오서신권황안송류홍"
    given_names = [*"기길간나민수", *(chr(random.randrange(0xAC00, 0xD7A4)) for _ in range(300))]
    names = [
        random.choice(surnames) + random.choice(given_names) + random.choice(given_names)
        for _ in range(20_000)
    ]
    keys = [name_key(name) for name in names]
    for typed in ("ㄱ", "김", "기", "김ㅁ", "간", "이"):
        query = NameQuery.of(typed)
        assert any(query.fits(key) for key in keys)
        # Side by side, so that what else the machine does weighs on both.
        ratios = [
            _took(partial(_fitting, query, keys)) / _took(partial(_bare, keys)) for _ in range(7)
        ]
        assert min(ratios) <= 12


def _fitting(query: NameQuery, keys: list[NameKey]) -> int:
    return sum(query.fits(key) for key in keys)


def _bare(keys: list[NameKey]) -> int:
    return sum("ㄱ" in key.initials for key in keys)


def _took(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
