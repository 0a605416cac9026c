"""Builds the practice office through the same services that a real office uses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from easycare_desktop.domain.catalogue import OfficeKind
from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Action, Role
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.offices import Offices, RecoveryCode, Setup
from easycare_desktop.services.practice.history import PracticeHistory
from easycare_desktop.services.practice.people import Invented, Inventor
from easycare_desktop.storage.repositories.holdings import NewHolding
from easycare_desktop.storage.unit_of_work import UnitOfWork
from easycare_desktop.system.clock import SEOUL, FixedClock

Progress = Callable[[str], None]
PASSWORD = "practice-office-2026"  # noqa: S105 - printed on the login window of the practice office
_NO_CONSENT_EVERY = 17


@dataclass(frozen=True, slots=True)
class PracticeSize:
    """How many people are made up."""

    recipients: int = 120
    staff: int = 40


class PracticeBuilder:
    """Makes a practice office with three years of history ending on `today`."""

    def __init__(self, offices: Offices, clock: FixedClock, words: Path) -> None:
        self._offices = offices
        self._clock = clock
        self._words = words

    def build(
        self,
        today: date,
        *,
        seed: int = 7,
        size: PracticeSize | None = None,
        folder: Path | None = None,
        progress: Progress | None = None,
    ) -> tuple[str, RecoveryCode]:
        """Build and close the office; return its code and its recovery sheet."""
        tell = progress or _silent
        wanted = size or PracticeSize()
        inventor = Inventor(self._words, seed, today)
        start = datetime.combine(today - timedelta(days=5), time(9), tzinfo=SEOUL)
        self._clock.set(start)
        sheet = RecoveryCode.generate()
        accounts = inventor.words["account"]
        tell("office")
        office = self._offices.create(
            Setup(
                kind=OfficeKind.AGENCY,
                alone=False,
                practice=True,
                profile=inventor.words["office"],
                login=accounts[0]["login"],
                name=accounts[0]["name"],
                password=PASSWORD,
                sheet=sheet,
                folder=folder,
            )
        )
        try:
            self._fill(office, inventor, wanted, accounts, tell)
        finally:
            office.close()
        return office.info.code, sheet

    def _fill(
        self,
        office: OpenOffice,
        inventor: Inventor,
        size: PracticeSize,
        accounts: Sequence[dict[str, str]],
        tell: Progress,
    ) -> None:
        services = Services(office)
        for account in accounts[1:]:
            services.accounts.add(
                account["login"], account["name"], Role(account["role"]), PASSWORD
            )
        tell("people")
        recipients = [inventor.recipient() for _ in range(size.recipients)]
        staff = [inventor.staff() for _ in range(size.staff)]
        with office.door.enter(Action.PERSON_REGISTERED, detail="practice") as step:
            for number, each in enumerate(recipients):
                consented = number % _NO_CONSENT_EVERY != 0
                self._add(office, step.uow, PersonKind.RECIPIENT, each, consented=consented)
            for each in staff:
                self._add(office, step.uow, PersonKind.STAFF, each, consented=True)
            step.count = len(recipients) + len(staff)
        services.people.load_index()
        tell("history")
        PracticeHistory(services, self._clock).play()

    def _add(
        self,
        office: OpenOffice,
        uow: UnitOfWork,
        kind: PersonKind,
        invented: Invented,
        *,
        consented: bool,
    ) -> int:
        person = uow.people.add(kind, invented.registered_on)
        if consented:
            self._consent(office, uow, person.id, kind, invented)
        holdings = []
        for code, fields in invented.values.items():
            group = office.catalogue.group(code, kind)
            if group.consent_purpose and not consented and code not in {"identity", "entitlement"}:
                continue
            holdings.append(
                NewHolding(
                    person.id, code, fields, group.basis.value, "visit", invented.registered_on
                )
            )
        uow.holdings.add(holdings)
        for rank, guardian in enumerate(invented.guardians, 1):
            guardian_id = self._add(office, uow, PersonKind.GUARDIAN, guardian, consented=True)
            uow.people.link(person.id, guardian_id, rank)
        return person.id

    def _consent(
        self, office: OpenOffice, uow: UnitOfWork, person_id: int, kind: PersonKind, of: Invented
    ) -> None:
        group = office.catalogue.group("consent_paper", kind)
        values = {
            "signed_on": of.registered_on.isoformat(),
            "signer_name": of.values["identity"]["name"],
            "signer_capacity": Capacity.SELF.value,
        }
        new = NewHolding(
            person_id, "consent_paper", values, group.basis.value, "visit", of.registered_on
        )
        paper = uow.holdings.add([new])[0]
        optional_given = person_id % 3 == 0
        for purpose in office.catalogue.purposes_for(kind):
            needed = purpose.required or any(code in of.values for code in purpose.groups)
            result = ConsentResult.GIVEN if needed or optional_given else ConsentResult.REFUSED
            optional_end = office.today() + timedelta(days=person_id % 60)
            uow.consents.add(
                person_id,
                purpose.code,
                purpose.text_version,
                result,
                ConsentMethod.PAPER,
                said_on=of.registered_on,
                recorded_at=office.clock.now(),
                account_id=office.actor.account_id,
                until=optional_end
                if purpose.code == "marketing" and result is ConsentResult.GIVEN
                else None,
                paper_id=paper.id,
            )


def _silent(_stage: str) -> None:
    """Tell nobody."""
