"""The tasks of a day: what kind of work, until when, whom it concerns."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.measures import MeasureKind
from easycare_desktop.services.door import Step
from easycare_desktop.services.key_places import KeyPlaceView
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.protection import LONGEST_DAYS, REMIND_DAYS, Protection
from easycare_desktop.services.second_notices import all_notices
from easycare_desktop.storage.keys.sheets import sheet_openings


class TaskKind(Enum):
    """What kind of work a task is; the windows know which button belongs to it."""

    VERIFY_REQUEST = "verify_request"
    SETTLE_REQUEST = "settle_request"
    DECIDE_REQUEST = "decide_request"
    NOTIFY_REQUEST = "notify_request"
    ANSWER_VENDOR = "answer_vendor"
    APPROVE_PLAN = "approve_plan"
    RUN_PLAN = "run_plan"
    FINISH_PLAN = "finish_plan"
    PLAN_DUE = "plan_due"
    SECOND_NOTICE = "second_notice"
    CONSENT_MISSING = "consent_missing"
    CONSENT_ENDS = "consent_ends"
    RENEWAL = "renewal"
    STAFF_DUE = "staff_due"
    DESIGNATION = "designation"
    ACCOUNT_REPORT = "account_report"
    KEY_PLACE = "key_place"
    NO_KEY_PLACE = "no_key_place"
    CORRECTION_DUE = "correction_due"
    HOLD_ENDS = "hold_ends"
    SHEET_OPENED = "sheet_opened"
    KEYS_MISSING = "keys_missing"
    BACK_UP = "back_up"
    FIRST_BACKUP = "first_backup"
    RETURNED = "returned"
    CONTRACT_ENDS = "contract_ends"
    LEAVER_ACCOUNT = "leaver_account"
    ENDING_DUE = "ending_due"
    ANSWER_DUE = "answer_due"
    LOG_REVIEW = "log_review"
    STOP_DUE = "stop_due"
    LAW_RECHECK = "law_recheck"
    PASSWORD_OLD = "password_old"  # noqa: S105 - the kind of a task


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the first window. `subject` is the id of what the button opens.

    `others`: how many more persons or holdings it concerns; of a backup the days since. `apart`:
    what tells the person from others of that name.
    """

    kind: TaskKind
    due_on: date
    subject: int
    person_id: int | None = None
    name: str = ""
    others: int = 0
    number: str = ""
    apart: str = ""


_ASKED = {
    MeasureKind.CORRECTION: TaskKind.CORRECTION_DUE,
    MeasureKind.SUSPENSION: TaskKind.STOP_DUE,
}


def hold_tasks(office: OpenOffice, step: Step, today: date) -> list[Task]:
    """Return the holds that end within the week: after their last day the clock goes on."""
    held = [
        (each.hold_until, each.id, each.person_id)
        for each in step.uow.holdings.in_state(HoldingState.HELD)
    ]
    held += [
        (each.hold_until, each.id, each.person_id)
        for each in step.separated.all()
        if each.state is HoldingState.HELD
    ]
    last = today + timedelta(days=7)
    people = step.uow.people.some({person_id for _, _, person_id in held})
    return [
        Task(
            TaskKind.HOLD_ENDS,
            until,
            holding_id,
            person_id,
            office.index.name_of(person_id),
            number=people[person_id].number,
        )
        for until, holding_id, person_id in held
        if until is not None and until <= last
    ]


def notice_tasks(step: Step) -> list[Task]:
    """Return whom the office still owes word that what the law kept is gone, too."""
    return [
        Task(
            TaskKind.SECOND_NOTICE,
            each.due_on,
            each.plan_id,
            each.person_id,
            each.name,
            number=each.person_number,
        )
        for each in all_notices(step)
        if each.how is None
    ]


def correction_tasks(office: OpenOffice, step: Step) -> list[Task]:
    """Return the corrections and stops that were asked and not answered, with the last day.

    Of what was destroyed since nothing is left to be answered.
    """
    found: dict[tuple[TaskKind, int], date] = {}
    for measure, kind in _ASKED.items():
        asked = step.uow.measures.all_standing(measure)
        here = step.uow.many.some(each.holding_id for each in asked)
        for each in asked:
            if each.until is not None and each.holding_id in here:
                of_person = (kind, each.person_id)
                found[of_person] = min(each.until, found.get(of_person, each.until))
    return [
        Task(kind, until, person_id, person_id, office.index.name_of(person_id))
        for (kind, person_id), until in found.items()
        if office.index.get(person_id) is not None
    ]


def place_tasks(places: list[KeyPlaceView], today: date) -> list[Task]:
    """Return what is to be done about key places."""
    if not places:
        return [Task(TaskKind.NO_KEY_PLACE, today, 0)]
    return [
        Task(TaskKind.KEY_PLACE, today, each.id, name=each.label)
        for each in places
        if not each.newest
    ]


def backup_tasks(protection: Protection, today: date) -> list[Task]:
    """Remind of a backup by its days: from the third day on, late after a week."""
    days = protection.days
    if days is None:
        return [Task(TaskKind.FIRST_BACKUP, today, 0)]
    if days < REMIND_DAYS:
        return []
    last = today - timedelta(days=days)
    return [Task(TaskKind.BACK_UP, last + timedelta(days=LONGEST_DAYS), 0, others=days)]


def returned_tasks(step: Step, today: date) -> list[Task]:
    """Tell of papers that came back and wait to be filed: their period runs already."""
    waiting = step.uow.returned.waiting()
    if not waiting:
        return []
    return [Task(TaskKind.RETURNED, today, 0, others=len(waiting))]


_PLACE = {kind: kind.value for kind in TaskKind}


def in_order(task: Task) -> tuple[date, str, int]:
    """Return what tasks are sorted by."""
    return task.due_on, _PLACE[task.kind], task.subject


def key_tasks(office: OpenOffice, missing: int, today: date) -> list[Task]:
    """Return what is wrong with the keys: a sheet that was used, rows that nothing opens."""
    tasks = []
    openings = sheet_openings(office.keys.file, office.keys.sheet_number)
    if openings:
        tasks.append(Task(TaskKind.SHEET_OPENED, today, 0, others=openings))
    if missing:
        tasks.append(Task(TaskKind.KEYS_MISSING, today, 0, others=missing))
    return tasks
