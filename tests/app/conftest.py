"""The whole program over a real office, as far as windows can be tried without a person."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.program import Program
from easycare_desktop.ui.appearance import Appearance
from tests.helpers.offices import OfficeHome

WAIT = 20_000


@pytest.fixture
def ground(
    qapp: QApplication,
    appearance: Appearance,
    home: OfficeHome,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Ground]:
    # An application wears one style for its whole life: a second appearance would drop the first.
    monkeypatch.setattr("easycare_desktop.app.ground.Appearance", lambda *_: appearance)
    made = Ground(qapp, home.paths, home.clock, home.stores)
    made.offices = home.offices
    yield made
    made.close()


@pytest.fixture
def closed_program(ground: Ground) -> Iterator[Program]:
    """The program at its login window."""
    made = Program(ground)
    made.start()
    yield made
    made.end()
    # Windows go here and now, not when their rubbish is collected: that may be in a thread.
    made.login.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened_program(closed_program: Program, home: OfficeHome, qtbot: QtBot) -> Program:
    """The program with the office open."""
    with qtbot.waitSignal(closed_program.ready, timeout=WAIT):
        closed_program.login.opened.emit(home.open())
    workplace = closed_program.workplace
    assert workplace is not None
    qtbot.waitUntil(lambda: not workplace.busy, timeout=WAIT)
    return closed_program
