"""동의: the overview, and for each person the recording of a signed form and its withdrawal."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import ConsentStatus
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.consents.overview import Overview, OverviewReader, OverviewRow
from easycare_desktop.ui.parts.consents.recording import Recording
from easycare_desktop.ui.parts.consents.standing import Standings
from easycare_desktop.ui.parts.consents.withdraw_dialog import WithdrawDialog
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell, tell_error
from easycare_desktop.ui.widgets import Kit, column, holder
from easycare_desktop.ui.wording.labels import label

_TITLE = "동의"
_RECORD, _STANDING = 0, 1


class ConsentPage(QWidget):
    """`paper_wanted(kind, person id)`: "consent_form". `cancel_wanted(id)`: the contract ends."""

    paper_wanted = Signal(str, object)
    open_person = Signal(object)
    cancel_wanted = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._kit, self._services = kit, services
        self._messages, self._background = messages, background
        self._person: PersonLine | None = None
        self.dialog: WithdrawDialog | None = None
        self.overview = Overview(kit)
        self._reader = OverviewReader(services.consents)
        self.recording = Recording(kit, services, messages, background)
        self.standings = Standings(kit)
        self._build(kit)
        self._listen()
        self.setFocusProxy(self.overview.search)

    def _build(self, kit: Kit) -> None:
        self.card = kit.button("기초자료 보기", "secondary", "id-card")
        self.card.setObjectName("consents.person")
        self.print = kit.button("동의서 인쇄", "secondary", "printer", key="F7")
        self.print.setObjectName("consents.print")
        self.head = kit.page_head(_TITLE, "", self.card, self.print)
        self.tabs = kit.tabs(("동의 받기", "지금까지의 동의"), "동의")
        self.tabs.setObjectName("consents.tabs")
        self._inside = Pile([self.recording, self.standings])
        self.save = kit.button("저장하기", "primary", "save", key="F4")
        self.save.setObjectName("consents.save")
        self.back = kit.button("목록으로", "quiet", "arrow-left", key="Esc")
        self.back.setObjectName("consents.back")
        foot = kit.foot(self.save, quiet=[self.back])
        tabs = holder(column(self.tabs, margins=(24, 0, 24, 8)))
        person = column(tabs, self._inside, foot, gap=0)
        person.setStretch(1, 1)
        self._one = holder(person)
        self._pile = Pile([self.overview, self._one])
        head = holder(column(self.head, margins=(24, 14, 24, 10)))
        page = column(head, self._pile, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self._show_head()

    def _listen(self) -> None:
        self.overview.opened.connect(self.open)
        self.tabs.currentChanged.connect(self._turn)
        self.back.clicked.connect(self.show_list)
        self.save.clicked.connect(self.recording.save)
        self.print.clicked.connect(self._print)
        self.card.clicked.connect(self._open_card)
        self.recording.recorded.connect(self._recorded)
        self.standings.withdraw_wanted.connect(self._withdraw)

    def refresh(self) -> None:
        """Read the overview again; somebody who is open stays open."""
        work = partial(self._reader.rows, self._services.office.today())
        self._background.run(work, self._show_rows, self._failed)

    def show_subject(self, subject: object) -> None:
        """Open the consents of the person with this id."""
        if isinstance(subject, int):
            self.open(subject)

    @Slot(object)
    def open(self, person_id: int) -> None:
        """Open one person's consents, ready to record a signed form."""
        person = self._services.search.line(person_id)
        if person is None:
            return
        self._person = person
        try:
            self.recording.begin(person, self._services.consents.status_of(person_id))
            tab = _RECORD
        except NotPermittedError:
            tab = _STANDING
        except Refusal as refusal:
            tell(self._messages, "동의를 열지 못했습니다", refusal)
            return
        self.tabs.setTabEnabled(_RECORD, tab == _RECORD)
        self.tabs.setCurrentIndex(tab)
        self._turn(tab)
        self._pile.show_only(self._one)
        self._show_head()

    @Slot()
    def show_list(self) -> None:
        """Go back to the overview; what is half typed stays kept."""
        self.recording.leave()
        self._person = None
        self._pile.show_only(self.overview)
        self._show_head()
        self.refresh()
        self.overview.search.setFocus()

    def _show_head(self) -> None:
        person = self._person
        for button in (self.card, self.print):
            button.setVisible(person is not None)
        if person is None:
            missing = self.overview.missing()
            self.head.say(_TITLE, f"필수 동의가 빠진 분 {missing:,}명" if missing else "")
        else:
            second = f"{label(person.person.kind)} · {person.person.number}"
            self.head.say(f"{person.name} 님의 동의", second)

    def _show_rows(self, rows: list[OverviewRow]) -> None:
        self.overview.show_rows(rows)
        self._show_head()

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "동의 현황을 읽지 못했습니다", error)

    @Slot(int)
    def _turn(self, tab: int) -> None:
        person = self._person
        self.save.setVisible(tab == _RECORD)
        self._inside.show_only(self.recording if tab == _RECORD else self.standings)
        if tab == _STANDING and person is not None:
            consents = self._services.consents
            self.standings.show_person(consents.status_of(person.id), consents.lines_of(person.id))

    @Slot(object)
    def _recorded(self, person_id: int) -> None:
        self.open(person_id)
        self.tabs.setCurrentIndex(_STANDING)

    @Slot(object)
    def _withdraw(self, status: ConsentStatus) -> None:
        person = self._person
        if person is None:
            return
        if "identity" in status.purpose.groups:
            if self._messages.confirm(_ENDS):
                self.cancel_wanted.emit(person.id)
            return
        self.dialog = WithdrawDialog(
            self._kit, self._services, self._messages, person.id, status, self
        )
        self.dialog.accepted.connect(self._withdrawn)
        self.dialog.open()

    @Slot()
    def _withdrawn(self) -> None:
        self._turn(_STANDING)

    @Slot()
    def _print(self) -> None:
        if self._person is not None:
            self.paper_wanted.emit("consent_form", self._person.id)

    @Slot()
    def _open_card(self) -> None:
        if self._person is not None:
            self.open_person.emit(self._person.id)


_ENDS = Question(
    "이 동의를 철회하면 이용이 끝납니다",
    ("이용취소로 접수해야 남길 것과 지울 것을 정할 수 있습니다.",),
    "이용취소 접수하기",
    "그대로 두기",
)
