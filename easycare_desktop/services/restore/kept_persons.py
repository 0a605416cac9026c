"""Whoever is kept apart has a line in the data, though it came back from before they did."""

from collections.abc import Collection
from datetime import date

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.services.door import Step
from easycare_desktop.system.catalogue_files import load_catalogue
from easycare_desktop.system.resources import resource


def name_kept(step: Step) -> None:
    """Enter every person whom only the second vault knows, under the number it tells.

    Doing it twice changes nothing more.
    """
    groups: dict[int, set[str]] = {}
    told: dict[int, tuple[str, date]] = {}
    for each in step.separated.all():
        groups.setdefault(each.person_id, set()).add(each.group)
        told.setdefault(each.person_id, (each.person_number, each.separated_at.date()))
    unknown = sorted(told.keys() - step.uow.people.some(told))
    if not unknown:
        return
    kind = OfficeKind(step.uow.meta.get("kind", OfficeKind.AGENCY.value))
    catalogue = load_catalogue(resource("catalogue"), kind)
    step.uow.people.put_back(
        [
            Person(id_, told[id_][0], _kind(catalogue, groups[id_]), PersonState.SEPARATED, day)
            for id_, day in ((each, told[each][1]) for each in unknown)
        ]
    )


def _kind(catalogue: Catalogue, groups: Collection[str]) -> PersonKind:
    """Return the first kind of person of whom all of this may be stored."""
    kinds = [kind for kind in PersonKind if kind in catalogue.kinds()]
    return next(
        (k for k in kinds if {each.code for each in catalogue.groups_for(k)}.issuperset(groups)),
        kinds[0],
    )
