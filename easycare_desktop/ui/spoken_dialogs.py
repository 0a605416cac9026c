"""The dialogs in which the program speaks: trouble, question, word, one line, one of several."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.messages import Question, Trouble
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder, row

_BODY = (28, 24, 28, 18)


class TroubleDialog(HouseDialog):
    """What happened, what is safe, what now; a number; details folded."""

    def __init__(self, kit: Kit, trouble: Trouble, parent: QWidget | None = None) -> None:
        super().__init__(kit.appearance, trouble.title, parent)
        self._kit = kit
        lines = column(gap=10)
        for icon, colour, words in (
            ("octagon-x", "danger_text", trouble.happened),
            ("shield-check", "ok_text", trouble.safe),
            ("arrow-right", "accent_text", trouble.now),
        ):
            line = row(kit.picture(icon, colour, 24), gap=14)
            line.addWidget(kit.text(words, "leadtext", wrap=True), 1)
            lines.addLayout(line)
        body = column(kit.text(trouble.title, "title", wrap=True), 6, lines, margins=_BODY, gap=10)
        if trouble.number:
            number = row(kit.text("오류 번호", "caption"), kit.key_cap(trouble.number), gap=8)
            number.addWidget(kit.text("전화로 물을 때 불러 주세요.", "caption", wrap=True), 1)
            body.addSpacing(8)
            body.addLayout(number)
        self._details = kit.text(trouble.details, "caption", wrap=True)
        self._details.hide()
        body.addWidget(self._details)
        body.addStretch(1)
        self._finish(trouble, holder(body))

    def _finish(self, trouble: Trouble, body: QWidget) -> None:
        self.fold = self._kit.button("자세히", "quiet", "chevron-down")
        self.fold.clicked.connect(self._unfold)
        self.fold.setVisible(bool(trouble.details))
        self.close_button = self._kit.button("닫기", "secondary" if trouble.way_on else "primary")
        self.close_button.clicked.connect(self.reject)
        self.way_on = self._kit.button(trouble.way_on or "닫기", "primary")
        self.way_on.clicked.connect(self.accept)
        if trouble.way_on:
            foot = self._kit.foot(self.way_on, others=[self.close_button], quiet=[self.fold])
        else:
            foot = self._kit.foot(self.close_button, quiet=[self.fold])
        self.assemble(body, foot, self.way_on if trouble.way_on else self.close_button)

    @Slot()
    def _unfold(self) -> None:
        opened = self._details.isHidden()
        self._details.setVisible(opened)
        self.fold.set_icon("chevron-up" if opened else "chevron-down")
        self.fit()


class QuestionDialog(HouseDialog):
    """A question with a verb on its button; 취소 first where it is dangerous."""

    def __init__(self, kit: Kit, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(kit.appearance, question.title, parent)
        body = column(kit.text(question.title, "title", wrap=True), margins=_BODY, gap=10)
        for line in question.lines:
            body.addWidget(kit.text(line, "leadtext", wrap=True))
        body.addStretch(1)
        self.no = kit.button(question.no)
        self.yes = kit.button(question.yes, "danger" if question.danger else "primary")
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        first = self.no if question.danger else self.yes
        self.assemble(holder(body), kit.foot(self.yes, others=[self.no]), first)


class Inform(HouseDialog):
    """Something to know, and 닫기."""

    def __init__(self, kit: Kit, parent: QWidget | None, title: str, lines: Sequence[str]) -> None:
        super().__init__(kit.appearance, title, parent)
        body = column(kit.text(title, "title", wrap=True), margins=_BODY, gap=10)
        for line in lines:
            body.addWidget(kit.text(line, "leadtext", wrap=True))
        body.addStretch(1)
        close = kit.button("닫기", "primary")
        close.clicked.connect(self.accept)
        self.assemble(holder(body), kit.foot(close), close)


class AskText(HouseDialog):
    """Asks for one line."""

    def __init__(
        self, kit: Kit, parent: QWidget | None, title: str, label: str, value: str, hint: str
    ) -> None:
        super().__init__(kit.appearance, title, parent)
        self._edit = kit.line_edit(value, submits=True)
        self._edit.submitted.connect(self._try)
        self._field = kit.field(label, self._edit, hint, required=True)
        heading = kit.text(title, "title", wrap=True)
        body = holder(column(heading, self._field, None, margins=_BODY, gap=12))
        give_up, go_on = kit.button("취소"), kit.button("적어 넣기", "primary")
        give_up.clicked.connect(self.reject)
        go_on.clicked.connect(self._try)
        self.assemble(body, kit.foot(go_on, others=[give_up]), self._edit)

    def text(self) -> str:
        """Return what was typed, without blanks around it."""
        return self._edit.text().strip()

    @Slot()
    def _try(self) -> None:
        self._edit.commit()
        if self.text():
            self.accept()
        else:
            self._field.set_error("한 글자라도 적어 주세요.")


class AskChoice(HouseDialog):
    """Asks for one of several."""

    def __init__(
        self, kit: Kit, parent: QWidget | None, title: str, label: str, words: Sequence[str]
    ) -> None:
        super().__init__(kit.appearance, title, parent)
        self._ticks = [kit.radio(word, checked=i == 0) for i, word in enumerate(words)]
        body = column(kit.text(title, "title", wrap=True), margins=_BODY, gap=4)
        body.addWidget(kit.text(label, wrap=True))
        body.addSpacing(8)
        for tick in self._ticks:
            body.addWidget(tick)
        body.addStretch(1)
        give_up, go_on = kit.button("취소"), kit.button("고르기", "primary")
        give_up.clicked.connect(self.reject)
        go_on.clicked.connect(self.accept)
        self.assemble(holder(body), kit.foot(go_on, others=[give_up]), self._ticks[0])

    def choose(self, number: int) -> None:
        """Tick the one with this number, from 0."""
        self._ticks[number].setChecked(True)

    def number(self) -> int | None:
        """Return the number of the ticked one."""
        return next((i for i, tick in enumerate(self._ticks) if tick.isChecked()), None)
