"""The list of 오늘: three groups of lines, each line with its one button."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from easycare_desktop.domain.calendar import Calendar
from easycare_desktop.services.today import Task, TodayView
from easycare_desktop.ui.parts.shared.day_words import days_left, short_day
from easycare_desktop.ui.widgets import Button, Kit, TaskRow, group_head, holder, row
from easycare_desktop.ui.widgets.labels import Tone
from easycare_desktop.ui.wording.tasks import concerned, task_words

_FIRST = 20
_MORE = 50


class _Line(QWidget):
    """One line that knows its task."""

    pressed = Signal(object)

    def __init__(self, kit: Kit, calendar: Calendar, task: Task, view: TodayView) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.task = task
        words = task_words(task.kind)
        chip, tone = days_left(calendar, view.today, task.due_on)
        self.row: TaskRow = kit.task_row(
            chip, tone, words.what, concerned(task), short_day(task.due_on), words.action
        )
        self.row.button.setObjectName(f"today.{task.kind.value}.{task.subject}")
        self.row.button.clicked.connect(self._press)
        self.setLayout(row(self.row, gap=0))

    @Slot()
    def _press(self) -> None:
        self.pressed.emit(self.task)


class _Group(QWidget):
    """A strip with its count and the first lines; the rest comes with a press."""

    pressed = Signal(object)

    def __init__(
        self,
        kit: Kit,
        calendar: Calendar,
        title: tuple[str, Tone],
        tasks: Sequence[Task],
        view: TodayView,
        *,
        first: bool,
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit, self._calendar, self._view = kit, calendar, view
        self._tasks = tuple(tasks)
        self.lines: list[_Line] = []
        self._more: Button = kit.button("", "quiet", fit="row", name="나머지 보기")
        self._more.clicked.connect(self._show_more)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        words, tone = title
        self._box.addWidget(group_head(words, f"{len(tasks)}건", tone, first=first))
        self._foot = holder(row(self._more, None, margins=(8, 0, 12, 0)))
        self._box.addWidget(self._foot)
        self._add(_FIRST)

    @Slot()
    def _show_more(self) -> None:
        first = len(self.lines)
        self._add(_MORE)
        self.lines[first].row.button.setFocus()

    def _add(self, count: int) -> None:
        shown = len(self.lines)
        for task in self._tasks[shown : shown + count]:
            line = _Line(self._kit, self._calendar, task, self._view)
            line.pressed.connect(self.pressed)
            self.lines.append(line)
            self._box.insertWidget(self._box.count() - 1, line)
        left = len(self._tasks) - len(self.lines)
        self._more.say(f"나머지 {left}건 보기")
        self._foot.setVisible(left > 0)


class TaskList(QFrame):
    """`task_chosen(Task)` when the button of a line is pressed."""

    task_chosen = Signal(object)

    def __init__(self, kit: Kit, calendar: Calendar) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setObjectName("today.list")
        self.setAccessibleName("오늘 할 일")
        self._kit, self._calendar = kit, calendar
        self._groups: list[_Group] = []
        self._empty = kit.empty(
            "circle-check",
            "기한이 다가온 일이 없습니다.",
            "접수, 동의, 보유기간에 할 일이 생기면 여기에 나타납니다.",
            colour="ok_text",
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(1, 1, 1, 8)
        self._box.setSpacing(0)
        self._box.addWidget(self._empty)
        self._box.addStretch(1)
        self._empty.hide()

    @property
    def lines(self) -> list[_Line]:
        """The lines that are shown, from above."""
        return [line for group in self._groups for line in group.lines]

    def show_view(self, view: TodayView) -> None:
        """Show these tasks; the focus stays on the same task where it still is."""
        focused = next((line.task for line in self.lines if line.row.button.hasFocus()), None)
        self._clear()
        groups: tuple[tuple[tuple[str, Tone], Sequence[Task]], ...] = (
            (("기한 지남", "danger"), view.overdue),
            (("오늘", "warn"), view.due_today),
            (("이번 주", ""), view.this_week),
        )
        for title, tasks in groups:
            if tasks:
                self._add_group(title, tasks, view)
        self._empty.setVisible(not self._groups)
        self._focus(focused)

    def _add_group(self, title: tuple[str, Tone], tasks: Sequence[Task], view: TodayView) -> None:
        first = not self._groups
        group = _Group(self._kit, self._calendar, title, tasks, view, first=first)
        group.pressed.connect(self.task_chosen)
        self._box.insertWidget(len(self._groups), group)
        self._groups.append(group)

    def _clear(self) -> None:
        for group in self._groups:
            group.setParent(None)
            group.deleteLater()
        self._groups = []

    def _focus(self, task: Task | None) -> None:
        if task is None:
            return
        same = (
            line
            for line in self.lines
            if (line.task.kind, line.task.subject) == (task.kind, task.subject)
        )
        line = next(same, next(iter(self.lines), None))
        if line is not None:
            line.row.button.setFocus()
