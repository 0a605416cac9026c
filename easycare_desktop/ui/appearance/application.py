"""The one way to make the application: on Fusion, which the house style sheet is written for."""

from PySide6.QtWidgets import QApplication


def house_application(name: str) -> QApplication:
    """Return a new application.

    Told as an argument: `setStyle` hands the style back, and to name its type Qt for Python loads
    every kind of style there is, before anything is seen.
    """
    return QApplication([name, "-style", "fusion"])
