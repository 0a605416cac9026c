import pytest
from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.security.passwords import KdfParameters
from easycare_desktop.security.recovery_sheet import (
    ALPHABET,
    RecoveryCode,
    RecoveryCodeCharacterError,
    RecoveryCodeGroupError,
    RecoveryCodeLengthError,
    check_group,
)

CODE = RecoveryCode.parse("2345Q-6789N-ABCDS-EFGHJ-JKLMC")
PLACES = [(group, place) for group in range(5) for place in range(5)]


def _with(groups: list[str]) -> str:
    return "-".join(groups)


def test_the_alphabet_has_100_bits_for_twenty_places():
    assert len(set(ALPHABET)) == 32
    assert not set("0O1I") & set(ALPHABET)


def test_codes_are_random_and_read_back():
    codes = {RecoveryCode.generate() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert RecoveryCode.parse(code.text) == code
        assert [len(group) for group in code.groups] == [5] * 5


@pytest.mark.parametrize(
    "typed",
    [
        "2345q-6789n-abcds-efghj-jklmc",
        "2345Q6789NABCDSEFGHJJKLMC",
        "  2345Q 6789N\tABCDS\nEFGHJ  JKLMC ",
        "2345Q–6789N—ABCDS_EFGHJ.JKLMC",
        "２３４５Ｑ-6789N-ABCDS-EFGHJ-JKLMC",
    ],
)
def test_typing_is_forgiven(typed: str):
    assert RecoveryCode.parse(typed) == CODE


@pytest.mark.parametrize(("group", "place"), PLACES)
def test_every_single_wrong_character_names_its_group(group: int, place: int):
    for wrong in ALPHABET:
        groups = list(CODE.groups)
        if groups[group][place] == wrong:
            continue
        groups[group] = groups[group][:place] + wrong + groups[group][place + 1 :]
        with pytest.raises(RecoveryCodeGroupError) as refusal:
            RecoveryCode.parse(_with(groups))
        assert refusal.value.group == group + 1


@given(st.data())
def test_two_exchanged_characters_are_noticed(data: st.DataObject):
    number = data.draw(st.integers(1, 5))
    group = list(RecoveryCode.generate().groups[number - 1])
    first, second = data.draw(st.sampled_from([(a, b) for a in range(5) for b in range(a)]))
    if group[first] == group[second]:
        return
    group[first], group[second] = group[second], group[first]
    with pytest.raises(RecoveryCodeGroupError):
        check_group(number, "".join(group))


def test_two_exchanged_groups_are_noticed():
    first, second, *rest = CODE.groups
    with pytest.raises(RecoveryCodeGroupError) as refusal:
        RecoveryCode.parse(_with([second, first, *rest]))
    assert refusal.value.group == 1


@pytest.mark.parametrize("wrong", "0O1I가@")
def test_a_character_that_is_never_printed_names_its_group(wrong: str):
    groups = list(CODE.groups)
    groups[3] = "EF" + wrong + "HJ"
    with pytest.raises(RecoveryCodeCharacterError) as refusal:
        RecoveryCode.parse(_with(groups))
    assert refusal.value.group == 4


@pytest.mark.parametrize(("typed", "found"), [("", 0), ("2345Q", 5), (CODE.text + "2", 26)])
def test_the_length_is_told(typed: str, found: int):
    with pytest.raises(RecoveryCodeLengthError) as refusal:
        RecoveryCode.parse(typed)
    assert refusal.value.found == found


def test_one_group_can_be_typed_back_alone():
    assert check_group(2, " 6789n ") == "6789N"
    with pytest.raises(RecoveryCodeGroupError) as refusal:
        check_group(2, "6789")
    assert refusal.value.group == 2


def test_the_code_leads_to_one_key_pair_and_is_never_shown():
    cheap = KdfParameters(64, 1, 1)
    pair = CODE.key_pair(b"s" * 16, cheap)
    assert RecoveryCode.parse(CODE.text).key_pair(b"s" * 16, cheap) == pair
    assert RecoveryCode.generate().key_pair(b"s" * 16, cheap) != pair
    assert "2345" not in repr(CODE)
