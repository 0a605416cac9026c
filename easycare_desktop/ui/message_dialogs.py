"""The real `Messages`: house dialogs, toasts in the main window, the system's file dialogs."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from easycare_desktop.ui.messages import Question, Trouble, Undo
from easycare_desktop.ui.widgets import HouseDialog, Kit, Notice, Toasts, column, holder, row

V = TypeVar("V")
_BODY = (28, 24, 28, 18)
_ACCEPTED = QDialog.DialogCode.Accepted


class DialogMessages:
    """Speaks above the window that is active."""

    def __init__(self, kit: Kit, toasts: Toasts) -> None:
        self._kit, self._toasts = kit, toasts

    def inform(self, title: str, *lines: str) -> None:
        """Show a dialog with 닫기."""
        _run(_Inform(self._kit, self._parent(), title, lines))

    def refuse(self, trouble: Trouble) -> bool:
        """Show the three lines; return whether the way on was pressed."""
        return _run(TroubleDialog(self._kit, trouble, self._parent()))

    def confirm(self, question: Question) -> bool:
        """Show the question; return whether yes was pressed."""
        return _run(QuestionDialog(self._kit, question, self._parent()))

    def toast(self, words: str, undo: Undo | None = None) -> None:
        """Show a toast in the main window."""
        self._toasts.say(Notice(words, undo))

    def ask_text(self, title: str, label: str, value: str = "", hint: str = "") -> str | None:
        """Ask for one line."""
        dialog = _AskText(self._kit, self._parent(), title, label, value, hint)
        return dialog.text() if _run(dialog) else None

    def ask_choice(
        self, title: str, label: str, choices: Sequence[tuple[V, str]], value: V | None = None
    ) -> V | None:
        """Ask for one of several."""
        dialog = _AskChoice(self._kit, self._parent(), title, label, [w for _, w in choices])
        values = [held for held, _ in choices]
        if value in values:
            dialog.choose(values.index(value))
        number = dialog.number() if _run(dialog) else None
        return None if number is None else values[number]

    def choose_file(self, title: str, kinds: str = "") -> Path | None:
        """Open the system's dialog."""
        chosen, _ = QFileDialog.getOpenFileName(self._parent(), title, "", kinds)
        return Path(chosen) if chosen else None

    def choose_folder(self, title: str) -> Path | None:
        """Open the system's dialog."""
        chosen = QFileDialog.getExistingDirectory(self._parent(), title)
        return Path(chosen) if chosen else None

    def save_as(self, title: str, suggested: str, kinds: str = "") -> Path | None:
        """Open the system's dialog."""
        chosen, _ = QFileDialog.getSaveFileName(self._parent(), title, suggested, kinds)
        return Path(chosen) if chosen else None

    def _parent(self) -> QWidget | None:
        """Return the window in front; a dialog that was just answered is on its way out."""
        window = self._kit.appearance.app.activeWindow()
        while isinstance(window, QDialog) and not window.isVisible():
            window = window.parentWidget()
        return window


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


class _Inform(HouseDialog):
    def __init__(self, kit: Kit, parent: QWidget | None, title: str, lines: Sequence[str]) -> None:
        super().__init__(kit.appearance, title, parent)
        body = column(kit.text(title, "title", wrap=True), margins=_BODY, gap=10)
        for line in lines:
            body.addWidget(kit.text(line, "leadtext", wrap=True))
        body.addStretch(1)
        close = kit.button("닫기", "primary")
        close.clicked.connect(self.accept)
        self.assemble(holder(body), kit.foot(close), close)


class _AskText(HouseDialog):
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
        return self._edit.text().strip()

    @Slot()
    def _try(self) -> None:
        self._edit.commit()
        if self.text():
            self.accept()
        else:
            self._field.set_error("한 글자라도 적어 주세요.")


class _AskChoice(HouseDialog):
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
        self._ticks[number].setChecked(True)

    def number(self) -> int | None:
        return next((i for i, tick in enumerate(self._ticks) if tick.isChecked()), None)


def _run(dialog: QDialog) -> bool:
    accepted = dialog.exec() == _ACCEPTED
    dialog.deleteLater()
    return accepted
