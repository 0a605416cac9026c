import shutil
from pathlib import Path

import pytest

from easycare_desktop.security.accounts import AccountState, NotAnOfficerError
from easycare_desktop.storage.keys.generation import (
    switch_report,
)
from easycare_desktop.storage.keys.new_process import ask_new_process
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import (
    AccountBlockedError,
    DeviceKeyMissingError,
    KeyDestroyedError,
    KeySeparatedError,
)
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import CLERK, DIGEST, MORNING, OFFICE, OFFICER, Office, switch
from tests.storage.keys.raw_pages import decrypted_pages


def test_a_switch_ends_keys_and_says_what_it_did(office: Office, keys: OpenKeys, ids: list[int]):
    before = keys.living_keys()
    report = switch(keys, ids[:3], {ids[4]: "health"}, in_new_process=ask_new_process)
    assert (report.generation_from, report.generation_to, keys.generation) == (1, 2, 2)
    assert (report.destroyed, report.separated, report.compared) == (3, 1, 16)
    assert (report.number, report.digest, report.started_at) == ("P-1", DIGEST, MORNING)
    assert report.finished
    assert {check.code: check.count for check in report.checks if check.held} == {
        "file_intact": 1,
        "removed_exactly": 3,
        "tombstones": 3,
        "remaining_equal": 16,
        "envelopes": 1,
        "no_doomed_key": 17,
        "positive_control": 3,
        "tables_equal": 15,
        "ledger_sound": 3,
    }
    assert office.files() == {"keys-2.db", "slots-2.json"}
    assert office.store.entries() == {f"{OFFICE} 2"}
    assert keys.living_keys() == {
        each: key for each, key in before.items() if each not in {*ids[:3], ids[4]}
    }
    assert switch_report(keys, "P-1") == report
    assert switch_report(keys, "P-2") is None


def test_everybody_opens_the_new_generation_though_absent(
    office: Office, keys: OpenKeys, ids: list[int]
):
    switch(keys, ids[:3])
    expected = keys.living_keys()
    keys.close()
    for opened in (office.open(), office.open(CLERK.login, CLERK.password)):
        assert opened.generation == 2
        assert opened.living_keys() == expected
        assert opened.tombstones() == set(ids[:3])
        opened.close()
    sheet = office.open_with_sheet()
    assert sheet.generation == 2
    sheet.close()


def test_what_is_gone_is_told_from_what_is_separated(
    office: Office, keys: OpenKeys, ids: list[int]
):
    kept = keys.key_of(ids[1])
    switch(keys, [ids[0]], {ids[1]: "health"})
    with pytest.raises(KeyDestroyedError) as gone:
        keys.key_of(ids[0])
    assert (gone.value.number, gone.value.destroyed_at) == ("P-1", MORNING)
    with pytest.raises(KeySeparatedError):
        keys.key_of(ids[1])
    assert keys.open_separated(ids[1]) == kept
    keys.close()
    clerk = office.open(CLERK.login, CLERK.password)
    with pytest.raises(NotAnOfficerError):
        clerk.open_separated(ids[1])
    clerk.close()
    sheet = office.open_with_sheet()
    assert sheet.open_separated(ids[1]) == kept
    sheet.close()


def test_an_envelope_belongs_to_one_holding_and_group(keys: OpenKeys, ids: list[int]):
    switch(keys, [], {ids[0]: "health", ids[1]: "basic"})
    with keys.file.change() as connection:
        connection.execute("UPDATE holding_key SET grp = 'basic' WHERE id = ?", (ids[0],))
    with pytest.raises(NotAnOfficerError):
        keys.open_separated(ids[0])
    assert keys.open_separated(ids[1])


def test_a_separated_key_can_be_destroyed_later_even_by_a_clerk(
    office: Office, keys: OpenKeys, ids: list[int]
):
    switch(keys, [], {ids[0]: "health", ids[1]: "basic"})
    keys.close()
    clerk = office.open(CLERK.login, CLERK.password)
    report = switch(clerk, [ids[0], ids[2]])
    assert (report.destroyed, report.generation_to) == (2, 3)
    assert clerk.separated_ids() == {ids[1]}
    assert clerk.tombstones() == {ids[0], ids[2]}
    clerk.close()


