"""The card of one person: what is in use, what for, on which basis and how long."""

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.basic_card import BasicCard, CardGroup, CardRelation
from easycare_desktop.documents.people_words import active_words
from easycare_desktop.documents.value_words import ValueWords
from easycare_desktop.documents.words import word
from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.holdings import PASSED_ON, Holding
from easycare_desktop.domain.people import PersonKind, PersonNotFoundError
from easycare_desktop.services.paper_values.common import Desk

_IDENTITY = "identity"
_SALT = "salt"  # made by the program for the paper of a destruction, and tells nothing of anybody


def basic_card(desk: Desk, person_id: int) -> BasicCard:
    """Return everything in use about one person. Raises `PersonNotFoundError`."""
    uow, catalogue = desk.step.uow, desk.office.catalogue
    person = uow.people.get(person_id)
    order = {group.code: place for place, group in enumerate(catalogue.groups_for(person.kind))}
    used = [each for each in uow.holdings.of_person(person_id) if each.merged_from is None]
    held = sorted(used, key=lambda each: order.get(each.group, 0))
    if not held:
        raise PersonNotFoundError(person_id)
    identity = next((each for each in held if each.group == _IDENTITY), None)
    name = _values(desk, identity).get("name", "") if identity else ""
    return BasicCard(
        office=desk.head,
        facts=desk.facts,
        name=name or person.number,
        person_number=person.number,
        kind=word(person.kind),
        state=active_words(person.kind, person.state) or word(person.state),
        since=person.registered_on,
        as_of=desk.today(),
        groups=tuple(_group(desk, each, catalogue.group(each.group, person.kind)) for each in held),
        relations=tuple(_relations(desk, person_id)),
    )


def _values(desk: Desk, holding: Holding) -> dict[str, str]:
    """Return what a holding says, or nothing where its use has stopped."""
    if holding.state not in PASSED_ON:
        return {}
    return dict(desk.step.uow.holdings.open(holding.id).values)


def _group(desk: Desk, holding: Holding, group: ItemGroup) -> CardGroup:
    values = _values(desk, holding)
    stopped = holding.state not in PASSED_ON
    words = ValueWords(desk.office.catalogue)
    return CardGroup(
        label=group.label,
        purpose=group.purpose,
        basis=f"{word(group.basis)} ({group.basis_article})",
        stay=_stay(desk, holding, group),
        fields=tuple(
            (field.label, words.covered(field, values[field.code]))
            for field in group.fields
            if values.get(field.code) and field.code != _SALT
        ),
        withheld=phrases.withheld(word(holding.state)) if stopped else "",
    )


def _stay(desk: Desk, holding: Holding, group: ItemGroup) -> str:
    """Return until when it stays, or by which rule it will be counted."""
    if holding.clock is not None:
        return phrases.until_words(holding.clock.until)
    return desk.counted(group)


def _relations(desk: Desk, person_id: int) -> list[CardRelation]:
    """Return the guardians in the order of contact, those whose use has stopped left out."""
    found, words = [], ValueWords(desk.office.catalogue)
    kind = PersonKind.GUARDIAN
    for guardian in desk.step.uow.people.guardians_of(person_id):
        content = desk.step.uow.holdings.open_group(guardian, _IDENTITY)
        if content is None or content.holding.state not in PASSED_ON:
            continue
        field = desk.office.catalogue.field(_IDENTITY, "relation", kind)
        values = content.values
        found.append(
            CardRelation(
                name=values.get("name", ""),
                relation=words.covered(field, values.get("relation", "")),
                phone=values.get("mobile", "") or values.get("phone", ""),
                payer=values.get("is_payer") == "yes",
            )
        )
    return found
