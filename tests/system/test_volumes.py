"""Where the path of a stick would be under another letter."""

from pathlib import Path, PureWindowsPath

import pytest

from easycare_desktop.system import volumes
from easycare_desktop.system.volumes import same_path_on_other_drives


def test_a_path_is_looked_for_under_every_other_letter(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(volumes, "local_drives", lambda: ["C:", "E:", "F:"])
    found = same_path_on_other_drives(PureWindowsPath("e:\\safe\\keys"))
    assert found == [PureWindowsPath("C:\\safe\\keys"), PureWindowsPath("F:\\safe\\keys")]
    root = same_path_on_other_drives(PureWindowsPath("C:\\"))
    assert root == [PureWindowsPath("E:\\"), PureWindowsPath("F:\\")]


def test_a_path_of_the_network_or_without_a_letter_has_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(volumes, "local_drives", lambda: ["C:"])
    assert same_path_on_other_drives(PureWindowsPath("\\\\server\\share\\keys")) == []
    assert same_path_on_other_drives(PureWindowsPath("keys")) == []
    if not tmp_path.drive:
        assert same_path_on_other_drives(tmp_path) == []
