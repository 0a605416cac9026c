import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.domain.names import is_usual_name, mask_name, parse_name
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.validation_refusals import (
    CharacterNotAllowedError,
    SyllableIncompleteError,
    TextTooLongError,
    TextTooShortError,
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("홍길동", "홍길동"),
        ("  홍길동 ", "홍길동"),
        ("남궁  민수", "남궁 민수"),
        ("김철", "김철"),
        ("황보라마바사", "황보라마바사"),
        ("Nguyen Van An", "Nguyen Van An"),
        ("Nguyễn Văn Ân", "Nguyễn Văn Ân"),
        ("O'Neill-Kim", "O'Neill-Kim"),
        ("O’Neill", "O’Neill"),
        ("J. Smith", "J. Smith"),
        ("아웅산·수지", "아웅산·수지"),
        ("아웅산ㆍ수지", "아웅산·수지"),
        ("아웅산・수지", "아웅산·수지"),
        (unicodedata.normalize("NFD", "홍길동"), "홍길동"),
        ("뷁똠방", "뷁똠방"),
        (" 김 ", "김"),
        ("Li", "Li"),
        ("Ô Li", "Ô Li"),
    ],
)
def test_names(typed: str, name: str):
    assert parse_name(typed) == name


@pytest.mark.parametrize(("typed", "position"), [("홍길ㄷ", 3), ("ㅎ길동", 1), ("홍ㅏ동", 2)])
def test_an_unfinished_syllable_is_named(typed: str, position: int):
    with pytest.raises(SyllableIncompleteError) as refused:
        parse_name(typed)
    assert refused.value.position == position


@pytest.mark.parametrize(
    ("typed", "position"),
    [
        ("홍길동1", 4),
        ("홍<b>", 2),
        ("洪吉童", 1),
        ("홍길동(자)", 4),
        ("홍길동😀", 4),
        ("Иван", 1),
        ("홍\x00동", 2),
    ],
)
def test_other_characters_are_refused_with_their_place(typed: str, position: int):
    with pytest.raises(CharacterNotAllowedError) as refused:
        parse_name(typed)
    assert refused.value.position == position


def test_a_name_has_a_syllable_or_two_letters_and_at_most_forty_characters():
    for short in ("A", "Á", "·-", " . ", ""):
        with pytest.raises(TextTooShortError) as refused:
            parse_name(short)
        assert refused.value.minimum == 2
    assert parse_name("가" * 40) == "가" * 40
    with pytest.raises(TextTooLongError) as too_long:
        parse_name("가" * 41)
    assert (too_long.value.maximum, too_long.value.got) == (40, 41)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("홍길동", "홍○동"),
        ("김철", "김○"),
        ("남궁민수", "남궁○○"),
        ("남궁 민수", "남궁○○"),
        ("황보라마바", "황보○○○"),
        ("Nguyen Van An", "N○○ V○○ A○○"),
        ("홍", "○"),
        ("", ""),
    ],
)
def test_a_hidden_name(name: str, shown: str):
    assert mask_name(name) == shown


@pytest.mark.parametrize(
    ("name", "usual"), [("김", False), ("김.", False), ("김철", True), ("Li", True), ("O", False)]
)
def test_one_letter_is_told(name: str, usual: bool):
    assert is_usual_name(name) is usual


@given(st.text(max_size=50))
def test_a_name_that_was_read_is_read_again(text: str):
    try:
        name = parse_name(text)
    except InputRefusal:
        return
    assert parse_name(name) == name
