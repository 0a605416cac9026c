from pathlib import Path

import pytest

from easycare_desktop.system.running_program import Asked, Request, RunningProgram


@pytest.fixture
def first(tmp_path: Path):
    running = RunningProgram(tmp_path / "running")
    assert running.begin()
    yield running
    running.end()


def test_only_one_is_the_running_program(first: RunningProgram):
    second = RunningProgram(first.folder)
    assert not second.begin()
    assert not second.wait_for_end(0.0)
    first.end()
    assert second.wait_for_end(1.0)


@pytest.mark.parametrize("request_", list(Request))
def test_what_is_asked_is_heard_once(first: RunningProgram, request_: Request):
    RunningProgram(first.folder).ask(request_)
    assert [first.take(), first.take()] == [Asked(request_), None]


def test_a_page_can_be_asked_for(first: RunningProgram):
    RunningProgram(first.folder).ask(Request.SHOW, "people")
    assert first.take() == Asked(Request.SHOW, "people")


def test_nonsense_is_not_heard(first: RunningProgram):
    (first.folder / "asked").write_bytes(b"\xff destroy everything")
    assert first.take() is None


def test_what_was_asked_of_an_earlier_program_is_forgotten(first: RunningProgram):
    first.ask(Request.QUIT)
    first.end()
    assert first.begin()
    assert first.take() is None
