"""기초자료: find a person while typing, see what is held and why, register and correct."""

from functools import cached_property

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.people.form_task import task_of
from easycare_desktop.ui.parts.people.list_beside import ListBeside
from easycare_desktop.ui.parts.people.people_top import PeopleTop
from easycare_desktop.ui.parts.people.person_form import PersonForm
from easycare_desktop.ui.parts.people.person_list import PersonList
from easycare_desktop.ui.parts.people.person_sheet import PersonSheet
from easycare_desktop.ui.parts.people.view_desk import ViewDesk
from easycare_desktop.ui.parts.shared.file_drop import FileDrop
from easycare_desktop.ui.parts.shared.later import Later
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, column


class PeoplePage(QWidget):
    """The list and the card side by side; one after the other from 125 % text.

    `import_wanted(path)`: a list was dropped here; nothing where the button was pressed.
    `sheet_built`, `form_built`: each carries its widget.
    """

    drafts_wanted = Signal()
    import_wanted = Signal(object)
    sheet_built = Signal(object)
    form_built = Signal(object)

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self._kit, self._services, self._messages = kit, services, messages
        self._showing = False
        self._background = background
        self.list = PersonList(services.search, services.people.kinds(), kit, background)
        self.views = ViewDesk(kit, services, self.list, background)
        self._build(kit)
        self._fit()
        self.setFocusProxy(self.list.search)
        self._later = Later(self, "sheet", "form")

    @cached_property
    def sheet(self) -> PersonSheet:
        """The card of one person; like the form it is built once the list is painted."""
        sheet = PersonSheet(self._kit, self._services, self._messages, self._background)
        sheet.person_wanted.connect(self.open)
        sheet.head.edit.clicked.connect(self.start_edit)
        sheet.relations.guardian_wanted.connect(self.start_guardian)
        sheet.merging.merged.connect(self.refresh)
        sheet.merging.parted.connect(self.refresh)
        self._browse.add_card(sheet)
        self.sheet_built.emit(sheet)
        return sheet

    @cached_property
    def form(self) -> PersonForm:
        """What is registered or corrected."""
        form = PersonForm(self._kit, self._services, self._messages, self._background)
        form.left.connect(self._leave_form)
        form.saved.connect(self._saved)
        form.person_wanted.connect(self._leave_form_for)
        self._pile.add(form)
        self.form_built.emit(form)
        return form

    def _build(self, kit: Kit) -> None:
        self.head = PeopleTop(kit, self._services.office.actor)
        self._browse = ListBeside(kit, self.list)
        self._pile = Pile([self._browse])
        page = column(self.head, self._pile, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        kit.changed.connect(self._fit)
        self.head.new.clicked.connect(self.start_new)
        self.head.bring.clicked.connect(self._bring)
        FileDrop(self._browse).dropped.connect(self.import_wanted)
        self.head.back.clicked.connect(self._back_to_list)
        self.head.drafts.clicked.connect(self.drafts_wanted)
        self.list.opened.connect(self.open)

    @Slot()
    def refresh(self) -> None:
        """Read again what may have changed in other windows."""
        if self._pile.shown is self._browse:
            self.list.refresh()
            self.head.show_list(self._services.search.counts())
            if "sheet" in self.__dict__ and self.sheet.card is not None:
                self._reopen(self.sheet.card.person.id)
            self._later.begin()

    def show_subject(self, subject: object) -> None:
        """Open the person with this id, or search for this text."""
        if self._pile.shown is not self._browse:
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
        self._browse.show_card(self.sheet)
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
        """보호자 추가하기."""
        if self.sheet.card is not None:
            self._begin(-self.sheet.card.person.id)

    def resume(self, subject: int) -> None:
        """Go on with half-typed work; `subject` as the form keeps it."""
        if self._pile.shown is not self._browse:
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
            self._browse.show_card(None)
            self._back_to_list()

    @Slot()
    def _back_to_list(self) -> None:
        self._showing = False
        self._fit()
        self.list.search.setFocus()

    @Slot()
    def _fit(self) -> None:
        hidden = self._browse.fit(opened=self._showing)
        if self._pile.shown is self._browse:
            self.head.offer_way_back(offered=hidden)
