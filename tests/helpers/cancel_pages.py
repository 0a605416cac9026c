"""The page of cancellations: presses of its main button, and what an applicant must be told."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.requests import TOLD_ITEMS
from easycare_desktop.ui.windows.cancel_page import CancelPage


def press(page: CancelPage) -> None:
    """Press the main button."""
    QTest.mouseClick(page.case.foot.next, Qt.MouseButton.LeftButton)


def fill_whole(page: CancelPage, wish: str = "20261123") -> None:
    """Fill the form of a recipient who cancels everything."""
    form = page.case.steps.form
    form.fields.capacity.control.choose(Capacity.SELF)
    QTest.keyClicks(form.fields.wish.control, wish)
    QTest.keyClicks(form.fields.last.control, "20261120")
    form.fields.reason.control.choose("facility")
    tell_all(page)


def tell_all(page: CancelPage) -> None:
    """Tick everything that the applicant was told."""
    form = page.case.steps.form
    for item in TOLD_ITEMS:
        page.findChild(type(form.told.copy), f"cancel.told.{item}").click()
