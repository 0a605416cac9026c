from collections.abc import Callable
from pathlib import Path

import pytest

from easycare_desktop.storage.keys import generation as generation_module
from easycare_desktop.storage.keys import slots_file, switch_plan
from easycare_desktop.storage.keys.check_generation import answer
from easycare_desktop.storage.keys.generation_copy import copy_generation
from easycare_desktop.storage.keys.holding_keys import envelope_binding
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import (
    HoldingUnknownError,
    SwitchRefusedError,
)
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, connect
from easycare_desktop.system.refusals import FolderNotWritableError
from tests.storage.keys.helpers import OFFICE, Office, switch


@pytest.mark.parametrize("repeat", ["unknown", "both", "gone", "separated_again"])
def test_what_is_not_here_is_not_approved(keys: OpenKeys, ids: list[int], repeat: str):
    switch(keys, [ids[0]], {ids[1]: "health"})
    destroy, separate = {
        "unknown": ([max(ids) + 1], {}),
        "both": ([ids[5]], {ids[5]: "health"}),
        "gone": ([ids[0], ids[2]], {}),
        "separated_again": ([], {ids[1]: "health"}),
    }[repeat]
    with pytest.raises(HoldingUnknownError) as refusal:
        switch(keys, destroy, separate)
    assert refusal.value.count == 1
    assert keys.generation == 2
    assert len(keys.living_keys()) == 18


def test_the_old_file_is_only_read(office: Office, keys: OpenKeys, ids: list[int]):
    other = connect(keys.file.path, keys.file.root)

    def at_step(step: str) -> None:
        if step == "device_key":
            other.execute("BEGIN IMMEDIATE")
        if step == "copied":
            other.execute("ROLLBACK")
            other.close()  # Windows erases no file that somebody has open
            seen.extend(office.files())

    seen: list[str] = []
    assert switch(keys, ids[:1], at_step=at_step).finished
    assert set(seen) == {"keys-1.db", "slots-1.json", "keys-2.db"}


SPOIL = {
    "removed_exactly": "DELETE FROM holding_key WHERE id = {kept}",
    "removed_exactly, one too many": "INSERT INTO holding_key(id, key) VALUES (5, zeroblob(32))",
    "tombstones": "UPDATE holding_key SET id = id + 1 WHERE id = {doomed}",
    "remaining_equal": "UPDATE holding_key SET key = randomblob(32) WHERE id = {kept}",
    "envelopes": "UPDATE holding_key SET wrapped = randomblob(80) WHERE id = {separated}",
    "tables_equal": "DELETE FROM account WHERE id = 2",
    "ledger_sound": "UPDATE ledger SET kind = 'other' WHERE seq = 1",
}


def _spoiling(statement: str) -> Callable[..., None]:
    def copy(file: KeyFile, path: Path, root: bytes, *rest: object) -> None:
        copy_generation(file, path, root, *rest)
        connection = connect(path, root)
        connection.execute(statement)
        connection.close()

    return copy


@pytest.mark.parametrize("check", SPOIL)
def test_a_copy_that_is_not_exact_is_refused_and_leaves_no_trace(
    office: Office,
    keys: OpenKeys,
    ids: list[int],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    check: str,
):
    doomed, separated, kept = ids[:3]
    statement = SPOIL[check].format(doomed=doomed, separated=separated, kept=kept)
    monkeypatch.setattr(generation_module, "copy_generation", _spoiling(statement))
    before = keys.living_keys()
    with pytest.raises(SwitchRefusedError) as refusal:
        switch(keys, [doomed], {separated: "health"})
    found = {refusal.value.check}
    assert found == {"tables_equal" if check == "ledger_sound" else check.split(",", maxsplit=1)[0]}
    assert "refused" in caplog.text
    assert keys.generation == 1
    assert keys.living_keys() == before
    assert office.files() == {"keys-1.db", "slots-1.json"}
    assert office.store.entries() == {f"{OFFICE} 1"}
    assert keys.ledger_entries()[-1].kind == "switch_abandoned"
    monkeypatch.undo()
    assert switch(keys, [doomed]).finished


def test_a_doomed_key_that_stays_under_another_number_is_found(
    keys: OpenKeys, ids: list[int], caplog: pytest.LogCaptureFixture
):
    with keys.file.change() as connection:
        connection.execute(
            "INSERT INTO holding_key(id, key) SELECT 5, key FROM holding_key WHERE id = ?",
            (ids[0],),
        )
    keys.holdings.forget()
    with pytest.raises(SwitchRefusedError) as refusal:
        switch(keys, [ids[0]])
    assert refusal.value.check == "no_doomed_key"
    assert "no_doomed_key" in caplog.text
    assert switch(keys, [ids[0], 5]).finished


def test_a_full_disk_leaves_the_old_generation(
    office: Office, keys: OpenKeys, ids: list[int], monkeypatch: pytest.MonkeyPatch
):
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(generation_module, "write_slots", full)
    with pytest.raises(OSError, match="space"):
        switch(keys, ids[:1])
    assert keys.generation == 1
    assert office.files() == {"keys-1.db", "slots-1.json"}
    assert office.store.entries() == {f"{OFFICE} 1"}
    assert len(keys.living_keys()) == 20


def test_an_envelope_for_another_office_is_found_by_an_officer(
    office: Office,
    keys: OpenKeys,
    ids: list[int],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    def misbound(_office: str, *rest: object) -> bytes:
        return envelope_binding("other", *rest)

    monkeypatch.setattr(switch_plan, "envelope_binding", misbound)
    with pytest.raises(SwitchRefusedError) as refusal:
        switch(keys, [], {ids[0]: "health"})
    assert refusal.value.check == "envelopes"
    assert "envelopes" in caplog.text
    assert keys.is_living(ids[0])


def test_the_first_refusal_is_told_even_where_clearing_up_fails(
    office: Office,
    keys: OpenKeys,
    ids: list[int],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    def fails(*_given: object) -> None:
        raise FolderNotWritableError

    with monkeypatch.context() as patch:
        patch.setattr(generation_module, "write_slots", fails)
        patch.setattr(generation_module, "erase_generation", fails)
        with pytest.raises(FolderNotWritableError):
            switch(keys, ids[:1])
    assert "leftovers" in caplog.text
    assert office.files() == {"keys-1.db", "slots-1.json", "keys-2.db"}
    keys.close()
    office.open(in_new_process=answer).close()
    assert office.files() == {"keys-1.db", "slots-1.json"}
    assert office.store.entries() == {f"{OFFICE} 1"}


def test_slots_that_do_not_read_back_commit_nothing(
    office: Office, keys: OpenKeys, ids: list[int], monkeypatch: pytest.MonkeyPatch
):
    plain_write = slots_file.write_atomically

    def torn(path: Path, content: bytes) -> None:
        plain_write(path, content.replace(b'"number": 1', b'"number": 2'))

    monkeypatch.setattr(slots_file, "write_atomically", torn)
    with pytest.raises(FileDamagedError):
        switch(keys, ids[:1])
    assert keys.generation == 1
    assert office.files() == {"keys-1.db", "slots-1.json"}
