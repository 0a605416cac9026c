"""On which consent a holding or a relation rests, and whether it still stands."""

from collections.abc import Iterable

from easycare_desktop.domain.catalogue import Basis
from easycare_desktop.domain.consents import ConsentLine, current_lines
from easycare_desktop.domain.holdings import Holding
from easycare_desktop.domain.people import Person
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.unit_of_work import UnitOfWork


def ends_relation(office: OpenOffice, person: Person, purposes: Iterable[str]) -> bool:
    """Tell whether one of these purposes is all that carries the relation with a person."""
    asked = office.catalogue.purposes_for(person.kind)
    return any(each.sole and each.code in set(purposes) for each in asked)


def consent_behind(office: OpenOffice, person: Person, holding: Holding) -> str | None:
    """Return the purpose whose consent a holding rests on; nothing where it rests on other law."""
    group = office.catalogue.group(holding.group, person.kind)
    asked = office.catalogue.purposes_for(person.kind)
    sole = any(each.sole and each.code == group.consent_purpose for each in asked)
    return (group.consent_purpose or None) if sole or group.basis is Basis.CONSENT else None


def line_behind(
    office: OpenOffice, uow: UnitOfWork, person: Person, holding: Holding
) -> ConsentLine | None:
    """Return what was said last about the purpose that a holding rests on."""
    purpose = consent_behind(office, person, holding)
    return current_lines(uow.consents.of_person(person.id)).get(purpose) if purpose else None


def may_use(office: OpenOffice, uow: UnitOfWork, person: Person, holding: Holding) -> bool:
    """Tell whether what the holding rests on still stands: a living consent must be on record."""
    if consent_behind(office, person, holding) is None:
        return True
    line = line_behind(office, uow, person, holding)
    if line is None:  # of what a relation needs, nobody has said yet that it may not be used
        return office.catalogue.group(holding.group, person.kind).basis is not Basis.CONSENT
    return line.lives_on(office.today())
