"""사무실 열기: the first window. It imports nothing heavy before an office is opened."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from easycare_desktop.system.office_registry import OfficeRecord
from easycare_desktop.system.override import override
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.login.login_head import LoginHead
from easycare_desktop.ui.parts.login.look_strips import LookStrips
from easycare_desktop.ui.parts.login.opening import (
    CHECKING,
    MATCHING,
    Opening,
    Place,
    open_by_password,
    open_by_sheet,
    place_of,
)
from easycare_desktop.ui.parts.login.remembering import keep_or_ask
from easycare_desktop.ui.parts.login.side import LoginSide
from easycare_desktop.ui.parts.login.sign_in_form import SignInForm
from easycare_desktop.ui.parts.shared.own_settings import OwnSettings
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.shared.window_room import room_for
from easycare_desktop.ui.widgets import FocusRing, Kit, column, holder, line, row
from easycare_desktop.ui.wording.refusals import words_for

if TYPE_CHECKING:
    from easycare_desktop.ui.parts.login.sheet_form import SheetForm

_AFTER_PICTURE, _SIZE = 40, QSize(1120, 690)
_EMPTY = ("이 PC에는 아직 사무실이 없습니다.", "새로 만들거나, 쓰던 사무실을 옮겨 오세요.")
_FAILED = "사무실을 열지 못했습니다"


class LoginWindow(QWidget):
    """`opened(office)`; `practice_wanted(code)`; the others ask for windows by their names.

    `offices` is called beside the screen, and only after the first press: what it imports is heavy.
    Once it opens one, nothing can be pressed until that fails here or `wait` is called.
    """

    opened = Signal(object)
    wizard_wanted = Signal()
    practice_wanted = Signal(str)
    verify_wanted = Signal()
    restore_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        known: Sequence[OfficeRecord],
        offices: Callable[[], Opening],
        own: OwnSettings,
        kit: Kit,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        kit.appearance.dress(self)
        self._offices, self._own, self._kit = offices, own, kit
        self._messages, self._background = messages, background
        self._fresh = True
        self._build(kit)
        self.show_offices(known)
        own.changed.connect(self._fill)
        kit.changed.connect(self._fit)

    def show_offices(self, known: Sequence[OfficeRecord]) -> None:
        """Take the list of the offices of this PC."""
        self.head.show_offices(known)
        self.form.no_office = not known
        self.banner.say("info", *_EMPTY)
        self.banner.setVisible(not known)
        self.wait()

    def _build(self, kit: Kit) -> None:
        self.setWindowTitle("사무실 열기 - 이지케어 데스크톱")
        self.setProperty("part", "white")
        self.head = LoginHead(kit)
        self.head.practice_wanted.connect(self.practice_wanted)
        self.head.verify_wanted.connect(self.verify_wanted)
        self.banner = kit.banner("info", *_EMPTY)
        self.form = SignInForm(self._own, kit)
        self.form.submitted.connect(self._open)
        self.form.sheet_wanted.connect(self._show_sheet)
        self.form.wizard_wanted.connect(self.wizard_wanted)
        self.form.restore_wanted.connect(self.restore_wanted)
        self.form.closed.connect(self.closed)
        self._pile = Pile((self.form,))
        body = column(self.head, self.banner, self._pile, margins=(40, 28, 40, 12), gap=12)
        strips = holder(column(line(), LookStrips(kit), margins=(40, 0, 40, 20), gap=12))
        self.setLayout(box := row(LoginSide(kit, self), gap=0))
        box.addWidget(kit.scroll(holder(column(holder(body), None, strips, gap=0), "white")), 1)
        self._fit()

    @cached_property
    def sheet(self) -> "SheetForm":
        """The other way in, made when it is asked for."""
        from easycare_desktop.ui.parts.login.sheet_form import SheetForm  # noqa: PLC0415

        sheet = SheetForm(self._kit)
        sheet.submitted.connect(self._open_with_sheet)
        sheet.back.connect(self._show_form)
        self._pile.add(sheet)
        return sheet

    @Slot()
    def _fit(self) -> None:
        self.resize(room_for(_SIZE, self._kit.theme.scale))

    @Slot()
    def _fill(self) -> None:
        if self._fresh:
            self.form.fill(self._own.now.office, self._own.now.login)
        if self._fresh and self.isActiveWindow():
            self.form.first().setFocus()
        self._fresh = False

    @Slot()
    def _show_sheet(self) -> None:
        self.head.title.setText("비상 열쇠 종이로 열기")
        self._pile.show_only(self.sheet)
        self.sheet.begin(self.form.values()[0])

    @Slot()
    def _show_form(self) -> None:
        self.head.title.setText("사무실 열기")
        self._pile.show_only(self.form)
        self.form.first().setFocus()

    @Slot()
    def _open(self) -> None:
        self.wait(CHECKING)
        work = partial(open_by_password, self._offices, *self.form.values())
        self._background.run(work, self._opened, self._failed)

    @Slot()
    def _open_with_sheet(self) -> None:
        self.wait(MATCHING)
        work = partial(open_by_sheet, self._offices, *self.sheet.values())
        self._background.run(work, self._opened_with_sheet, self._failed)

    def _opened(self, office: object) -> None:
        self.form.password.control.clear()
        keep_or_ask(self._own, self._messages, *self.form.values()[:2])
        self.opened.emit(office)

    def _opened_with_sheet(self, office: object) -> None:
        self.sheet.begin("")
        self._show_form()
        self.opened.emit(office)

    def wait(self, words: str = "") -> None:
        """Say what is under way, and let nothing be pressed; without words it is over."""
        if words:
            self.banner.hide()
        self.head.wait(on=bool(words))
        self.form.wait(words)
        if "sheet" in self.__dict__:
            self.sheet.wait(words)

    def _failed(self, error: Exception) -> None:
        self.wait()
        form = self.form if self._pile.shown is self.form else self.sheet
        place = place_of(error)
        if place is Place.ABOVE:
            words = words_for(error)
            self.banner.say("warn", words.happened, words.todo)
            self.banner.show()
        elif not form.refuse(place, error):
            tell_error(self._messages, _FAILED, error)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.first().setFocus()
        QTimer.singleShot(_AFTER_PICTURE, self._get_ready)

    @Slot()
    def _get_ready(self) -> None:
        from easycare_desktop.ui.widgets.text_size_keys import TextSizeKeys  # noqa: PLC0415

        if self.findChild(FocusRing) is None:  # the first key needs these, not the first picture
            FocusRing(self._kit.appearance, self)
            TextSizeKeys(self._kit.appearance, self)
            self.form.code.control.expect("latin")
        if self._fresh:
            self._own.recall()  # what protects it loads slowly
