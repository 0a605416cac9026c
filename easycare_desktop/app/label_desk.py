"""Labels for the people of a list: the sheet is chosen, the purpose asked, then the preview."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.app.paper_desk import PaperDesk
from easycare_desktop.domain.labels import LabelOrder
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.label_sheets import label_sheets
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.label_dialog import LabelDialog


class LabelDesk(QObject):
    """Everything goes on over the desk of papers."""

    def __init__(self, kit: Kit, services: Services, papers: PaperDesk, window: QWidget) -> None:
        super().__init__()
        self._kit, self._services, self._papers = kit, services, papers
        self._window = window

    @Slot(object)
    def want(self, people: Sequence[int]) -> None:
        """Ask which sheet lies in the printer."""
        lines = [line for each in people if (line := self._services.search.line(each))]
        dialog = LabelDialog(self._kit, label_sheets(), lines, self._window)
        dialog.ordered.connect(self._make)
        dialog.open()

    @Slot(object)
    def _make(self, order: LabelOrder) -> None:
        sheet = next(each for each in label_sheets() if each.code == order.sheet)
        make = partial(self._services.papers.make_labels, order, sheet)
        self._papers.ask(PaperKind.ADDRESS_LABELS, make)
