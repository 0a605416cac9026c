"""What a stop left behind beside the data: parts of files, scans that no row names.

And what an older program left in it.
"""

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.settled_contracts import forget_settled
from easycare_desktop.storage.backup.places import sealed_names
from easycare_desktop.system.atomic_files import durable_unlink, remove_leftover_parts


def sweep_leftovers(office: OpenOffice) -> int:
    """Remove them while nobody else writes; return how many there were.

    A sealed file that neither vault names was written right before a stop: its row was not.
    """
    data = office.files.folder
    sealed = data / "files"
    with office.door.enter(Action.RECOVERED, detail="leftovers") as step:
        kept_apart = step.separated.files_of(step.separated.ids())
        named = step.uow.files.names() | {each.name for each in kept_apart}
        nameless = sealed_names(sealed).keys() - named
        for name in nameless:
            durable_unlink(sealed / name)
        step.count = forget_settled(step) + len(nameless)
        step.count += remove_leftover_parts(data) + remove_leftover_parts(sealed)
        return step.count
