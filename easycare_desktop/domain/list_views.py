"""Views of the people list: whom it shows, in which order, and under which name it is kept."""

from dataclasses import dataclass
from enum import Enum
from typing import Self

from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.signal_rules import SignalTopic

LONGEST_NAME = 20


class Sort(Enum):
    """In which order."""

    NAME = "name"
    NEWEST = "newest"
    NUMBER = "number"
    BIRTH = "birth"
    VALID_UNTIL = "valid_until"


class Attention(Enum):
    """Whom else than by topic: everybody with a signal, and who may have been registered twice."""

    ANY = "any"
    TWICE = "twice"


Care = SignalTopic | Attention


class ViewNameError(InputRefusal):
    """A view is kept under a name of one to twenty letters."""


@dataclass(frozen=True, slots=True)
class ListView:
    """One view. `name`: empty where it is not kept. Nothing in it is about one person.

    `job`: of an employee. `service`: one that a recipient has a contract about.
    """

    name: str = ""
    kinds: tuple[PersonKind, ...] = ()
    care: Care | None = None
    state: PersonState | None = None
    grade: str = ""
    sort: Sort = Sort.NAME
    job: str = ""
    service: str = ""

    @property
    def narrows(self) -> bool:
        """Tell whether anybody is left out, beside by kind."""
        codes = self.grade or self.job or self.service
        return self.care is not None or self.state is not None or bool(codes)

    def told(self) -> dict[str, object]:
        """Return the view as codes."""
        return {
            "name": self.name,
            "kinds": [each.value for each in self.kinds],
            "care": self.care.value if self.care else "",
            "state": self.state.value if self.state else "",
            "grade": self.grade,
            "sort": self.sort.value,
            "job": self.job,
            "service": self.service,
        }

    @classmethod
    def of(cls, told: dict[str, object]) -> Self:
        """Return the view that codes tell of."""
        kinds, care, state = told["kinds"], str(told["care"]), str(told["state"])
        return cls(
            name=str(told["name"]),
            kinds=tuple(map(PersonKind, kinds)) if isinstance(kinds, list) else (),
            care=care_of(care) if care else None,
            state=PersonState(state) if state else None,
            grade=str(told["grade"]),
            sort=Sort(told["sort"]),
            # Views that were kept before know neither.
            job=str(told.get("job", "")),
            service=str(told.get("service", "")),
        )


def care_of(code: str) -> Care:
    """Return the topic or attention with this code."""
    topics = {each.value for each in SignalTopic}
    return SignalTopic(code) if code in topics else Attention(code)
