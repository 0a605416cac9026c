"""The bundled fonts: the same faces on every PC."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase


class FontNotLoadedError(Exception):
    """A bundled font file cannot be used. Carries the file name."""


def load_fonts(folder: Path) -> None:
    """Register every TrueType file of `folder` with the application."""
    files = sorted(folder.glob("*.ttf"))
    if not files:
        raise FontNotLoadedError(folder.name)
    for file in files:
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontNotLoadedError(file.name)
