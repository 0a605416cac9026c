"""Who belongs to whom: a guardian to a recipient, and how that ended."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from easycare_desktop.domain.people import EndingReason
from easycare_desktop.domain.refusals import Refusal


class LinkEnding(Enum):
    """Why somebody is no longer the guardian of a recipient."""

    REPLACED = "replaced"
    DECLINED = "declined"
    DIED = "died"
    MISTAKE = "mistake"


ENDING_OF_GUARDIAN = {LinkEnding.DIED: EndingReason.DEATH}
"""How the data of a guardian end who belongs to nobody any more; else by the end of the tie."""


@dataclass(frozen=True, slots=True)
class EndedLink:
    """A guardian who was tied to a recipient, until when and why."""

    id: int
    recipient_id: int
    guardian_id: int
    ended_on: date
    reason: LinkEnding


class NotLinkedError(Refusal):
    """This guardian is not tied to this recipient."""


class AlreadyLinkedError(Refusal):
    """This guardian is tied to this recipient already."""
