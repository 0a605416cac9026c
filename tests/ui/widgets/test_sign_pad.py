"""The field to sign in."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.widgets.sign_pad import SignPad
from tests.helpers.present import present
from tests.helpers.signing import draw

pytestmark = pytest.mark.look


@pytest.fixture
def pad(qtbot: QtBot, kit: Kit) -> Iterator[SignPad]:
    made = SignPad(kit.appearance)
    made.resize(560, 170)
    present(qtbot, made)
    yield made
    made.close()


def ink_in(png: bytes) -> tuple[QImage, int]:
    image = QImage.fromData(png, "PNG")
    dark = sum(
        image.pixelColor(x, y).alpha() > 128
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
    return image, dark


def test_what_is_drawn_comes_out_on_nothing(pad: SignPad, qtbot: QtBot):
    assert pad.png() == b""
    with qtbot.waitSignal(pad.changed):
        draw(pad)
    image, dark = ink_in(pad.png())
    assert image.hasAlphaChannel()
    assert image.pixelColor(1, 1).alpha() == 0
    assert 300 < image.width() / 3 * 1.2 < 560
    assert dark > 100
    pad.clear()
    assert pad.png() == b""


def test_a_slip_of_the_pen_is_no_signature(pad: SignPad):
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.mouseMove(pad, QPoint(54, 52))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(54, 52))
    assert not pad.is_signed()


def test_a_pen_draws_by_its_pressure_and_its_other_end_erases(pad: SignPad):
    pen = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Pressure,
        1,
        1,
    )
    rubber = QPointingDevice(
        "rubber",
        2,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Eraser,
        QInputDevice.Capability.Pressure,
        1,
        1,
    )

    def move(device: QPointingDevice, kind: QTabletEvent.Type, x: float, pressure: float) -> None:
        at, none = QPointF(x, 80), Qt.KeyboardModifier.NoModifier
        left = Qt.MouseButton.LeftButton
        event = QTabletEvent(kind, device, at, at, pressure, 0, 0, 0, 0, 0, none, left, left)
        QApplication.sendEvent(pad, event)

    def line(pressure: float) -> int:
        pad.clear()
        move(pen, QTabletEvent.Type.TabletPress, 40, pressure)
        for x in range(60, 400, 20):
            move(pen, QTabletEvent.Type.TabletMove, x, pressure)
        return ink_in(pad.png())[1]

    assert line(1.0) > line(0.1) > 0
    move(rubber, QTabletEvent.Type.TabletPress, 100, 0.5)
    assert not pad.is_signed()
