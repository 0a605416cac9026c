"""이용취소 접수: the list of requests, and each request in five steps."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.requests import OPEN_STATES, Relation
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.requests import RequestLine
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.cancel.case_view import CaseView
from easycare_desktop.ui.parts.cancel.request_list import RequestList
from easycare_desktop.ui.parts.cancel.start_view import StartView
from easycare_desktop.ui.parts.cancel.vendor_view import VendorView
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, column, holder

C = TypeVar("C", CaseView, VendorView)
_TITLE = "이용취소 접수"


class CancelPage(QWidget):
    """The list, a new case, a case.

    `paper_wanted(kind, subject id)`: "cancellation_form" of a person, "receipt" and
    "result_notice" of a request, "certificate" and "certificate_person" of a plan.
    `open_plan(plan id)` goes to 파기.
    """

    paper_wanted = Signal(str, object)
    open_plan = Signal(object)

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._kit, self._services, self._messages = kit, services, messages
        self.requests = RequestList(kit, services.office)
        self._build(kit)
        self._listen()

    @cached_property
    def start(self) -> StartView:
        """Whose request it is; like every view but the list it is built when it is needed."""
        view = StartView(self._kit, self._services.people)
        view.person_chosen.connect(self.start_for)
        view.office_chosen.connect(self.start_for_office)
        view.left.connect(self.show_list)
        self._pile.add(view)
        return view

    @cached_property
    def case(self) -> CaseView:
        """A request of a person."""
        view = CaseView(self._kit, self._services, self._messages)
        view.open_plan.connect(self.open_plan)
        return self._listened(view)

    @cached_property
    def vendor(self) -> VendorView:
        """A request to the maker of the office's program."""
        return self._listened(VendorView(self._kit, self._services, self._messages))

    def _listened(self, view: C) -> C:
        view.left.connect(self.show_list)
        view.paper_wanted.connect(self.paper_wanted)
        view.changed.connect(self._show_case_head)
        self._pile.add(view)
        return view

    def _build(self, kit: Kit) -> None:
        self.new = kit.button("새로 접수", "primary", "plus", key="F2")
        self.print_form = kit.button("신청서 인쇄", icon="printer", key="F7")
        self.print_receipt = kit.button("접수증 인쇄", icon="printer", key="F7")
        self.new.setObjectName("cancel.new")
        self.print_form.setObjectName("cancel.print_form")
        self.print_receipt.setObjectName("cancel.print_receipt")
        self.head = kit.page_head(_TITLE, "", self.print_form, self.print_receipt, self.new)
        self._pile = Pile([self.requests])
        page = column(holder(column(self.head, margins=(24, 14, 24, 10))), self._pile, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self._show_list_head(0)

    def _listen(self) -> None:
        self.new.clicked.connect(self.start_new)
        self.print_form.clicked.connect(self._print_form)
        self.print_receipt.clicked.connect(self._print_receipt)
        self.requests.opened.connect(self._open)

    def refresh(self) -> None:
        """Read the requests again; a case that is open stays, and is read anew."""
        shown = self._pile.shown
        if shown is self.requests:
            self.show_list()
        elif isinstance(shown, CaseView) and shown.request is not None:
            self.show_subject(shown.request.id)

    def show_subject(self, subject: object) -> None:
        """Open the request with this id."""
        for line in self._lines():
            if line.request.id == subject:
                self._open(line)
                return
        self.show_list()

    @Slot()
    def show_list(self) -> None:
        """Show all requests."""
        lines = self._lines()
        self.requests.show_lines(lines)
        self._pile.show_only(self.requests)
        self._show_list_head(sum(line.request.state in OPEN_STATES for line in lines))
        self.requests.table.setFocus()

    @Slot()
    def start_new(self) -> None:
        """Ask whose request it is."""
        self._pile.show_only(self.start)
        self.head.say(_TITLE, "누구의 신청인가요?")
        self._show_actions(new=False, form=False, receipt=False)
        self.start.begin()

    @Slot(object)
    def start_for(self, person_id: int) -> None:
        """Begin a new form for this person, with what was kept of it."""
        if self.case.start(person_id):
            self._show(self.case)
            self.case.steps.form.fields.name.control.setFocus()

    @Slot()
    def start_for_office(self) -> None:
        """Begin the form that this office sends to its program's maker."""
        subject = self._services.vendor.subject()
        if subject is None:
            self._messages.inform(
                "기관 정보가 아직 없습니다", "설정에서 기관 정보를 먼저 적어 주세요."
            )
            return
        try:
            self.vendor.start(self._services.people.open(subject.id))
        except Refusal as refusal:
            tell(self._messages, "신청서를 열지 못했습니다", refusal)
            return
        self._show(self.vendor)

    @Slot(object)
    def _open(self, line: RequestLine) -> None:
        view = self.vendor if line.request.relation is Relation.A else self.case
        view.open(line)
        self._show(view)

    def _show(self, view: CaseView | VendorView) -> None:
        self._pile.show_only(view)
        self._show_case_head()

    def _lines(self) -> list[RequestLine]:
        try:
            return self._services.requests.all()
        except Refusal as refusal:
            tell(self._messages, "접수 목록을 열지 못했습니다", refusal)
            return []

    def _show_list_head(self, count: int) -> None:
        self.head.say(_TITLE, f"끝나지 않은 접수 {count}건")
        self._show_actions(new=True, form=False, receipt=False)

    @Slot()
    def _show_case_head(self) -> None:
        view = self._pile.shown
        request = view.request if isinstance(view, CaseView | VendorView) else None
        number = f"접수번호 {request.number}" if request is not None else "새로 접수"
        self.head.say(_TITLE, number)
        with_form = request is not None and request.with_form
        self._show_actions(new=False, form=request is None, receipt=with_form)

    def _show_actions(self, *, new: bool, form: bool, receipt: bool) -> None:
        self.new.setVisible(new)
        self.print_form.setVisible(form)
        self.print_receipt.setVisible(receipt)

    @Slot()
    def _print_form(self) -> None:
        view = self._pile.shown
        if isinstance(view, CaseView | VendorView):
            self.paper_wanted.emit("cancellation_form", view.person_id)

    @Slot()
    def _print_receipt(self) -> None:
        view = self._pile.shown
        request = view.request if isinstance(view, CaseView | VendorView) else None
        if request is not None:
            self.paper_wanted.emit("receipt", request.id)
