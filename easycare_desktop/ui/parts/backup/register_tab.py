"""백업 대장: every backup that was made, failed or was stopped."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.backups import BackupOutcome
from easycare_desktop.services.backup import BackupRow
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, full_card, row
from easycare_desktop.ui.wording.backup import size_words
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.refusals import known
from easycare_desktop.ui.wording.words import Words

_TONES: dict[BackupOutcome, CellTone] = {
    BackupOutcome.DONE: "ok",
    BackupOutcome.FAILED: "danger",
    BackupOutcome.STOPPED: "warn",
}


class RegisterTab(QWidget):
    """A table; 「대장 인쇄」 is its button."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._names: Mapping[int, str] = {}
        self.print_button = kit.button("대장 인쇄", "secondary", "printer", key="F7")
        self.print_button.setObjectName("backup.print")
        self.count = kit.text("", "caption")
        self.model: RowModel[BackupRow] = RowModel(self._columns(), _row_id)
        self.table = kit.table(self.model, "백업 대장", rows_shown=6)
        self.table.setObjectName("backup.register")
        self._full = full_card(self.table)
        self._none = card(
            kit.empty("book-open", "아직 백업한 적이 없습니다.", "백업할 때마다 한 줄씩 적힙니다.")
        )
        self._pile = Pile([self._none, self._full], grow=False)
        self.setLayout(column(row(self.count, None, self.print_button), self._pile, None, gap=12))

    def show_rows(self, rows: Sequence[BackupRow], names: Mapping[int, str]) -> None:
        """Show the register, the newest line first; `names` of accounts by number."""
        self._names = names
        self.model.show(rows)
        self.count.setText(f"{len(rows)}줄")
        self._pile.show_only(self._full if rows else self._none)

    def _columns(self) -> tuple[Column[BackupRow], ...]:
        return (
            Column("언제", _when, width=190),
            Column("어디에", _where),
            Column("옮긴 것", _moved, width=150),
            Column("열쇠 보관처", _covered, width=130),
            Column("누가", self._who, width=120),
            Column("결과", _outcome, width=100),
        )

    def _who(self, line: BackupRow) -> Cell:
        return Cell(self._names.get(line.account_id, ""), label(line.cause))


def _row_id(line: BackupRow) -> tuple[str, int]:
    return f"{line.at:%Y%m%d%H%M%S}{line.outcome.value}", line.target_id


def _when(line: BackupRow) -> Cell:
    return Cell(f"{line.at:%Y-%m-%d %H:%M:%S}", strong=True)


def _where(line: BackupRow) -> Cell:
    words = known(line.problem) if line.problem else None
    second = words.happened if isinstance(words, Words) else ""
    return Cell(line.label, second if "{" not in second else "")


def _moved(line: BackupRow) -> Cell:
    if line.outcome is not BackupOutcome.DONE:
        return Cell("")
    return Cell(size_words(line.new_bytes), f"새 파일 {line.new_files:,}개")


def _covered(line: BackupRow) -> Cell:
    if line.outcome is not BackupOutcome.DONE:
        return Cell("")
    return Cell("최신" if line.covered else "최신 아님")


def _outcome(line: BackupRow) -> Cell:
    return Cell(mark=Mark(label(line.outcome), _TONES[line.outcome]))
