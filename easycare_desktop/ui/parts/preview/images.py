"""A rendered page as a picture of the screen."""

from PySide6.QtGui import QImage

from easycare_desktop.services.paper_pages import PageImage


def picture_of(page: PageImage, *, grey: bool = False) -> QImage:
    """Return a picture with its own pixels; `grey` for black-and-white printers."""
    shared = QImage(
        page.pixels, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888
    )
    if grey:
        return shared.convertToFormat(QImage.Format.Format_Grayscale8)
    return shared.copy()
