"""The office itself, held like everybody else's data."""

from collections.abc import Mapping

from easycare_desktop.documents.values import Office
from easycare_desktop.domain.people import Person, PersonKind, PersonNotFoundError
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.validation import validate
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.people import ValuesRefusedError
from easycare_desktop.storage.repositories.holdings import NewHolding
from easycare_desktop.storage.unit_of_work import UnitOfWork

PROFILE = "office_profile"


class OfficeProfileService:
    """Use cases of the office's own data."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def create(self, values: Mapping[str, str]) -> Person:
        """Register the office itself as the first person. Raises `ValuesRefusedError`."""
        clean = self._check(values)
        today = self._office.today()
        group = self._office.catalogue.group(PROFILE, PersonKind.OFFICE)
        with self._door.enter(Action.OFFICE_CHANGED, detail="create") as step:
            person = step.uow.people.add(PersonKind.OFFICE, today)
            step.person_id = person.id
            new = NewHolding(person.id, PROFILE, clean, group.basis.value, "visit", today)
            step.uow.holdings.add([new])
        return person

    def read(self) -> Mapping[str, str]:
        """Return the office's data, field code to text."""
        with self._door.enter(Action.OFFICE_READ) as step:
            return _values(step.uow)

    def save(self, values: Mapping[str, str], reason: str) -> None:
        """Change the office's data, with its history."""
        clean = self._check(values)
        with self._door.enter(Action.OFFICE_CHANGED) as step:
            uow = step.uow
            person = _office_person(uow)
            before = uow.holdings.open_group(person.id, PROFILE)
            if before is None:
                return
            changes = [
                (name, before.values.get(name, ""), clean.get(name, ""))
                for name in sorted({*before.values, *clean})
                if before.values.get(name, "") != clean.get(name, "")
            ]
            if not changes:
                return
            version = uow.holdings.change(before.holding.id, before.holding.version, clean)
            uow.history.add(
                before.holding,
                version,
                changes,
                reason,
                at=self._office.clock.now(),
                account_id=self._office.actor.account_id,
            )

    def _check(self, values: Mapping[str, str]) -> Mapping[str, str]:
        group = self._office.catalogue.group(PROFILE, PersonKind.OFFICE)
        clean, errors = validate(
            group, PersonKind.OFFICE, values, self._office.today(), self._office.words
        )
        if errors:
            raise ValuesRefusedError({(PROFILE, name): each for name, each in errors.items()})
        return clean


def letterhead(uow: UnitOfWork, *, practice: bool) -> Office:
    """Return the office as papers show it, inside a running action."""
    values = _values(uow)
    known = values.get
    return Office(
        name=known("office_name", ""),
        code=known("facility_code", ""),
        representative=known("head_name", ""),
        officer_name=known("officer_name", ""),
        officer_position=known("officer_position", ""),
        officer_phone=known("officer_phone", ""),
        officer_email=known("officer_email", ""),
        address=" ".join(filter(None, (known("address"), known("address_detail")))),
        phone=known("phone", ""),
        fax=known("fax", ""),
        practice=practice,
        business_number=known("business_number", ""),
    )


def _office_person(uow: UnitOfWork) -> Person:
    person = uow.people.first_of(PersonKind.OFFICE)
    if person is None:
        raise PersonNotFoundError(0)
    return person


def _values(uow: UnitOfWork) -> Mapping[str, str]:
    content = uow.holdings.open_group(_office_person(uow).id, PROFILE)
    return content.values if content else {}
