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


@pytest.mark.parametrize(
    "typed",
    ["99999000001", "9-99990-00001", "999-9900-0001", " 99999 000001", "９９９９９０００００１"],
)
def test_a_code_is_found_however_it_is_parted(path: Path, typed: str):
    registry = OfficeRegistry(path)
    known = [record(code, path.parent) for code in ("99999000001", "220-81-62517", "HB-PRACTICE")]
    for each in known:
        registry.add(each)
    assert registry.find(typed) == known[0]
    assert registry.find("2208162517") == known[1]
    assert registry.find("hb practice") == known[2]
    with pytest.raises(OfficeCodeTakenError):
        registry.add(record(typed, path.parent))


def test_a_code_as_it_was_entered_goes_before_one_that_is_parted_otherwise(path: Path):
    registry = OfficeRegistry(path)
    registry.replace(record("a-1", path.parent))
    registry.replace(record("a1", path.parent))
    assert registry.find("a1").code == "a1"
    for empty in ("", "-"):
        with pytest.raises(OfficeUnknownError):
            registry.find(empty)


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
