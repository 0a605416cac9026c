import unicodedata

from easycare_desktop.security.accounts import NewAccount, login_label, same_login


def test_logins_are_compared_without_case_and_composition():
    assert same_login(" SaeBom ") == "saebom"
    assert same_login(unicodedata.normalize("NFD", "새봄")) == "새봄"


def test_a_label_needs_the_salt_of_the_office():
    assert login_label(b"one", "saebom") == login_label(b"one", "SAEBOM ")
    assert login_label(b"one", "saebom") != login_label(b"two", "saebom")
    assert "saebom" not in login_label(b"one", "saebom")


def test_no_repr_shows_a_person():
    shown = repr(NewAccount("saebom", "Sae Bom", "winter-snow-8"))
    assert "saebom" not in shown
    assert "Sae" not in shown
    assert "winter" not in shown
