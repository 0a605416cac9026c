"""The first step: whose list it is, the file, and the lists that came before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.import_runs import ImportRun
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.shared.drop_box import DropBox
from easycare_desktop.ui.widgets import Kit, column, frame, holder, row
from easycare_desktop.ui.wording.labels import label

_SIDE = 420


class StartStep(QWidget):
    """`dropped(Path)`, and `undo_wanted(ImportRun)` for a list that shall be taken back."""

    dropped = Signal(object)
    undo_wanted = Signal(object)

    def __init__(self, kit: Kit, messages: Messages, kinds: Sequence[PersonKind]) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.kinds = kit.choice([(kind, label(kind)) for kind in kinds], kinds[0])
        self.kinds.setObjectName("lists.kinds")
        self.kinds.setAccessibleName("누구의 목록인가요")
        self.box = DropBox(
            kit,
            messages,
            "table",
            "엑셀 파일을 여기에 놓으세요.",
            "엑셀(xlsx, xls)과 쉼표로 나눈 목록(csv)을 읽습니다. 가져오기 전에 모두 보여 드립니다.",
            "엑셀·목록 (*.xlsx *.xls *.csv *.txt)",
        )
        self.box.choose.setObjectName("lists.choose")
        self.box.dropped.connect(self.dropped)
        self.model: RowModel[ImportRun] = RowModel(_COLUMNS, _run_id)
        runs = self._runs(kit)
        whose = row(kit.text("누구의 목록인가요?", "strong"), self.kinds, None, gap=14)
        box = column(whose, self.box, gap=12)
        box.setStretch(1, 1)
        self.setLayout(column(kit.split(holder(box), runs, side=_SIDE), gap=0))
        self.show_runs(())

    def _runs(self, kit: Kit) -> QWidget:
        self.table = kit.table(self.model, "가져온 목록", rows_shown=6)
        self.table.setObjectName("lists.runs")
        self.table.chosen.connect(self._chosen)
        self.undo = kit.button("되돌리기", "secondary", "undo-2", fit="row")
        self.undo.setObjectName("lists.undo")
        self.undo.clicked.connect(self._undo)
        note = (
            "되돌리면 그 목록으로 들어온 것이 빠집니다."
            " 그 뒤에 서류나 목록이 나갔거나 고친 분은 남고, 누구인지 먼저 보여 드립니다."
        )
        self.note = kit.text(note, "caption", wrap=True)
        self.none = kit.empty(
            "history", "아직 가져온 목록이 없습니다.", "가져온 뒤에는 여기서 되돌릴 수 있습니다."
        )
        lists = column(
            row(kit.text("가져온 목록", "lead"), None, self.undo),
            self.none,
            self.table,
            self.note,
            margins=(16, 14, 16, 14),
            gap=10,
        )
        lists.setStretch(1, 1)
        lists.setStretch(2, 1)
        return frame("card", lists)

    def show_runs(self, runs: Sequence[ImportRun]) -> None:
        """Show the lists that were brought in."""
        self.model.show(runs)
        self.none.setVisible(not runs)
        for part in (self.table, self.note, self.undo):
            part.setVisible(bool(runs))
        self._chosen(self.table.current_row())

    @Slot(object)
    def _chosen(self, run: ImportRun | None) -> None:
        self.undo.setEnabled(run is not None and run.undone_at is None)

    @Slot()
    def _undo(self) -> None:
        run = self.table.current_row()
        if run is not None:
            self.undo_wanted.emit(run)


def _run_id(run: ImportRun) -> int:
    return run.id


def _what(run: ImportRun) -> Cell:
    return Cell(f"{label(run.kind)} {run.number}", f"{run.made_at:%Y-%m-%d %H:%M}", strong=True)


def _counts(run: ImportRun) -> Cell:
    return Cell(f"등록 {run.added:,}명", f"고침 {run.changed:,}명")


def _state(run: ImportRun) -> Cell:
    return Cell(mark=Mark("되돌림", "warn") if run.undone_at else Mark("가져옴", "ok"))


_COLUMNS: tuple[Column[ImportRun], ...] = (
    Column("목록", _what),
    Column("몇 명", _counts, width=104),
    Column("상태", _state, width=84),
)
