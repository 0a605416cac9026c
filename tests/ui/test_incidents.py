"""What nobody expected is told once, with a number and without words of the fault."""

import logging
import sys

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.incidents import Incidents, incident_number, places
from easycare_desktop.ui.messages import RecordingMessages, Trouble

SECRET = "홍길동 410101-1234567"


def break_down() -> None:
    raise RuntimeError(SECRET)


def fault() -> BaseException:
    try:
        break_down()
    except RuntimeError as error:
        return error
    raise AssertionError


def test_the_person_is_told_once_and_nothing_personal_is_kept(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
):
    messages = RecordingMessages()
    incidents = Incidents(messages)
    error = fault()
    with caplog.at_level(logging.ERROR):
        incidents.report(type(error), error, error.__traceback__)
    assert messages.said == [], "nothing is said before the event loop turns"
    qtbot.waitUntil(lambda: bool(messages.said))
    trouble = messages.of_kind("refuse")[0].content[0]
    assert isinstance(trouble, Trouble)
    assert trouble.number.startswith("EX-")
    assert trouble.number in caplog.text
    assert "test_incidents.py" in caplog.text
    assert SECRET not in caplog.text
    assert SECRET not in repr(trouble)


def test_the_same_place_has_the_same_number():
    one, other = fault(), fault()
    assert incident_number(type(one), one.__traceback__) == incident_number(
        type(other), other.__traceback__
    )
    assert incident_number(ValueError, one.__traceback__) != incident_number(
        RuntimeError, one.__traceback__
    )


def test_places_name_files_not_folders():
    error = fault()
    assert places(error.__traceback__)[0].startswith("test_incidents.py:")


def test_while_one_is_told_others_wait_in_the_log(qtbot: QtBot):
    class Slow(RecordingMessages):
        def refuse(self, trouble: Trouble) -> bool:
            error = fault()
            incidents.report(type(error), error, error.__traceback__)
            qtbot.wait(5)
            return super().refuse(trouble)

    messages = Slow()
    incidents = Incidents(messages)
    error = fault()
    incidents.report(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(messages.said))
    assert len(messages.said) == 1


def test_hooks_are_taken_and_given_back(qapp: object):
    before = sys.excepthook
    incidents = Incidents(RecordingMessages())
    incidents.install()
    assert sys.excepthook == incidents.report
    incidents.remove()
    assert sys.excepthook is before
