"""A hand that signs on the screen."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from easycare_desktop.ui.widgets.sign_pad import SignPad

STROKES = (
    ((40, 90), (80, 40), (120, 110), (170, 50)),
    ((200, 60), (230, 110), (270, 60), (320, 100)),
)


def draw(pad: SignPad) -> None:
    """Draw two strokes with the mouse."""
    for stroke in STROKES:
        first, *more = (QPoint(*dot) for dot in stroke)
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
        for dot in more:
            QTest.mouseMove(pad, dot)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=more[-1])
