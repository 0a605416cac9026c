"""Ties between recipients and guardians: ended with a day and a reason, and undone at once."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.people import EndingReason, PersonState
from easycare_desktop.domain.relations import (
    ENDING_OF_GUARDIAN,
    EndedLink,
    LinkEnding,
)
from easycare_desktop.domain.requests import DateInFutureError
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.requests import RequestService
from easycare_desktop.services.returning import keep_in_use
from easycare_desktop.services.several_endings import EndingDays, SeveralEndings
from easycare_desktop.services.ties import tied


@dataclass(frozen=True, slots=True)
class Untied:
    """What was done, to be undone: the row, and the case of a guardian whose data end with it."""

    number: int
    recipient_id: int
    guardian_id: int
    order: tuple[int, ...]
    request_id: int = 0
    plan_id: int = 0


class RelationService:
    """Use cases of ties that end."""

    def __init__(
        self, office: OpenOffice, requests: RequestService, endings: SeveralEndings
    ) -> None:
        self._office = office
        self._door = office.door
        self._requests, self._endings = requests, endings

    def is_last(self, recipient_id: int, guardian_id: int) -> bool:
        """Tell whether the guardian belongs to no other recipient in use."""
        with self._door.enter(Action.HOLDINGS_READ, person_id=guardian_id, detail="ties") as step:
            return not _others(step, recipient_id, guardian_id)

    def ended(self, person_id: int) -> list[EndedLink]:
        """Return the ties of a person that ended, newest first."""
        with self._door.enter(Action.HISTORY_READ, person_id=person_id, detail="ties") as step:
            return step.uow.relations.of(person_id)

    def end(
        self,
        recipient_id: int,
        guardian_id: int,
        on: date,
        reason: LinkEnding,
        *,
        with_data: bool,
    ) -> Untied:
        """Untie a guardian from a recipient.

        `with_data`: where no other recipient is left the purpose has ended with it: clocks start,
        and the plan waits for its approval. Raises `NotLinkedError`, `DateInFutureError`,
        `PersonHasEndedError` and what an ending raises.
        """
        if on > self._office.today():
            raise DateInFutureError("ended_on")
        with self._door.enter(Action.HOLDINGS_READ, person_id=guardian_id, detail="ties") as step:
            order = tied(step.uow, recipient_id, guardian_id)
            guardian = step.uow.people.get(guardian_id)
            ends = with_data and guardian.state is PersonState.ACTIVE
            ends = ends and not _others(step, recipient_id, guardian_id)
        request_id, plan_id = self._end_data(guardian_id, on, reason) if ends else (0, 0)
        with self._door.enter(
            Action.PERSON_CORRECTED, person_id=recipient_id, detail=f"tie: {reason.value}"
        ) as step:
            number = step.uow.relations.end(
                recipient_id,
                guardian_id,
                on,
                reason,
                at=self._office.clock.now(),
                account_id=self._office.actor.account_id,
            )
            rest = [each for each in order if each != guardian_id]
            step.uow.people.put_in_order(recipient_id, rest)
        return Untied(number, recipient_id, guardian_id, order, request_id, plan_id)

    def undo(self, untied: Untied) -> None:
        """Tie again as it was, and take the ending of the guardian back.

        Raises `RequestStepError` or `PlanStepError` where that has gone on.
        """
        if untied.request_id:
            self._requests.take_back(untied.request_id)
        with self._door.enter(
            Action.PERSON_CORRECTED, person_id=untied.recipient_id, detail="tie again"
        ) as step:
            people = step.uow.people
            known = people.guardians_of(untied.recipient_id)
            if untied.guardian_id not in known:
                keep_in_use(self._office, step.uow, untied.guardian_id)
                people.link(untied.recipient_id, untied.guardian_id, len(known) + 1)
                step.uow.relations.take_out(untied.number)
            order = [each for each in untied.order if each in {*known, untied.guardian_id}]
            later = [each for each in known if each not in order]
            people.put_in_order(untied.recipient_id, [*order, *later])

    def _end_data(self, guardian_id: int, on: date, reason: LinkEnding) -> tuple[int, int]:
        ending = ENDING_OF_GUARDIAN.get(reason, EndingReason.RELATION_END)
        request = self._endings.end_one(guardian_id, ending, EndingDays(ending, on, None)).request
        return request.id, request.destruction_id or 0


def _others(step: Step, recipient_id: int, guardian_id: int) -> list[int]:
    people = step.uow.people
    known = people.some(people.recipients_of(guardian_id))
    return [
        each.id
        for each in known.values()
        if each.id != recipient_id and each.state is PersonState.ACTIVE
    ]
