"""파기확인서 확인: is this paper as the office made it? No office is opened for it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.services.handed_in import HandedIn, PersonSaid, check
from easycare_desktop.ui.background import Background, CancelledError, Job, Reporter
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.verify.files_box import FilesBox
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder

if TYPE_CHECKING:
    from easycare_desktop.services.verification import Verification
    from easycare_desktop.ui.parts.verify.answer_view import AnswerView

_TITLE = "파기확인서 확인"
_WHAT = "파기확인서 파일이나 종이를 찍은 그림을 이 창에 끌어다 놓으세요."
_PERSON_NOTE = "드린 확인서의 「대조용 난수」까지 적으면 그분 것이 맞는지 봅니다."
_AFTER_PICTURE = 40
_CHECKING = "확인하고 있습니다. 처음에는 몇 초 걸립니다."
_FAILED = "확인하지 못했습니다"


class VerifyDialog(HouseDialog):
    """`known`: certificates (DER) of the open office; none at the login window."""

    def __init__(
        self,
        kit: Kit,
        messages: Messages,
        background: Background,
        known: tuple[bytes, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, _TITLE, parent, width=760)
        self.setObjectName("verify")
        self.setAcceptDrops(True)
        self._kit, self._messages, self._background = kit, messages, background
        self._job: Job | None = None
        self._brought: tuple[Path, ...] = ()
        self.files = FilesBox(kit, messages, known)
        self._build(kit)

    @cached_property
    def answer(self) -> "AnswerView":
        """Where the answer stands; the first check loads what it is made of."""
        from easycare_desktop.ui.parts.verify.answer_view import AnswerView  # noqa: PLC0415

        view = AnswerView(self._kit)
        self._place.addWidget(view)
        return view

    def take(self, paths: Iterable[Path]) -> None:
        """Take files as if they had been dropped."""
        self.files.take(paths)

    def bring(self, paths: Iterable[Path]) -> None:
        """Take files as soon as the window stands: what looks at them loads slowly."""
        self._brought = tuple(paths)

    @Slot()
    def _take_brought(self) -> None:
        brought, self._brought = self._brought, ()
        if brought:
            self.take(brought)

    def _build(self, kit: Kit) -> None:
        self.name = kit.text_field("성명")
        self.number = kit.text_field("관리번호", example="P-00128", typing="latin")
        self.salt = kit.text_field("대조용 난수", "", "영문과 숫자 32자", typing="latin")
        for field, code in ((self.name, "name"), (self.number, "number"), (self.salt, "salt")):
            field.control.setObjectName(f"verify.{code}")
        self.compare = kit.button("이 사람 것인지 대조하기", "secondary", "user-check", fit="row")
        self.compare.setObjectName("verify.compare")
        self.compare.clicked.connect(self._compare)
        form = kit.form(3)
        form.add(self.name, self.number, self.salt)
        note = kit.text(_PERSON_NOTE, "caption", wrap=True)
        self.person = holder(column(note, form, self.compare, gap=8))
        self.person.hide()
        self.progress = kit.progress(_CHECKING)
        self.progress.setObjectName("verify.progress")
        self.progress.hide()
        self._place = column(gap=0)
        self.leave = kit.button("닫기", key="Esc")
        self.leave.setObjectName("verify.leave")
        self.leave.clicked.connect(self.reject)
        self.files.changed.connect(self._check)
        body = column(
            kit.text(_TITLE, "title"),
            kit.text(_WHAT, wrap=True),
            self.files,
            self.progress,
            self._place,
            self.person,
            None,
            margins=(28, 24, 28, 18),
            gap=12,
        )
        first = next(iter(self.files.lines.values())).choose
        self.assemble(holder(body), kit.foot(self.leave), first)

    @Slot(object)
    def _check(self, handed: HandedIn) -> None:
        if not (handed.paper or handed.ledger):
            return
        if self._job is not None:
            self._job.cancel()
        self._show_alone(self.progress)
        work = partial(_look, handed)
        self._job = self._background.run_steps(work, self._show_answer, self._tell, self._failed)

    def _show_alone(self, part: QWidget) -> None:
        """Show what is going on, or what was found: never an old answer beside a new question."""
        shown = self.__dict__.get("answer")
        for each in (self.progress, shown):
            if each is not None:
                each.setVisible(each is part)
        self.fit()

    def _tell(self, done: int, total: int) -> None:
        self.progress.say(_CHECKING, done, total)

    @Slot()
    def _compare(self) -> None:
        said = [each.control.text().strip() for each in (self.name, self.number, self.salt)]
        for field, words in zip((self.name, self.number, self.salt), said, strict=True):
            field.set_error("" if words else "적어 주세요.")
        if all(said):
            self._check(replace(self.files.handed, person=PersonSaid(*said)))

    def _show_answer(self, found: "Verification") -> None:
        self.answer.show_answer(found)
        self.person.setVisible(found.facts is not None and found.facts.is_tied)
        self._show_alone(self.answer)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, CancelledError):
            return  # other files came meanwhile
        self.progress.hide()
        tell_error(self._messages, _FAILED, error)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(_AFTER_PICTURE, self._take_brought)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.files.accept_drag(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.files.accept_drop(event)


def _look(handed: HandedIn, reporter: Reporter) -> "Verification":
    return check(handed, reporter.step)
