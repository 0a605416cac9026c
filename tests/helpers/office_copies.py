"""Offices made once and copied for each test: opening a copy costs a tenth of making an office."""

import json
import shutil
from copy import deepcopy
from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import NewAccount
from tests.helpers.offices import NOW, OfficeHome

CLERK = "kim.clerk"
SECOND = "lee.second"
VIEWER = "choi.viewer"
OTHERS_PASSWORD = "another-long-pass-phrase"
OTHERS = (
    (CLERK, "김담당", Role.CLERK),
    (SECOND, "이책임", Role.OFFICER),
    (VIEWER, "최열람", Role.VIEWER),
)


class OfficeMould:
    """A closed office with four accounts, or that of one person alone, and no key place."""

    def __init__(self, home: Path, *, alone: bool = False) -> None:
        self._made = OfficeHome(home)
        self._home = home
        office = self._made.make(alone=alone)
        for login, name, role in () if alone else OTHERS:
            office.keys.add_account(NewAccount(login, name, OTHERS_PASSWORD, role))
        office.close()

    def copy_to(self, home: Path) -> OfficeHome:
        """Return a home of its own, as if the office had been made there."""
        return copy_home(self._made, self._home, home, NOW)


def copy_home(made: OfficeHome, source: Path, home: Path, now: datetime) -> OfficeHome:
    """Copy the closed office of `made` from `source` to `home`, with what its store holds."""
    shutil.copytree(source, home)
    copied = OfficeHome(home)
    copied.sheet = made.sheet
    copied.stores = deepcopy(made.stores)
    copied.clock.set(now)
    copied.offices._store_for = copied.stores
    registry = home / "offices.json"
    rows = json.loads(registry.read_text("utf-8"))
    for row in rows["offices"]:
        row["folder"] = row["folder"].replace(str(source), str(home))
    registry.write_text(json.dumps(rows), encoding="utf-8")
    return copied
