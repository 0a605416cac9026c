"""One stick holds the keys of two offices, and one of them arrives on another PC."""

from pathlib import Path

import pytest

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import NewAccount
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.restore.front import RestoreFront
from easycare_desktop.storage.keys.refusals import WrongSheetError
from tests.helpers.offices import OfficeHome
from tests.services.restore.conftest import Year
from tests.services.restore.test_another_pc import NEW_PASSWORD, OtherPc


def test_the_sheet_tells_which_of_two_offices_on_one_stick_arrives(year: Year, tmp_path: Path):
    """The second office has destroyed nothing yet: its keys are not the newest that lie there."""
    other = OtherPc(year, tmp_path / "other")
    first, stick = year.home, year.stick
    second = OfficeHome(tmp_path / "second")
    made = Services(second.make(key_place=stick))
    made.office.keys.add_account(NewAccount("two", "둘째책임", NEW_PASSWORD, Role.OFFICER))
    made.key_places.refresh_all()
    made.office.close()
    front, seen = RestoreFront(other.shelf), []
    for home in (first, second):
        arrival = front.arrive([stick], home.sheet.text, "")
        seen.append({each.login for each in arrival.officers})
        arrival.close()
    assert ["two" in each for each in seen] == [False, True]
    with pytest.raises(WrongSheetError):
        front.arrive([stick], RecoveryCode.generate().text, "")
