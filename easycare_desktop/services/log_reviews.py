"""Looking the access log through month by month, and what was found on record.

What was found is sealed in a holding of the office; how long the log was and its last hash stand in
the ledger, whose head an officer signs: a log that is written anew no longer fits.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.log_review import (
    Finding,
    FindingsUnansweredError,
    LogTrace,
    Month,
    MonthNotOverError,
    MonthReviewedError,
    findings,
    month_from,
    month_of,
)
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.rights import VERB_OF, Action, Right, Verb
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import checked_values, new_of_office
from easycare_desktop.services.tasks import Task, TaskKind

GROUP, CYCLE = "log_review", "log_review"


@dataclass(frozen=True, slots=True)
class LogReview:
    """A review as it stands on record. `found` and `done`: what was found out and done about it.

    `lines`: how many the month has; `marked`: how many things stood out; `head`: number and hash of
    the last line of that month.
    """

    month: Month
    reviewed_on: date
    account_id: int
    lines: int
    marked: int
    head: str
    found: str
    done: str


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One month that is over, with its review once there is one."""

    month: Month
    review: LogReview | None


@dataclass(frozen=True, slots=True)
class FindingLine:
    """What stands out, with the name of the account and the number of the person."""

    finding: Finding
    account: str
    person_number: str


@dataclass(frozen=True, slots=True)
class MonthLook:
    """A month of the log as its reviewer sees it."""

    month: Month
    lines: int
    verbs: Mapping[Verb, int]
    findings: tuple[FindingLine, ...]
    head: str
    review: LogReview | None


class LogReviewService:
    """Use cases of looking a month through."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def months(self) -> tuple[MonthLine, ...]:
        """Return every month that is over and in which anything happened, the newest first."""
        with self._door.enter(Action.LOG_READ, detail="months") as step:
            known = reviews_in(step)
            months = _months_over(step, self._office.today(), known)
            return tuple(MonthLine(each, known.get(each)) for each in reversed(months))

    def look(self, month: Month) -> MonthLook:
        """Return what a month holds and what stands out in it."""
        with self._door.enter(Action.LOG_READ, detail=f"month {month.iso}") as step:
            found = look_in(self._office, step, month)
            step.count = found.lines
            return found

    def record(self, month: Month, found: str, done: str) -> LogReview:
        """Record that a month was looked through.

        Raises `MonthNotOverError`, `MonthReviewedError`, `FindingsUnansweredError` where something
        stands out and nothing is said of it, `ValuesRefusedError`.
        """
        office = self._office
        if month.last >= office.today():
            raise MonthNotOverError(month.iso)
        with self._door.enter(Action.LOG_REVIEWED, detail=month.iso) as step:
            look = look_in(office, step, month)
            if look.review is not None:
                raise MonthReviewedError(month.iso)
            if look.findings and not found.strip():
                raise FindingsUnansweredError("found")
            step.count = look.lines
            review = LogReview(
                month=month,
                reviewed_on=office.today(),
                account_id=office.actor.account_id,
                lines=look.lines,
                marked=len(look.findings),
                head=look.head,
                found=found.strip(),
                done=done.strip(),
            )
            clean = checked_values(office, _values(review), GROUP)
            step.uow.holdings.add([new_of_office(office, step.uow, GROUP, clean)])
            facts = {"month": month.iso, "lines": review.lines, "head": review.head}
            facts |= {"marked": review.marked, "by": review.account_id}
            office.keys.ledger_append(GROUP, facts, office.clock.now())
            return review


def look_in(office: OpenOffice, step: Step, month: Month) -> MonthLook:
    """Look a month through inside a running action."""
    entries = list(step.uow.log.between(month.first, month.last))
    traces = [
        LogTrace(
            each.seq,
            each.at,
            each.account_id,
            each.person_id or 0,
            each.action,
            each.count,
            each.outcome != "ok",
        )
        for each in entries
    ]
    known = findings(traces, office.calendar, office.law.log_marks)
    verbs = Counter(VERB_OF.get(each.action, Verb.MANAGE) for each in entries)
    head = f"{entries[-1].seq} · {entries[-1].hash.hex()}" if entries else ""
    lines = tuple(_lines(office, step, known))
    return MonthLook(month, len(entries), verbs, lines, head, reviews_in(step).get(month))


def reviews_in(step: Step) -> dict[Month, LogReview]:
    """Return every review on record by month."""
    found = [_review(values) for _, values in step.uow.everybody.of_group(GROUP, HERE)]
    return {each.month: each for each in found}


def review_tasks(office: OpenOffice, step: Step, today: date) -> list[Task]:
    """Return the task of looking through what nobody has looked through, for whoever may.

    It is due one cycle after the last review, or after the log began.
    """
    if not office.actor.may(Right.REVIEW_LOG):
        return []
    known = reviews_in(step)
    months = [each for each in _months_over(step, today, known) if each not in known]
    begun = step.uow.log.begun_on()
    if not months or begun is None:
        return []
    last = max((each.reviewed_on for each in known.values()), default=begun)
    due = period_end(last, office.law.deadlines.period(CYCLE))
    due = max(due, months[0].next.first)
    return [Task(TaskKind.LOG_REVIEW, due, months[0].number, others=len(months) - 1)]


def _months_over(step: Step, today: date, known: Mapping[Month, LogReview]) -> list[Month]:
    """Return the months over, oldest first: those with a review, or in which something happened."""
    begun = step.uow.log.begun_on()
    month, months = month_of(begun or today), list[Month]()
    while month.last < today:
        if month in known or step.uow.log.has_between(month.first, month.last):
            months.append(month)
        month = month.next
    return months


def _lines(office: OpenOffice, step: Step, known: Iterable[Finding]) -> Iterable[FindingLine]:
    found = list(known)
    people = step.uow.people.some({each.person_id for each in found if each.person_id})
    accounts = {each.id: each.name for each in office.keys.accounts()}
    for each in found:
        person = people.get(each.person_id)
        yield FindingLine(
            each, accounts.get(each.account_id, ""), person.number if person is not None else ""
        )


def _values(review: LogReview) -> dict[str, str]:
    return {
        "month": str(review.month.number),
        "reviewed_on": review.reviewed_on.isoformat(),
        "account": str(review.account_id),
        "lines": str(review.lines),
        "marked": str(review.marked),
        "head": review.head,
        "found": review.found,
        "done": review.done,
    }


def _review(values: Mapping[str, str]) -> LogReview:
    return LogReview(
        month=month_from(int(values["month"])),
        reviewed_on=date.fromisoformat(values["reviewed_on"]),
        account_id=int(values["account"]),
        lines=int(values["lines"]),
        marked=int(values["marked"]),
        head=values.get("head", ""),
        found=values.get("found", ""),
        done=values.get("done", ""),
    )
