"""새로 등록 and 고치기: one form, built from the catalogue; nothing typed is lost."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from easycare_desktop.domain.holdings import HoldingChangedMeanwhileError
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.corrections import Typed
from easycare_desktop.services.people_writing import Values, ValuesRefusedError
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.people.form_body import FormBody
from easycare_desktop.ui.parts.people.form_task import FormTask
from easycare_desktop.ui.parts.people.form_top import FormTop
from easycare_desktop.ui.parts.people.reason_card import ReasonCard
from easycare_desktop.ui.parts.people.tying import tie_guardian
from easycare_desktop.ui.parts.people.undoing import UndoStep
from easycare_desktop.ui.parts.shared.drafts import DROPPING, DraftKeeper
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, column, holder
from easycare_desktop.ui.widgets.keyboard import reveal

_NOTE = "칸을 다 채우지 않아도 임시 보관됩니다."


class PersonForm(QWidget):
    """`saved(person id)`; `left()` goes back; `person_wanted(id)` shows somebody else.

    `undo_wanted()`: what was just written down anew shall go again.
    """

    undo_wanted = Signal()
    saved = Signal(object)
    left = Signal()
    person_wanted = Signal(object)

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._people, self._corrections = services.people, services.corrections
        self._messages = messages
        self._clock = services.office.clock
        self.task = FormTask(services.people.kinds()[0])
        self.top = FormTop(kit, services, background)
        self.body = FormBody(kit, services.people.read, services.office.today)
        self.reason = ReasonCard(kit)
        self._keeper = DraftKeeper(services.drafts, "person_form", self._half_typed)
        self._build(kit)
        self._listen()

    def _build(self, kit: Kit) -> None:
        parts = (self.top, self.body, None)
        inside = column(*parts, margins=(24, 2, 24, 16), gap=12)
        self._scroll = kit.scroll(holder(inside))
        self.save_button = kit.button("저장하기", "primary", "save", key="F4")
        self.save_button.setObjectName("people.save")
        self.back = kit.button("그만두기", "quiet", "arrow-left", key="Esc")
        self.back.setObjectName("people.back")
        self.again = kit.button("처음부터 다시")
        self.again.setObjectName("people.again")
        self.foot = kit.foot(self.save_button, others=[self.again], quiet=[self.back])
        page = column(self._scroll, self.reason, self.foot, gap=0)
        page.setStretch(0, 1)
        self.setLayout(page)

    def _listen(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.back.clicked.connect(self.leave)
        self.again.clicked.connect(self._start_again)
        self.top.kind_chosen.connect(self._choose_kind)
        self.body.edited.connect(self._keeper.touch)
        self.body.left.connect(self._look_closer)
        self.reason.edited.connect(self._keeper.touch)
        self.reason.edited.connect(self._say_usual)
        self.reason.submitted.connect(self.save)
        self._keeper.kept.connect(self._tell_kept)
        self.top.twins.person_wanted.connect(self.person_wanted)
        self.top.twins.link_wanted.connect(self._link)

    def begin(self, task: FormTask) -> None:
        """Begin with a task; half-typed work comes back."""
        kept = self._keeper.begin(task.subject)
        kind = kept.get("kind", "")
        if task.card is None and task.recipient is None and kind:
            task = FormTask(PersonKind(kind))
        with QSignalBlocker(self.body):
            self._show(task)
            self.body.fill(kept)
            self.top.banners.begin(kept=bool(kept), emptied=self._keeper.emptied)
            if self.body.behind(task):
                self.top.banners.show_overtaken(self.body.catch_up(task))
        self.reason.begin(kept)
        self.again.setVisible(bool(kept))

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        identity = self.body.sections.get("identity")
        if identity is not None and "name" in identity.edits:
            identity.edits["name"].field.control.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def leave(self) -> None:
        """Go back; what is typed stays kept."""
        self._keeper.end()
        self.left.emit()

    @Slot()
    def save(self) -> None:
        """Check everything, then store it, or say under the fields what is wrong."""
        values = self.body.changed()
        if self.task.card is None:
            values.setdefault("identity", {})
        elif not values:
            self.leave()
            return
        try:
            clean = self._people.check(self.task.kind, values)
        except ValuesRefusedError as refused:
            self._show_errors(refused.errors)
            return
        if self.task.card is None:
            self._register(clean)
        elif self._reasoned(clean):
            self._correct(self.task.card.person.id, clean)

    def _show(self, task: FormTask) -> None:
        self.task = task
        self.top.show_task(task)
        self.body.show_task(task, self._people.groups_for(task.kind))
        self.foot.say(_NOTE)
        self._scroll.verticalScrollBar().setValue(0)

    def _half_typed(self) -> Mapping[str, str]:
        kind = {} if self.task.card else {"kind": self.task.kind.value}
        return self.body.half_typed() | kind | self.reason.half_typed()

    def _show_errors(self, errors: Mapping[tuple[str, str], InputRefusal]) -> None:
        first = self.body.complain(errors)
        self.foot.say(f"고칠 칸이 {len(errors)}곳 있습니다.")
        if first is not None:
            first.field.control.setFocus(Qt.FocusReason.TabFocusReason)
            reveal(first.field)

    def _reasoned(self, clean: Values) -> bool:
        if not self.body.overwrites(clean) or self.reason.why().reason:
            return True
        self.foot.say("고치는 사유를 적어 주세요.")
        self.reason.ask()
        return False

    def _register(self, clean: Values) -> None:
        try:
            recipient = self.task.recipient.id if self.task.recipient else None
            person = self._people.register(self.task.kind, clean, guardian_of=recipient)
        except Refusal as refusal:
            tell(self._messages, "등록하지 못했습니다", refusal)
            return
        self._keeper.drop()
        self._messages.toast(
            f"{clean['identity'].get('name', '')} 님을 등록했습니다", self.undo_wanted.emit
        )
        self.saved.emit(person.id)

    def _correct(self, person_id: int, clean: Values) -> None:
        sections = self.body.sections
        typed = {group: Typed(fields, sections[group].version) for group, fields in clean.items()}
        try:
            saved = self._corrections.save(person_id, typed, self.reason.why())
        except HoldingChangedMeanwhileError:
            self._show_conflict(person_id)
            return
        except Refusal as refusal:
            tell(self._messages, "저장하지 못했습니다", refusal)
            return
        self._keeper.drop()
        undo: Callable[[], None] | None = None
        if saved.begun:
            undo = self.undo_wanted.emit
        elif saved.step:
            done = self.saved.emit
            undo = UndoStep(self._corrections, self._messages, person_id, saved.step, done)
        self._messages.toast("고친 내용을 저장했습니다", undo)
        self.saved.emit(person_id)

    def _show_conflict(self, person_id: int) -> None:
        self.task = FormTask(self.task.kind, self._people.open(person_id))
        with QSignalBlocker(self.body):
            self.top.banners.show_conflict(self.body.catch_up(self.task))
        self.foot.say("다른 분이 고친 값을 보고 정해 주세요.")
        self._scroll.verticalScrollBar().setValue(0)

    @Slot(object)
    def _choose_kind(self, kind: PersonKind) -> None:
        typed = self.body.half_typed()
        self._show(FormTask(kind))
        self.body.fill(typed)
        self._keeper.touch()

    @Slot()
    def _start_again(self) -> None:
        if self._messages.confirm(DROPPING):
            self._keeper.drop()
            self.begin(self.task)
            self.focus_first()

    @Slot()
    def _say_usual(self) -> None:
        self.foot.say(_NOTE)

    @Slot()
    def _tell_kept(self) -> None:
        self.foot.say(f"임시 보관 {self._clock.now():%H:%M}")

    @Slot()
    def _look_closer(self) -> None:
        """Tell of somebody who is here already, and of what is not usual.

        A field is left, too, when the window goes, and others may be gone by then.
        """
        if not (isValid(self) and self.isVisible()):
            return
        self.body.say_unusual(self._people.unusual)
        self.body.compare_births()
        self.top.twins.look(self.task, self.body.sections)

    @Slot(object)
    def _link(self, guardian_id: int) -> None:
        recipient = self.task.recipient
        if recipient is None or not tie_guardian(
            self._people, self._messages, recipient.id, guardian_id
        ):
            return
        self._keeper.drop()
        self.saved.emit(recipient.id)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.flush()
