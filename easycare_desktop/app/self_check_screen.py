"""The part of the self-check that needs a screen: a window with Korean words, and printing."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from easycare_desktop.app.self_check import CheckResult, passes, sample_paper, self_check
from easycare_desktop.documents.preview import page_count
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.resources import RESOURCES, resource
from easycare_desktop.ui.appearance import Appearance, Look, Scheme, house_application
from easycare_desktop.ui.parts.preview.printing import PrintOrder, SystemPrinting
from easycare_desktop.ui.widgets import Kit, card, column

_FAMILY = "Pretendard"
_PLAIN = 2  # ink and ground alone: nothing was drawn
_PICTURES = {"jpeg", "png", "ico"}


def whole_check(paths: ProgramPaths) -> CheckResult:
    """Try everything, in a process of its own."""
    app = house_application(sys.argv[0])
    result = self_check(paths)
    result["checks"] |= {
        "window": passes("window", lambda: _window(app)),
        "printing": passes("printing", _printing),
        "pictures": passes("pictures", _pictures),
    }
    result["facts"] |= screen_facts()
    return result


def screen_facts() -> dict[str, str | int]:
    """Return figures about screens and printers; no name of either."""
    screens = QGuiApplication.screens()
    return {
        "screens": ", ".join(
            f"{each.size().width()}x{each.size().height()} at {each.devicePixelRatio():g}"
            for each in screens
        ),
        "printers": len(SystemPrinting().names()),
        "qt_platform": QGuiApplication.platformName(),
    }


def _window(app: QApplication) -> bool:
    """Show a window of the house; its words must leave traces of ink, in the house's own type."""
    kit = Kit(Appearance(app, RESOURCES, Look(Scheme.LIGHT, 100)))
    window = card(kit.text("가나다 확인", "title"), column(kit.button("닫기", "primary")))
    kit.appearance.dress(window)
    window.resize(320, 160)
    window.show()
    app.processEvents()
    picture = window.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, 320, 2) for y in range(0, 160, 2)}
    window.close()
    return len(colours) > _PLAIN and app.font().family().startswith(_FAMILY)


def _printing() -> bool:
    """Print a page into a file, through the same way as to a printer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "printed.pdf"
        order = PrintOrder("", 1, (0,), colour=False, duplex=False, binding=False)
        SystemPrinting(path).send(sample_paper(), order, _quiet)
        return page_count(path.read_bytes()) == 1


def _quiet(done: int, total: int) -> None:
    del done, total


def _pictures() -> bool:
    """Draw an icon; know the kinds of pictures that scans come as."""
    icon = QSvgRenderer(QByteArray(resource("mark", "program.svg").read_bytes()))
    known = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()}
    return icon.isValid() and known >= _PICTURES
