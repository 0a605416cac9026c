"""What registering and correcting a person have in common."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from easycare_desktop.domain.births import AFTER_BIRTH, before_birth
from easycare_desktop.domain.catalogue import Basis, Catalogue
from easycare_desktop.domain.consents import ConsentMissingError, current_lines
from easycare_desktop.domain.holdings import (
    FROZEN,
    OF_CASES,
    Holding,
    HoldingChangedMeanwhileError,
    HoldingContent,
)
from easycare_desktop.domain.measures import HoldingFrozenError
from easycare_desktop.domain.people import (
    Person,
    PersonKind,
)
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.requests import Channel
from easycare_desktop.domain.resident_numbers import PLACES, ResidentNumberBirthError, fits_birth
from easycare_desktop.domain.validation import validate
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.person_lines import PersonLine, groups_of, person_line, said_in_line
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.unit_of_work import UnitOfWork

Values = Mapping[str, Mapping[str, str]]
NOTHING_SAVED: Mapping[str, HoldingContent] = MappingProxyType({})


class ValuesRefusedError(Refusal):
    """Some fields do not fit; `errors` maps (item group, field) to what is wrong."""

    def __init__(self, errors: Mapping[tuple[str, str], InputRefusal]) -> None:
        super().__init__(tuple(errors))
        self.errors = errors


def checked(office: OpenOffice, kind: PersonKind, values: Values) -> dict[str, dict[str, str]]:
    """Return the values as they would be stored; raise `ValuesRefusedError`."""
    clean: dict[str, dict[str, str]] = {}
    errors: dict[tuple[str, str], InputRefusal] = {}
    for code, fields in values.items():
        group = office.catalogue.group(code, kind)
        good, bad = validate(group, kind, fields, office.today(), office.words)
        clean[code] = good
        errors.update({(code, name): error for name, error in bad.items()})
    if errors:
        raise ValuesRefusedError(errors)
    return clean


def check_birth(values: Values) -> None:
    """Raise `ValuesRefusedError` where a number or a day does not go with the birth on record."""
    birth = values.get("identity", {}).get("birth", "")
    early = {
        (group, field): refusal
        for group, fields in values.items()
        for field, refusal in before_birth(group, fields, birth)
    }
    if early:
        raise ValuesRefusedError(early)
    for group, field in PLACES:
        if not fits_birth(values.get(group, {}).get(field, ""), birth):
            raise ValuesRefusedError({(group, field): ResidentNumberBirthError(field)})


def check_new(uow: UnitOfWork, person_id: int, group: str, clean: Mapping[str, str]) -> None:
    """Raise as `check_birth` for a number or day that is not on record yet, or is another one."""
    if group not in dict(PLACES) and group not in AFTER_BIRTH:
        return
    kept, identity = (uow.holdings.open_group(person_id, each) for each in (group, "identity"))
    known = kept.values if kept is not None else {}
    new = {name: text for name, text in clean.items() if known.get(name) != text}
    if identity is not None:
        check_birth({"identity": identity.values, group: new})


def new_holding(
    catalogue: Catalogue,
    person: Person,
    code: str,
    fields: Mapping[str, str],
    channel: Channel,
    day: date,
) -> NewHolding:
    """Return what begins a holding of the group, on the basis it has for this kind of person."""
    group = catalogue.group(code, person.kind)
    return NewHolding(person.id, code, fields, group.basis.value, channel.value, day)


def check_consent(
    uow: UnitOfWork, catalogue: Catalogue, person: Person, code: str, today: date
) -> None:
    """Raise `ConsentMissingError` where the group rests on a consent that does not stand today."""
    group = catalogue.group(code, person.kind)
    if group.basis is not Basis.CONSENT or not group.consent_purpose:
        return
    line = current_lines(uow.consents.of_person(person.id)).get(group.consent_purpose)
    if line is None or not line.lives_on(today):
        raise ConsentMissingError(code, group.consent_purpose)


def check_not_there(uow: UnitOfWork, person_id: int, group: str) -> None:
    """Raise `HoldingChangedMeanwhileError` where somebody has begun the one holding meanwhile."""
    known = None if group in OF_CASES else uow.holdings.open_group(person_id, group)
    if known is not None:
        raise HoldingChangedMeanwhileError(known.holding.id)


def check_not_frozen(holding: Holding) -> None:
    """Raise `HoldingFrozenError` where a measure or an approved destruction stops its use."""
    if holding.state in FROZEN:
        raise HoldingFrozenError(holding.state)


def line_of(
    uow: UnitOfWork, person: Person, saved: Mapping[str, HoldingContent] = NOTHING_SAVED
) -> PersonLine:
    """Return the person's line of the list, from what is stored now; `saved`: what is known."""
    merged: dict[str, str] = {}
    for code in groups_of(person.kind):
        content = saved.get(code) or uow.holdings.open_group(person.id, code)
        merged |= said_in_line(code, content.values) if content else {}
    return person_line(person, merged)


def changes_between(
    before: Mapping[str, str], after: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """Return (field, old, new) of every field that differs."""
    return [
        (name, before.get(name, ""), after.get(name, ""))
        for name in sorted({*before, *after})
        if before.get(name, "") != after.get(name, "")
    ]
