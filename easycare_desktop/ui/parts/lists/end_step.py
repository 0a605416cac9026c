"""The last step: what was done, and who is no longer in the list."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.import_runs import ImportRun
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.models import Cell, Column
from easycare_desktop.ui.parts.lists.missing import Missing
from easycare_desktop.ui.parts.lists.whole_question import WholeQuestion
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.row_picker import RowPicker
from easycare_desktop.ui.widgets import Kit, card, column, frame, full_card, row
from easycare_desktop.ui.wording.labels import label

_WHO = "이번 목록에 없거나 떠났다고 적힌 분입니다. 끝난 분을 골라 주세요."


class EndStep(QWidget):
    """`undo_wanted()`; `ending_wanted(person id)` for one who left, `endings_wanted(lines)`.

    `taking_back_wanted()` for the people who were just ended together.
    """

    undo_wanted = Signal()
    ending_wanted = Signal(object)
    endings_wanted = Signal(object)
    taking_back_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._found = Missing()
        self._whole: bool | None = None
        self._of_guardians = False
        self.undo = kit.button("방금 가져온 것 되돌리기", "secondary", "undo-2")
        self.undo.setObjectName("lists.end.undo")
        self.undo.clicked.connect(self.undo_wanted)
        self.done = kit.text("", "lead", wrap=True)
        self.done.setObjectName("lists.done")
        self.note = kit.text("", wrap=True)
        told = row(column(self.done, self.note, gap=4), self.undo, margins=(20, 16, 20, 16), gap=16)
        told.setStretch(0, 1)
        self._ended = self._build_ended(kit)
        self._missing = self._build_missing(kit)
        self._nobody = card(
            kit.empty("circle-check", "이용 중인 분이 모두 목록에 있습니다.", colour="ok_text")
        )
        self._part = card(
            kit.empty(
                "circle-check",
                "일부만 적힌 파일이라 없는 분을 찾지 않았습니다.",
                "끝난 분은 기초자료에서 한 분씩 종료해 주세요.",
                colour="ok_text",
            )
        )
        self._tied = card(kit.empty("users", "수급자를 열면 보호자가 함께 보입니다."))
        self.question = WholeQuestion(kit)
        self.question.answered.connect(self._answer)
        self._pile = Pile([self._nobody, self._missing, self._part, self._tied, self.question])
        page = column(frame("card", told), self._ended, self._pile, gap=12)
        page.setStretch(2, 1)
        self.setLayout(page)
        self.show_ended("")

    def _build_ended(self, kit: Kit) -> QWidget:
        self.ended = kit.text("", "strong", wrap=True)
        self.ended.setObjectName("lists.ended")
        self.take_back = kit.button("종료 되돌리기", "secondary", "undo-2", fit="row")
        self.take_back.setObjectName("lists.end.take_back")
        self.take_back.clicked.connect(self.taking_back_wanted)
        told = row(self.ended, self.take_back, margins=(20, 10, 20, 10), gap=16)
        told.setStretch(0, 1)
        return frame("card", told)

    def _build_missing(self, kit: Kit) -> QWidget:
        self.people = RowPicker(kit, _COLUMNS, "목록에 없는 분", self)
        self.people.table.setObjectName("lists.missing")
        self.people.pick.setObjectName("lists.end.pick")
        self.people.changed.connect(self._count)
        self.end = kit.button("급여 종료·퇴사", "secondary", "user-x", fit="row")
        self.end.setObjectName("lists.end.person")
        self.end.clicked.connect(self._end)
        head = column(
            kit.text(_WHO, "strong", wrap=True),
            row(self.people.pick, self.end, None, gap=8),
            margins=(14, 12, 14, 8),
            gap=8,
        )
        return full_card(head, self.people.table, gap=0)

    def show_run(
        self, run: ImportRun | None, missing: Missing, untaken: int = 0, *, tied: bool = False
    ) -> None:
        """Say what a list did, and who is not in it; of a short one ask first if it is whole.

        `run`: nothing where nothing of the list was stored; `untaken`: rows that were not taken.
        `tied`: somebody in use has got a guardian, which is no correction of what is written.
        """
        self._whole = None if missing.doubtful else True
        self.undo.setVisible(run is not None)
        self.done.setText(_done(run, tied=tied) if run else "가져온 것이 없습니다.")
        left = f" 가져오지 않은 줄이 {untaken:,}줄 있습니다." if untaken else ""
        self.note.setText(f"{_noted(run) if run else '저장된 자료는 그대로입니다.'}{left}")
        self.show_ended("")
        # A list of guardians does not say who is still served.
        self._of_guardians = run is not None and run.kind is PersonKind.GUARDIAN
        self.show_missing(missing)

    def show_undone(self, *, left: bool) -> None:
        """Say that the list was taken back, unless something of that is `left` to do."""
        self.undo.setVisible(left)
        if not left:
            self.done.setText("가져온 것을 되돌렸습니다.")
            self.note.setText("종료한 분은 아래에서 따로 되돌릴 수 있습니다.")

    def show_missing(self, missing: Missing) -> None:
        """Show who is in use and not in the list; nobody is chosen."""
        self._found = missing
        self.question.show_missing(missing)
        lines = missing.lines if self._whole else missing.said
        self.people.show_rows(lines)
        if self._whole is None:
            self._pile.show_only(self.question)
        elif lines:
            self._pile.show_only(self._missing)
        elif self._of_guardians:
            self._pile.show_only(self._tied)
        else:
            self._pile.show_only(self._nobody if self._whole else self._part)

    @Slot(bool)
    def _answer(self, whole: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._whole = whole
        self.show_missing(self._found)

    def show_ended(self, told: str, *, undo: bool = True) -> None:
        """Say who was just ended together, and offer to take it back; nothing without words."""
        self.ended.setText(told)
        self.take_back.setVisible(undo)
        self._ended.setVisible(bool(told))

    @Slot()
    def _count(self) -> None:
        count = len(self.people.picked())
        self.end.setText(f"고른 {count:,}명 급여 종료·퇴사" if count else "급여 종료·퇴사")
        self.end.setEnabled(bool(count))

    @Slot()
    def _end(self) -> None:
        lines = self.people.picked()
        if len(lines) == 1:
            self.ending_wanted.emit(lines[0].id)
        elif lines:
            self.endings_wanted.emit(lines)


def _who(line: PersonLine) -> Cell:
    return Cell(line.name, line.person.number, strong=True)


def _born(line: PersonLine) -> Cell:
    return Cell(line.birth)


def _numbers(line: PersonLine) -> Cell:
    return Cell(line.ltc_number or line.phone)


_COLUMNS: tuple[Column[PersonLine], ...] = (
    Column("성명", _who),
    Column("생년월일", _born, width=130),
    Column("인정번호·전화", _numbers, width=180),
)


def _done(run: ImportRun, *, tied: bool) -> str:
    """Say what a list did, and nothing of what it did not."""
    what = "내용이나 보호자 연결을" if tied else "내용을"
    said = [
        f"{label(run.kind)} {count:,}명{words}"
        for count, words in (
            (run.added, "을 등록했습니다."),
            (run.changed, f"의 {what} 고쳤습니다."),
        )
        if count
    ]
    return " ".join(said)


def _noted(run: ImportRun) -> str:
    more = " 고친 칸은 그분의 「이력」에서 볼 수 있습니다." if run.changed else ""
    return f"목록 번호는 {run.number}입니다.{more}"
