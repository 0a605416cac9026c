"""An office goes on with another PC: keys from the stick, data from a backup, all else new."""

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.restore.arrival import Newcomer, find_keys, open_arrival
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.storage.backup.places import SetPlace
from tests.campaigns.house import House
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import CHEAP_KDF, LOGIN, PASSWORD


def move_to(house: House, former: House, place: SetPlace, *, with_paper: bool) -> Services:
    """Bring the office of `former` to the empty `house`, and give the second officer a word."""
    house.clock.set(former.clock.now())
    shelf = Shelf(house.paths, house.clock, house.one_store, CHEAP_KDF)
    found = find_keys([house.stick])
    arrival = open_arrival(shelf, found[0], found, former.sheet.text)
    try:
        arrival.prepare(place)
        officer = next(each for each in arrival.officers if each.login == LOGIN)
        certificate = arrival.certificate if with_paper else ""
        arrival.commit(Newcomer(officer.id, PASSWORD, house.sheet), certificate)
    finally:
        arrival.close()
    services = house.enter()
    keys = services.office.keys
    second = next(each for each in keys.accounts() if each.login == SECOND)
    keys.reset_password(second.id, OTHERS_PASSWORD, own=True)
    return services
