"""Signing: done where a certificate is given, refused where it is half given."""

from pathlib import Path

import pytest

from installer import signing
from installer.ground import BuildStoppedError

VARIABLES = (signing.CERTIFICATE, signing.PASSWORD_FILE, signing.TIMESTAMP)


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    commands: list[list[str]] = []

    def run(*words: str | Path) -> str:
        commands.append([str(word) for word in words])
        Path(words[-1]).write_bytes(b"signed")
        return ""

    monkeypatch.setattr(signing, "run", run)
    return commands


def test_without_a_certificate_nothing_is_signed(
    ran: list[list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert not signing.sign_if_asked(tmp_path / "setup.exe")
    assert ran == []
    assert "is not signed" in capsys.readouterr().out


def test_a_given_certificate_signs_in_place(
    ran: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("own.p12", "password", "setup.exe"):
        (tmp_path / name).write_bytes(b"plain")
    monkeypatch.setenv(signing.CERTIFICATE, str(tmp_path / "own.p12"))
    monkeypatch.setenv(signing.PASSWORD_FILE, str(tmp_path / "password"))
    assert signing.sign_if_asked(tmp_path / "setup.exe")
    assert (tmp_path / "setup.exe").read_bytes() == b"signed"
    assert "-readpass" in ran[0]
    assert "plain" not in ran[0]


def test_a_certificate_without_its_password_stops_the_build(
    ran: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "own.p12").touch()
    monkeypatch.setenv(signing.CERTIFICATE, str(tmp_path / "own.p12"))
    with pytest.raises(BuildStoppedError):
        signing.sign_if_asked(tmp_path / "setup.exe")
    assert ran == []
