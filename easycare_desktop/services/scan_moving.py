"""A scan that was put to the wrong person or group: moved, or taken out again.

The row of the old file goes with the entry of the log; the file itself is unlinked right after
that, or as one that no row names when the office is opened next. Copies in backups that were made
before stay as long as those, and can be opened as long as the key of their holding is there.
"""

from collections.abc import Iterable
from enum import Enum

from easycare_desktop.domain.holdings import IN_USE, Holding
from easycare_desktop.domain.people import PersonHasEndedError, PersonNotFoundError, PersonState
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_copies import is_copy
from easycare_desktop.services.people_writing import check_not_frozen
from easycare_desktop.services.person_papers import ScanNotFoundError
from easycare_desktop.services.requests import RECORD_GROUP
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.storage.repositories.files import SealedFile

_OF_THE_CASE = frozenset({RECORD_GROUP, LETTER_GROUP})


class WhyTakenOut(Enum):
    """Why a scan is taken out; stands in the log as a code."""

    WRONG_PERSON = "wrong_person"
    WRONG_FILE = "wrong_file"
    UNREADABLE = "unreadable"
    TWICE = "twice"


class ScanIsProofError(Refusal):
    """The scan proves a consent or a request, or came back as a form: it stays where it lies."""


class ScanMovingService:
    """Use cases of scans in the wrong place."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def targets(self, person_id: int) -> frozenset[int]:
        """Return the holdings of a person that a scan can be moved to."""
        with self._door.enter(Action.HOLDINGS_READ, person_id=person_id) as step:
            here = [
                each
                for each in step.uow.holdings.of_person(person_id)
                if each.state in IN_USE and not _holds_on(step, each)
            ]
            step.count = len(here)
            return frozenset(each.id for each in here)

    def move(self, person_id: int, file_id: int, holding_id: int) -> None:
        """Seal a scan of a person anew into another holding in use, of whomever; the old one goes.

        Raises `ScanNotFoundError`, `ScanIsProofError` (also where it could never leave again),
        `HoldingFrozenError`, `PersonHasEndedError`, and `PersonNotFoundError` where the other
        holding is not in use.
        """
        with self._door.enter(Action.SCAN_MOVED, person_id=person_id) as step:
            old, files = self._movable(step, person_id, file_id), step.uow.files
            target = self._target(step, holding_id)
            if holding_id == old.holding_id:
                return
            content = files.read(file_id)[1]
            new = files.add(
                holding_id, content, old.media, at=old.added_at, account_id=old.account_id
            )
            files.delete([file_id])
            owner = target.person_id
            step.detail = f"file {file_id} to {step.uow.people.get(owner).number} file {new.id}"
        detail = f"file {new.id} was {file_id}"
        self._unlink(Action.SCAN_MOVED, owner, [old], detail)

    def take_out(self, person_id: int, file_id: int, why: WhyTakenOut) -> None:
        """Take out a scan that was put in by mistake. Raises what `move` raises about it."""
        detail = f"file {file_id} {why.value}"
        with self._door.enter(Action.SCAN_TAKEN_OUT, person_id=person_id, detail=detail) as step:
            old = self._movable(step, person_id, file_id)
            step.uow.files.delete([file_id])
        self._unlink(Action.SCAN_TAKEN_OUT, person_id, [old], f"{detail} unlinked")

    def _unlink(
        self, action: Action, person_id: int, files: Iterable[SealedFile], detail: str
    ) -> None:
        with self._door.enter(action, person_id=person_id, detail=detail) as step:
            step.count = step.uow.files.remove_files(files)

    def _movable(self, step: Step, person_id: int, file_id: int) -> SealedFile:
        uow = step.uow
        holdings = {
            each.id: each for each in uow.holdings.of_person(person_id) if each.state in IN_USE
        }
        found = [each for each in uow.files.of_holdings(holdings) if each.id == file_id]
        if not found or is_copy(found[0]):
            raise ScanNotFoundError(file_id)
        (file,) = found
        self._check(step, holdings[file.holding_id])
        proofs = {each.evidence_id for each in uow.consents.of_person(person_id)}
        if file_id in proofs or _holds_on(step, holdings[file.holding_id]):
            raise ScanIsProofError
        return file

    def _target(self, step: Step, holding_id: int) -> Holding:
        holding = step.uow.holdings.get(holding_id)
        if holding is None or holding.state not in IN_USE:
            raise PersonNotFoundError(0)
        if _holds_on(step, holding):
            raise ScanIsProofError
        self._check(step, holding)
        return holding

    def _check(self, step: Step, holding: Holding) -> None:
        check_not_frozen(holding)
        person = step.uow.people.get(holding.person_id)
        if person.state is not PersonState.ACTIVE:
            raise PersonHasEndedError(person.number)


def _holds_on(step: Step, holding: Holding) -> bool:
    """Tell whether what lies there proves a request, or came back as a form: it never leaves."""
    return holding.group in _OF_THE_CASE or holding.id in step.uow.returned.holdings()
