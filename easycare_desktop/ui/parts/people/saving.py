"""Saving what a form holds: somebody new in one step, a correction group by group."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from easycare_desktop.domain.holdings import HoldingContent
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.people import PeopleService
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.people.form_task import FormTask
from easycare_desktop.ui.parts.shared.refused import tell

UNDO_REASON = "방금 고친 것을 되돌림"
Clean = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Step:
    """One corrected group: what it was, and the version it has now."""

    group: str
    before: Mapping[str, str]
    version: int


def register(people: PeopleService, task: FormTask, values: Clean) -> Person:
    """Register somebody new, or a guardian of the task's recipient."""
    recipient = task.recipient.id if task.recipient else None
    return people.register(task.kind, values, guardian_of=recipient)


def correct(
    people: PeopleService,
    person_id: int,
    clean: Clean,
    versions: Mapping[str, int],
    reason: str,
    saved: Callable[[str, HoldingContent], None],
) -> None:
    """Save group after group, telling `saved` of each; stops at the first refusal."""
    for group, fields in clean.items():
        content = people.save_group(
            person_id, group, fields, expected_version=versions[group], reason=reason
        )
        saved(group, content)


class UndoCorrection:
    """되돌리기 of the last correction: puts back what was there, as a change of its own."""

    def __init__(
        self,
        people: PeopleService,
        messages: Messages,
        person_id: int,
        steps: tuple[Step, ...],
        done: Callable[[int], None],
    ) -> None:
        self._people, self._messages = people, messages
        self._person_id, self._steps, self._done = person_id, steps, done

    def __call__(self) -> None:
        """Put back; somebody who saved in between is not overwritten."""
        try:
            for step in self._steps:
                self._people.save_group(
                    self._person_id,
                    step.group,
                    step.before,
                    expected_version=step.version,
                    reason=UNDO_REASON,
                )
        except Refusal as refusal:
            tell(self._messages, "되돌리지 못했습니다", refusal)
        self._done(self._person_id)
