import threading

import pytest

from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.ledger.export import verify_export
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import CLERK, MORNING, Office


def test_a_restriction_stands_in_its_table_and_in_the_ledger(office: Office, keys: OpenKeys):
    keys.restrict("consent_withdrawn", "17", {"purpose": "photo"}, MORNING)
    keys.restrict("hold", "9", {}, MORNING)
    keys.close()
    opened = office.open()
    first, second = opened.restrictions()
    assert (first.kind, first.subject, first.facts, first.at) == (
        "consent_withdrawn",
        "17",
        {"purpose": "photo"},
        MORNING,
    )
    assert second.id > first.id
    told = opened.ledger_entries()[1].facts
    assert told == {"kind": "consent_withdrawn", "subject": "17", "facts": {"purpose": "photo"}}
    opened.close()


def test_a_restriction_without_ledger_entry_does_not_exist(keys: OpenKeys):
    with pytest.raises(TypeError):
        keys.restrict("hold", "9", {"at": MORNING}, MORNING)
    assert keys.restrictions() == []
    assert len(keys.ledger_entries()) == 1


def test_a_change_that_fails_half_way_leaves_nothing(keys: OpenKeys):
    before = keys.revision

    def half() -> None:
        with keys.file.change() as connection:
            connection.execute("INSERT INTO high_water VALUES ('saves', 5)")
            keys.ledger_append("note", {}, MORNING)
            raise KeyError("saves")

    with pytest.raises(KeyError):
        half()
    assert keys.high_water("saves") == 0
    assert len(keys.ledger_entries()) == 1
    assert keys.revision == before


def test_marks_only_rise(keys: OpenKeys):
    assert keys.high_water("saves") == 0
    keys.raise_high_water("saves", 5)
    keys.raise_high_water("saves", 3)
    assert keys.high_water("saves") == 5


def test_every_change_raises_the_revision_and_reading_does_not(office: Office, keys: OpenKeys):
    before = keys.revision
    new_keys_in(keys.holdings, 2)
    keys.ledger_append("note", {}, MORNING)
    assert keys.revision == before + 2
    keys.close()
    opened = office.open()
    assert opened.revision == before + 2
    opened.close()


def test_a_revision_asked_for_during_a_change_is_asked_for_again_after_it(keys: OpenKeys):
    with keys.file.change():
        before = keys.revision
    assert keys.revision == before + 1

    def fail() -> None:
        with keys.file.change():
            assert keys.revision == before + 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert keys.revision == before + 1


def test_an_exported_ledger_verifies_with_the_certificate(office: Office, keys: OpenKeys):
    keys.add_account(CLERK)
    keys.close()
    clerk = office.open(CLERK.login, CLERK.password)
    clerk.ledger_append("note", {"number": 1}, MORNING)
    lines = clerk.ledger_export()
    assert [each.fault.value for each in verify_export(lines, clerk.certificate())] == [
        "unsigned_end",
        "unsigned_tail",
    ]
    clerk.close()
    officer = office.open()
    assert verify_export(officer.ledger_export(), officer.certificate()) == []
    officer.close()


def test_many_threads_make_keys_and_entries_without_loss(keys: OpenKeys):
    def work() -> None:
        for number in range(5):
            made.update(new_keys_in(keys.holdings, 2))
            keys.ledger_append("note", {"number": number}, MORNING)
            seen.append(len(keys.living_keys()))

    made: dict[int, bytes] = {}
    seen: list[int] = []
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert keys.living_keys() == made
    assert len(made) == 40
    assert len(seen) == 20
    assert [entry.seq for entry in keys.ledger_entries()] == list(range(1, 22))
    assert verify_export(keys.ledger_export(), keys.certificate()) == []
