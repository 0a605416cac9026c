"""Restrictions stand in the keys before they stand in the data; at open the stricter side wins."""

import logging
from collections import Counter

from easycare_desktop.domain.consents import ConsentMethod, ConsentResult, current_lines
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services import measures_running as running
from easycare_desktop.services.consent_ends import let_go
from easycare_desktop.services.consent_writing import WITHDRAWN, withdraw_in
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.withdrawals import plan_withdrawn

_log = logging.getLogger(__name__)


class RestrictionService:
    """The use case of opening: what was withdrawn, held or stopped stays so."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def apply(self) -> int:
        """Enter what the keys know and a stop or an older backup kept out of the data.

        Withdrawals, with what rested on them waiting to be destroyed; holds, suspensions and their
        ends; and what rested on consents that have run out. Return how many. A consent that was
        given anew after its withdrawal stays.
        """
        return self._withdrawals() + self._measures() + self._consents()

    def _consents(self) -> int:
        with self._door.enter(Action.RECOVERED, detail="consents") as step:
            step.count = let_go(self._office, step)
            return step.count

    def _measures(self) -> int:
        with self._door.enter(Action.RECOVERED, detail="measures") as step:
            step.count = running.apply_standing(self._office, step)
            step.count += running.resume_over(self._office, step)
            return step.count

    def _withdrawals(self) -> int:
        known = Counter(
            (int(each.subject), str(each.facts["purpose"]))
            for each in self._office.keys.restrictions()
            if each.kind == WITHDRAWN
        )
        if not known:
            return 0
        now = self._office.clock.now()
        with self._door.enter(Action.RECOVERED, detail="restrictions") as step:
            step.count = 0
            for (person_id, purpose), times in known.items():
                lines = step.uow.consents.of_person(person_id)
                entered = sum(
                    line.purpose == purpose and line.result is ConsentResult.WITHDRAWN
                    for line in lines
                )
                line = current_lines(lines).get(purpose)
                if entered < times and line is not None and line.result is ConsentResult.GIVEN:
                    withdraw_in(
                        step.uow,
                        person_id,
                        purpose,
                        ConsentMethod.IN_PERSON,
                        max(now.date(), line.said_on),
                        account_id=self._office.actor.account_id,
                        at=now,
                    )
                    self._plan(step, person_id, purpose)
                    step.count += 1
            return step.count

    def _plan(self, step: Step, person_id: int, purpose: str) -> None:
        """Plan the end of what rested on a consent; a refusal does not shut the office."""
        try:
            plan_withdrawn(self._office, step.uow, person_id, purpose, self._office.today())
        except Refusal as refusal:
            _log.warning("a withdrawal has no plan: %s", type(refusal).__name__)
