"""기초자료: find a person while typing, see what is held and why, register and correct."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.people.form_task import task_of
from easycare_desktop.ui.parts.people.people_top import PeopleTop
from easycare_desktop.ui.parts.people.person_form import PersonForm
from easycare_desktop.ui.parts.people.person_list import PersonList
from easycare_desktop.ui.parts.people.person_sheet import PersonSheet
from easycare_desktop.ui.parts.people.view_desk import ViewDesk
from easycare_desktop.ui.parts.shared.file_drop import FileDrop
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, column, frame, holder, row

_LIST_WIDTH = 384


class PeoplePage(QWidget):
    """The list and the card side by side; one after the other from 125 % text.

    `paper_wanted(kind or its code, person id)`: a paper of the person.
    `import_wanted(path)`: a list was dropped here; nothing where the button was pressed. The other
    signals carry the id of the person.
    """

    cancel_wanted = Signal(object)
    ending_wanted = Signal(object)
    consent_wanted = Signal(object)
    paper_wanted = Signal(object, object)
    drafts_wanted = Signal()
    import_wanted = Signal(object)

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._kit, self._services, self._messages = kit, services, messages
        self._showing = False
        self.list = PersonList(services.search, kit)
        self.views = ViewDesk(kit, services, self.list)
        self.sheet = PersonSheet(kit, services, messages)
        self.form = PersonForm(kit, services, messages)
        self._build(kit)
        self._listen()
        self._fit()
        self.setFocusProxy(self.list.search)

    def _build(self, kit: Kit) -> None:
        self.head = PeopleTop(kit)
        sentence = "왼쪽에서 한 분을 고르면 여기에 나타납니다."
        nobody = kit.empty("users", sentence, "이름이나 초성을 치고 Enter를 누르세요.")
        self._nobody = frame("card", column(None, nobody, None))
        self._right = Pile([self._nobody, self.sheet])
        sides = row(self.list, self._right, margins=(24, 0, 24, 14), gap=16)
        sides.setStretch(1, 1)
        self._browse = holder(sides)
        self._pile = Pile([self._browse, self.form])
        page = column(self.head, self._pile, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)

    def _listen(self) -> None:
        self._kit.changed.connect(self._fit)
        self.head.new.clicked.connect(self.start_new)
        self.head.bring.clicked.connect(self._bring)
        FileDrop(self._browse).dropped.connect(self.import_wanted)
        self.head.back.clicked.connect(self._back_to_list)
        self.head.drafts.clicked.connect(self.drafts_wanted)
        self.list.opened.connect(self.open)
        self.form.left.connect(self._leave_form)
        self.form.saved.connect(self._saved)
        self.form.person_wanted.connect(self._leave_form_for)
        sheet = self.sheet
        sheet.person_wanted.connect(self.open)
        sheet.head.edit.clicked.connect(self.start_edit)
        sheet.relations.guardian_wanted.connect(self.start_guardian)
        sheet.merging.merged.connect(self.refresh)
        sheet.merging.parted.connect(self.refresh)
        sheet.cancel_wanted.connect(self.cancel_wanted)
        sheet.ending_wanted.connect(self.ending_wanted)
        sheet.consent_wanted.connect(self.consent_wanted)
        sheet.paper_wanted.connect(self.paper_wanted)

    @Slot()
    def refresh(self) -> None:
        """Read again what may have changed in other windows."""
        if self._pile.shown is self._browse:
            self.list.refresh()
            self.head.show_list(self._services.search.counts())
            if self.sheet.card is not None:
                self._reopen(self.sheet.card.person.id)

    def show_subject(self, subject: object) -> None:
        """Open the person with this id, or search for this text."""
        if self._pile.shown is self.form:
            self.form.leave()
        if isinstance(subject, int):
            self.open(subject)
        else:
            self.list.search_for(str(subject))

    @Slot(object)
    def open(self, person_id: int) -> None:
        """Open somebody; whoever is only kept apart is not found."""
        try:
            self.sheet.show_card(self._services.people.open(person_id))
        except Refusal as refusal:
            tell(self._messages, "열지 못했습니다", refusal)
            return
        self._right.show_only(self.sheet)
        self._showing = True
        self.list.choose(person_id)
        self._fit()

    @Slot()
    def start_new(self) -> None:
        """새로 등록."""
        self._begin(0)

    @Slot()
    def _bring(self) -> None:
        self.import_wanted.emit(None)

    @Slot()
    def start_edit(self) -> None:
        """고치기."""
        if self.sheet.card is not None:
            self._begin(self.sheet.card.person.id)

    @Slot()
    def start_guardian(self) -> None:
        """보호자 더하기."""
        if self.sheet.card is not None:
            self._begin(-self.sheet.card.person.id)

    def resume(self, subject: int) -> None:
        """Go on with half-typed work; `subject` as the form keeps it."""
        if self._pile.shown is self.form:
            self.form.leave()
        if subject:
            self.open(abs(subject))
        self._begin(subject)

    def _begin(self, subject: int) -> None:
        try:
            self.form.begin(task_of(self._services, subject))
        except Refusal as refusal:
            tell(self._messages, "지금은 적을 수 없습니다", refusal)
            return
        self._pile.show_only(self.form)
        self.head.show_form(self.form.task.title)
        self.form.focus_first()

    @Slot()
    def _leave_form(self) -> None:
        self._pile.show_only(self._browse)
        self.refresh()
        self._fit()
        self.list.search.setFocus()

    @Slot(object)
    def _leave_form_for(self, person_id: int) -> None:
        self.form.leave()
        self.open(person_id)

    @Slot(object)
    def _saved(self, person_id: int) -> None:
        recipient = self.form.task.recipient
        self._leave_form()
        self.open(recipient.id if recipient is not None else person_id)

    def _reopen(self, person_id: int) -> None:
        try:
            self.sheet.show_card(self._services.people.open(person_id))
        except Refusal:
            self.sheet.card = None
            self._right.show_only(self._nobody)
            self._back_to_list()

    @Slot()
    def _back_to_list(self) -> None:
        self._showing = False
        self._fit()
        self.list.search.setFocus()

    @Slot()
    def _fit(self) -> None:
        theme, alone = self._kit.theme, not self._kit.theme.roomy
        self.list.setVisible(not (alone and self._showing))
        self._right.setVisible(not alone or self._showing)
        if self._pile.shown is self._browse:
            self.head.offer_way_back(offered=alone and self._showing)
        self.list.setMinimumWidth(0 if alone else theme.px(_LIST_WIDTH))
        self.list.setMaximumWidth(16_777_215 if alone else theme.px(_LIST_WIDTH))
