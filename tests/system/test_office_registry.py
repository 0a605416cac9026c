from pathlib import Path

import pytest

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.system.office_registry import OfficeRecord, OfficeRegistry
from easycare_desktop.system.refusals import OfficeCodeTakenError, OfficeUnknownError


def record(code: str, folder: Path, *, practice: bool = False) -> OfficeRecord:
    return OfficeRecord(code, folder / code, OfficeKind.AGENCY, practice)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "offices.json"


def test_an_empty_pc_knows_no_office(path: Path):
    assert OfficeRegistry(path).all() == ()
    assert not path.parent.exists()


def test_offices_come_back_in_order(path: Path):
    records = (record("b", path.parent), record("a", path.parent, practice=True))
    for each in records:
        OfficeRegistry(path).add(each)
    assert OfficeRegistry(path).all() == records
    assert OfficeRegistry(path).find("a") == records[1]


def test_a_code_stands_for_one_office(path: Path):
    registry = OfficeRegistry(path)
    registry.add(record("a", path.parent))
    with pytest.raises(OfficeCodeTakenError) as refusal:
        registry.add(record("a", path.parent))
    assert refusal.value.code == "a"


def test_unknown_offices_are_refused(path: Path):
    with pytest.raises(OfficeUnknownError):
        OfficeRegistry(path).find("a")
    with pytest.raises(OfficeUnknownError):
        OfficeRegistry(path).remove("a")


def test_removing_forgets_one(path: Path):
    registry = OfficeRegistry(path)
    for code in "ab":
        registry.add(record(code, path.parent))
    registry.remove("a")
    assert [each.code for each in registry.all()] == ["b"]


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"\xff\xfe", b"[]", b'{"offices": [{"code": "a"}]}', b'{"offices": 3}']
)
def test_a_broken_file_is_kept_aside_and_the_one_before_serves(path: Path, broken: bytes):
    registry = OfficeRegistry(path)
    for code in "ab":
        registry.add(record(code, path.parent))
    path.write_bytes(broken)
    assert [each.code for each in registry.all()] == ["a"]
    assert (path.parent / "offices.broken-1.json").read_bytes() == broken
    registry.add(record("c", path.parent))
    assert [each.code for each in registry.all()] == ["a", "c"]


def test_both_broken_is_an_empty_list_and_nothing_is_thrown_away(path: Path):
    registry = OfficeRegistry(path)
    for code in "ab":
        registry.add(record(code, path.parent))
    for each in path.parent.glob("offices*.json"):
        each.write_bytes(b"?")
    assert registry.all() == ()
    assert len(list(path.parent.glob("*broken*"))) == 2
