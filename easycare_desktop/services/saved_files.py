"""Files that left the program with data of people: where they lie is known on this PC alone.

The places stand among the drafts, which are never backed up; a draft that names a destroyed person
goes with that person, so each file has one of its own.
"""

from dataclasses import dataclass, field
from pathlib import Path

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.drafts import NOBODY, Draft

_WINDOW, _TOGETHER = "saved_file", "saved_files"


@dataclass(frozen=True, slots=True)
class SavedFiles:
    """`here`: files that can be looked into; `away`: how many lie where nothing is at hand now."""

    here: tuple[Path, ...] = field(default=(), repr=False)
    away: int = 0


class SavedFileService:
    """The use case of a file that was saved outside of the office."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def note(self, path: Path) -> None:
        """Remember a file, so that a destruction can look into it; forget what is deleted."""
        with self._office.door.enter(Action.FILE_NOTED) as step:
            _part(step)
            known = _known(step)
            for window, each in known.items():
                if _is_deleted(each):
                    step.drafts.drop(NOBODY, window, 0)
            if path.absolute() in known.values() and path.is_file():
                return
            numbers = [int(window.rpartition(".")[2]) for window in known]
            window = f"{_WINDOW}.{max(numbers, default=0) + 1}"
            values = {"path": str(path.absolute())}
            step.drafts.keep(NOBODY, Draft(window, 0, self._office.clock.now(), values))


def saved_files(step: Step) -> SavedFiles:
    """Return the saved files that are not deleted.

    Where the folder is gone as well nobody can tell: a stick may have been taken out.
    """
    _part(step)
    paths = dict.fromkeys(_known(step).values())
    here = tuple(each for each in paths if each.is_file())
    away = sum(not each.is_file() and not _is_deleted(each) for each in paths)
    return SavedFiles(here, away)


def is_saved_file(draft: Draft) -> bool:
    """Tell whether nobody has typed this: it says where a file was saved."""
    return draft.window.startswith(_WINDOW)


def _known(step: Step) -> dict[str, Path]:
    return {
        each.window: Path(each.values["path"])
        for each in step.drafts.of_account(NOBODY)
        if each.window.startswith(f"{_WINDOW}.")
    }


def _part(step: Step) -> None:
    """Give each file a draft of its own where older data has one for all of them."""
    together = step.drafts.get(NOBODY, _TOGETHER, 0)
    if together is None:
        return
    for number, path in enumerate(together.values.values(), 1):
        window = f"{_WINDOW}.{number}"
        step.drafts.keep(NOBODY, Draft(window, 0, together.kept_at, {"path": path}))
    step.drafts.drop(NOBODY, _TOGETHER, 0)


def _is_deleted(path: Path) -> bool:
    return not path.is_file() and path.parent.is_dir()
