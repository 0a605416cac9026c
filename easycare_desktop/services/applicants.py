"""Who gets the letters about a person: whoever applied in their place, if anybody did."""

from collections.abc import Mapping

from easycare_desktop.documents.phrases import behalf_of
from easycare_desktop.documents.values import Addressee
from easycare_desktop.documents.words import word
from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.people import Person
from easycare_desktop.storage.unit_of_work import UnitOfWork

NAME, CAPACITY = "applicant_name", "applicant_capacity"
ADDRESS_FIELDS = ("postcode", "address", "address_detail")


def addressed(uow: UnitOfWork, person: Person, said: Mapping[str, str]) -> dict[str, str]:
    """Return what a letter says of the applicant; the own address where they are a known guardian.

    `said`: the values of a request or of an earlier letter. Empty where the person applied.
    """
    if not acts_for(said):
        return {}
    to = {each: said[each] for each in (NAME, CAPACITY) if said.get(each)}
    for guardian_id in uow.people.guardians_of(person.id):
        content = uow.holdings.open_group(guardian_id, "identity")
        known = content.values if content else {}
        if known.get("name") == said[NAME] and known.get("address"):
            return to | {each: known.get(each, "") for each in ADDRESS_FIELDS}
    return to


def newest_said(uow: UnitOfWork, person_id: int) -> Mapping[str, str]:
    """Return what the newest request about a person still says; nothing where it is gone."""
    for request in uow.requests.of_person(person_id):
        if uow.holdings.get(request.holding_id) is not None:
            return uow.holdings.open(request.holding_id).values
    return {}


def acts_for(said: Mapping[str, str]) -> bool:
    """Tell whether somebody applied in the place of the person."""
    capacity = said.get(CAPACITY, "") or Capacity.SELF.value
    return bool(said.get(NAME)) and capacity != Capacity.SELF.value


def addressee_of(letter: Mapping[str, str]) -> Addressee:
    """Return to whom a letter goes, from what waits for it."""
    where = " ".join(filter(None, (letter.get("address"), letter.get("address_detail"))))
    name, code = letter.get("name", ""), letter.get("postcode", "")
    if not acts_for(letter):
        return Addressee(name, where, code)
    role = behalf_of(name, word(Capacity(letter[CAPACITY])))
    return Addressee(letter[NAME], where, code, role)
