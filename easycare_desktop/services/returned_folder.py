"""The folder that a scanner writes to: looked at while the office is open, and only if asked to."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.returned_files import SUFFIXES
from easycare_desktop.services.returned_intake import ReturnedIntake
from easycare_desktop.system.atomic_files import durable_unlink

_NAME = "returned.folder"
_SETTLED_SECONDS = 3


class FolderMissingError(Refusal):
    """The folder that is watched is not there now."""


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """Where scans are looked for. `removes`: an original goes once its pages are sealed."""

    path: str = ""
    removes: bool = False


class ReturnedFolderService:
    """Use cases of the folder of scans. The choice lies in the office, encrypted like the rest."""

    def __init__(self, office: OpenOffice, intake: ReturnedIntake) -> None:
        self._office = office
        self._intake = intake
        self._seen: dict[Path, tuple[int, int]] = {}

    def watched(self) -> WatchedFolder:
        """Return what was chosen; an empty path where nothing is."""
        with self._office.door.enter(Action.RETURNED_READ, detail="folder") as step:
            known = step.uow.meta.get(_NAME)
        return WatchedFolder(**json.loads(known)) if known else WatchedFolder()

    def watch(self, folder: WatchedFolder) -> None:
        """Choose a folder, or none."""
        with self._office.door.enter(Action.RETURNED_TAKEN, detail="folder") as step:
            step.uow.meta.put(_NAME, json.dumps(asdict(folder)))
        self._seen.clear()

    def new_files(self) -> tuple[Path, ...]:
        """Return the finished files that did not come in yet, oldest first.

        Raises `FolderMissingError`.
        """
        folder = self.watched()
        if not folder.path:
            return ()
        fresh = [path for path in self._files(Path(folder.path)) if not self._known(path)]
        if not fresh:
            return ()
        new = self._intake.new_ones(fresh)
        self._remember(set(fresh) - set(new))
        return new

    def clear(self, sealed: Sequence[Path]) -> int:
        """Remove originals whose pages lie sealed, where that was asked for; return how many.

        Files elsewhere are never touched.
        """
        folder = self.watched()
        inside = [path for path in sealed if str(path.parent) == folder.path]
        if not folder.removes:
            self._remember(inside)
            return 0
        for path in inside:
            durable_unlink(path)
        return len(inside)

    def _files(self, folder: Path) -> list[Path]:
        now = self._office.clock.now().timestamp()
        try:
            found = [path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES]
            ages = {path: path.stat().st_mtime for path in found if path.is_file()}
        except OSError:
            raise FolderMissingError from None
        settled = [path for path, at in ages.items() if not 0 <= now - at < _SETTLED_SECONDS]
        return sorted(settled, key=lambda path: (ages[path], path.name))

    def _known(self, path: Path) -> bool:
        return self._seen.get(path) == _stamp(path)

    def _remember(self, paths: Sequence[Path] | set[Path]) -> None:
        self._seen |= {path: _stamp(path) for path in paths if path.exists()}


def _stamp(path: Path) -> tuple[int, int]:
    known = path.stat()
    return known.st_size, known.st_mtime_ns
