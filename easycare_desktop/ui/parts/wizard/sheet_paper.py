"""The first recovery sheet on its way to paper; on disk only where somebody asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from easycare_desktop.services.first_run import RecoveryCode
from easycare_desktop.system.atomic_files import write_atomically
from easycare_desktop.ui.parts.preview.printing import Printing, PrintOrder
from easycare_desktop.ui.parts.wizard.tools import SheetMaking

SHEET = "비상 열쇠 종이"
_PURPOSE = "처음 만들기"
_COPIES = 2
_PAGES = (0, 1)


@dataclass(frozen=True, slots=True)
class SheetPaper:
    """What stands on the sheet; made beside the screen."""

    services: SheetMaking
    code: RecoveryCode = field(repr=False)
    profile: Mapping[str, str] = field(repr=False)

    def print(self, printing: Printing) -> None:
        """Send two copies to the usual printer. Raises `PrinterSilentError`."""
        printer = printing.usual() or printing.names()[0]
        order = PrintOrder(printer, _COPIES, _PAGES, colour=False, duplex=False, binding=False)
        printing.send(self._pdf(), order, _no_step)

    def save(self, path: Path) -> None:
        """Write it where the person wants it. Raises the disk's refusals."""
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        write_atomically(target, self._pdf())

    def _pdf(self) -> bytes:
        return self.services.sheet_pdf(self.code, self.profile, _PURPOSE)


def _no_step(_done: int, _total: int) -> None:
    """Tell nothing: sheet and envelope are two pages."""
