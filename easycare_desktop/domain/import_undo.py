"""Taking back what a list brought in: who goes, who stays, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from easycare_desktop.domain.import_runs import ImportRun
from easycare_desktop.domain.refusals import Refusal


class Stays(Enum):
    """Why somebody whom a list brought in cannot be taken back with it, the weightiest first."""

    PAPER = "paper"
    REQUEST = "request"
    CONSENT = "consent"
    SCAN = "scan"
    ENDED = "ended"
    CHANGED = "changed"
    MORE = "more"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class UndoView:
    """What taking a list back would do: how many go or are reversed, and who stays, and why.

    `untied`: guardians of others who were tied by it, and are not any more.
    """

    run: ImportRun
    gone: int
    reversed: int
    stays: Mapping[int, Stays]
    untied: int = 0


class UndoUnfinishedError(Refusal):
    """The keys have ended, and something stopped what follows: the next opening finishes it."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class PersonStaysError(Refusal):
    """Something was done with what was just written down; it can only be ended or corrected now."""

    def __init__(self, why: Stays) -> None:
        super().__init__(why)
        self.why = why
