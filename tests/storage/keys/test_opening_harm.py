import json
import logging
from collections.abc import Callable
from dataclasses import replace

import pytest

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.credential_store import CredentialStoreError, MemoryCredentialStore
from easycare_desktop.security.passwords import HOUSE_KDF, KdfOutOfBoundsError
from easycare_desktop.security.wrapping import KeyPair
from easycare_desktop.storage.keys.creation import create_keys
from easycare_desktop.storage.keys.opening import Expected, open_with_password
from easycare_desktop.storage.keys.refusals import (
    DeviceKeyMissingError,
    KeysForeignError,
    KeysMissingError,
    KeysNewerFormatError,
    KeysOlderError,
    WrongLoginError,
)
from easycare_desktop.storage.keys.schema import SCHEMA
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, WrongKeyError
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import CLERK, CODE, OFFICE, OFFICER, Office


def _without_slots(office: Office) -> None:
    (office.folder / "slots-1.json").unlink()


def _without_keys(office: Office) -> None:
    (office.folder / "keys-1.db").unlink()


def _cut_keys(office: Office) -> None:
    path = office.folder / "keys-1.db"
    path.write_bytes(path.read_bytes()[:-5000])


def _torn_slots(office: Office) -> None:
    (office.folder / "slots-1.json").write_text("{}")


def _changed_slots(office: Office) -> None:
    path = office.folder / "slots-1.json"
    body = json.loads(path.read_text())
    body["slots"] = body["slots"][:-8] + "AAAAAAA="
    path.write_text(json.dumps(body))


def _newer_slots(office: Office) -> None:
    path = office.folder / "slots-1.json"
    path.write_text(path.read_text().replace('"format": 1', '"format": 2'))


def _renumbered_slots(office: Office) -> None:
    (office.folder / "slots-1.json").rename(office.folder / "slots-2.json")
    (office.folder / "keys-1.db").rename(office.folder / "keys-2.db")


def _other_keys(office: Office) -> None:
    other = Office(office.folder.parent / "other", office.store, office.clock)
    create_keys(
        other.folder, "other", MemoryCredentialStore(), OFFICER, CODE, clock=office.clock
    ).close()
    (other.folder / "keys-1.db").replace(office.folder / "keys-1.db")


def _without_device_key(office: Office) -> None:
    office.store.delete(f"{OFFICE} 1")


def _other_device_key(office: Office) -> None:
    office.store.put(f"{OFFICE} 1", bytes(32))


@pytest.mark.parametrize(
    ("harm", "refusal"),
    [
        (_without_slots, KeysMissingError),
        (_without_keys, KeysMissingError),
        (_cut_keys, FileDamagedError),
        (_torn_slots, FileDamagedError),
        (_changed_slots, DeviceKeyMissingError),
        (_newer_slots, FileDamagedError),
        (_renumbered_slots, FileDamagedError),
        (_other_keys, WrongKeyError),
        (_without_device_key, DeviceKeyMissingError),
        (_other_device_key, DeviceKeyMissingError),
    ],
)
def test_each_harm_has_its_refusal_and_changes_nothing(
    closed: Office, harm: Callable[[Office], None], refusal: type[Refusal]
):
    harm(closed)
    before = {path.name: path.read_bytes() for path in closed.folder.iterdir()}
    with pytest.raises(refusal):
        closed.open()
    after = {path.name: path.read_bytes() for path in closed.folder.iterdir()}
    assert after == before


def test_an_empty_folder_has_no_keys(office: Office):
    with pytest.raises(KeysMissingError):
        office.open()
    with pytest.raises(KeysMissingError):
        office.open_with_sheet()


def test_keys_of_another_office_are_foreign(closed: Office):
    with pytest.raises(KeysForeignError):
        closed.open(expected=Expected(office_id="a-different-one"))
    closed.open(expected=Expected(office_id=OFFICE)).close()


