"""Leads the tour chapter by chapter and writes the report. Exit status 0 only if all held."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from easycare_desktop.services.practice.builder import PracticeOffice
from easycare_desktop.tour.chapters import CHAPTERS
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.report import Report
from easycare_desktop.tour.scene import Program, Scene


class TourProgram(Program, Protocol):
    """A program that can be built and started by the tour."""

    @property
    def office_folder(self) -> Path:
        """Everything that the program wrote."""
        ...

    def build(self, *, people: int, seed: int, key_place: Path) -> PracticeOffice:
        """Make the practice office."""
        ...

    def start(self) -> None:
        """Show the first window."""
        ...


class Guide:
    """Runs every chapter; after a failed one the tour ends, since the next stand on it."""

    def __init__(
        self,
        program: TourProgram,
        out: Path,
        *,
        people: int,
        seed: int,
        left_out: frozenset[str] = frozenset(),
    ) -> None:
        self._program = program
        self._out = out
        self._people = people
        self._seed = seed
        self._left_out = left_out
        self._report = Report(out)

    def lead(self) -> int:
        """Run the tour; return the exit status."""
        scene = Scene(self._program, self._report)
        notes = Notes(self._out, self._program.office_folder)
        if self._report.step("practice office", self._build(notes)):
            for chapter in (each for each in CHAPTERS if each.__name__ not in self._left_out):
                name = (chapter.__doc__ or chapter.__name__).strip()
                if not self._report.step(name, _bound(chapter, scene, notes)):
                    self._picture_of_failure(scene)
                    break
        path = self._report.write()
        print(f"report: {path}")
        return 0 if self._report.ok else 1

    def _build(self, notes: Notes) -> Callable[[], None]:
        def build() -> None:
            notes.office = self._program.build(
                people=self._people, seed=self._seed, key_place=self._out / "key-place"
            )
            self._program.start()

        return build

    def _picture_of_failure(self, scene: Scene) -> None:
        folder = self._out / "screens"
        folder.mkdir(parents=True, exist_ok=True)
        scene.window.grab().save(str(folder / "zz_failed.png"))


def _bound(
    chapter: Callable[[Scene, Notes], None], scene: Scene, notes: Notes
) -> Callable[[], None]:
    def act() -> None:
        chapter(scene, notes)

    return act
