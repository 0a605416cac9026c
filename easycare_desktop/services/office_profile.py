"""The office itself, held like everybody else's data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from easycare_desktop.documents.values import Office
from easycare_desktop.domain.holdings import HoldingChangedMeanwhileError
from easycare_desktop.domain.people import Person, PersonKind, PersonNotFoundError
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.validation import validate
from easycare_desktop.security.signed_code import fingerprint_of
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_look import look_in
from easycare_desktop.services.people_writing import ValuesRefusedError, changes_between
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.unit_of_work import UnitOfWork

PROFILE = "office_profile"
PROGRAM_USE = "program_use"


@dataclass(frozen=True, slots=True)
class OfficeValues:
    """An item group of the office as it is stored, field code to text; version 0 where none is."""

    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    version: int = 0


class OfficeProfileService:
    """Use cases of the office's own data."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def create(self, values: Mapping[str, str]) -> Person:
        """Register the office itself as the first person. Raises `ValuesRefusedError`."""
        clean = self._check(values, PROFILE)
        with self._door.enter(Action.OFFICE_CHANGED, detail="create") as step:
            person = step.uow.people.add(PersonKind.OFFICE, self._office.today())
            step.person_id = person.id
            step.uow.holdings.add([self._new(person, PROFILE, clean)])
        return person

    def has(self, group: str) -> bool:
        """Tell whether this kind of office may store this item group about itself."""
        groups = self._office.catalogue.groups_for(PersonKind.OFFICE)
        return any(each.code == group for each in groups)

    def read(self, group: str = PROFILE) -> Mapping[str, str]:
        """Return the office's data of an item group, field code to text; empty where none is."""
        with self._door.enter(Action.OFFICE_READ, detail=group) as step:
            return profile_in(step.uow, group)

    def open(self, group: str) -> OfficeValues:
        """Return the office's data of an item group with its version, to be corrected."""
        with self._door.enter(Action.OFFICE_READ, detail=group) as step:
            return _values_in(step.uow, group)

    def save(
        self,
        values: Mapping[str, str],
        reason: str,
        group: str = PROFILE,
        expected: int | None = None,
    ) -> None:
        """Store the office's data of an item group, with its history where some stood before.

        `expected`: the version that is typed over. Raises `ValuesRefusedError`, and
        `HoldingChangedMeanwhileError` where another version is stored by now.
        """
        clean = self._check(values, group)
        with self._door.enter(Action.OFFICE_CHANGED, detail=group) as step:
            uow = step.uow
            person = _office_person(uow)
            before = uow.holdings.open_group(person.id, group)
            if expected is not None and expected != _values_in(uow, group).version:
                raise HoldingChangedMeanwhileError(before.holding.id if before else 0)
            if before is None:
                uow.holdings.add([self._new(person, group, clean)])
                return
            changes = changes_between(before.values, clean)
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

    def _new(self, person: Person, group: str, clean: Mapping[str, str]) -> NewHolding:
        return _new(self._office, person, group, clean)

    def _check(self, values: Mapping[str, str], code: str) -> Mapping[str, str]:
        return checked_values(self._office, values, code)


def checked_values(office: OpenOffice, values: Mapping[str, str], code: str) -> Mapping[str, str]:
    """Return values of an item group of the office as they are stored.

    Raises `ValuesRefusedError`.
    """
    group = office.catalogue.group(code, PersonKind.OFFICE)
    clean, errors = validate(group, PersonKind.OFFICE, values, office.today(), office.words)
    if errors:
        raise ValuesRefusedError({(code, name): each for name, each in errors.items()})
    return clean


def new_of_office(
    office: OpenOffice, uow: UnitOfWork, group: str, clean: Mapping[str, str]
) -> NewHolding:
    """Return what begins a holding of the office itself."""
    return _new(office, _office_person(uow), group, clean)


def _new(office: OpenOffice, person: Person, group: str, clean: Mapping[str, str]) -> NewHolding:
    basis = office.catalogue.group(group, PersonKind.OFFICE).basis.value
    return NewHolding(person.id, group, clean, basis, "visit", office.today())


def letterhead(uow: UnitOfWork, *, practice: bool) -> Office:
    """Return the office as papers show it, inside a running action."""
    head = head_of(profile_in(uow, PROFILE))
    look, seal = look_in(uow)
    certificate = fingerprint_of(uow.keys.certificate())
    return replace(head, practice=practice, certificate=certificate, look=look, seal=seal)


def head_of(values: Mapping[str, str]) -> Office:
    """Return the office as its profile tells it; it may not even be made yet."""
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
        business_number=known("business_number", ""),
    )


def _office_person(uow: UnitOfWork) -> Person:
    person = uow.people.first_of(PersonKind.OFFICE)
    if person is None:
        raise PersonNotFoundError(0)
    return person


def profile_in(uow: UnitOfWork, group: str = PROFILE) -> Mapping[str, str]:
    """Return the office's own data inside a running action, field code to text."""
    return _values_in(uow, group).values


def _values_in(uow: UnitOfWork, group: str) -> OfficeValues:
    content = uow.holdings.open_group(_office_person(uow).id, group)
    return OfficeValues(content.values, content.holding.version) if content else OfficeValues()
