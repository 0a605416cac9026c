"""What was asked about single data of a person, and what the office answered.

Sources: Personal Information Protection Act arts. 36 and 37, Decree arts. 43(3) and 44(2): the
answer comes within ten days; one that does not follow the request says why and how to object.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import Enum

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.requests import DateInFutureError


class AnswerResult(Enum):
    """Whether the office did what it was asked."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class MeasureAnswer:
    """What the person is told. `why`: needed unless all of it was done."""

    result: AnswerResult
    on: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class MeasureCase:
    """What is sealed with a measure: the words of the case, when it was asked, the answer."""

    reason: str
    asked_on: date | None = None
    answer: MeasureAnswer | None = None


class AnswerReasonMissingError(InputRefusal):
    """A request that is refused, wholly or in part, is answered with the reason."""


class NothingAnsweredError(Refusal):
    """Nothing that a person asked was answered yet."""


def check_answer(answer: MeasureAnswer, asked_on: date | None, today: date) -> None:
    """Raise `AnswerReasonMissingError`, `DateInFutureError`, or `AnsweredBeforeAskedError`."""
    if answer.on > today:
        raise DateInFutureError("on")
    if asked_on is not None and answer.on < asked_on:
        raise AnsweredBeforeAskedError("on")
    if answer.result is not AnswerResult.GRANTED and not answer.why.strip():
        raise AnswerReasonMissingError("why")


class AnsweredBeforeAskedError(InputRefusal):
    """Nothing is answered before it was asked."""


def case_as_text(case: MeasureCase) -> str:
    """Return a case as it is sealed; one that nobody asked is its words alone."""
    if case.asked_on is None and case.answer is None:
        return case.reason
    answer = None
    if case.answer is not None:
        answer = asdict(case.answer) | {
            "result": case.answer.result.value,
            "on": case.answer.on.isoformat(),
        }
    asked = case.asked_on.isoformat() if case.asked_on else None
    return json.dumps({"reason": case.reason, "asked_on": asked, "answer": answer})


def case_from_text(text: str) -> MeasureCase:
    """Return what `case_as_text` wrote; any other text is the words of a case."""
    try:
        told = json.loads(text)
    except ValueError:
        return MeasureCase(text)
    if not isinstance(told, dict) or told.keys() != {"reason", "asked_on", "answer"}:
        return MeasureCase(text)
    asked, said = told["asked_on"], told["answer"]
    answer = None
    if said is not None:
        on = date.fromisoformat(said["on"])
        answer = MeasureAnswer(AnswerResult(said["result"]), on, said["why"])
    return MeasureCase(told["reason"], date.fromisoformat(asked) if asked else None, answer)
