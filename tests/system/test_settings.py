import json
from pathlib import Path

import pytest

from easycare_desktop.system.settings import Remember, Scheme, Settings, TextSizeError
from easycare_desktop.system.settings_file import SettingsFile

LOGIN = "홍길순"


class OnePersonsProtector:
    """Reverses bytes behind a mark, as an operating system would lock them to one user."""

    def __init__(self, user: bytes = b"u1") -> None:
        self._user = user

    def protect(self, plain: bytes) -> bytes:
        return self._user + plain[::-1]

    def reveal(self, protected: bytes) -> bytes:
        if not protected.startswith(self._user):
            raise ValueError
        return protected[len(self._user) :][::-1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "settings.json"


def test_the_first_start_has_the_defaults(path: Path):
    assert SettingsFile(path).load() == Settings(100, Scheme.LIGHT, Remember.ASK)


@pytest.mark.parametrize("size", [99, 201, 0, -1])
def test_text_has_a_smallest_and_a_largest_size(size: int):
    with pytest.raises(TextSizeError):
        Settings(text_size=size)


def test_choices_come_back(path: Path):
    settings = Settings(175, Scheme.CONTRAST, Remember.ALWAYS, office="1234", login=LOGIN)
    file = SettingsFile(path, OnePersonsProtector())
    file.save(settings)
    assert file.load() == settings


def test_no_name_lies_in_the_file(path: Path):
    settings = Settings(remember=Remember.ALWAYS, office="1234", login=LOGIN)
    SettingsFile(path, OnePersonsProtector()).save(settings)
    raw = path.read_bytes()
    assert b"1234" in raw
    assert LOGIN.encode() not in raw
    assert json.dumps(LOGIN).strip('"').encode() not in raw


def test_without_protection_no_login_is_kept(path: Path):
    SettingsFile(path).save(Settings(remember=Remember.ALWAYS, office="1234", login=LOGIN))
    assert SettingsFile(path, OnePersonsProtector()).load().login == ""
    assert SettingsFile(path).load().office == "1234"


def test_a_login_of_another_windows_user_is_not_shown(path: Path):
    SettingsFile(path, OnePersonsProtector(b"u2")).save(Settings(office="1234", login=LOGIN))
    assert SettingsFile(path, OnePersonsProtector()).load().login == ""


@pytest.mark.parametrize(
    "settings",
    [
        Settings(remember=Remember.NEVER, office="1234", login=LOGIN),
        Settings(remember=Remember.ALWAYS, shared_pc=True, office="1234", login=LOGIN),
    ],
)
def test_never_means_nothing(settings: Settings, path: Path):
    assert (settings.remembers, settings.office, settings.login) == (Remember.NEVER, "", "")
    file = SettingsFile(path, OnePersonsProtector())
    file.save(settings)
    assert file.stored() == ()


def test_what_is_stored_is_listed_and_deleted_at_once(path: Path):
    file = SettingsFile(path, OnePersonsProtector())
    file.save(Settings(remember=Remember.ALWAYS, office="1234", login=LOGIN))
    assert [(each.code, each.value) for each in file.stored()] == [
        ("office", "1234"),
        ("login", LOGIN),
    ]
    assert {each.place for each in file.stored()} == {path}
    file.forget()
    file.forget()
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff\xfe\x00", b"[1]", b"null", b'"text"'])
def test_a_broken_file_is_kept_aside(path: Path, broken: bytes):
    file = SettingsFile(path)
    for number in (1, 2):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(broken)
        assert file.load() == Settings()
        assert path.with_name(f"settings.broken-{number}.json").read_bytes() == broken
    file.forget()
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"text_size": 900, "scheme": "dark"}, Settings(200, Scheme.DARK)),
        ({"text_size": "125", "scheme": "purple"}, Settings()),
        ({"text_size": True, "remember": ["never"]}, Settings()),
        ({"text_size": 1, "remember": "always", "office": 5}, Settings(remember=Remember.ALWAYS)),
        ({"from a newer version": 1, "scheme": "contrast"}, Settings(scheme=Scheme.CONTRAST)),
    ],
)
def test_one_odd_value_costs_only_itself(path: Path, values: dict[str, object], expected: Settings):
    path.parent.mkdir()
    path.write_text(json.dumps(values), encoding="utf-8")
    assert SettingsFile(path).load() == expected
