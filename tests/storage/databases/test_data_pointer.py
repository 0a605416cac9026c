"""The pointer to the data in use: before its writing nothing happened, after it nothing is lost."""

import json
from pathlib import Path

import pytest

from easycare_desktop.storage.databases.data_pointer import (
    POINTER,
    clear_unused,
    data_folder,
    put_to_use,
    stage_data,
)
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError


def fill(folder: Path, word: str) -> Path:
    (folder / "files").mkdir(exist_ok=True)
    (folder / "files" / "a1").write_text(word)
    for name in ("office", "separated", "drafts"):
        (folder / f"{name}.db").write_text(word)
    return folder


def word_in(folder: Path) -> str:
    return (data_folder(folder) / "office.db").read_text()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_without_a_pointer_the_data_lies_in_the_office_folder(tmp_path: Path):
    fill(tmp_path, "first")
    assert data_folder(tmp_path) == tmp_path
    assert clear_unused(tmp_path) == 0
    assert word_in(tmp_path) == "first"


def test_a_staged_folder_is_no_data_before_the_pointer_names_it(tmp_path: Path):
    stays = {"keys-3.db", "slots-3.json", "office.json", "office.lock", "clock.json"}
    for name in stays:
        (tmp_path / name).write_text("stays")
    fill(tmp_path, "first")
    stage = fill(stage_data(tmp_path), "second")
    assert word_in(tmp_path) == "first"
    put_to_use(tmp_path, stage)
    assert word_in(tmp_path) == "second"
    clear_unused(tmp_path)
    assert names(tmp_path) == {*stays, POINTER, "data-1"}


def test_what_was_never_committed_goes(tmp_path: Path):
    fill(tmp_path, "first")
    fill(stage_data(tmp_path), "second")
    stage = fill(stage_data(tmp_path), "third")
    stage.rename(tmp_path / "data-2")
    assert clear_unused(tmp_path) == 2
    assert word_in(tmp_path) == "first"
    assert names(tmp_path) == {"office.db", "separated.db", "drafts.db", "files"}


def test_numbers_go_on_and_the_older_data_goes(tmp_path: Path):
    fill(tmp_path, "first")
    for word in ("second", "third"):
        put_to_use(tmp_path, fill(stage_data(tmp_path), word))
    assert clear_unused(tmp_path) == 1
    assert (word_in(tmp_path), names(tmp_path)) == ("third", {POINTER, "data-2"})


@pytest.mark.parametrize("body", ["", "{}", '{"format": 1, "data": "../elsewhere"}', "[1]"])
def test_a_broken_pointer_is_refused_and_erases_nothing(tmp_path: Path, body: str):
    fill(tmp_path, "first")
    (tmp_path / POINTER).write_text(body)
    for use in (data_folder, clear_unused):
        with pytest.raises(FileDamagedError):
            use(tmp_path)
    assert (tmp_path / "office.db").read_text() == "first"


def test_a_pointer_to_nothing_is_refused(tmp_path: Path):
    fill(tmp_path, "first")
    (tmp_path / POINTER).write_text(json.dumps({"format": 1, "data": "data-7"}))
    with pytest.raises(FileDamagedError):
        clear_unused(tmp_path)
    assert (tmp_path / "office.db").read_text() == "first"
