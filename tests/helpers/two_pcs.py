"""Two PCs between which an office goes with a stick, each under a name of its own."""

from pathlib import Path

import pytest

from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services import lease as leases
from easycare_desktop.services import offices
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.lease import LeaseService
from easycare_desktop.services.restore import arrival as arrival_module
from easycare_desktop.services.restore import arriving, taking_over
from easycare_desktop.services.restore.arrival import Newcomer, find_keys, open_arrival
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.services.restore.taking_over import take_over
from tests.helpers.offices import CHEAP_KDF, CODE, LOGIN, PASSWORD, OfficeHome

NEW_PASSWORD = "a-brand-new-pass-phrase"


class Pc:
    """A PC with a name of its own; it may have the office, or may be given it."""

    def __init__(self, name: str, home: OfficeHome, patch: pytest.MonkeyPatch) -> None:
        self.name, self.home, self._patch = name, home, patch
        self.password = PASSWORD
        self.shelf = Shelf(home.paths, home.clock, home.stores, CHEAP_KDF)

    def sit(self) -> None:
        for module in (leases, arriving, arrival_module, offices, taking_over):
            self._patch.setattr(module, "pc_name", lambda: self.name)

    def open(self) -> Services:
        self.sit()
        services = Services(self.home.open(LOGIN, self.password))
        services.start()
        return services

    def take(self, stick: Path) -> None:
        self.sit()
        take_over(self.shelf, CODE, stick, LOGIN, self.password)

    def arrive(self, stick: Path, sheet: RecoveryCode) -> RecoveryCode:
        """Take the office for the first time, with the recovery sheet."""
        self.sit()
        found = find_keys([stick])
        arrival = open_arrival(self.shelf, found[0], found, sheet.text)
        place = next(e.place for e in arrival.sets(stick) if e.place.name == arrival.handed_set)
        arrival.prepare(place)
        officer = next(each for each in arrival.officers if each.login == LOGIN)
        renewed = RecoveryCode.generate()
        arrival.commit(Newcomer(officer.id, NEW_PASSWORD, renewed), "")
        arrival.close()
        self.password = NEW_PASSWORD
        return renewed


def lease(services: Services) -> LeaseService:
    return LeaseService(services.office, services.backup_targets, services.backup)


def give(services: Services) -> None:
    lease(services).give(services.key_places.states()[0].id)


def give_from(pc: "Pc") -> None:
    """Open the office on a PC, give it away from there, and close it."""
    services = pc.open()
    give(services)
    services.office.close()


def names(services: Services) -> list[str]:
    return sorted(each.name for each in services.people.find(""))
