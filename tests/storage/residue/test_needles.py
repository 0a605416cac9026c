from easycare_desktop.storage.residue.needles import make_needles


def test_every_encoding_and_bare_digits():
    needles = make_needles(["홍길순", "010-0000-1234"])
    for pattern in (
        "홍길순".encode(),
        "홍길순".encode("utf-16-le"),
        "홍길순".encode("cp949"),
        b"010-0000-1234",
        b"01000001234",
        "01000001234".encode("utf-16-le"),
    ):
        assert pattern in needles.long
    assert needles.values == 3


def test_short_patterns_count_in_plain_text_only():
    needles = make_needles(["김수"])
    assert "김수".encode() in needles.long
    assert "김수".encode("cp949") in needles.short
    assert "김수".encode("cp949") not in needles.long


def test_single_letters_and_blanks_are_no_values():
    assert make_needles(["", " ", "가"]).values == 0


def test_what_an_encoding_cannot_say_is_left_out():
    assert make_needles(["똠방각하𠀀"]).long


def test_no_value_shows_in_a_repr():
    assert "홍길순" not in repr(make_needles(["홍길순"]))
