"""Files that are dragged onto a widget."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class FileDrop(QObject):
    """Lets a widget take files of this PC; `dropped(Path)` tells the first, `all_dropped` all."""

    dropped = Signal(object)
    all_dropped = Signal(object)

    def __init__(self, onto: QWidget) -> None:
        super().__init__(onto)
        onto.setAcceptDrops(True)
        onto.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDragEnterEvent | QDropEvent):
            return super().eventFilter(watched, event)
        files = _local_files(event.mimeData())
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(files[0])
            self.all_dropped.emit(tuple(files))
        return True


def _local_files(carried: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
