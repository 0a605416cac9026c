"""The tie of a guardian to a recipient inside a running action."""

from collections.abc import Mapping

from easycare_desktop.domain.relations import AlreadyLinkedError, NotLinkedError
from easycare_desktop.services.returning import active
from easycare_desktop.storage.unit_of_work import UnitOfWork


def identity_of(uow: UnitOfWork, person_id: int) -> Mapping[str, str]:
    """Return what is on record about somebody's name, contact, relation and capacity."""
    content = uow.holdings.open_group(person_id, "identity")
    return content.values if content is not None else {}


def tie_last(uow: UnitOfWork, recipient_id: int, guardian_id: int) -> None:
    """Tie somebody as the last whom to call.

    Raises `PersonHasEndedError` where the recipient is leaving, and `AlreadyLinkedError`.
    """
    active(uow, recipient_id)
    known = uow.people.guardians_of(recipient_id)
    if guardian_id in known:
        raise AlreadyLinkedError
    uow.people.link(recipient_id, guardian_id, len(known) + 1)


def tied(uow: UnitOfWork, recipient_id: int, guardian_id: int) -> tuple[int, ...]:
    """Return the guardians of a recipient in use, this one among them.

    Raises `NotLinkedError`, and `PersonHasEndedError` where the recipient is leaving.
    """
    order = tuple(uow.people.guardians_of(recipient_id))
    if guardian_id not in order:
        raise NotLinkedError
    active(uow, recipient_id)
    return order
