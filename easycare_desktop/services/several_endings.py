"""Relations that end: one alone, or several together, each by name and with a case of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from easycare_desktop.domain.known_ends import KnownEnd, known_end
from easycare_desktop.domain.once_more import CONTRACTS
from easycare_desktop.domain.people import EndingReason, last_of
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.requests import Request
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.decisions import Decision, DecisionService
from easycare_desktop.services.judgement import Judgement
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.requests import RequestService

_TELL_OF_AN_END = ("identity", "employment", *CONTRACTS)


@dataclass(frozen=True, slots=True)
class EndingDays:
    """Why and when the relation ended; of several people, where nothing else is on record."""

    ending: EndingReason | None
    ended_on: date
    last_service_on: date | None

    @property
    def ends_on(self) -> date:
        """The day from which it can be decided."""
        return last_of(self.ended_on, self.last_service_on)

    def with_known(self, known: KnownEnd) -> "EndingDays":
        """Return the days of somebody of whom something is on record: that goes before."""
        ended_on = known.on or self.ended_on
        last = self.last_service_on
        if known.last_service_on is not None:
            last = min(known.last_service_on, ended_on)
        return replace(self, ended_on=ended_on, last_service_on=last)


@dataclass(frozen=True, slots=True)
class EndingLook:
    """What would go and stay of each person; `refused`: of whom nothing can be said, and why.

    `days`: those that count for each.
    """

    judged: Mapping[int, Judgement]
    refused: Mapping[int, Refusal]
    days: Mapping[int, EndingDays]


@dataclass(frozen=True, slots=True)
class Ended:
    """The cases that were opened, by person; `refused`: who goes on as before, and why.

    `stopped`: what nobody foresaw, after which nobody else was ended. `waiting`: who is served
    until a day still to come, on which the case is decided.
    """

    cases: Mapping[int, int]
    refused: Mapping[int, Refusal]
    stopped: Exception | None = None
    waiting: frozenset[int] = frozenset()


class SeveralEndings:
    """Use cases of endings without a form: every one of them goes through `end_one`.

    Of several one that is refused does not stop the others.

    Where the program ends between the two steps of a case, that waits among the requests.
    """

    def __init__(
        self, office: OpenOffice, requests: RequestService, decisions: DecisionService
    ) -> None:
        self._office = office
        self._door = office.door
        self._requests, self._decisions = requests, decisions

    def look(self, people: Iterable[int], days: EndingDays) -> EndingLook:
        """Show what would go and stay of each; nothing is changed."""
        judged: dict[int, Judgement] = {}
        refused: dict[int, Refusal] = {}
        each_days = self._days_of(people, days)
        for person_id, own in each_days.items():
            try:
                judged[person_id] = self._decisions.preview(
                    person_id,
                    ended_on=own.ended_on,
                    last_service_on=own.last_service_on,
                    ending=own.ending,
                )
            except Refusal as refusal:
                refused[person_id] = refusal
        return EndingLook(judged, refused, each_days)

    def end(self, people: Iterable[int], ending: EndingReason, days: EndingDays) -> Ended:
        """End the relation with each and plan what goes; nothing is destroyed.

        Whose day is still to come is announced.
        """
        cases: dict[int, int] = {}
        refused: dict[int, Refusal] = {}
        waiting: set[int] = set()
        for person_id, own in self._days_of(people, days).items():
            try:
                if self.is_ahead(own):
                    cases[person_id] = self.announce(person_id, ending, own).id
                    waiting.add(person_id)
                else:
                    cases[person_id] = self.end_one(person_id, ending, own).request.id
            except Refusal as refusal:
                refused[person_id] = refusal
            except Exception as error:  # noqa: BLE001 - who was ended before it is to be told
                return Ended(cases, refused, error, frozenset(waiting))
        return Ended(cases, refused, None, frozenset(waiting))

    def is_ahead(self, days: EndingDays) -> bool:
        """Tell whether somebody is still served today."""
        return self._office.today() < days.ends_on

    def announce(self, person_id: int, ending: EndingReason, days: EndingDays) -> Request:
        """Note an ending that is still to come: until its day everything stays in use.

        Raises what `RequestService.take_ending` raises.
        """
        return self._requests.take_ending(
            person_id, ending, last_service_on=days.last_service_on, ended_on=days.ended_on
        )

    def end_one(self, person_id: int, ending: EndingReason, days: EndingDays) -> Decision:
        """End the relation with one person and plan what goes; a case that is refused goes again.

        Raises what `RequestService.take_ending` and `DecisionService.decide` raise.
        """
        request = self.announce(person_id, ending, days)
        try:
            return self._decisions.decide(request.id)
        except Exception:
            self._requests.take_back(request.id)
            raise

    def take_back(self, ended: Ended) -> Mapping[int, Refusal]:
        """Take back every ending that was not carried out; return of whom it could not be."""
        refused: dict[int, Refusal] = {}
        for person_id, request_id in ended.cases.items():
            try:
                self._requests.take_back(request_id)
            except Refusal as refusal:
                refused[person_id] = refusal
        return refused

    def _days_of(self, people: Iterable[int], days: EndingDays) -> dict[int, EndingDays]:
        found: dict[int, EndingDays] = {}
        with self._door.enter(Action.HOLDINGS_READ, detail="known ends") as step:
            for person_id in people:
                opened = {
                    group: content.values
                    for group in _TELL_OF_AN_END
                    if (content := step.uow.holdings.open_group(person_id, group)) is not None
                }
                found[person_id] = days.with_known(known_end(opened))
            step.count = len(found)
        return found
