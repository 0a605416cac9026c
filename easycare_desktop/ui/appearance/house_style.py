"""Fusion underneath, without animation, focus dots and etched text."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from typing_extensions import override

_NEVER = (
    QStyle.StyleHint.SH_Widget_Animation_Duration,
    QStyle.StyleHint.SH_EtchDisabledText,
    QStyle.StyleHint.SH_ComboBox_Popup,
)


class HouseStyle(QProxyStyle):
    """What a stylesheet cannot say. The focus ring is an overlay, so the frame is not drawn."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint in _NEVER:
            return 0
        return super().styleHint(hint, option, widget, returnData)

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
