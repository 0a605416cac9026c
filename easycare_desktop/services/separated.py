"""What is kept apart: listing, and reading for a lawful purpose only."""

from collections.abc import Mapping
from enum import Enum

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_copies import is_copy
from easycare_desktop.storage.repositories.separated import Reading, SeparatedHolding

__all__ = [
    "Reading",
    "ReadingPurpose",
    "ReadingReasonMissingError",
    "SeparatedGoneError",
    "SeparatedHolding",
    "SeparatedService",
]


class ReadingPurpose(Enum):
    """The only purposes for which what is kept apart may be opened."""

    LAWFUL_SUBMISSION = "lawful_submission"
    DISPUTE = "dispute"
    OWN_ACCESS_REQUEST = "own_access_request"


class ReadingReasonMissingError(InputRefusal):
    """Opening what is kept apart needs a written reason."""


class SeparatedGoneError(Refusal):
    """Nothing is kept apart under this number any more."""

    def __init__(self, holding_id: int) -> None:
        super().__init__(holding_id)
        self.holding_id = holding_id


class SeparatedService:
    """Use cases of the second vault. Putting in is part of a destruction; here it is read."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def list(self) -> tuple[SeparatedHolding, ...]:
        """Return what is kept apart: numbers, groups and dates, the one that ends first on top."""
        with self._door.enter(Action.SEPARATED_LISTED) as step:
            found = tuple(step.separated.all())
            step.count = len(found)
            return found

    def open(self, holding_id: int, purpose: ReadingPurpose, reason: str) -> Mapping[str, str]:
        """Open one holding as the officer; the reading is recorded before anything is shown.

        Raises `ReadingReasonMissingError`, `NotPermittedError`, `NotAnOfficerError`,
        `SeparatedGoneError`.
        """
        with self._door.enter(Action.SEPARATED_READ, detail=purpose.value) as step:
            key = self._read(step, holding_id, purpose, reason)
            return step.separated.open(holding_id, key)

    def evidence(
        self, holding_id: int, purpose: ReadingPurpose, reason: str
    ) -> tuple[Evidence, ...]:
        """Open the scans of one holding, recorded and refused just as `open` is."""
        with self._door.enter(Action.SEPARATED_READ, detail=purpose.value) as step:
            key = self._read(step, holding_id, purpose, reason)
            files = [each for each in step.separated.files_of([holding_id]) if not is_copy(each)]
            return tuple(Evidence(step.uow.files.open(each, key), each.media) for each in files)

    def readings(self) -> tuple[Reading, ...]:
        """Return every opening, newest first."""
        with self._door.enter(Action.SEPARATED_LISTED, detail="readings") as step:
            return tuple(step.separated.readings())

    def _read(self, step: Step, holding_id: int, purpose: ReadingPurpose, reason: str) -> bytes:
        """Record the reading; return the key that the officer unwrapped."""
        if not reason.strip():
            raise ReadingReasonMissingError("reason")
        holding = step.separated.get(holding_id)
        if holding is None:
            raise SeparatedGoneError(holding_id)
        step.person_id = holding.person_id
        return read_recorded(self._office, step, holding, purpose, reason.strip())


def read_recorded(
    office: OpenOffice, step: Step, holding: SeparatedHolding, purpose: ReadingPurpose, reason: str
) -> bytes:
    """Record a reading inside a running action; return the key that the officer unwrapped.

    Raises `NotAnOfficerError`.
    """
    key = office.keys.open_separated(holding.id)
    step.separated.note_reading(
        holding,
        key,
        reason,
        at=office.clock.now(),
        account_id=office.actor.account_id,
        purpose=purpose.value,
    )
    return key
