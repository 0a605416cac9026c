"""An office that is closed while a page still reads: nothing arrives, nothing is told."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.workplace import Workplace
from easycare_desktop.services.bundle import Services
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.system_clock import SystemClock
from tests.helpers.offices import OfficeHome, Stores


@pytest.fixture
def ground(qapp: QApplication, tmp_path: Path) -> Iterator[Ground]:
    made = Ground(qapp, ProgramPaths(tmp_path / "ground"), SystemClock(), Stores())
    yield made
    made.close()


def test_what_is_under_way_ends_before_the_office_closes(
    ground: Ground, tmp_path: Path, qtbot: QtBot
):
    services = Services(OfficeHome(tmp_path / "home").make())
    services.start()
    workplace = Workplace(ground, services.office, services)
    begun, arrived = Event(), []
    read: list[object] = []

    def slow_reading() -> None:
        begun.set()
        time.sleep(0.2)
        read.append(services.key_places.states())

    workplace.background.run(slow_reading, arrived.append, arrived.append)
    assert begun.wait(5)
    workplace.close()
    qtbot.wait(20)
    assert read == [[]]
    assert arrived == []
