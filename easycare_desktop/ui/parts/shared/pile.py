"""Several widgets in one place, of which one is shown; only that one asks for room."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pile(QWidget):
    """Unlike a stacked widget it is never higher than what it shows."""

    def __init__(self, widgets: Sequence[QWidget] = (), *, grow: bool = True) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._widgets: list[QWidget] = []
        self._stretch = 1 if grow else 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        if not grow:
            self._box.addStretch(1)
        for widget in widgets:
            self.add(widget)
        if widgets:
            self.show_only(widgets[0])

    def add(self, widget: QWidget) -> None:
        """Put one more in; it is hidden until it is asked for."""
        self._box.insertWidget(len(self._widgets), widget, self._stretch)
        widget.hide()
        self._widgets.append(widget)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """All of them, in the order given."""
        return tuple(self._widgets)

    @property
    def shown(self) -> QWidget:
        """The widget that is shown."""
        return self._shown

    def show_only(self, widget: QWidget) -> None:
        """Show this one."""
        self._shown = widget
        for each in self._widgets:
            if each is not widget:
                each.hide()  # before the other is shown, or the window grows by both
        widget.show()
