"""A set is whole or it is none; sealed files are copied once; no key is ever among them."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.backup.manifest import read_manifest, verify_manifest
from easycare_desktop.storage.backup.places import keys_inside
from easycare_desktop.storage.backup.reader import (
    Depth,
    SetState,
    check_set,
    judge,
    open_set,
    stage_set,
)
from easycare_desktop.storage.backup.refusals import (
    BackupDamagedError,
    BackupForeignError,
    KeyInBackupError,
)
from easycare_desktop.storage.keys.sqlcipher import WrongKeyError, connect
from tests.helpers.harmed import last_bit_flipped
from tests.helpers.offices import NOW
from tests.storage.backup.helpers import Stick, add_scan, silent


def test_a_set_holds_databases_ledger_and_manifest_and_opens(office: OpenOffice, stick: Stick):
    written = stick.back_up()
    assert {each.name for each in written.place.folder.iterdir()} == {
        *("office.db", "separated.db", "ledger.jsonl", "manifest.json")
    }
    assert written.place.name == f"20261123-100000-{written.manifest.facts.instance}"
    facts = written.manifest.facts
    assert (facts.generation, facts.revision) == (office.keys.generation, office.keys.revision)
    assert facts.saves > 0
    assert len(facts.lineage) == 16
    assert written.new_files == 3
    copy = connect(written.place.folder / "office.db", office.keys.file_key("office"), create=False)
    assert copy.execute("SELECT count(*) FROM access_log").fetchone()[0] > 0
    copy.close()
    [found] = stick.sets()
    assert (found.state, found.manifest) == (SetState.WHOLE, written.manifest)
    check_set(found.place, written.manifest, office.keys)
    assert not list(office.files.folder.glob(".*snapshot*"))


def test_sealed_files_are_copied_once(office: OpenOffice, stick: Stick):
    first = stick.back_up()
    untouched = {each: each.stat().st_mtime_ns for each in first.place.pool.iterdir()}
    fresh = add_scan(office, 9)
    second = stick.back_up(NOW + timedelta(days=1))
    assert (second.new_files, len(second.manifest.pool)) == (1, 4)
    assert {each: each.stat().st_mtime_ns for each in untouched} == untouched
    (office.files.folder / "files" / fresh).unlink()
    third = stick.back_up(NOW + timedelta(days=2))
    assert (third.new_files, len(third.manifest.pool)) == (0, 3)
    assert [each.state for each in stick.sets()] == [SetState.WHOLE] * 3


def test_two_backups_of_one_second_are_two(stick: Stick):
    assert stick.back_up().place != stick.back_up().place
    assert [each.state for each in stick.sets()] == [SetState.WHOLE] * 2


def test_without_manifest_it_is_no_backup(stick: Stick):
    written = stick.back_up()
    (written.place.folder / "manifest.json").unlink()
    assert [each.state for each in stick.sets()] == [SetState.CUT]


@pytest.mark.parametrize("name", ["office.db", "separated.db", "ledger.jsonl"])
def test_a_flipped_bit_is_found_in_the_newest_set(stick: Stick, name: str):
    path = stick.back_up().place.folder / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert [each.state for each in stick.sets()] == [SetState.DAMAGED]


def test_a_flipped_bit_of_a_scan_is_found_by_the_closest_look(office: OpenOffice, stick: Stick):
    written = stick.back_up()
    path = next(written.place.pool.iterdir())
    content = path.read_bytes()
    path.write_bytes(last_bit_flipped(content))
    assert judge(written.place, office.keys, Depth.SET).state is SetState.WHOLE
    assert judge(written.place, office.keys, Depth.ALL).state is SetState.DAMAGED
    path.write_bytes(content[:-1])
    assert [each.state for each in stick.sets()] == [SetState.DAMAGED]
    path.unlink()
    assert [each.state for each in stick.sets()] == [SetState.DAMAGED]


@pytest.mark.parametrize(
    ("field", "value"), [("saves", 9_999), ("lineage", "other"), ("covered", 2), ("mac", "00")]
)
def test_a_changed_manifest_is_no_backup(stick: Stick, field: str, value: object):
    path = stick.back_up().place.folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), field: value}))
    assert [each.state for each in stick.sets()] == [SetState.DAMAGED]


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"format": 1}', b"\xff"])
def test_a_torn_manifest_is_no_backup(stick: Stick, content: bytes):
    (stick.back_up().place.folder / "manifest.json").write_bytes(content)
    assert [each.state for each in stick.sets()] == [SetState.DAMAGED]


def test_a_manifest_cannot_name_files_elsewhere(stick: Stick):
    path = stick.back_up().place.folder / "manifest.json"
    body = json.loads(path.read_text())
    for changed in ({"files": [["../x", 1, "0" * 64]]}, {"pool": [["../../x", 1, "0" * 64]]}):
        path.write_text(json.dumps({**body, **changed}))
        with pytest.raises(BackupDamagedError):
            read_manifest(path.parent)


def test_sets_of_another_office_and_of_a_newer_program_are_told(office: OpenOffice, stick: Stick):
    written = stick.back_up()
    path = written.place.folder / "manifest.json"
    body = json.loads(path.read_text())
    path.write_text(json.dumps({**body, "office": "another"}))
    assert [each.state for each in stick.sets()] == [SetState.FOREIGN]
    with pytest.raises(BackupForeignError):
        open_set(written.place, office.keys)
    path.write_text(json.dumps({**body, "format": 2}))
    assert [each.state for each in stick.sets()] == [SetState.NEWER]


def test_an_old_set_opens_with_the_key_version_that_it_names(office: OpenOffice, stick: Stick):
    written = stick.back_up()
    with office.keys.file.change() as connection:
        connection.execute("INSERT INTO file_key VALUES ('office', 2, ?)", (bytes(32),))
    newest = office.keys.file_key("office")
    assert newest == bytes(32) != office.keys.file_key("office", 1)
    verify_manifest(written.manifest, "old", office.keys)
    check_set(written.place, written.manifest, office.keys)
    with pytest.raises(WrongKeyError):
        connect(written.place.folder / "office.db", newest, create=False)
    with office.keys.file.change() as connection:
        connection.execute("DELETE FROM file_key WHERE name = 'office' AND version = 1")
    assert [each.state for each in stick.sets()] == [SetState.FOREIGN]


def test_a_set_comes_back_out_whole_or_not_at_all(stick: Stick, tmp_path: Path):
    written = stick.back_up()
    out = tmp_path / "staged"
    stage_set(written.place, written.manifest, out, silent)
    assert (out / "office.db").read_bytes() == (written.place.folder / "office.db").read_bytes()
    assert len(list((out / "files").iterdir())) == 3
    scan = next(written.place.pool.iterdir())
    scan.write_bytes(last_bit_flipped(scan.read_bytes()))
    shutil.rmtree(out)
    with pytest.raises(BackupDamagedError):
        stage_set(written.place, written.manifest, out, silent)


def test_no_key_lies_in_a_backup_and_one_that_did_would_be_found(office: OpenOffice, stick: Stick):
    stick.back_up()
    assert keys_inside(stick.folder) == []
    assert opened_with_the_root(office, stick.folder) == []
    for planted in ("keys-1.db", "sets/kit-1.json", "files/.keys-2.db.ab12.part"):
        path = stick.folder / planted
        path.write_bytes(b"x")
        assert keys_inside(stick.folder) == [path]
        with pytest.raises(KeyInBackupError):
            stick.back_up(NOW + timedelta(days=1))
        path.unlink()
    renamed = stick.folder / "files" / f"{7:032x}"
    shutil.copy(office.keys.file.path, renamed)
    assert opened_with_the_root(office, stick.folder) == [renamed]


def opened_with_the_root(office: OpenOffice, folder: Path) -> list[Path]:
    """Return every file that the root of the keys opens, whatever its name."""
    found = []
    for path in (each for each in folder.rglob("*") if each.is_file()):
        try:
            connect(path, office.keys.file.root, create=False).close()
        except Exception:  # noqa: BLE001, S112 - whatever does not open is no key file
            continue
        found.append(path)
    return found
