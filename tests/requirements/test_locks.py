import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "requirements"
PINNED = re.compile(
    r"([a-z0-9-]+)==([^ ]+)(?: ; (python_version == [^\\]+?))?"
    r"((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n"
)
ONLY_THERE = {"linux": {"jeepney", "secretstorage"}, "windows": {"colorama", "pywin32-ctypes"}}


def locked(system: str) -> dict[str, str]:
    """Return name to version; see first that the file holds pins with hashes and nothing else."""
    text = (FOLDER / f"{system}.txt").read_text(encoding="utf-8")
    body = "".join(line for line in text.splitlines(keepends=True) if line[0] not in "#\n")
    assert PINNED.sub("", body) == ""
    return {name: version for name, version, _, _ in PINNED.findall(body)}


def asked_for() -> dict[str, str]:
    lines = (FOLDER / "direct.in").read_text(encoding="utf-8").splitlines()
    pins = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in pins}


@pytest.mark.parametrize("system", ["linux", "windows"])
def test_everything_asked_for_is_locked_at_its_version(system: str):
    versions = locked(system)
    assert {name: versions.get(name) for name in asked_for()} == asked_for()


def test_both_systems_get_the_same_versions():
    linux, windows = locked("linux"), locked("windows")
    assert linux.keys() - windows.keys() == ONLY_THERE["linux"]
    assert windows.keys() - linux.keys() == ONLY_THERE["windows"]
    assert {name for name in linux.keys() & windows.keys() if linux[name] != windows[name]} == set()


def test_a_pin_without_a_hash_would_be_seen():
    assert PINNED.sub("", "six==1.17.0\n") == "six==1.17.0\n"
    assert PINNED.sub("", f"six==1.17.0 \\\n    --hash=sha256:{'0' * 64}\n") == ""
