import json
import subprocess
import sys
from dataclasses import replace

import pytest

from easycare_desktop.security.credential_store import CredentialStoreError, MemoryCredentialStore
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.storage.keys import check_generation, new_process
from easycare_desktop.storage.keys.census import Census
from easycare_desktop.storage.keys.check_generation import answer
from easycare_desktop.storage.keys.finishing import finish_switch, question_about
from easycare_desktop.storage.keys.generation import (
    SwitchReport,
    switch_generation,
    switch_report,
)
from easycare_desktop.storage.keys.new_process import NewProcessError, Question, ask_new_process
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import DeviceKeyMissingError
from easycare_desktop.storage.keys.sqlcipher import WrongKeyError, connect
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


def _switch(keys: OpenKeys, in_new_process: new_process.NewProcess) -> SwitchReport:
    ids = list(keys.create_holding_keys(4))
    return switch_generation(
        keys,
        destroy=frozenset(ids[:1]),
        separate={},
        digest=DIGEST,
        destruction_number="P-1",
        now=MORNING,
        in_new_process=in_new_process,
    )


@pytest.mark.parametrize("in_new_process", [_failing, _disagreeing])
def test_until_a_new_process_agrees_the_switch_is_in_progress(
    office: Office,
    keys: OpenKeys,
    in_new_process: new_process.NewProcess,
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


def test_a_real_new_process_counts_the_same(office: Office, keys: OpenKeys):
    keys.create_holding_keys(3)
    for name in ("office", "drafts"):
        data = connect(office.folder / f"{name}.db", keys.file_key(name))
        data.execute("CREATE TABLE t(x)")
        data.close()
    question = question_about(keys)
    found = ask_new_process(question)
    assert (found.generation, found.living, found.tombstones) == (1, 3, 0)
    assert found.intact
    assert found.ledger_sound
    assert found == answer(question)
    assert Question.from_json(question.to_json()) == question
    assert question.private.hex() not in repr(question)


def test_a_real_new_process_says_why_it_cannot(office: Office, keys: OpenKeys):
    question = replace(question_about(keys), device_key=bytes(32))
    with pytest.raises(NewProcessError) as refusal:
        ask_new_process(question)
    assert refusal.value.reason == "SealBrokenError"


@pytest.mark.parametrize("harm", ["office.db", "opener", "office_id", "private"])
def test_the_check_opens_everything(office: Office, keys: OpenKeys, harm: str):
    question = question_about(keys)
    if harm == "office.db":
        data = connect(office.folder / harm, bytes(32))
        data.execute("CREATE TABLE t(x)")
        data.close()
    elif harm == "private":
        question = replace(question, private=bytes(range(32)))
    else:
        question = replace(question, **{harm: "another"})
    with pytest.raises((WrongKeyError, SealBrokenError)):
        answer(question)


def test_a_shared_store_is_asked_by_the_new_process_itself(
    office: Office, keys: OpenKeys, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(office.store, "shared", True)
    question = question_about(keys)
    assert question.device_key is None
    monkeypatch.setattr(check_generation, "find_system_store", lambda: office.store)
    assert answer(question).generation == 1
    monkeypatch.setattr(check_generation, "find_system_store", lambda: None)
    with pytest.raises(DeviceKeyMissingError):
        answer(question)


def test_the_sheet_can_finish_too(office: Office, keys: OpenKeys):
    _switch(keys, _failing)
    keys.close()
    opened = office.open_with_sheet()
    report = switch_report(opened, "P-1")
    assert report is not None
    assert report.finished
    opened.close()
    office.open().close()


@pytest.mark.parametrize("output", ["", "[]", '{"generation": 1}'])
def test_a_process_that_answers_nonsense_is_no_proof(
    keys: OpenKeys, monkeypatch: pytest.MonkeyPatch, output: str
):
    def run(*_given: object, **_named: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], 0, output.encode(), b"")

    monkeypatch.setattr(new_process.subprocess, "run", run)
    with pytest.raises(NewProcessError):
        ask_new_process(question_about(keys))


def test_a_process_that_does_not_start_is_no_proof(keys: OpenKeys, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(NewProcessError) as refusal:
        ask_new_process(question_about(keys))
    assert refusal.value.reason == "FileNotFoundError"


def test_secrets_reach_the_process_through_its_input_alone(
    keys: OpenKeys, monkeypatch: pytest.MonkeyPatch
):
    seen = {}

    def run(words: list[str], **named: object) -> subprocess.CompletedProcess[bytes]:
        seen.update(named, words=words)
        return subprocess.CompletedProcess(words, 1, json.dumps({"refusal": "X"}).encode(), b"")

    monkeypatch.setattr(new_process.subprocess, "run", run)
    question = question_about(keys)
    with pytest.raises(NewProcessError):
        ask_new_process(question)
    assert question.private.hex() in seen["input"].decode()
    for place in ("words", "env", "cwd"):
        assert question.private.hex() not in str(seen[place])


def test_a_clerk_finishes_what_an_officer_began(office: Office, keys: OpenKeys):
    keys.add_account(CLERK)
    _switch(keys, _failing)
    keys.close()
    opened = office.open(CLERK.login, CLERK.password)
    assert office.files() == {"keys-2.db", "slots-2.json"}
    opened.close()
