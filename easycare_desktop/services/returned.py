"""Papers that came back and wait: looked at, filed as they are, or taken out."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from easycare_desktop.documents.preview import PageImage, render_page
from easycare_desktop.documents.returned.assembling import joined
from easycare_desktop.documents.returned.boxes import box_image
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.requests import Request
from easycare_desktop.domain.retention import DESTROY_AFTER_CAUSE
from easycare_desktop.domain.returned import FormUse, PrintedSlip, Returned, ReturnedState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_kinds import PaperKind
from easycare_desktop.services.requests import RECORD_GROUP
from easycare_desktop.services.returned_filing import BackPaper, file_returned
from easycare_desktop.services.returned_layout import read_layout
from easycare_desktop.services.slips import OF_LETTERS, boxes_of
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.repositories.files import SealedFile

RECEIVED_GROUP = "received_paper"
_PAGES_SHOWN = 12
_SHOWN_DPI = 110


@dataclass(frozen=True, slots=True)
class WaitingPaper:
    """A paper that waits, with what its number is known for.

    `kind` and `number`: of the paper that was printed, empty where nobody can tell. `request`: an
    open one of the person, to which the paper can be put.
    """

    paper: Returned
    kind: PaperKind | None = None
    use: FormUse | None = None
    number: str = ""
    printed_at: datetime | None = None
    person: Person | None = None
    name: str = field(default="", repr=False)
    request: Request | None = None

    @property
    def joins(self) -> bool:
        """Whether it goes to the request that is open already."""
        return self.request is not None and self.use is FormUse.REQUEST

    @property
    def main_use(self) -> FormUse:
        """What it is filed as unless somebody decides otherwise."""
        return FormUse.PAPER if self.joins else self.use or FormUse.PAPER

    @property
    def of_office(self) -> bool:
        """Whether the office itself signed it."""
        return self.person is not None and self.person.kind is PersonKind.OFFICE


@dataclass(frozen=True, slots=True)
class OpenedPaper:
    """The pages of a paper as one PDF, and as pictures for the screen, as its signature boxes."""

    waiting: WaitingPaper
    pdf: bytes = field(repr=False)
    boxes: tuple[PageImage, ...] = field(default=(), repr=False)
    pages: tuple[PageImage, ...] = field(default=(), repr=False)


class ReturnedService:
    """Use cases of papers that came back; consents and requests file theirs themselves."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def waiting(self) -> tuple[WaitingPaper, ...]:
        """Return what waits for a person, oldest first."""
        with self._door.enter(Action.RETURNED_READ) as step:
            papers = step.uow.returned.waiting()
            step.count = len(papers)
            return tuple(self._known(step, each) for each in papers)

    def open(self, returned_id: int) -> OpenedPaper:
        """Open a paper to be looked at; the reading is logged."""
        with self._door.enter(Action.RETURNED_READ, detail="open") as step:
            waiting = self._known(step, step.uow.returned.waits(returned_id))
            step.person_id = waiting.person.id if waiting.person else None
            slip_id = waiting.paper.slip_id
            slip = step.uow.slips.get(slip_id) if slip_id is not None else None
            files = step.uow.files.of_holdings([waiting.paper.holding_id])
            parts = [step.uow.files.read(each.id)[1] for each in sorted(files, key=_file_id)]
        pdf = joined(parts) if len(parts) > 1 else parts[0]
        shown = range(min(waiting.paper.pages, _PAGES_SHOWN))
        pages = tuple(render_page(pdf, page, _SHOWN_DPI) for page in shown)
        return OpenedPaper(waiting, pdf, _boxes(pdf, waiting.paper, slip), pages)

    def keep(self, back: BackPaper, person_id: int, what: str = "") -> None:
        """File a paper as it is: with the papers received of a person, or of the open request.

        Raises what `file_returned` raises.
        """
        with self._door.enter(Action.RETURNED_FILED, person_id=person_id) as step:
            person = step.uow.people.get(person_id)
            waiting = self._known(step, step.uow.returned.waits(back.id))
            code = RECORD_GROUP if waiting.joins else RECEIVED_GROUP
            group = self._office.catalogue.group(code, person.kind)
            values = {"received_on": back.received_on.isoformat()}
            values |= {} if waiting.joins else {"what": what.strip()}
            new = NewHolding(
                person.id,
                group.code,
                {name: text for name, text in values.items() if text},
                group.basis.value,
                waiting.paper.channel.value,
                back.received_on,
            )
            file_returned(step, self._office, back, new, FormUse.PAPER)

    def drop(self, returned_id: int) -> None:
        """Take a paper out that has no place here; it becomes due for destruction.

        Raises `ReturnedNotWaitingError`.
        """
        with self._door.enter(Action.RETURNED_DROPPED) as step:
            waiting = step.uow.returned.waits(returned_id)
            step.uow.returned.change(replace(waiting, state=ReturnedState.DROPPED))
            period = self._office.law.deadlines.period(DESTROY_AFTER_CAUSE)
            last_day = period_end(self._office.today(), period)
            step.uow.holdings.start_clock(waiting.holding_id, None, last_day)
            step.uow.holdings.set_state(waiting.holding_id, HoldingState.DUE)

    def _known(self, step: Step, paper: Returned) -> WaitingPaper:
        if paper.slip_id is None:
            return WaitingPaper(paper)
        uow = step.uow
        slip = uow.slips.get(paper.slip_id)
        form, record = OF_LETTERS[slip.form], uow.papers.get(slip.paper_id)
        person = _owner(step, slip)
        requests = uow.requests.open_of(person.id) if person is not None else []
        return WaitingPaper(
            paper,
            kind=form.kind,
            use=form.use,
            number=record.number,
            printed_at=record.made_at,
            person=person,
            name=self._office.index.name_of(person.id) if person else "",
            request=requests[0] if requests else None,
        )


def _owner(step: Step, slip: PrintedSlip) -> Person | None:
    """Return whose paper the number says it is; the office itself signs some."""
    if slip.person_id is not None:
        return step.uow.people.get(slip.person_id)
    return step.uow.people.first_of(PersonKind.OFFICE) if OF_LETTERS[slip.form].of_office else None


def _file_id(file: SealedFile) -> int:
    return file.id


def _boxes(pdf: bytes, paper: Returned, slip: PrintedSlip | None) -> tuple[PageImage, ...]:
    if slip is None:
        return ()
    pages = read_layout(paper.layout)
    return tuple(
        box_image(pdf, index, page.plane, box)
        for box in boxes_of(slip)
        for index, page in enumerate(pages)
        if box.due and page.number == box.page and page.plane is not None
    )
