"""Backups of a real office for the tests of restoring, written as the service writes them."""

from pathlib import Path

from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.restore.data_room import Site
from easycare_desktop.services.restore.desk import RestoreDesk
from easycare_desktop.storage.backup.places import SetPlace
from easycare_desktop.storage.keys.opening import open_with_password
from tests.helpers.offices import CHEAP_KDF, LOGIN, PASSWORD, OfficeHome
from tests.storage.backup.helpers import Stick


def back_up(office: OpenOffice, target: Path) -> SetPlace:
    """Write a backup and return where it lies."""
    return Stick(office, target).back_up().place


def site_of(home: OfficeHome, folder: Path, password: str = PASSWORD) -> Site:
    """Open the keys of a closed office, as the restore window does."""
    store = home.stores(practice=False)
    keys = open_with_password(folder, LOGIN, password, store, clock=home.clock, kdf=CHEAP_KDF)
    return Site(folder, keys, home.clock, "PC-1")


def restore(home: OfficeHome, folder: Path, place: SetPlace, password: str = PASSWORD) -> None:
    """Restore a backup on this PC."""
    site = site_of(home, folder, password)
    desk = RestoreDesk(site)
    desk.prepare(place)
    desk.finish()
    site.keys.close()
