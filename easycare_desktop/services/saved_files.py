"""Files that left the program with data of people: where they lie is known on this PC alone.

The places stand among the drafts, which are never backed up and are emptied of every destroyed
person's name.
"""

from pathlib import Path

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.drafts import Draft

_NOBODY = 0
_WINDOW = "saved_files"


class SavedFileService:
    """The use case of a file that was saved outside of the office."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def note(self, path: Path) -> None:
        """Remember a file, so that a destruction can look into it."""
        with self._office.door.enter(Action.FILE_NOTED) as step:
            known = [*saved_files(step), path.absolute()]
            values = {str(number): str(each) for number, each in enumerate(dict.fromkeys(known))}
            step.drafts.keep(_NOBODY, Draft(_WINDOW, 0, self._office.clock.now(), values))


def saved_files(step: Step) -> list[Path]:
    """Return the saved files that are still there."""
    found = step.drafts.get(_NOBODY, _WINDOW, 0)
    paths = [Path(each) for each in found.values.values()] if found is not None else []
    return [each for each in paths if each.is_file()]
