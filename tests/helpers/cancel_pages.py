"""A form on the page of cancellations, filled and pressed on as a clerk does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.ui.windows.cancel_page import CancelPage
from tests.helpers.agency import Agency


def press(page: CancelPage) -> None:
    """Press on."""
    QTest.mouseClick(page.case.foot.next, Qt.MouseButton.LeftButton)


def fill_form(page: CancelPage, wish: str = "+0") -> None:
    """Fill the form as the applicant signed it."""
    form = page.case.steps.form
    form.fields.capacity.control.choose(Capacity.SELF)
    QTest.keyClicks(form.fields.wish.control, wish)
    QTest.keyClicks(form.fields.last.control, "20261120")
    form.fields.reason.control.choose("facility")
    for item in ("service_ends", "law_keeps", "no_return"):
        tick = page.findChild(type(form.told.copy), f"cancel.told.{item}")
        tick.click()


def take(page: CancelPage, agency: Agency) -> None:
    """Take the form in."""
    page.start_for(agency.person.id)
    fill_form(page)
    press(page)
