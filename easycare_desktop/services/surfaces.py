"""The surfaces of this PC where a value could stand readable, and how each of them is searched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.saved_files import SavedFiles
from easycare_desktop.storage.databases.office_files import OfficeFiles
from easycare_desktop.storage.repositories.drafts import Draft
from easycare_desktop.storage.residue.needles import Needles, together, without
from easycare_desktop.storage.residue.opened_files import files_below, search_opened
from easycare_desktop.storage.residue.pages import decrypted_pieces, key_file_pieces
from easycare_desktop.storage.residue.search import (
    SurfaceResult,
    search_files,
    search_pieces,
    search_plain,
)
from easycare_desktop.system.single_instance import NAME as LOCK_NAME

_PLAIN_SUFFIXES = frozenset({".json", ".jsonl", ".log", ".txt", ".toml"})
_CANARY = "canary"
_LARGEST, _TOGETHER = 64 << 20, 1 << 30
_DATABASES = ("office", "separated", "drafts")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: `telling` everywhere, `words` in this program's own plain files.

    `sentences`: in temporary files, too.
    """

    telling: Needles = field(repr=False)
    words: Needles = field(repr=False)
    sentences: Needles = field(repr=False)


class Surfaces:
    """Plants a sample on each surface and looks for it along with the values.

    `plain_places`: folders and files of plain text besides the office. `temporary`: the folder of
    temporary files, if it is to be searched, with all that lies below it.
    """

    def __init__(
        self, office: OpenOffice, plain_places: Sequence[Path], temporary: Path | None
    ) -> None:
        self._office = office
        self._plain_places = plain_places
        self._temporary = temporary

    def plant(self, step: Step, canary: str) -> None:
        """Put the sample where a value would stand in each database; an empty one takes it away."""
        step.uow.meta.put(_CANARY, canary)
        step.separated.plant(canary)
        draft = Draft(_CANARY, 0, self._office.clock.now(), {_CANARY: canary})
        if canary:
            step.drafts.keep(0, draft)
        else:
            step.drafts.drop(0, _CANARY, 0)

    def search(
        self, sought: Sought, canary: str, intent: str, saved: SavedFiles | None
    ) -> list[SurfaceResult]:
        """Search every surface. `intent`: what this destruction has written into the keys itself.

        `saved`: papers and tables that left the program; None where they lawfully say it.
        """
        needles = sought.telling
        own = together(needles, sought.words)
        found = [
            *self._databases(needles, canary),
            self._keys(needles, intent),
            search_files("office_files", self._office_files(), needles),
            search_plain("settings_and_logs", self._plain_files(), own),
            self._temporary_files(together(needles, sought.sentences)),
        ]
        if saved is not None:
            folder = self._office.info.folder
            found.append(search_opened("saved_files", saved.here, needles, folder, saved.away))
        return found

    def _databases(self, needles: Needles, canary: str) -> Iterator[SurfaceResult]:
        files: OfficeFiles = self._office.files
        for name in _DATABASES:
            pieces = decrypted_pieces(files.path_of(name), self._office.keys.file_key(name))
            yield search_pieces(f"{name}_pages", [pieces], needles, canary)

    def _keys(self, needles: Needles, intent: str) -> SurfaceResult:
        """Search the keys; the names of accounts stay there, as the law on access rights asks."""
        accounts = self._office.keys.accounts()
        own = {text for each in accounts for text in (each.name, each.login)}
        pieces = key_file_pieces(self._office.keys)
        return search_pieces("key_pages", [pieces], without(needles, own), intent)

    def _office_files(self) -> list[Path]:
        folder = self._office.info.folder
        # Windows lets nobody read what this program has locked; the lock itself holds nothing.
        # The databases are searched page by page, opened.
        opened = {LOCK_NAME, self._office.keys.file.path.name}
        opened |= {self._office.files.path_of(name).name for name in _DATABASES}
        return [each for each in folder.rglob("*") if each.is_file() and each.name not in opened]

    def _plain_files(self) -> list[Path]:
        found = [each for each in self._office_files() if each.suffix in _PLAIN_SUFFIXES]
        for place in self._plain_places:
            if place.is_dir():
                found += [each for each in place.rglob("*") if each.is_file()]
            elif place.is_file():
                found.append(place)
        return found

    def _temporary_files(self, needles: Needles) -> SurfaceResult:
        """Search the temporary files of this PC, also of other programs, up to some size."""
        folder = self._temporary
        if folder is None or not folder.is_dir():
            return search_files("temporary_files", [], needles)
        paths, left_out = files_below(folder, _LARGEST, _TOGETHER)
        return search_opened("temporary_files", paths, needles, folder, left_out)
