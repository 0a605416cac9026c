"""A real encrypted office full of made-up people, added in one action with keys in one batch."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.domain.consents import ConsentMethod, ConsentResult
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Action, Role
from easycare_desktop.security.accounts import NewAccount
from easycare_desktop.security.passwords import HOUSE_KDF, KdfPolicy
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.offices import Offices, Setup
from easycare_desktop.storage.databases.office_tables import consent
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.system.clock import FixedClock
from easycare_desktop.system.paths import ProgramPaths
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import CODE, LOGIN, NOW, PASSWORD, PROFILE

FAMILY = "김이박최정강조윤장임한오서신권황안송전홍"
GIVEN = "가나다라마바사아자차카타파하길순동복숙영철희금단미경옥자춘분"


class Crowd:
    """An office under `folder`. Opened by passphrase alone, so that other processes can too."""

    def __init__(self, folder: Path, people: int, kdf: KdfPolicy = HOUSE_KDF) -> None:
        self.people = people
        self.clock = FixedClock(NOW)
        self.offices = Offices(ProgramPaths(folder), self.clock, no_store, kdf)
        self._random = random.Random(7)  # noqa: S311 - made-up people, no secret

    def make(self, groups: int = 2) -> OpenOffice:
        """Make the office with everybody in it, and leave it open; `groups` holdings each."""
        office = self.offices.create(
            Setup(
                kind=OfficeKind.AGENCY,
                alone=False,
                practice=False,
                profile=PROFILE,
                login=LOGIN,
                name="박책임",
                password=PASSWORD,
                sheet=RecoveryCode.generate(),
            )
        )
        office.keys.add_account(NewAccount(SECOND, "이책임", OTHERS_PASSWORD, Role.OFFICER))
        with office.door.enter(Action.PERSON_REGISTERED, detail="crowd") as step:
            new: list[NewHolding] = []
            for number in range(self.people):
                person = step.uow.people.add(PersonKind.RECIPIENT, office.today())
                for code, fields in list(self._values(number).items())[:groups]:
                    basis = office.catalogue.group(code, person.kind).basis.value
                    holding = NewHolding(person.id, code, fields, basis, "visit", office.today())
                    new.append(holding)
            step.uow.holdings.add(new)
            step.count = self.people
        return office

    def agree(self, office: OpenOffice) -> None:
        """Let everybody agree to everything on the consent form."""
        now, today = office.clock.now(), office.today()
        lines = [
            {
                "person_id": number,
                "purpose": purpose.code,
                "text_version": "1",
                "result": ConsentResult.GIVEN.value,
                "method": ConsentMethod.PAPER.value,
                "said_on": today,
                "recorded_at": now,
                "account_id": office.actor.account_id,
                "until": purpose.last_day(today),
            }
            for number in range(1, self.people + 1)
            for purpose in office.catalogue.purposes_for(PersonKind.RECIPIENT)
        ]
        with office.files.office() as connection:
            connection.execute(consent.insert(), lines)

    def open(self) -> OpenOffice:
        """Open the office again."""
        return self.offices.open(CODE, LOGIN, PASSWORD)

    def name(self) -> str:
        """Return a made-up name."""
        return self._random.choice(FAMILY) + "".join(self._random.choices(GIVEN, k=2))

    def _values(self, number: int) -> dict[str, dict[str, str]]:
        name, ltc_number = self.name(), f"L{number:010d}"
        return {
            "identity": {
                "name": name,
                "birth": f"19{self._random.randrange(30, 60)}-0{self._random.randrange(1, 10)}-15",
                "sex": "female",
                "mobile": f"010-0000-{number % 10_000:04d}",
                "postcode": "01234",
                "address": f"행복시 나눔구 봄길 {number % 500}",
                "address_detail": str(number % 900),
            },
            "entitlement": {
                "ltc_number": ltc_number,
                "grade": "3",
                "valid_from": "2025-01-01",
                "valid_until": "2028-12-31",
                "copay": "general",
            },
            "care_contract": {
                "party_name": name,
                "ltc_number": ltc_number,
                "service": "visit_care",
                "contract_on": "2025-01-02",
                "starts_on": "2025-01-03",
            },
        }


def started(crowd: Crowd, groups: int = 2) -> Services:
    """Make the crowd and open everybody; return its services."""
    services = Services(crowd.make(groups))
    services.start()
    return services


def no_store(*, practice: bool) -> None:
    """Return no credential store: the office is opened by passphrase alone."""
    del practice
