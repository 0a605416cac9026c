"""A paper that came back finds its owner, inside the action that records what it says."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.returned import (
    FormUse,
    ReceivedInFutureError,
    Returned,
    SlipOfSomebodyElseError,
    WrongUseError,
)
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.slips import OF_LETTERS
from easycare_desktop.storage.repositories.beginning import NewHolding


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a paper lies now: its holding, and the newest of its sealed files."""

    holding_id: int
    file_id: int


@dataclass(frozen=True, slots=True)
class BackPaper:
    """A paper that came back, as whoever records it names it. `received_on`: the day it counts."""

    id: int
    received_on: date


def file_returned(
    step: Step, office: OpenOffice, paper: BackPaper, new: NewHolding, use: FormUse
) -> Filed:
    """Let what the paper holds become the person's; nothing of it is copied or left behind.

    Raises `ReturnedNotWaitingError`, `ReceivedInFutureError`, `WrongUseError`, and
    `SlipOfSomebodyElseError` where its number was printed for another person.
    """
    if paper.received_on > office.today():
        raise ReceivedInFutureError("received_on")
    uow = step.uow
    waiting = uow.returned.waits(paper.id)
    _check_owner(step, waiting, new.person_id, use)
    uow.adopting.adopt(waiting.holding_id, new)
    uow.returned.file(waiting, new.person_id, paper.received_on, office.clock.now())
    files = uow.files.of_holdings([waiting.holding_id])
    return Filed(waiting.holding_id, max(each.id for each in files))


def _check_owner(step: Step, waiting: Returned, person_id: int, use: FormUse) -> None:
    if waiting.slip_id is None:
        return
    slip = step.uow.slips.get(waiting.slip_id)
    form = OF_LETTERS[slip.form]
    if use is not FormUse.PAPER and form.use is not use:
        raise WrongUseError(form.use)
    if slip.person_id is not None and slip.person_id != person_id:
        raise SlipOfSomebodyElseError
    if form.of_office and step.uow.people.get(person_id).kind is not PersonKind.OFFICE:
        raise SlipOfSomebodyElseError
