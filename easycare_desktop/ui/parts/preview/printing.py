"""Sends pages to a printer: the pixels of the preview at 300 dpi, on paper of the same size."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.paper_pages import PageSize, PaperPages
from easycare_desktop.ui.parts.preview.images import picture_of

DPI = 300
_BINDING_MM = 10.0
_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What the panel says. `pages` are counted from 0; `binding` leaves 10 mm more on the left."""

    printer: str
    copies: int
    pages: tuple[int, ...]
    colour: bool
    duplex: bool
    binding: bool


class PrinterSilentError(Refusal):
    """The printer did not take the pages."""


Step = Callable[[int, int], None]


class Printing(Protocol):
    """The printers of this PC."""

    def names(self) -> Sequence[str]:
        """Return the names of the printers."""
        ...

    def usual(self) -> str:
        """Return the name of the printer that is used by default, or an empty text."""
        ...

    def send(self, pdf: bytes, order: PrintOrder, step: Step) -> None:
        """Print; `step(done, total)` after each page. Raises `PrinterSilentError`."""
        ...


class SystemPrinting:
    """The printers that the operating system knows. `file`: print into a PDF there instead."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file

    def names(self) -> Sequence[str]:
        return QPrinterInfo.availablePrinterNames()

    def usual(self) -> str:
        return QPrinterInfo.defaultPrinterName()

    def send(self, pdf: bytes, order: PrintOrder, step: Step) -> None:
        pages = PaperPages(pdf)
        sizes = pages.sizes()
        printer = self._printer(order)
        _lay(printer, sizes[order.pages[0]])
        painter = QPainter()
        if not painter.begin(printer):
            raise PrinterSilentError
        try:
            for done, page in enumerate(order.pages):
                if done:
                    _lay(printer, sizes[page])
                    if not printer.newPage():
                        raise PrinterSilentError
                picture = picture_of(pages.at_dpi(page, DPI), grey=not order.colour)
                _draw(painter, printer, picture, binding=order.binding)
                step(done + 1, len(order.pages))
        finally:
            painter.end()

    def _printer(self, order: PrintOrder) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._file is not None:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(self._file))
        else:
            printer.setPrinterName(order.printer)
        printer.setResolution(DPI)
        printer.setFullPage(True)
        printer.setCopyCount(order.copies)
        colour = QPrinter.ColorMode.Color if order.colour else QPrinter.ColorMode.GrayScale
        printer.setColorMode(colour)
        both = QPrinter.DuplexMode.DuplexLongSide
        printer.setDuplex(both if order.duplex else QPrinter.DuplexMode.DuplexNone)
        printer.setDocName("EasyCare")  # print queues are shared: no name of a person there
        return printer


def _lay(printer: QPrinter, size: PageSize) -> None:
    """Take paper of this size, lying where it is wider than high."""
    lying = size.width > size.height
    upright = QSizeF(min(size.width, size.height), max(size.width, size.height))
    page_size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    layout = QPageLayout(page_size, way, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def _draw(painter: QPainter, printer: QPrinter, picture: QImage, *, binding: bool) -> None:
    whole = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    left = _BINDING_MM / _MM_PER_INCH * printer.resolution() if binding else 0.0
    scale = (whole.width() - left) / whole.width()
    high = whole.height() * scale
    place = QRectF(left, (whole.height() - high) / 2, whole.width() - left, high)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, picture)
