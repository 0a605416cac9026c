"""Where other data names what is destroyed: listed to the officer, not certified away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from easycare_desktop.domain.destruction import Plan, PlanItem
from easycare_desktop.domain.holdings import HERE, Holding
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.telling_fields import pointing_fields, searched_fields
from easycare_desktop.storage.residue.patterns import Patterns

_TELLING = frozenset({"name", "mobile", "phone", "ltc_number"})
_DIGITS_OF_A_NUMBER, _LEAST_TELLING = 7, 2
Opened = Mapping[int, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Mention:
    """A living holding, of somebody else or of the same person, that says what was destroyed."""

    holding_id: int
    person_number: str
    group: str


def mentions_of(
    office: OpenOffice, step: Step, plan: Plan, opened: Opened, left: Opened | None = None
) -> list[Mention]:
    """Return which holdings that live on name the persons of a plan, or a single item that goes.

    `opened`: what the doomed holdings say, by holding; `left`: what is still known after a stop, by
    person. Everything that lives is looked into, whether it is in use, held or waits to go.
    """
    known = {group.code for group in office.catalogue.groups}
    telling = set().union(*(_telling(office, each, opened) for each in plan.items))
    for said in (left or {}).values():
        telling |= {text for code, text in said.items() if code in _TELLING}
    found = {
        (each.id, each.person_id, each.group)
        for each in _among_all(step, telling)
        if each.person_id not in plan.persons and each.group in known
    }
    for item in plan.items:
        if item.fields and item.holding_id in opened:
            found |= {
                (holding_id, item.person_id, group)
                for holding_id, group in _own(office, step, plan, item, opened[item.holding_id])
            }
    people = step.uow.people.some({person_id for _, person_id, _ in found})
    ordered = sorted(found, key=lambda each: (each[2], each[1], each[0]))
    return [Mention(each, people[person].number, group) for each, person, group in ordered]


def _telling(office: OpenOffice, item: PlanItem, opened: Opened) -> set[str]:
    """Return which values of a holding point to one person: of single items, numbers and names."""
    said = opened.get(item.holding_id, {})
    codes: Iterable[str] = _TELLING
    if item.fields:
        group = office.catalogue.group(item.group)
        codes = pointing_fields(group, item.fields)
    return {said[code] for code in codes if said.get(code)}


def _among_all(step: Step, telling: set[str]) -> list[Holding]:
    """Return whatever lives and says one of these; numbers also without anything between.

    A name of one syllable stands in too many words to say anything.
    """
    telling = {each for each in telling if len(each) >= _LEAST_TELLING}
    numbers = {"".join(filter(str.isdigit, each)) for each in telling}
    words = telling | {each for each in numbers if len(each) >= _DIGITS_OF_A_NUMBER}
    if not words:
        return []
    patterns = Patterns(each.encode() for each in words)
    return step.uow.many.telling(HERE, patterns.places_in)


def _own(
    office: OpenOffice, step: Step, plan: Plan, item: PlanItem, said: Mapping[str, str]
) -> list[tuple[int, str]]:
    """Return where else the same person's data says what a single item said."""
    group = office.catalogue.group(item.group)
    texts = [said[code] for code in searched_fields(group, item.fields) if said.get(code)]
    here = {
        each.id: each.group
        for each in step.uow.holdings.of_person(item.person_id)
        if each.state in HERE and (each.id == item.holding_id or each.id not in plan.doomed)
    }
    return [
        (holding_id, here[holding_id])
        for holding_id, values in step.uow.many.open_some(here).items()
        if any(
            text in value
            for code, value in values.items()
            if holding_id != item.holding_id or code not in item.fields
            for text in texts
        )
    ]
