import subprocess
import sys
from pathlib import Path

import pytest

from requirements import environment

Command = list[str]


class Machine:
    """Stands in for what `environment` runs; notes each command, and fails the first `failures`."""

    def __init__(self) -> None:
        self.ran: list[Command] = []
        self.failures = 0
        self.libraries = ""

    def run(self, command: Command, **_: object) -> subprocess.CompletedProcess[str]:
        self.ran.append(command)
        failed = len(self.ran) <= self.failures
        return subprocess.CompletedProcess(command, int(failed), self.libraries, "")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    stand_in = Machine()
    monkeypatch.setattr(environment.subprocess, "run", stand_in.run)
    monkeypatch.setattr(environment.time, "sleep", lambda _: None)
    venv, lock = tmp_path / ".venv", tmp_path / "linux.txt"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").touch()
    lock.write_text("six==1.17.0\n", encoding="utf-8")
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "PYTHON", venv / "bin" / "python")
    monkeypatch.setattr(environment, "STAMP", venv / "installed.stamp")
    monkeypatch.setattr(environment, "LOCK", lock)
    return stand_in


def installs(machine: Machine) -> list[Command]:
    return [command for command in machine.ran if "install" in command]


def test_it_installs_once(machine: Machine):
    environment.set_up()
    environment.set_up()
    assert len(machine.ran) == 2
    assert {"--require-hashes", "--no-deps", "--only-binary"} <= set(installs(machine)[0])


def test_a_new_lock_or_python_installs_again(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    environment.set_up()
    environment.LOCK.write_text("six==1.17.1\n", encoding="utf-8")
    environment.set_up()
    monkeypatch.setattr(sys, "version", "3.13.9 (main)")
    environment.set_up()
    assert len(installs(machine)) == 3


def test_an_installation_cut_off_begins_anew(machine: Machine):
    machine.failures = 99
    with pytest.raises((SystemExit, subprocess.CalledProcessError)):
        environment.set_up()
    assert not environment.STAMP.exists()
    machine.failures = 0
    environment.set_up()
    assert environment.STAMP.exists()
    assert "--clear" in machine.ran[-2]


def test_a_shaky_network_gets_more_chances(machine: Machine):
    machine.failures = environment.ATTEMPTS - 1
    environment.persist(["fetch"])
    assert len(machine.ran) == environment.ATTEMPTS
    machine.ran.clear()
    machine.failures = environment.ATTEMPTS
    with pytest.raises(SystemExit, match="Could not finish: fetch"):
        environment.persist(["fetch"])


def known(*groups: dict[str, str]) -> str:
    return "".join(f"\t{name} (libc6,x86-64) => there\n" for group in groups for name in group)


def test_missing_libraries_are_named_or_fetched(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    machine.libraries = known(environment.QT_LIBRARIES).replace("libEGL", "libOther")
    monkeypatch.setattr(environment, "can_fetch_system_packages", lambda: False)
    with pytest.raises(SystemExit, match=r"sudo apt-get install .*libegl1"):
        environment.check_system_libraries(for_a_window=False)
    monkeypatch.setattr(environment, "can_fetch_system_packages", lambda: True)
    environment.check_system_libraries(for_a_window=False)
    assert machine.ran[-1][-2:] == ["--no-install-recommends", "libegl1"]


def test_what_only_a_window_needs_is_asked_for_only_then(machine: Machine):
    machine.libraries = known(environment.QT_LIBRARIES)
    environment.check_system_libraries(for_a_window=False)
    assert installs(machine) == []


def test_settings_of_the_shell_stay_outside(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTEST_ADDOPTS", "--collect-only")
    monkeypatch.setenv("EASYCARE_HOME", "elsewhere")
    kept = environment.clean_environment()
    assert {"PYTEST_ADDOPTS", "EASYCARE_HOME"} & kept.keys() == set()
    assert kept["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "w"}, True)],
)
def test_a_display_is_seen(
    variables: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert environment.has_display() is expected