def test_a_switch_without_any_holding_changes_root_and_device_key(
    office: Office, keys: OpenKeys, ids: list[int]
):
    root, device_key = keys.file.root, keys.slots_file.device_key
    report = switch(keys, [])
    assert report.finished
    assert keys.file.root != root
    assert keys.slots_file.device_key not in {None, device_key}
    assert len(keys.living_keys()) == 20


def test_the_intent_names_numbers_and_fingerprints_before_anything_happens(
    keys: OpenKeys, ids: list[int]
):
    seen = []

    def at_step(step: str) -> None:
        seen.append((step, keys.generation))

    switch(keys, ids[:2], at_step=at_step)
    intent = next(each for each in keys.ledger_entries() if each.kind == "switch_intent")
    assert intent.facts["destroy"].keys() == {str(each) for each in ids[:2]}
    assert all(len(mark) == 64 for mark in intent.facts["destroy"].values())
    assert intent.facts["digest"] == DIGEST.hex()
    assert [step for step, _ in seen] == [
        "intent",
        "device_key",
        "copied",
        "checked",
        "recorded",
        "committed",
        "moved",
        "proved",
        "device_key_erased",
        "keys_erased",
        "slots_erased",
        "finished",
    ]
    assert [number for _, number in seen] == [1] * 6 + [2] * 6


def test_a_hand_copied_folder_does_not_open_with_the_store_of_today(
    office: Office, keys: OpenKeys, ids: list[int], tmp_path: Path
):
    copy = Office(tmp_path / "copy", office.store, office.clock)
    shutil.copytree(office.folder, copy.folder)
    copy.open().close()
    switch(keys, ids[:1])
    keys.close()
    for account in (OFFICER, CLERK):
        with pytest.raises(DeviceKeyMissingError):
            copy.open(account.login, account.password)
    shutil.copy(copy.folder / "keys-1.db", office.folder / "keys-2.db")
    with pytest.raises(Exception, match=r"keys-2\.db"):
        office.open()


def test_no_byte_of_a_doomed_key_is_in_any_page_of_the_new_file(
    office: Office, keys: OpenKeys, ids: list[int]
):
    gone, separated, kept = (keys.key_of(each) for each in ids[:3])
    old = decrypted_pages(keys.file.path, keys.file.root)
    assert b"CREATE TABLE holding_key" in old
    for secret in (gone, separated, kept):
        assert secret in old
    switch(keys, [ids[0]], {ids[1]: "health"})
    new = decrypted_pages(keys.file.path, keys.file.root)
    assert b"CREATE TABLE holding_key" in new
    assert kept in new
    assert gone not in new
    assert separated not in new


def test_a_blocked_account_gets_no_root_of_the_new_generation(
    office: Office, keys: OpenKeys, ids: list[int]
):
    keys.set_state(2, AccountState.BLOCKED)
    switch(keys, ids[:1])
    keys.close()
    with pytest.raises(AccountBlockedError):
        office.open(CLERK.login, CLERK.password)


def test_everything_else_is_carried_over(office: Office, keys: OpenKeys, ids: list[int]):
    keys.restrict("hold", "9", {}, MORNING)
    keys.raise_high_water("saves", 41)
    file_keys = {name: keys.file_key(name) for name in ("office", "separated", "drafts")}
    certificate, revision = keys.certificate(), keys.revision
    switch(keys, ids[:1])
    assert {name: keys.file_key(name) for name in file_keys} == file_keys
    assert keys.certificate() == certificate
    assert keys.revision > revision
    assert keys.high_water("saves") == 41
    assert len(keys.restrictions()) == 1
    assert keys.verify_password(CLERK.login, CLERK.password).id == 2


def test_passwords_alone_go_through_a_switch_too(bare_office: Office):
    keys = bare_office.create()
    made = list(new_keys_in(keys.holdings, 3))
    assert switch(keys, made[:1]).finished
    keys.close()
    opened = bare_office.open()
    assert opened.living_keys().keys() == set(made[1:])
    assert bare_office.files() == {"keys-2.db", "slots-2.json"}
    opened.close()
