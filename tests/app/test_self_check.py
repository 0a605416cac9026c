"""The self-check and the diagnosis: they find what is broken, and say nothing about anybody."""

import json
import logging
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from easycare_desktop.app import diagnosis, self_check, self_check_screen
from easycare_desktop.app.diagnosis import Diagnosis, sizes_of
from easycare_desktop.system.components import components
from easycare_desktop.system.logs import start_logging, stop_logging
from easycare_desktop.system.paths import ProgramPaths
from tests.helpers.offices import CODE, LOGIN, PROFILE, OfficeHome

CANARY = "홍길동 900101-1234567"


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Importing every module takes seconds and is done by the Windows job."""
    monkeypatch.setattr(self_check, "_modules", lambda: True)


@pytest.mark.usefixtures("fast")
def test_everything_holds_here(tmp_path: Path):
    result = self_check.self_check(ProgramPaths(tmp_path))
    assert [name for name, held in result["checks"].items() if not held] == []
    assert {"encrypted_file", "credential_store", "paper", "folders"} <= result["checks"].keys()
    assert result["versions"]["sqlcipher3"] == "0.6.4"


@pytest.mark.usefixtures("fast")
def test_what_is_broken_is_named_and_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def broken() -> bool:
        raise FileNotFoundError(CANARY)

    monkeypatch.setattr(self_check, "_fonts", broken)
    monkeypatch.setattr(self_check, "_paper", lambda: False)
    with caplog.at_level(logging.ERROR):
        result = self_check.self_check(ProgramPaths(tmp_path))
    assert {name for name, held in result["checks"].items() if not held} == {"fonts", "paper"}
    assert "self-check fonts" in caplog.text


def test_printing_and_pictures_hold(qapp: QApplication):
    assert self_check_screen._printing()
    assert self_check_screen._pictures()
    assert "screens" in self_check_screen.screen_facts()


@pytest.mark.usefixtures("fast")
def test_the_diagnosis_names_nobody(tmp_path: Path, qapp: QApplication):
    home = OfficeHome(tmp_path / "home")
    home.make().close()
    folder = home.offices.known()[0].folder
    logs = start_logging(home.paths.logs)
    try:
        wrong = ValueError(CANARY)
        logging.getLogger("easycare_desktop.test").error("%s", CANARY, exc_info=wrong)
        target = tmp_path / "진단.txt"
        Diagnosis(home.paths, folder).prepare()(target)
    finally:
        stop_logging(logs)
    text = target.read_text("utf-8")
    found = json.loads(text)
    assert found["office"]["office.db"] > 0
    assert any("ValueError at" in line for line in found["log"])
    for secret in (CANARY, "홍길동", CODE, LOGIN, PROFILE["office_name"], PROFILE["officer_name"]):
        assert secret not in text
    assert str(tmp_path) not in text


def test_sizes_count_sealed_files_without_their_names(tmp_path: Path):
    (tmp_path / "files" / "ab").mkdir(parents=True)
    (tmp_path / "files" / "ab" / "abcdef").write_bytes(b"12345")
    (tmp_path / "office.db").write_bytes(b"1")
    sizes = sizes_of(tmp_path)
    assert sizes == {
        "office.db": 1,
        "sealed_files": 1,
        "sealed_bytes": 5,
        "key_generations_here": 0,
    }


def test_a_log_that_is_not_there_is_no_trouble(tmp_path: Path):
    assert diagnosis.Diagnosis(ProgramPaths(tmp_path), tmp_path)._last_lines() == []


def test_works_of_others_are_named_with_version_and_licence(tmp_path: Path):
    here = {each.name: each for each in components()}
    assert "LGPL" in here["PySide6-Essentials"].licence
    written = tmp_path / "components.json"
    written.write_text('[["Qt", "6.11.3", "LGPL-3.0-only"]]', "utf-8")
    assert components(written)[0].version == "6.11.3"
    written.write_text("torn", "utf-8")
    assert len(components(written)) > 10
