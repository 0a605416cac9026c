"""The power of attorney: filled with what is known of the person who lets another act."""

from easycare_desktop.documents.contents.power_of_attorney import Party, PowerOfAttorney
from easycare_desktop.domain.people import PersonKind, PersonNotFoundError
from easycare_desktop.services.paper_values.common import Desk, day
from easycare_desktop.services.paper_values.vendor_form import address_of


def blank_power(desk: Desk) -> PowerOfAttorney:
    """Return the empty paper."""
    return PowerOfAttorney(desk.head, desk.facts, Party(), Party())


def power_of_attorney(desk: Desk, person_id: int) -> PowerOfAttorney:
    """Return the paper with the person as principal and the first guardian as agent.

    No power is ticked. Raises `PersonNotFoundError`.
    """
    principal = _party(desk, person_id)
    if principal is None:
        raise PersonNotFoundError(person_id)
    guardians = desk.step.uow.people.guardians_of(person_id)
    agent = _party(desk, guardians[0]) if guardians else None
    return PowerOfAttorney(desk.head, desk.facts, agent or Party(), principal)


def _party(desk: Desk, person_id: int) -> Party | None:
    opened = desk.step.uow.holdings.open_group(person_id, "identity")
    if opened is None:
        return None
    values = opened.values
    return Party(
        name=values.get("name", ""),
        birth=day(values.get("birth", "")),
        phone=values.get("mobile", "") or values.get("phone", ""),
        address=address_of(values),
        relation=_relation(desk, code) if (code := values.get("relation")) else "",
    )


def _relation(desk: Desk, code: str) -> str:
    field = desk.office.catalogue.field("identity", "relation", PersonKind.GUARDIAN)
    return field.choice_label(code)
