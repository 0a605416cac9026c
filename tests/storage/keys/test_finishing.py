from dataclasses import replace

import pytest

from easycare_desktop.security.credential_store import CredentialStoreError, MemoryCredentialStore
from easycare_desktop.storage.keys.census import Census
from easycare_desktop.storage.keys.check_generation import answer
from easycare_desktop.storage.keys.finishing import finish_switch
from easycare_desktop.storage.keys.generation import (
    SwitchReport,
    switch_generation,
    switch_report,
)
from easycare_desktop.storage.keys.new_process import NewProcess, NewProcessError, Question
from easycare_desktop.storage.keys.open_keys import OpenKeys
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import CLERK, DIGEST, MORNING, OFFICE, Office

BOTH = {"keys-1.db", "slots-1.json", "keys-2.db", "slots-2.json"}


class StubbornStore(MemoryCredentialStore):
    """Forgets nothing while it is told to be stubborn."""

    stubborn = True

    def delete(self, entry: str) -> None:
        if self.stubborn:
            raise CredentialStoreError(self.name)
        super().delete(entry)


def _failing(_question: Question) -> Census:
    raise NewProcessError("WrongKeyError")


def _disagreeing(question: Question) -> Census:
    found = answer(question)
    return replace(found, living=found.living + 1)


def _switch(keys: OpenKeys, in_new_process: NewProcess, number: str = "P-1") -> SwitchReport:
    ids = list(new_keys_in(keys.holdings, 4))
    return switch_generation(
        keys,
        destroy=frozenset(ids[:1]),
        separate={},
        digest=DIGEST,
        destruction_number=number,
        now=MORNING,
        in_new_process=in_new_process,
    )


@pytest.mark.parametrize("in_new_process", [_failing, _disagreeing])
def test_until_a_new_process_agrees_the_switch_is_in_progress(
    office: Office,
    keys: OpenKeys,
    in_new_process: NewProcess,
    caplog: pytest.LogCaptureFixture,
):
    report = _switch(keys, in_new_process)
    assert not report.finished
    assert report.generation_to == 2
    assert keys.generation == 2
    assert len(keys.living_keys()) == 3
    assert office.files() == BOTH
    assert "generation 2" in caplog.text
    keys.close()
    again = office.open(in_new_process=in_new_process)
    assert again.generation == 2
    assert office.files() == BOTH
    finished = finish_switch(again, in_new_process=answer)
    assert finished is not None
    assert finished.finished
    assert replace(finished, finished_at=None) == report
    assert switch_report(again, "P-1") == finished
    assert office.files() == {"keys-2.db", "slots-2.json"}
    assert office.store.entries() == {f"{OFFICE} 2"}
    assert finish_switch(again, in_new_process=_failing) is None
    again.close()


def test_a_store_that_does_not_forget_keeps_the_switch_in_progress(office: Office):
    office.store = StubbornStore()
    keys = office.create()
    assert not _switch(keys, answer).finished
    assert keys.generation == 2
    report = switch_report(keys, "P-1")
    assert report is not None
    assert not report.finished
    assert office.files() == BOTH
    keys.close()
    office.open(in_new_process=answer).close()
    assert office.files() == BOTH
    office.store.stubborn = False
    opened = office.open(in_new_process=answer)
    report = switch_report(opened, "P-1")
    assert report is not None
    assert report.finished
    assert office.files() == {"keys-2.db", "slots-2.json"}
    opened.close()


def test_a_damaged_newest_generation_falls_back_and_is_not_swept(office: Office, keys: OpenKeys):
    _switch(keys, _failing)
    keys.close()
    path = office.folder / "keys-2.db"
    path.write_bytes(path.read_bytes()[:5000])
    opened = office.open(in_new_process=answer)
    assert opened.generation == 1
    assert len(opened.living_keys()) == 4
    assert office.files() == BOTH
    assert opened.ledger_entries()[-1].kind == "switch_intent"
    report = switch_generation(
        opened,
        destroy=frozenset(),
        separate={},
        digest=DIGEST,
        destruction_number="P-2",
        now=MORNING,
        in_new_process=answer,
    )
    assert report.generation_to == 3
    assert office.files() == {"keys-3.db", "slots-3.json"}
    opened.close()


def test_the_sheet_can_finish_too(office: Office, keys: OpenKeys):
    _switch(keys, _failing)
    keys.close()
    opened = office.open_with_sheet()
    report = switch_report(opened, "P-1")
    assert report is not None
    assert report.finished
    opened.close()
    office.open().close()


def test_a_clerk_finishes_what_an_officer_began(office: Office, keys: OpenKeys):
    keys.add_account(CLERK)
    _switch(keys, _failing)
    keys.close()
    opened = office.open(CLERK.login, CLERK.password)
    assert office.files() == {"keys-2.db", "slots-2.json"}
    opened.close()


def test_two_unfinished_switches_are_finished_together(office: Office, keys: OpenKeys):
    _switch(keys, _failing)
    second = _switch(keys, _failing, number="P-2")
    assert (second.number, second.generation_to, second.finished) == ("P-2", 3, False)
    third = _switch(keys, answer, number="P-3")
    assert (third.number, third.finished) == ("P-3", True)
    for number in ("P-1", "P-2"):
        report = switch_report(keys, number)
        assert report is not None
        assert report.finished
    assert office.files() == {"keys-4.db", "slots-4.json"}


def test_leftovers_of_an_older_generation_go_without_any_report(office: Office, keys: OpenKeys):
    _switch(keys, answer)
    (office.folder / "slots-1.json").write_text("{}")
    (office.folder / "keys-1.db").write_bytes(b"x" * 4096)
    (office.folder / ".slots-1.json.ab12.part").write_text("{}")
    office.store.put(f"{OFFICE} 1", bytes(32))
    assert finish_switch(keys, in_new_process=_failing) is None
    assert "keys-1.db" in office.files()
    assert finish_switch(keys, in_new_process=answer) is None
    assert office.files() == {"keys-2.db", "slots-2.json"}
    assert office.store.entries() == {f"{OFFICE} 2"}
