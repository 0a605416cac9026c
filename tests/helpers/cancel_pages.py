"""A form on the page of cancellations, filled and pressed on as a clerk does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.requests import TOLD_ITEMS
from easycare_desktop.ui.windows.cancel_page import CancelPage
from tests.helpers.agency import Agency


def press(page: CancelPage) -> None:
    """Press the main button."""
    QTest.mouseClick(page.case.foot.next, Qt.MouseButton.LeftButton)


def fill_form(page: CancelPage, wish: str = "+0") -> None:
    """Fill the form of a recipient who cancels everything, as it was signed."""
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


def take(page: CancelPage, agency: Agency) -> None:
    """Take the form in."""
    page.start_for(agency.person.id)
    fill_form(page)
    press(page)
