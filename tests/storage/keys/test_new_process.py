import io
import json
import sys
from dataclasses import asdict, replace

import pytest
from typing_extensions import override

from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.storage.keys import check_generation, new_process
from easycare_desktop.storage.keys.check_generation import answer
from easycare_desktop.storage.keys.finishing import question_about
from easycare_desktop.storage.keys.new_process import (
    NewProcessError,
    Question,
    ask_new_process,
    waiting_process,
)
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import DeviceKeyMissingError
from easycare_desktop.storage.keys.sqlcipher import WrongKeyError, connect
from tests.helpers.new_keys import new_keys_in
from tests.helpers.quick import Process, stand_in
from tests.storage.keys.helpers import Office


def test_a_real_new_process_counts_the_same(office: Office, keys: OpenKeys):
    new_keys_in(keys.holdings, 3)
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


@pytest.mark.parametrize("output", ["", "[]", '{"generation": 1}'])
def test_a_process_that_answers_nonsense_is_no_proof(
    keys: OpenKeys, monkeypatch: pytest.MonkeyPatch, output: str
):
    class Nonsense(Process):
        @override
        def communicate(self, asked: bytes, _seconds: int) -> tuple[bytes, bytes]:
            return output.encode(), b""

    monkeypatch.setattr(new_process, "subprocess", stand_in(Nonsense))
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

    class Watched(Process):
        returncode = 1

        @override
        def communicate(self, asked: bytes, _seconds: int) -> tuple[bytes, bytes]:
            seen.update(self.named, words=self.words, asked=asked)
            return json.dumps({"refusal": "X"}).encode(), b""

    monkeypatch.setattr(new_process, "subprocess", stand_in(Watched))
    question = question_about(keys)
    with pytest.raises(NewProcessError):
        ask_new_process(question)
    assert question.private.hex() in seen["asked"].decode()
    for place in ("words", "env", "cwd"):
        assert question.private.hex() not in str(seen[place])


def test_a_process_that_waits_sees_what_lies_there_when_it_is_asked(keys: OpenKeys):
    new_keys_in(keys.holdings, 1)
    with waiting_process() as ask:
        new_keys_in(keys.holdings, 2)
        assert ask(question_about(keys)).living == 3


def test_a_process_that_was_never_asked_ends(monkeypatch: pytest.MonkeyPatch):
    begun = []
    real = new_process._started
    monkeypatch.setattr(new_process, "_started", lambda: begun.append(real()) or begun[-1])
    with pytest.raises(KeyError), waiting_process():
        raise KeyError
    assert begun[0].returncode not in {None, 0}


@pytest.mark.parametrize("right", [True, False])
def test_the_module_answers_on_its_output(
    keys: OpenKeys,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    right: bool,
):
    question = question_about(keys)
    if not right:
        question = replace(question, opener="sheet 2")
    monkeypatch.setattr(sys, "stdin", io.StringIO(question.to_json()))
    status = check_generation.main()
    said = json.loads(capsys.readouterr().out)
    assert status == (0 if right else 1)
    assert said == (asdict(answer(question)) if right else {"refusal": "SealBrokenError"})


def test_the_sheet_is_a_way_in_for_the_check(office: Office, keys: OpenKeys):
    keys.close()
    opened = office.open_with_sheet()
    assert answer(question_about(opened)).generation == 1
    opened.close()


def test_a_process_that_dies_without_a_word_is_no_proof(
    keys: OpenKeys, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(new_process, "_MODULE", "no_such_module_anywhere")
    with pytest.raises(NewProcessError) as refusal:
        ask_new_process(question_about(keys))
    assert refusal.value.reason == ""
