"""임시 보관함: what was half typed, to go on with or to throw away."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.drafts import DraftLine, DraftService, DraftTakenError
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.parts.shared.day_words import short_day
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell, tell_error
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder
from easycare_desktop.ui.wording.drafts import about_words, draft_words
from easycare_desktop.ui.wording.refusals import words_for

_TITLE = "임시 보관함"
_TOLD = "적다 만 것은 저절로 보관됩니다. 저장하면 여기서 사라집니다."
_LEFT = "쓰지 않는 계정의 것은 내용을 볼 수 없고, 버릴 수만 있습니다."
_GONE = "지운 것은 되찾을 수 없습니다. 필요한 것은 다시 적고, 여기서는 버려 주세요."
_NONE = ("임시 보관한 것이 없습니다.", "적다 만 것이 생기면 여기에 모입니다.")
_ENDED = Question(
    "종료한 분에 대해 적던 것입니다",
    ("이제 저장할 수 없습니다.", "적은 것은 그대로 있습니다.", "살펴본 뒤에 버려 주세요."),
    "열어 보기",
)
_ROWS = 4


class DraftsDialog(HouseDialog):
    """`resumed(DraftLine)`: go on with it."""

    resumed = Signal(object)

    def __init__(
        self,
        drafts: DraftService,
        kit: Kit,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, _TITLE, parent, width=760)
        self.setObjectName("drafts")
        self._drafts, self._messages, self._background = drafts, messages, background
        self.model: RowModel[DraftLine] = RowModel(_columns(), _id, self)
        self._build(kit)
        self.table.chosen.connect(self._show_choice)
        self.table.opened.connect(self._resume_line)
        self.resume.clicked.connect(self._resume)
        self.drop.clicked.connect(self._drop)
        self.leave.clicked.connect(self.reject)
        self._background.run(self._read, self._show, self._failed)

    def _build(self, kit: Kit) -> None:
        self.table = kit.table(self.model, _TITLE, rows_shown=_ROWS)
        self.table.setObjectName("drafts.table")
        self.none = kit.empty("inbox", *_NONE)
        self.none.setMinimumHeight(self.table.sizeHint().height())
        self._pile = Pile([self.table, self.none])
        self.leave = kit.button("닫기", key="Esc")
        self.leave.setObjectName("drafts.close")
        self.drop = kit.button("버리기", "secondary", "trash-2")
        self.drop.setObjectName("drafts.drop")
        self.resume = kit.button("이어서 쓰기", "primary", "pencil", key="F4")
        self.resume.setObjectName("drafts.resume")
        self.left = kit.text(_LEFT, "caption", wrap=True)
        self.left.hide()
        self.emptied = kit.text(_GONE, "caption", wrap=True)
        self.emptied.hide()
        head = (kit.text(_TITLE, "title"), kit.text(_TOLD, wrap=True))
        parts = (*head, self._pile, self.left, self.emptied)
        body = holder(column(*parts, margins=(28, 24, 28, 18), gap=12))
        foot = kit.foot(self.resume, others=[self.drop], quiet=[self.leave])
        self._show_choice()
        self.assemble(body, foot, self.table)

    def _read(self) -> list[DraftLine]:
        return [*self._drafts.all(), *self._drafts.left_behind()]

    def _show(self, lines: list[DraftLine]) -> None:
        self.model.show(lines)
        self.left.setVisible(any(each.account_id for each in lines))
        self.emptied.setVisible(any(each.emptied for each in lines))
        self.fit()
        self._pile.show_only(self.table if lines else self.none)
        if lines and self.table.current_row() is None:
            self.table.choose_first()
        self._show_choice()

    @Slot()
    def _show_choice(self) -> None:
        line = self.table.current_row()
        self.resume.setEnabled(line is not None and not line.account_id and not line.emptied)
        self.drop.setEnabled(line is not None)

    @Slot()
    def _resume(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self._resume_line(line)

    @Slot(object)
    def _resume_line(self, line: DraftLine) -> None:
        if line.account_id or line.emptied:
            return
        if line.ended and not self._messages.confirm(_ENDED):
            return
        try:
            found = self._drafts.take_over(line)
        except DraftTakenError as taken:
            words = words_for(taken)
            title, lines = words.happened.rstrip("."), (words.safe, words.todo)
            if not self._messages.confirm(Question(title, lines, "그것 열기")):
                return
            found = replace(line, subject=taken.subject, merged=False)
        except Refusal as refusal:
            tell(self._messages, "이어서 쓰지 못했습니다", refusal)
            return
        self.accept()
        self.resumed.emit(found)

    @Slot()
    def _drop(self) -> None:
        line = self.table.current_row()
        if line is None:
            return
        if line.emptied:
            self._background.run(partial(self._drop_and_read, line), self._show, self._failed)
            return
        what = f"{draft_words(line)} · {about_words(line)}"
        lines = (what, "이미 저장한 자료는 그대로 있습니다.", "버린 것은 되찾을 수 없습니다.")
        if self._messages.confirm(Question("임시 보관을 버릴까요?", lines, "버리기", danger=True)):
            work = partial(self._drop_and_read, line)
            self._background.run(work, self._dropped, self._failed)

    def _drop_and_read(self, line: DraftLine) -> list[DraftLine]:
        if line.account_id:
            self._drafts.drop_left(line)
        else:
            self._drafts.drop(line.window, line.subject)
        return self._read()

    def _dropped(self, lines: list[DraftLine]) -> None:
        self._show(lines)
        self._messages.toast("임시 보관을 버렸습니다.")

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "임시 보관함에서 하지 못했습니다", error)


def _id(line: DraftLine) -> tuple[int, str, int]:
    return line.account_id, line.window, line.subject


def _columns() -> tuple[Column[DraftLine], ...]:
    return (
        Column("하던 일", _what),
        Column("적은 칸", _typed, width=100),
        Column("마지막으로 적은 때", _when, width=220),
    )


def _what(line: DraftLine) -> Cell:
    return Cell(draft_words(line), about_words(line), strong=True)


def _typed(line: DraftLine) -> Cell:
    return Cell("지워짐" if line.emptied else f"{line.typed}칸")


def _when(line: DraftLine) -> Cell:
    return Cell(f"{short_day(line.kept_at.date())} {line.kept_at:%H:%M}")
