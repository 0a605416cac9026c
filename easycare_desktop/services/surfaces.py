"""The surfaces of this PC where a value could stand readable, and how each of them is searched."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.databases.office_files import OfficeFiles
from easycare_desktop.storage.repositories.drafts import Draft
from easycare_desktop.storage.residue.needles import Needles, without
from easycare_desktop.storage.residue.pages import decrypted_pieces, key_file_pieces
from easycare_desktop.storage.residue.readable import readable_pieces
from easycare_desktop.storage.residue.search import (
    SurfaceResult,
    search_files,
    search_pieces,
    search_plain,
)
from easycare_desktop.system.atomic_files import durable_unlink
from easycare_desktop.system.single_instance import NAME as LOCK_NAME

_PLAIN_SUFFIXES = frozenset({".json", ".jsonl", ".log", ".txt", ".toml"})
_CANARY = "canary"
_LARGEST = 64 << 20
_DATABASES = ("office", "separated", "drafts")


class Surfaces:
    """Plants a sample on each surface and looks for it along with the values.

    `plain_places`: folders and files of plain text besides the office. `temporary`: the folder of
    temporary files, if it is to be searched; of its files those that lie in it directly.
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
        self, needles: Needles, canary: str, intent: str, saved: Sequence[Path]
    ) -> list[SurfaceResult]:
        """Search every surface. `intent`: what this destruction has written into the keys itself.

        `saved`: papers and tables that left the program.
        """
        return [
            *self._databases(needles, canary),
            self._keys(needles, intent),
            search_files("office_files", self._office_files(), needles),
            search_plain("settings_and_logs", self._plain_files(), needles),
            search_files("temporary_files", self._temporary_files(), needles),
            self._saved_files(needles, canary, saved),
        ]

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

    def _saved_files(self, needles: Needles, canary: str, saved: Sequence[Path]) -> SurfaceResult:
        """Search papers and tables that were saved, unpacked; the sample is a saved text."""
        sample = self._office.info.folder / f"{canary.replace(' ', '-')}.txt"
        sample.write_text(canary, "utf-8")
        try:
            sources = [readable_pieces(each) for each in (*saved, sample)]
            found = search_pieces("saved_files", sources, needles, canary)
        finally:
            durable_unlink(sample)
        return SurfaceResult(
            found.surface, found.values, found.files - 1, found.hits, found.control_found
        )

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

    def _temporary_files(self) -> list[Path]:
        if self._temporary is None or not self._temporary.is_dir():
            return []
        return [
            each
            for each in sorted(self._temporary.iterdir())
            if each.is_file() and not each.is_symlink() and each.stat().st_size <= _LARGEST
        ]
