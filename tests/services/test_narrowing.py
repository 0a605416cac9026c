"""Each stroke looks at what the one before has left, and finds what a search anew finds."""

from collections.abc import Sequence
from typing import SupportsIndex

from hypothesis import given, settings
from hypothesis import strategies as st

from easycare_desktop.domain.hangul import NameQuery, name_key
from easycare_desktop.services.narrowing import Narrowing, side_by_side
from tests.helpers.hangul import strokes

NAMES = [
    "홍길동",
    "홍길순",
    "김보기",
    "김가나",
    "닭갈비",
    "달가람",
    "Anna-Maria",
    "강산",
    "값진이",
    "",
]
NAME = st.text("홍길동김가나닭달갈ㄱㅎㄱab ", max_size=4)


class Counted(list[str]):
    """Counts how many of its texts were looked at one by one."""

    looked_at = 0

    def __getitem__(self, place: SupportsIndex | slice) -> str:  # type: ignore[override]
        self.looked_at += 1
        return super().__getitem__(place)  # type: ignore[return-value, index]


def found(names: Sequence[str], initials: Narrowing, texts: Narrowing, typed: str) -> list[str]:
    query = NameQuery.of(typed)
    if not query.initials:
        return []
    places = initials.holding(query.initials)
    if query.pattern is not None:
        places = texts.matching(query.text, query.pattern, places)
    return [names[place] for place in places]


def pair(names: Sequence[str]) -> tuple[Narrowing, Narrowing]:
    keys = [name_key(name) for name in names]
    return Narrowing([key.initials for key in keys]), Narrowing([key.text for key in keys])


def stages(words: str) -> list[str]:
    shown, done = [], ""
    for letter in words:
        shown += [done + stage for stage in (list(strokes(letter)) or [letter])]
        done += letter
    return [*shown, *(done[:end] for end in range(len(done) - 1, 0, -1))]


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(NAMES), NAME)), st.lists(st.sampled_from(NAMES) | NAME))
def test_what_is_kept_never_changes_what_is_found(names: list[str], words: list[str]):
    kept = pair(names)
    for typed in (stage for word in words for stage in stages(word)):
        keys = [name_key(name) for name in names]
        query = NameQuery.of(typed)
        anew = [n for n, key in zip(names, keys, strict=True) if query.initials and query.fits(key)]
        assert found(names, *kept, typed) == anew, typed


def test_a_longer_word_looks_at_what_is_left():
    texts = Counted(f"{number:06d}" for number in range(10_000))
    digits = Narrowing(texts)
    assert len(digits.holding("77")) > 100
    left, texts.looked_at = len(digits.holding("77")), 0
    assert list(digits.holding("7777")) == [
        number for number in range(10_000) if "7777" in f"{number:06d}"
    ]
    assert texts.looked_at == left
    texts.looked_at = 0
    assert len(digits.holding("77")) == left
    assert texts.looked_at == 0


def test_another_word_begins_anew():
    digits = Narrowing(["12", "23", "34"])
    assert list(digits.holding("2")) == [0, 1]
    assert list(digits.holding("3")) == [1, 2]
    assert list(digits.holding("34")) == [2]


def test_texts_side_by_side_are_the_same_texts():
    assert side_by_side([*NAMES, ""]) == [*NAMES, ""]
    assert side_by_side(["a\nb", "c"]) == ["a\nb", "c"]
    assert side_by_side([]) == []
