"""The rules by which an office keeps an eye on people, as rows of data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from easycare_desktop.domain.people import PersonKind

Contents = Mapping[str, Mapping[str, str]]


class SignalTopic(Enum):
    """By what the list of people is narrowed."""

    RENEWAL = "renewal"
    TRAINING = "training"
    LICENCE = "licence"
    MISSING = "missing"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class SignalRule:
    """One row. `opens`, `closes`, `every` and `lead` are codes of deadlines, or empty.

    A rule with `every` comes again, up to the day `ends` where there is one, and is not done before
    the field `hours`, where it is filled, tells of as many as are `needed`; one with `opens` is a
    window, one with `within` waits until `told` says it was reported. Any other asks whether
    something is there: a field, or without one the item group; one with `under` asks it of people
    younger than that. `doubtful`: its article is from memory.
    """

    code: str
    label: str
    topic: SignalTopic
    persons: frozenset[PersonKind]
    group: str
    field: str = ""
    jobs: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()
    since: tuple[str, str] = ("", "")
    ends: tuple[str, str] = ("", "")
    opens: str = ""
    closes: str = ""
    every: str = ""
    lead: str = ""
    hours: str = ""
    needed: int = 0
    within: str = ""
    told: str = ""
    under: int = 0
    doubtful: bool = False
    law: str = ""
    article: str = ""
    checked_on: date | None = None
    confirmed_on: date | None = None

    @property
    def deadlines(self) -> tuple[str, ...]:
        """The codes of the deadlines it rests on."""
        return tuple(filter(None, (self.opens, self.closes, self.every, self.lead, self.within)))

    @property
    def needs_confirmation(self) -> bool:
        """Whether the officer still has to look the article up in the law."""
        return self.doubtful and self.confirmed_on is None

    def concerns(self, kind: PersonKind, contents: Contents) -> bool:
        """Tell whether the rule is about this person."""
        if kind not in self.persons:
            return False
        return not self.jobs or contents.get("employment", {}).get("job", "") in self.jobs
