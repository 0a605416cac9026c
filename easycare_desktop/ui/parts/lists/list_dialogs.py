"""The dialogs around a list: bad rows are saved, people who are not in it are ended."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.imports.rejects import Rejected
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.endings.ended_together import EndedTogether
from easycare_desktop.ui.parts.endings.endings_dialog import EndingsDialog
from easycare_desktop.ui.parts.lists.rejects_dialog import RejectsDialog
from easycare_desktop.ui.parts.shared.dialog_place import DialogPlace
from easycare_desktop.ui.widgets import Kit


class ListDialogs(DialogPlace):
    """`shown` is the open dialog, if any; `endings` tells of several people who were ended."""

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kit, self._services = kit, services
        self._messages, self._background = messages, background
        self.endings = EndedTogether(services, messages, background, self)

    def save(self, rejected: Rejected, parent: QWidget) -> None:
        """Ask what a file asks for that leaves, and save bad rows."""
        self.show(
            RejectsDialog(
                self._kit, self._services, rejected, self._messages, self._background, parent
            )
        )

    def end(self, lines: Sequence[PersonLine], parent: QWidget) -> None:
        """Ask why and when the relation with several people ended."""
        dialog = EndingsDialog(
            self._kit, self._services, lines, self._messages, self._background, parent
        )
        dialog.ended.connect(self.endings.note)
        self.show(dialog)
