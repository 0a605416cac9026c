import pytest

from easycare_desktop.security.password_rule import (
    PasswordCommonError,
    PasswordHasRunError,
    PasswordNamesOwnerError,
    PasswordTooShortError,
    check_password,
)

OWN = ("saebom", "새봄", "31168000")


@pytest.mark.parametrize(
    "password",
    [
        "autumn-rain-7",
        "비오는가을밤에홀로걷기",
        "tR4$kkp!29",
        "aaab-ccd-123",
        "맑은 하늘 아래 산책길",
    ],
)
def test_good_ones_pass(password: str):
    check_password(password, OWN)


@pytest.mark.parametrize("password", ["", "autumn-7", "비오는가을밤", "   autumn-7   "])
def test_short_ones_are_refused(password: str):
    with pytest.raises(PasswordTooShortError) as refusal:
        check_password(password, OWN)
    assert refusal.value.least == 10
    assert refusal.value.field == "password"


@pytest.mark.parametrize("password", ["xx-SaeBom-xx", "우리새봄의가을비바람", "no-31168000-x"])
def test_it_must_not_contain_its_owner(password: str):
    with pytest.raises(PasswordNamesOwnerError):
        check_password(password, OWN)


def test_an_empty_own_word_forbids_nothing():
    check_password("autumn-rain-7", ("", " ", "a"))


@pytest.mark.parametrize(
    "password",
    ["autumn-aaaa", "autumn-1234", "autumn-9876", "autumn-dcba", "autumn-QWER", "autumn-lkjh"],
)
def test_runs_are_refused(password: str):
    with pytest.raises(PasswordHasRunError):
        check_password(password, OWN)


@pytest.mark.parametrize("password", ["1q2w3e4r5t", "Password12!", "dkssudgktpdy"])
def test_common_ones_are_refused(password: str):
    with pytest.raises(PasswordCommonError):
        check_password(password, OWN)
