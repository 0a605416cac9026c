"""What is done with a list beside the screen: reading, comparing, storing, taking back."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.import_runs import ImportRun
from easycare_desktop.domain.import_undo import UndoView
from easycare_desktop.domain.importing import FieldRef, Layout
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.imports.rejects import Rejected
from easycare_desktop.services.imports.service import ListFile
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.lists.missing import Missing
from easycare_desktop.ui.parts.lists.undo_words import undo_question
from easycare_desktop.ui.parts.lists.words import row_words
from easycare_desktop.ui.parts.shared.refused import tell_error

_REASON = "엑셀 목록으로 고침"
_UNDONE = "엑셀 목록을 되돌림"
_NO_HEADING = (-1, "제목이 없습니다. 첫 줄부터 가져옵니다.")
_BAD_ROWS = ("고칠 줄", "고칠 사유")


class ListWork(QObject):
    """Holds the file that is being looked at; each signal brings what a step has to show."""

    columns_ready = Signal(object)
    rows_ready = Signal(object)
    stored = Signal(object)
    undone = Signal()
    runs_ready = Signal(object)

    def __init__(
        self, services: Services, messages: Messages, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._messages, self._background = services, messages, background
        self._kind = services.imports.kinds()[0]
        self._file: ListFile | None = None
        self._sheet = 0
        self._preview: ImportPreview | None = None
        self._run: ImportRun | None = None

    def read(self, path: Path, kind: PersonKind) -> None:
        """Read a file and find out what its columns mean."""
        self._kind = kind
        self._background.run(partial(self._services.imports.read, path), self._read, self._failed)

    def samples(self, layout: Layout) -> tuple[tuple[str, ...], ...]:
        """Return for each column what stands first in it."""
        return self._file.samples(self._sheet, layout) if self._file is not None else ()

    def first_rows(self) -> list[tuple[int, str]]:
        """Return by place the rows that may hold the headings, as they are shown."""
        rows = self._file.first_rows(self._sheet) if self._file is not None else ()
        said = [(place, row_words(each.number, each.cells)) for place, each in enumerate(rows)]
        return [*said, _NO_HEADING]

    @Slot(object)
    def take_heading(self, place: int) -> None:
        """Find out what the columns mean if the headings are in this row."""
        self._find_columns(place)

    def look(self, layout: Layout) -> None:
        """Compare every row with the people in use."""
        if self._file is not None:
            work = partial(self._services.imports.preview, self._file, self._sheet, layout)
            self._background.run(work, self._compared, self._failed)

    def store(
        self,
        taken: frozenset[int],
        known: frozenset[int],
        left_out: Mapping[int, frozenset[FieldRef]],
    ) -> None:
        """Store the rows that are taken; `known`: about the person whom they are similar to.

        `left_out`: by row the corrections that are not taken.
        """
        if self._preview is not None:
            store = self._services.imports.store
            work = partial(store, self._preview, taken, _REASON, known, left_out)
            self._background.run(work, self._stored, self._failed)

    def missing(self) -> Missing:
        """Return who is in use now and was not in the list."""
        preview = self._preview
        if preview is None:
            return Missing()
        lines = [line for each in preview.missing if (line := self._services.search.line(each))]
        active = tuple(line for line in lines if line.person.state is PersonState.ACTIVE)
        return Missing(active, preview.left, doubtful=preview.is_short)

    def rejected(self, told: Mapping[int, str]) -> Rejected | None:
        """Return the rows of these numbers with their reasons, to be saved."""
        if self._file is None or self._preview is None:
            return None
        preview = self._preview
        rows = tuple(row for row in preview.rows if row.line in told)
        return Rejected(self._file, self._sheet, preview.layout, rows, told, _BAD_ROWS)

    @property
    def can_undo(self) -> bool:
        """Whether the list that was stored last is not taken back yet."""
        return self._run is not None

    @Slot()
    def refresh(self) -> None:
        """Read the lists that came before."""
        self._background.run(self._services.imports.runs, self._listed, self._failed)

    @Slot()
    def undo_last(self) -> None:
        """Ask whether the list that was just stored shall be taken back."""
        if self._run is not None:
            self.undo(self._run)

    @Slot(object)
    def undo(self, run: ImportRun) -> None:
        """Look what taking a list back would do; then ask, and do it."""
        work = partial(self._services.import_undoing.look, run.id)
        self._background.run(work, self._ask_undo, self._failed)

    def _ask_undo(self, view: UndoView) -> None:
        people = {each: self._services.search.line(each) for each in view.stays}
        names = {each: line.name for each, line in people.items() if line is not None}
        if self._messages.confirm(undo_question(view, names)):
            work = partial(self._services.import_undoing.undo, view.run.id, _UNDONE)
            self._background.run(work, self._taken_back, self._stays)

    def _read(self, file: ListFile) -> None:
        self._file, self._sheet = file, 0
        if len(file.sheets) > 1:
            choices = [(at, _sheet_words(file, at)) for at in range(len(file.sheets))]
            chosen = self._messages.ask_choice("시트 고르기", "어느 시트를 가져올까요?", choices, 0)
            if chosen is None:
                return
            self._sheet = chosen
        self._find_columns()

    def _find_columns(self, heading: int | None = None) -> None:
        if self._file is not None:
            layout = self._services.imports.layout
            work = partial(layout, self._file, self._sheet, self._kind, heading)
            self._background.run(work, self._matched, self._failed)

    def _matched(self, layout: Layout) -> None:
        self.columns_ready.emit(layout)

    def _listed(self, runs: list[ImportRun]) -> None:
        self.runs_ready.emit(runs)

    def _compared(self, preview: ImportPreview) -> None:
        self._preview = preview
        self.rows_ready.emit(preview)

    def _stored(self, run: ImportRun) -> None:
        self._run = run
        self.stored.emit(run)

    def _taken_back(self, view: UndoView) -> None:
        told = f"{view.run.number} 목록을 되돌렸습니다."
        if view.stays:
            told += f" 남은 {len(view.stays):,}명은 한 분씩 종료하거나 고쳐 주세요."
        self._messages.toast(told)
        self._run = None
        self.undone.emit()

    def _stays(self, error: Exception) -> None:
        tell_error(self._messages, "목록을 되돌리지 못했습니다", error)
        self.undone.emit()

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "목록을 가져오지 못했습니다", error)


def _sheet_words(file: ListFile, sheet: int) -> str:
    name = file.sheets[sheet] or f"{sheet + 1}번째 표"
    return f"{name} (숨긴 시트)" if file.is_hidden(sheet) else name
