from pathlib import Path

import pytest

from easycare_desktop.system.machine import pc_name
from easycare_desktop.system.paths import PROGRAM, ProgramPaths
from easycare_desktop.system.resources import RESOURCES, resource


def test_the_override_wins(tmp_path: Path):
    paths = ProgramPaths.of_this_user({"EASYCARE_HOME": str(tmp_path)})
    assert paths.home == tmp_path
    assert {paths.registry.parent, paths.settings.parent, paths.logs.parent} == {tmp_path}


def test_without_it_things_lie_in_the_users_local_data():
    assert PROGRAM in ProgramPaths.of_this_user({}).home.parts
    assert ProgramPaths.of_this_user({"EASYCARE_HOME": ""}).home.is_absolute()


def test_practice_offices_lie_apart(tmp_path: Path):
    paths = ProgramPaths(tmp_path)
    real, practice = (paths.new_office("1234", practice=which) for which in (False, True))
    assert real == paths.offices / "office-1234"
    assert practice.parent == paths.practice_offices
    assert not practice.is_relative_to(paths.offices)


@pytest.mark.parametrize("code", ["", "../up", "a/b", "a b", "행복", "x" * 33, ".", "CON:"])
def test_odd_codes_never_become_folder_names(tmp_path: Path, code: str):
    folder = ProgramPaths(tmp_path).new_office(code, practice=False)
    assert folder.parent == tmp_path / "offices"
    assert len(folder.name) == len("office-") + 12


def test_a_taken_folder_is_never_reused(tmp_path: Path):
    paths = ProgramPaths(tmp_path)
    taken = paths.new_office("1234", practice=False)
    taken.mkdir(parents=True)
    assert paths.new_office("1234", practice=False) != taken


def test_the_programs_own_files_are_found():
    assert resource("rules", "retention.toml").is_file()
    assert resource("fonts").parent == RESOURCES


def test_the_pc_has_a_name(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("platform.node", lambda: "")
    assert pc_name() == "unknown"
    monkeypatch.setattr("platform.node", lambda: "DESK-1")
    assert pc_name() == "DESK-1"
