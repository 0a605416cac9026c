"""파기관리대장: every destruction, by number; its chain is walked each time it is shown."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.ledger import LedgerCheck, LedgerLine, LedgerSeen
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.destruction.words import TONES
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, card, column, full_card, holder
from easycare_desktop.ui.wording.labels import CHECK_BROKEN, item_words, label

_HASH = 5
_ENTRIES = "파기의 시작과 완료처럼 서명해 적은 일마다 하나씩이며, 대장 번호와는 따로 셉니다."


class LedgerPage(QWidget):
    """A table of numbers, no names.

    `paper_wanted("destruction_ledger", 0)`, `export_wanted("destruction_ledger")`,
    `file_wanted` (ledger.jsonl), `verify_wanted`, `open_plan(plan id)` on Enter or a double click.
    """

    paper_wanted = Signal(str, object)
    export_wanted = Signal(str)
    file_wanted = Signal()
    verify_wanted = Signal()
    open_plan = Signal(object)

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self._services, self._messages = services, messages
        self._background = background
        self._names: Mapping[int, str] = {}
        self._model: RowModel[LedgerLine] = RowModel(self._columns(), lambda each: each.sequence)
        self.table = kit.table(self._model, "파기관리대장")
        self.table.setObjectName("ledger.list")
        self._kit = kit
        self._build(kit)
        kit.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Leave the value of the chain to paper and file where the text is large."""
        self.table.show_column(_HASH, shown=self._kit.theme.roomy)

    def _build(self, kit: Kit) -> None:
        self.export = kit.button("엑셀로 내보내기", icon="table", writes=True)
        self.print_button = kit.button("대장 인쇄", icon="printer", key="F7")
        self.export.setObjectName("ledger.export")
        self.print_button.setObjectName("ledger.print")
        self.verify = kit.button("확인서 확인", icon="badge-check")
        self.file = kit.button("대장 파일 저장", icon="download", fit="row")
        self.verify.setObjectName("ledger.verify")
        self.file.setObjectName("ledger.file")
        self.head = kit.page_head("파기관리대장", "", self.verify, self.export, self.print_button)
        self.chain = kit.banner("info", "대장을 확인하고 있습니다.", "", action=self.file)
        self.chain.setObjectName("ledger.chain")
        empty = kit.empty(
            "book-open", "아직 파기한 것이 없습니다.", "파기를 마치면 한 줄씩 적힙니다."
        )
        self._full, self._none = (
            full_card(self.table, kit.cut_words(self.table), gap=0),
            card(empty),
        )
        self._pile = Pile([self._full, self._none])
        body = column(self.chain, self._pile, margins=(24, 0, 24, 14), gap=10)
        body.setStretch(1, 1)
        page = column(holder(column(self.head, margins=(24, 14, 24, 10))), holder(body), gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self.export.clicked.connect(self._export)
        self.verify.clicked.connect(self.verify_wanted)
        self.file.clicked.connect(self.file_wanted)
        self.print_button.clicked.connect(self._print)
        self.table.opened.connect(self._open)

    @Slot()
    def refresh(self) -> None:
        """Read the ledger again and walk its chain."""
        self._background.run(self._services.ledger.see, self._show, self._failed)

    def _show(self, seen: LedgerSeen) -> None:
        self._names = seen.names
        self._model.show(seen.lines[::-1])
        self._pile.show_only(self._full if seen.lines else self._none)
        self.head.say("파기관리대장", f"{len(seen.lines):,}줄")
        self._show_chain(seen.check)

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "대장을 열지 못했습니다", error)

    def _show_chain(self, check: LedgerCheck) -> None:
        if check.first_broken is not None:
            self.chain.say(
                "danger",
                f"대장 기록 {check.first_broken}번부터 맞지 않습니다.",
                "누가 고쳤거나 잘랐을 수 있습니다. 책임자에게 알려 주세요.",
            )
        else:
            head = f" 마지막 확인값 {check.head[:12]}" if check.head else ""
            self.chain.say(
                "ok", f"서명한 기록 {check.entries}개가 차례대로 이어져 있습니다.{head}", _ENTRIES
            )

    @Slot()
    def _print(self) -> None:
        self.paper_wanted.emit("destruction_ledger", 0)

    @Slot()
    def _export(self) -> None:
        self.export_wanted.emit("destruction_ledger")

    @Slot(object)
    def _open(self, line: LedgerLine) -> None:
        self.open_plan.emit(line.plan_id)

    def _columns(self) -> tuple[Column[LedgerLine], ...]:
        return (
            Column("파기번호", self._number, lambda each: each.sequence, 122),
            Column("누구", self._who, lambda each: each.person_number, 104),
            Column("무엇을", self._what),
            Column("파기한 날 · 사유", self._when, lambda each: each.destroyed_on, 146),
            Column("수행 · 승인", self._hands, width=112),
            Column("확인값", self._hash, width=148),
            Column("상태", self._state, width=110),
        )

    def _number(self, line: LedgerLine) -> Cell:
        return Cell(line.number, f"대장 번호 {line.sequence}", strong=True)

    def _who(self, line: LedgerLine) -> Cell:
        return Cell(line.person_number, label(line.person_kind))

    def _what(self, line: LedgerLine) -> Cell:
        catalogue = self._services.office.catalogue
        gone = [(catalogue.group(each.group, line.person_kind), each.fields) for each in line.gone]
        gone.sort(key=lambda each: each[0].order)
        labels = [item_words(group, fields) for group, fields in gone]
        kept = f" · 분리보관 {line.separated}가지" if line.separated else ""
        return Cell(", ".join(dict.fromkeys(labels)), f"열쇠 {line.keys}개{kept}")

    def _when(self, line: LedgerLine) -> Cell:
        return Cell(f"{line.destroyed_on:%Y-%m-%d}", label(line.cause))

    def _hands(self, line: LedgerLine) -> Cell:
        approved = self._names.get(line.approved_by or 0, "")
        return Cell(self._names.get(line.handled_by, ""), f"승인 {approved}" if approved else "")

    def _hash(self, line: LedgerLine) -> Cell:
        return Cell(line.entry_hash[:12])

    def _state(self, line: LedgerLine) -> Cell:
        if line.broken:
            return Cell(mark=Mark(CHECK_BROKEN, "danger"))
        return Cell(mark=Mark(label(line.state), TONES[line.state]))