def test_a_key_file_that_names_another_office_is_foreign(closed: Office):
    opened = closed.open()
    with opened.file.change() as connection:
        connection.execute("UPDATE meta SET value = 'other' WHERE name = 'office'")
    opened.close()
    with pytest.raises(KeysForeignError):
        closed.open()


def test_a_newer_format_is_refused(closed: Office):
    opened = closed.open()
    with opened.file.change() as connection:
        connection.execute("UPDATE meta SET value = ? WHERE name = 'schema'", (SCHEMA + 1,))
    opened.close()
    with pytest.raises(KeysNewerFormatError):
        closed.open()


def test_older_keys_are_noticed_by_generation_and_by_revision(closed: Office):
    with pytest.raises(KeysOlderError) as refusal:
        closed.open(expected=Expected(generation=2))
    assert (refusal.value.found[0], refusal.value.expected[0]) == (1, 2)
    copy = (closed.folder / "keys-1.db").read_bytes()
    opened = closed.open()
    new_keys_in(opened.holdings, 1)
    mark = opened.revision
    opened.require_at_least(1, mark)
    opened.close()
    (closed.folder / "keys-1.db").write_bytes(copy)
    opened = closed.open()
    with pytest.raises(KeysOlderError):
        opened.require_at_least(1, mark)
    with pytest.raises(KeysOlderError):
        opened.require_at_least(2)
    opened.close()


def test_a_cheap_password_is_not_believed_by_the_house(closed: Office):
    with pytest.raises(KdfOutOfBoundsError):
        open_with_password(
            closed.folder,
            OFFICER.login,
            OFFICER.password,
            closed.store,
            clock=closed.clock,
            kdf=HOUSE_KDF,
        )


def test_nothing_personal_is_logged(closed: Office, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(WrongLoginError):
        closed.open(CLERK.login, "wrong-password")
    _cut_keys(closed)
    with pytest.raises(FileDamagedError):
        closed.open()
    assert "generation 1: FileDamagedError" in caplog.text
    for word in (OFFICER.login, OFFICER.name, CLERK.login, "wrong-password"):
        assert word not in caplog.text


def test_a_store_that_gives_back_another_key_makes_no_office(office: Office):
    class ForgetfulStore(MemoryCredentialStore):
        def put(self, entry: str, secret: bytes) -> None:
            super().put(entry, bytes(len(secret)))

    office.store = ForgetfulStore()
    with pytest.raises(CredentialStoreError):
        office.create()
    assert office.files() == set()


def test_a_key_file_without_tables_is_damaged(closed: Office):
    opened = closed.open()
    with opened.file.change() as connection:
        connection.execute("DELETE FROM meta WHERE name <> 'revision'")
    opened.close()
    with pytest.raises(FileDamagedError):
        closed.open()


def test_a_root_sealed_to_somebody_else_is_damage(bare_office: Office):
    keys = bare_office.create()
    slots = keys.slots_file.slots
    label, slot = next(iter(slots.by_label.items()))
    keys.slots_file.put(replace(slots, by_label={label: replace(slot, root=bytes(80))}))
    keys.close()
    with pytest.raises(FileDamagedError):
        bare_office.open()


def test_slots_with_a_foreign_public_key_open_nothing_and_get_no_root(bare_office: Office):
    keys = bare_office.create()
    keys.add_account(CLERK)
    slots = keys.slots_file.slots
    forged = {
        label: replace(slot, public=KeyPair.generate().public)
        if slot.public != keys.opener.pair.public
        else slot
        for label, slot in slots.by_label.items()
    }
    keys.slots_file.put(replace(slots, by_label=forged))
    keys.close()
    with pytest.raises(WrongLoginError):
        bare_office.open(CLERK.login, CLERK.password)
    opened = bare_office.open()
    roots = [slot.root for slot in opened.slots_file.slots.by_label.values()]
    assert sum(root is None for root in roots) == 1
    opened.close()
