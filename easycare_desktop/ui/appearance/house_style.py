"""Fusion underneath, without focus dots."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget
from typing_extensions import override


class HouseStyle(QProxyStyle):
    """What a style sheet cannot say. The focus ring is an overlay, so the frame is not drawn.

    Hints stand in the style sheet: each widget asks for dozens, too often to answer in Python.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element != QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)
