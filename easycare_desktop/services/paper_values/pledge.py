"""The pledge of somebody who handles personal data."""

from collections.abc import Mapping

from easycare_desktop.documents.contents.pledge import Pledge
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.paper_values.common import Desk, day


def blank_pledge(desk: Desk) -> Pledge:
    """Return the empty paper."""
    return Pledge(desk.head, desk.facts)


def pledge(desk: Desk, person_id: int) -> Pledge:
    """Return the paper with what is known of the person."""
    uow = desk.step.uow
    person = uow.people.get(person_id)
    identity = uow.holdings.open_group(person_id, "identity")
    employment = uow.holdings.open_group(person_id, "employment")
    values: Mapping[str, str] = identity.values if identity else {}
    work: Mapping[str, str] = employment.values if employment else {}
    job = work.get("job", "")
    if job:
        group = desk.office.catalogue.group("employment", PersonKind.STAFF)
        job = group.field("job").choice_label(job)
    return Pledge(
        desk.head,
        desk.facts,
        name=values.get("name", ""),
        birth=day(values.get("birth", "")),
        number=person.number,
        job=job,
        hired_on=day(work.get("hired_on", "")),
    )
