"""The PC that an office has left becomes a line in the register of storage media."""

from easycare_desktop.documents.phrases import FORMER_PC
from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.registers import RegisterItem, RegisterKind
from easycare_desktop.services.restore.data_room import Site
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.unit_of_work import UnitOfWork

_LOOKED_AT = 200


def register_former_pc(uow: UnitOfWork, catalogue: Catalogue, site: Site) -> RegisterItem | None:
    """Enter the former PC, by the name that the access log knows, inside a running action."""
    person = uow.people.first_of(PersonKind.OFFICE)
    if person is None:
        return None
    instance = site.keys.file.identity.instance
    values = {
        "medium": "pc",
        "serial": former_pc_name(uow, site),
        "asset": instance,
        "held_data": "yes",
        "encrypted": "yes",
        "contents": FORMER_PC,
    }
    kind, today = RegisterKind.MEDIUM, site.clock.today()
    basis = catalogue.group(kind.group, PersonKind.OFFICE).basis.value
    new = NewHolding(person.id, kind.group, values, basis, "visit", today)
    return uow.registers.add(kind, uow.holdings.add([new])[0].id, today, held_data=True)


def former_pc_name(uow: UnitOfWork, site: Site) -> str:
    """Return the name of the PC that wrote last, as the access log has it, else its instance."""
    places = [line.place for line in uow.log.newest(_LOOKED_AT) if line.place != site.pc]
    return places[0] if places else site.keys.file.identity.instance
