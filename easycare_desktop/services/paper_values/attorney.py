"""The power of attorney: filled with what is known of the person who lets another act."""

from collections.abc import Mapping

from easycare_desktop.documents.contents.power_of_attorney import Party, PowerOfAttorney
from easycare_desktop.domain.people import PersonKind, PersonNotFoundError
from easycare_desktop.services.paper_values.common import Desk, day
from easycare_desktop.services.paper_values.guardian_said import guardian_said
from easycare_desktop.services.paper_values.vendor_form import address_of


def blank_power(desk: Desk) -> PowerOfAttorney:
    """Return the empty paper."""
    return PowerOfAttorney(desk.head, desk.facts, Party(), Party())


def power_of_attorney(desk: Desk, person_id: int) -> PowerOfAttorney:
    """Return the paper with the person as principal and the first guardian as agent.

    No power is ticked. Raises `PersonNotFoundError`.
    """
    opened = desk.step.uow.holdings.open_group(person_id, "identity")
    if opened is None:
        raise PersonNotFoundError(person_id)
    guardians = desk.step.uow.people.guardians_of(person_id)
    agent = _party(desk, guardian_said(desk, guardians[0])) if guardians else Party()
    return PowerOfAttorney(desk.head, desk.facts, agent, _party(desk, opened.values))


def _party(desk: Desk, values: Mapping[str, str]) -> Party:
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
