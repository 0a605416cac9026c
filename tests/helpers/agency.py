"""A small agency of two officers and one recipient, ready for its main job."""

import shutil
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult, Signer
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import Role
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import Said
from tests.helpers.offices import OfficeHome

SECOND, SECOND_PASSWORD = "lee.officer", "second-officer-phrase"
CLERK, CLERK_PASSWORD = "kim.clerk", "clerk-pass-phrase"
NAME, PHONE, ACCOUNT = "홍길동", "010-0000-1234", "1234567890123"
VALUES = {
    "identity": {
        "name": NAME,
        "birth": "1940-03-05",
        "sex": "male",
        "mobile": PHONE,
        "address": "행복시 나눔구 봄길 77",
    },
    "care_contract": {
        "party_name": NAME,
        "ltc_number": "L0000000001",
        "service": "visit_care",
        "contract_on": "2024-03-04",
        "starts_on": "2024-03-04",
    },
    "payment": {"payer_name": NAME, "method": "transfer", "last_paid_on": "2026-11-10"},
    "emergency": {"first_name": "홍길순", "first_phone": "010-0000-5678"},
    "bank": {"bank": "나눔은행", "account": ACCOUNT, "holder": NAME},
}


@dataclass(frozen=True)
class Agency:
    """An open office with its services, and the recipient whose case it is."""

    home: OfficeHome
    services: Services
    person: Person


def make_agency(home: Path, *, alone: bool = False) -> Agency:
    """Make the agency under `home` with one key place, open as its first officer."""
    stick = home / "stick"
    stick.mkdir(parents=True)
    maker = OfficeHome(home / "program")
    services = Services(maker.make(alone=alone, key_place=stick))
    services.start()
    if not alone:
        services.accounts.add(SECOND, "이책임", Role.OFFICER, SECOND_PASSWORD)
    services.accounts.add(CLERK, "김담당", Role.CLERK, CLERK_PASSWORD)
    return Agency(maker, services, register(services))


class AgencyMould:
    """An agency that is made once, and laid down for each test where it was made."""

    def __init__(self, root: Path) -> None:
        self._now, self._start = root / "now", root / "start"
        self._made = make_agency(self._now)
        self._made.services.office.close()
        self._now.rename(self._start)

    def fresh(self) -> Agency:
        """Lay it down as it was, and open it as its first officer."""
        shutil.rmtree(self._now, ignore_errors=True)
        shutil.copytree(self._start, self._now)
        home = OfficeHome(self._now / "program")
        home.sheet = self._made.home.sheet
        home.stores = deepcopy(self._made.home.stores)
        home.offices._store_for = home.stores
        services = Services(home.open())
        services.start()
        return Agency(home, services, self._made.person)


def register(services: Services, values: dict[str, dict[str, str]] | None = None) -> Person:
    """Register a recipient who consented to everything."""
    person = services.people.register(PersonKind.RECIPIENT, values or VALUES)
    purposes = services.consents.purposes_for(PersonKind.RECIPIENT)
    services.consents.record(
        person.id,
        [Said(purpose.code, ConsentResult.GIVEN) for purpose in purposes],
        Signer(NAME, Capacity.SELF),
        ConsentMethod.PAPER,
        date(2026, 11, 1),
    )
    services.people.save_group(person.id, "photo", {"pictures": "12"})
    return person
