import pytest
from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.security.sealing import (
    SealBrokenError,
    associated_data,
    new_key,
    seal,
    seal_all,
    unseal,
    unseal_all,
)

KEY = bytes(range(32))
BOUND = associated_data(7, "health", 1)


@given(st.binary(max_size=300), st.binary(max_size=40))
def test_what_is_sealed_opens_again(plain: bytes, bound: bytes):
    assert unseal(KEY, seal(KEY, plain, bound), bound) == plain


def test_the_same_text_never_looks_the_same_twice():
    assert seal(KEY, b"x", BOUND) != seal(KEY, b"x", BOUND)


@pytest.mark.parametrize("place", range(35))
def test_every_flipped_byte_is_noticed(place: int):
    sealed = bytearray(seal(KEY, b"secret", BOUND))
    sealed[place] ^= 1
    assert len(sealed) == 35
    with pytest.raises(SealBrokenError):
        unseal(KEY, bytes(sealed), BOUND)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01" + b"x" * 27])
def test_too_short_is_broken(sealed: bytes):
    with pytest.raises(SealBrokenError):
        unseal(KEY, sealed, BOUND)


def test_many_are_opened_as_one_is():
    bound = [associated_data(number, "health", 1) for number in range(3)]
    sealed = [(KEY, seal(KEY, b"%d" % number, bound[number]), bound[number]) for number in range(3)]
    assert unseal_all(sealed) == [b"0", b"1", b"2"]
    assert unseal_all([]) == []


@pytest.mark.parametrize(
    ("key", "sealed", "bound"),
    [
        (KEY, b"\x01" + b"x" * 27, BOUND),
        (KEY, b"\x02" + seal(KEY, b"x", BOUND)[1:], BOUND),
        (new_key(), seal(KEY, b"x", BOUND), BOUND),
        (KEY, seal(KEY, b"x", BOUND), associated_data(8, "health", 1)),
    ],
    ids=("short", "unknown", "another key", "another place"),
)
def test_one_that_is_broken_among_many_is_refused(key: bytes, sealed: bytes, bound: bytes):
    whole = (KEY, seal(KEY, b"x", BOUND), BOUND)
    with pytest.raises(SealBrokenError):
        unseal_all([whole, (key, sealed, bound), whole])


def test_another_key_does_not_open():
    with pytest.raises(SealBrokenError):
        unseal(new_key(), seal(KEY, b"x", BOUND), BOUND)


@pytest.mark.parametrize(
    "other",
    [
        associated_data(8, "health", 1),
        associated_data(7, "healt", 1),
        associated_data(7, "health", 2),
    ],
)
def test_it_opens_only_where_it_belongs(other: bytes):
    with pytest.raises(SealBrokenError):
        unseal(KEY, seal(KEY, b"x", BOUND), other)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_has_32_bytes(length: int):
    with pytest.raises(ValueError, match="32 bytes"):
        seal(b"k" * length, b"x", BOUND)


def test_many_sealed_at_once_open_one_by_one():
    many = [(new_key(), f"값 {number}".encode(), b"bound") for number in range(50)]
    closed = seal_all([*many, many[0]])
    for (key, plain, bound), each in zip(many, closed, strict=False):
        assert unseal(key, each, bound) == plain
    assert len({each[1:13] for each in closed}) == len(closed)
    assert closed[0] != closed[-1]
    assert seal_all([]) == []
    with pytest.raises(SealBrokenError):
        unseal(many[0][0], closed[1], b"bound")
