"""새 사무실 만들기: the first run, in six steps. Nothing is made before the last press."""

from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.first_run import Setup
from easycare_desktop.services.people_writing import ValuesRefusedError
from easycare_desktop.system.refusals import OfficeCodeTakenError
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.preview.printing import Printing
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.shared.window_room import room_for
from easycare_desktop.ui.parts.wizard.head import WizardHead
from easycare_desktop.ui.parts.wizard.office_step import OfficeStep
from easycare_desktop.ui.parts.wizard.officer_step import OfficerStep
from easycare_desktop.ui.parts.wizard.people_step import PeopleStep
from easycare_desktop.ui.parts.wizard.place_step import PlaceStep
from easycare_desktop.ui.parts.wizard.questions import GIVE_UP
from easycare_desktop.ui.parts.wizard.sheet_step import SheetStep
from easycare_desktop.ui.parts.wizard.start_step import StartStep, create
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.parts.wizard.tools import Founding
from easycare_desktop.ui.widgets import FocusRing, Kit, column, holder
from easycare_desktop.ui.widgets.text_size_keys import TextSizeKeys
from easycare_desktop.ui.wording.refusals import words_for

_SIZE = QSize(1120, 690)
_FAILED = "사무실을 만들지 못했습니다"
_LAST = "사무실 만들기"


class WizardWindow(QWidget):
    """`created(office)`; then `practice_wanted` where a practice office shall be made too.

    `closed` gives up: nothing was made. While the office is being made the window stays.
    """

    created = Signal(object)
    practice_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        services: Founding,
        kit: Kit,
        messages: Messages,
        background: Background,
        printing: Printing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        kit.appearance.dress(self)
        self._services, self._kit = services, kit
        self._messages, self._background = messages, background
        self.office = OfficeStep(services, kit)
        self.people = PeopleStep(kit)
        self.officer = OfficerStep(services, kit)
        self.sheet = SheetStep(services, self.office.profile, kit, messages, background, printing)
        self.place = PlaceStep(services.place_warnings, kit, messages, background)
        self.start = StartStep(kit)
        about_us = (self.office, self.people, self.officer)
        self._line: tuple[Step, ...] = (*about_us, self.sheet, self.place, self.start)
        self._now, self._busy, self._ended = 0, False, False
        self._build(kit)
        self._go(0)

    @property
    def now(self) -> Step:
        """The step that is shown."""
        return self._line[self._now]

    def _build(self, kit: Kit) -> None:
        self.setWindowTitle("새 사무실 만들기 - 이지케어 데스크톱")
        self.setProperty("part", "page")
        self.head = WizardHead(self._line, kit)
        self._pile = Pile(self._line, grow=False)
        self.sheet.shown_changed.connect(self._name_buttons)
        self.leave = kit.button("그만두기", "quiet", "x")
        self.back = kit.button("뒤로", "secondary", "arrow-left")
        self.next = kit.button("다음", "primary")
        for name in ("leave", "back", "next"):
            getattr(self, name).setObjectName(f"wizard.{name}")
        self.leave.clicked.connect(self.close)
        self.back.clicked.connect(self._back)
        self.next.clicked.connect(self._on)
        body = holder(column(self._pile, None, margins=(32, 8, 32, 16)))
        self.foot = kit.foot(self.next, others=[self.back], quiet=[self.leave])
        box = column(self.head, gap=0)
        box.addWidget(kit.scroll(body), 1)
        box.addWidget(self.foot)
        self.setLayout(box)
        self.ring = FocusRing(kit.appearance, self)
        TextSizeKeys(kit.appearance, self)
        kit.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.resize(room_for(_SIZE, self._kit.theme.scale))

    @Slot()
    def _name_buttons(self) -> None:
        self.head.go(self._now)
        last = self.now is self.start
        reading = self.now is self.sheet and not self.sheet.typing_back
        words = _LAST if last else "적어 두었습니다" if reading else "다음"
        self.next.say(words)
        self.back.setEnabled(self._now > 0)
        self.foot.say("" if last else "아직 아무것도 만들지 않았습니다.")

    def _go(self, number: int) -> None:
        self._now = number
        step = self._line[number]
        self._pile.show_only(step)
        if step is self.officer:
            self.officer.know(self.office.code, self.office.profile().get("officer_name", ""))
        if step is self.start:
            self.start.sum_up(self._setup(), self._services.store_name)
        step.enter()
        self._name_buttons()

    @Slot()
    def _back(self) -> None:
        if not self.now.back() and self._now > 0:
            self._go(self._now - 1)

    @Slot()
    def _on(self) -> None:
        if not self.now.check():
            return
        if self.now is self.start:
            self._make()
        else:
            self._go(self._now + 1)

    def _make(self) -> None:
        self._wait(on=True)
        work = partial(create, self._services, self._setup())
        self._background.run_steps(work, self._made, self.start.tell, self._refused)

    def _setup(self) -> Setup:
        return Setup(
            kind=self.office.chosen,
            alone=self.people.alone,
            practice=False,
            profile=self.office.profile(),
            login=self.officer.login.control.text().strip(),
            name=self.officer.name.control.text().strip(),
            password=self.officer.password.text(),
            sheet=self.sheet.code,
            key_place=self.place.place,
        )

    def _wait(self, *, on: bool) -> None:
        self._busy = on
        for button in (self.next, self.back, self.leave):
            button.setEnabled(not on)
        self.start.wait(on=on)
        self.head.go(self._now)

    def _made(self, office: object) -> None:
        self.officer.password.clear()
        self._ended = True
        self.created.emit(office)
        if self.start.with_practice:
            self.practice_wanted.emit()

    def _refused(self, error: Exception) -> None:
        self._wait(on=False)
        if isinstance(error, OfficeCodeTakenError):
            self._go(self._line.index(self.office))
            self.office.refuse_code(words_for(error).happened)
        elif isinstance(error, ValuesRefusedError):
            self._go(self._line.index(self.office))
            self.office.complain({name: each for (_, name), each in error.errors.items()})
        elif isinstance(error, InputRefusal):
            self._go(self._line.index(self.officer))
            self.officer.complain(error)
        else:
            tell_error(self._messages, _FAILED, error)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._ended:
            return
        touched = self._now > 0 or self.office.touched
        if self._busy or (touched and not self._messages.confirm(GIVE_UP)):
            event.ignore()
            return
        self._ended = True
        self.closed.emit()
