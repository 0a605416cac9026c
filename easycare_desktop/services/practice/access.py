"""Opening the practice office: its passwords are no secret."""

from collections.abc import Callable

from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.offices import Offices
from easycare_desktop.services.practice.builder import PASSWORD
from easycare_desktop.services.practice.people import practice_logins
from easycare_desktop.system.resources import resource


def open_practice(offices: Callable[[], Offices], code: str) -> OpenOffice:
    """Open the practice office as its clerk."""
    _officer, clerk = practice_logins(resource("practice"))
    return offices().open(code, clerk, PASSWORD)
