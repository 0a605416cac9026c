"""Says of persons what their holdings say that are left, once others have gone or lie apart."""

from collections.abc import Iterable

from easycare_desktop.domain.people import PersonState
from easycare_desktop.storage.repositories.separated import SeparatedRepository
from easycare_desktop.storage.unit_of_work import UnitOfWork

OF_THE_CASE = frozenset({"notice", "cancellation"})


def settle_persons(
    uow: UnitOfWork, vault: SeparatedRepository, person_ids: Iterable[int]
) -> frozenset[int]:
    """Return who of them is not in use any more: kept apart, or a number and nothing else."""
    wanted = frozenset(person_ids)
    used = {person for person, groups in uow.many.groups_of(wanted).items() if groups - OF_THE_CASE}
    left = wanted - used
    known = uow.people.some(left).values()
    here = {each.id for each in known if each.state is not PersonState.GONE}
    apart = here & vault.persons_among(here)
    uow.people.set_states(apart, PersonState.SEPARATED)
    uow.people.be_gone(here - apart)
    return left
