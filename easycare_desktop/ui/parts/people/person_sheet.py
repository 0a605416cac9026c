"""The card of one person: what is stored, why, and what can be done next."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.law import RetentionRule
from easycare_desktop.domain.people import ENDINGS_OF_KIND, PersonState
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people import PersonCard
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.measures.bar import MeasureBar
from easycare_desktop.ui.parts.papers.person_offers import PersonOffers
from easycare_desktop.ui.parts.people.basic_tab import BasicTab
from easycare_desktop.ui.parts.people.history_tab import HistoryTab
from easycare_desktop.ui.parts.people.holdings_tab import HoldingsTab
from easycare_desktop.ui.parts.people.merge_bar import MergeBar
from easycare_desktop.ui.parts.people.papers_tab import PapersTab
from easycare_desktop.ui.parts.people.record_lines import request_lines
from easycare_desktop.ui.parts.people.relations_tab import RelationsTab
from easycare_desktop.ui.parts.people.sheet_foot import SheetFoot
from easycare_desktop.ui.parts.people.sheet_head import SheetHead
from easycare_desktop.ui.parts.people.why import why_person
from easycare_desktop.ui.parts.registers.person_twins import PersonTwins
from easycare_desktop.ui.parts.shared.file_drop import FileDrop
from easycare_desktop.ui.parts.shared.lines import Lines, consent_lines
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, column, filling, holder, line

TABS = ("기본", "관계", "동의", "보유기간", "문서", "요청", "이력")
BASIC, RELATIONS, CONSENTS, HOLDINGS, PAPERS, REQUESTS, HISTORY = range(len(TABS))


class PersonSheet(QFrame):
    """Tabs over one opened person; nothing is read before somebody is shown."""

    person_wanted = Signal(object)
    cancel_wanted = Signal(object)
    ending_wanted = Signal(object)
    consent_wanted = Signal(object)
    paper_wanted = Signal(object, object)
    packet_wanted = Signal(object)
    plan_wanted = Signal(object)
    scan_wanted = Signal(object, object)
    scan_offered = Signal(object)
    files_dropped = Signal(object, object)

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._kit, self._services, self._messages = kit, services, messages
        self.offers: PersonOffers | None = None
        self._rules: Mapping[str, RetentionRule] = {}
        self.card: PersonCard | None = None
        self.head = SheetHead(kit, services.office.today)
        self.tabs = kit.tabs(TABS, "사람의 자료")
        self.tabs.setObjectName("people.tabs")
        self.basic = BasicTab(kit, services.office.today, services.people)
        self.relations = RelationsTab(kit, services, messages)
        self.merging = MergeBar(kit, services, messages, background)
        self.consents = Lines(
            kit, "동의", kit.empty("file-text", "적힌 동의가 없습니다."), state="결과"
        )
        self.measures = MeasureBar(kit, services, messages)
        self.holdings = HoldingsTab(kit, services.office.today, self.measures)
        self.papers = PapersTab(kit, services, messages)
        self.twins = PersonTwins(kit, services, messages)
        self.holdings.add_foot(self.twins)
        self.requests = Lines(kit, "요청", kit.empty("inbox", "받은 요청이 없습니다."))
        self.history = HistoryTab(kit, services.corrections, messages)
        self.foot = SheetFoot(kit)
        self._build(kit)
        self._listen()

    def _build(self, kit: Kit) -> None:
        self._tabs = (
            self.basic,
            self.relations,
            self.consents,
            self.holdings,
            self.papers,
            self.requests,
            self.history,
        )
        # Wide and high tabs scroll where the text is large and the screen is low.
        self._scrolls = tuple(
            kit.scroll(each) if each in {self.holdings, self.history} else each
            for each in self._tabs
        )
        self._pages = Pile(self._scrolls)
        top = holder(column(self.head, self.tabs, margins=(20, 12, 16, 0), gap=6))
        parts = (top, line(), self.merging, self._pages, self.foot)
        box = column(*parts, gap=0)
        box.setStretch(3, 1)
        self.setLayout(filling(box))

    def _listen(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.basic.clocks_wanted.connect(self._show_clocks)
        self.relations.person_wanted.connect(self.person_wanted)
        self.relations.changed.connect(self._reopen)
        self.measures.changed.connect(self._reopen)
        self.history.brought_back.connect(self._reopen)
        self.merging.parted.connect(self._reopen)
        self.merging.merged.connect(self.person_wanted)
        self.relations.merge_wanted.connect(self.merging.choose)
        self.measures.planned.connect(self.plan_wanted)
        self.measures.paper_wanted.connect(self.paper_wanted)
        self.papers.scan_wanted.connect(self._open_scan)
        self.papers.scan_offered.connect(self._add_scan)
        FileDrop(self).all_dropped.connect(self._drop)
        self.head.print.clicked.connect(self._print)
        self.foot.answer.clicked.connect(self._answer)
        self.foot.cancel.clicked.connect(self._cancel)
        self.foot.ending.clicked.connect(self._end)
        self.head.end.ending.clicked.connect(self._end)
        self.foot.consent.clicked.connect(self._consent)

    def show_card(self, card: PersonCard) -> None:
        """Show an opened person; the tab that is open stays."""
        same = self.card is not None and self.card.person.id == card.person.id
        self.card = card
        groups = self._groups(card)
        self.head.show_card(card, groups)
        self.merging.show_card(card)
        person = card.person
        active = person.state is PersonState.ACTIVE
        self.foot.show_person(person, active=active, ends=bool(ENDINGS_OF_KIND[person.kind]))
        if not same and self.tabs.currentIndex() == HISTORY:
            self.tabs.setCurrentIndex(BASIC)
        self._turn(self.tabs.currentIndex())

    def _groups(self, card: PersonCard) -> dict[str, ItemGroup]:
        return {group.code: group for group in self._services.people.groups_for(card.person.kind)}

    @Slot(int)
    def _turn(self, tab: int) -> None:
        self._pages.show_only(self._scrolls[tab])
        card = self.card
        if card is None:
            return
        groups = self._groups(card)
        if tab == BASIC:
            rules = self._known_rules()
            self.basic.show_card(card, list(groups.values()), why_person(card, groups, rules))
        elif tab == RELATIONS:
            self.relations.show_card(card)
        elif tab == CONSENTS:
            self.consents.show_lines(consent_lines(card.consents, self._purpose_words(card)))
        elif tab == HOLDINGS:
            self.holdings.show_card(card, groups, self._known_rules())
            self.twins.show_person(card.person.id, groups)
        elif tab == PAPERS:
            self.papers.show_card(card)
        elif tab == REQUESTS:
            self.requests.show_lines(request_lines(card.requests))
        else:
            self.history.show_card(card, list(groups.values()), self._account_names())

    def _purpose_words(self, card: PersonCard) -> Mapping[str, str]:
        purposes = self._services.consents.purposes_for(card.person.kind)
        return {purpose.code: purpose.label for purpose in purposes}

    def _account_names(self) -> Mapping[int, str]:
        try:
            return self._services.accounts.names()
        except NotPermittedError:
            return {}

    def _known_rules(self) -> Mapping[str, RetentionRule]:
        if not self._rules:
            lines = self._services.rules.retention()
            self._rules = {each.rule.code: each.rule for each in lines}
        return self._rules

    @Slot()
    def _reopen(self) -> None:
        if self.card is None:
            return
        try:
            self.show_card(self._services.people.open(self.card.person.id))
        except Refusal as refusal:
            tell(self._messages, "열지 못했습니다", refusal)

    @Slot()
    def _print(self) -> None:
        if self.card is not None:
            catalogue, jobs = self._services.office.catalogue, self._services.paper_jobs
            person, name = self.card.person, self.card.name
            packet = jobs.checklist(person.id)
            self.offers = PersonOffers(self._kit, person, name, catalogue, self.window(), packet)
            self.offers.wanted.connect(self.paper_wanted)
            self.offers.packet_wanted.connect(self.packet_wanted)
            self.offers.ticked.connect(self._tick)
            self.offers.open()

    @Slot(object, bool)
    def _tick(self, paper_id: int, back: bool) -> None:  # noqa: FBT001 - the tick says so
        try:
            self._services.paper_jobs.returned(paper_id, back=back)
        except Refusal as refusal:
            tell(self._messages, "표시하지 못했습니다", refusal)

    @Slot(object)
    def _open_scan(self, file_id: int) -> None:
        if self.card is not None:
            self.scan_wanted.emit(self.card.person.id, file_id)

    @Slot()
    def _add_scan(self) -> None:
        if self.card is not None:
            self.scan_offered.emit(self.card.person.id)

    @Slot(object)
    def _drop(self, paths: tuple[Path, ...]) -> None:
        if self.card is not None:
            self.files_dropped.emit(self.card.person.id, paths)

    @Slot()
    def _answer(self) -> None:
        if self.card is not None:
            self.paper_wanted.emit("one_page_answer", self.card.person.id)

    @Slot()
    def _cancel(self) -> None:
        if self.card is not None:
            self.cancel_wanted.emit(self.card.person.id)

    @Slot()
    def _end(self) -> None:
        if self.card is not None:
            self.ending_wanted.emit(self.card.person.id)

    @Slot()
    def _consent(self) -> None:
        if self.card is not None:
            self.consent_wanted.emit(self.card.person.id)

    @Slot()
    def _show_clocks(self) -> None:
        self.tabs.setCurrentIndex(HOLDINGS)
