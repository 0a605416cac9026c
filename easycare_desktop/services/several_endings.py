"""Several people whose relation ended together: each by name, each with a case of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.people import EndingReason
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.decisions import DecisionService
from easycare_desktop.services.judgement import Judgement
from easycare_desktop.services.requests import RequestService


@dataclass(frozen=True, slots=True)
class EndingDays:
    """Why and when the relation ended; the same for everybody."""

    ending: EndingReason | None
    ended_on: date
    last_service_on: date | None


@dataclass(frozen=True, slots=True)
class EndingLook:
    """What would go and stay of each person; `refused`: of whom nothing can be said, and why."""

    judged: Mapping[int, Judgement]
    refused: Mapping[int, Refusal]


@dataclass(frozen=True, slots=True)
class Ended:
    """The cases that were decided, by person; `refused`: who goes on as before, and why."""

    cases: Mapping[int, int]
    refused: Mapping[int, Refusal]


class SeveralEndings:
    """Use cases of endings together. A case is never half there; one does not stop the others."""

    def __init__(self, requests: RequestService, decisions: DecisionService) -> None:
        self._requests, self._decisions = requests, decisions

    def look(self, people: Iterable[int], days: EndingDays) -> EndingLook:
        """Show what would go and stay of each; nothing is changed."""
        judged: dict[int, Judgement] = {}
        refused: dict[int, Refusal] = {}
        for person_id in people:
            try:
                judged[person_id] = self._decisions.preview(
                    person_id,
                    ended_on=days.ended_on,
                    last_service_on=days.last_service_on,
                    ending=days.ending,
                )
            except Refusal as refusal:
                refused[person_id] = refusal
        return EndingLook(judged, refused)

    def end(self, people: Iterable[int], ending: EndingReason, days: EndingDays) -> Ended:
        """End the relation with each and plan what goes; nothing is destroyed."""
        cases: dict[int, int] = {}
        refused: dict[int, Refusal] = {}
        for person_id in people:
            try:
                cases[person_id] = self._end(person_id, ending, days)
            except Refusal as refusal:
                refused[person_id] = refusal
        return Ended(cases, refused)

    def take_back(self, ended: Ended) -> Mapping[int, Refusal]:
        """Take back every ending that was not carried out; return of whom it could not be."""
        refused: dict[int, Refusal] = {}
        for person_id, request_id in ended.cases.items():
            try:
                self._requests.take_back(request_id)
            except Refusal as refusal:
                refused[person_id] = refusal
        return refused

    def _end(self, person_id: int, ending: EndingReason, days: EndingDays) -> int:
        request = self._requests.take_ending(
            person_id, ending, last_service_on=days.last_service_on, ended_on=days.ended_on
        )
        try:
            self._decisions.decide(request.id)
        except Refusal:
            self._requests.take_back(request.id)
            raise
        return request.id
