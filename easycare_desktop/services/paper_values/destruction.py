"""Certificate of destruction, from recorded facts alone."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.destruction_certificate import (
    CertificateState,
    DestroyedGroup,
    DestructionCertificate,
    FileCopy,
    KeyRun,
    LedgerProof,
    OutsideCopy,
    PersonCopy,
    SearchLine,
)
from easycare_desktop.documents.values import Actor
from easycare_desktop.documents.words import word
from easycare_desktop.domain.destruction import (
    NotVerifiedError,
    OutsideState,
    Plan,
    PlanAction,
    PlanCause,
    PlanState,
)
from easycare_desktop.domain.people import Person
from easycare_desktop.services.commitment import commitment
from easycare_desktop.services.destruction_failure import BROKEN
from easycare_desktop.services.paper_values.common import (
    Desk,
    cause_sentence,
    list_of,
    numbers_of,
    switched_at,
)
from easycare_desktop.services.paper_values.recorded_places import places_of, struck_off
from easycare_desktop.services.paper_values.twins import twins
from easycare_desktop.services.returning import LETTER_GROUP

STATES = {PlanState.DONE: CertificateState.COMPLETE, PlanState.PARTIAL: CertificateState.PARTIAL}


def certificate(desk: Desk, plan_id: int, *, for_person: bool) -> DestructionCertificate:
    """Return the certificate of a finished plan; raise `NotVerifiedError` before its checks."""
    plans = desk.step.uow.plans
    plan, facts = plans.get(plan_id), plans.facts(plan_id)
    if plan.state not in STATES or "checks" not in facts or "switch" not in facts:
        raise NotVerifiedError(plan.number)
    person = main_person(desk, plan)
    known = _letter(desk, person)
    if for_person and not _is_tied(known, person, facts):
        raise NotVerifiedError(plan.number)
    checks = _part(facts, "checks")
    broken = bool(BROKEN & {str(each) for each in list_of(facts.get("open"))})
    return DestructionCertificate(
        office=desk.head,
        facts=desk.facts,
        state=CertificateState.FAILED if broken else STATES[plan.state],
        failure=phrases.CHECK_FAILED if broken else "",
        copy=PersonCopy(known.get("name", ""), known["salt"]) if for_person else FileCopy(),
        issued_on=desk.today(),
        person_number=numbers_of(persons_of(desk, plan, person)),
        person_kind=", ".join(kinds_of(persons_of(desk, plan, person))),
        reason=reason_of(plan),
        article=phrases.DESTRUCTION_ARTICLE,
        reason_on=reason_day(plan, person),
        destroy_by=plan.due_on,
        groups=_groups(desk, plan, _part(facts, "swept")),
        run=_run(_part(facts, "switch"), int(str(checks.get("living_opened", 0)))),
        key_places=places_of(facts),
        searches=_searches(checks),
        outside=(*outside_of(plan), *twins(desk, facts)),
        kept=desk.kept_of(plan),
        actors=actors_of(desk, plan, facts),
        proof=proof_of(facts),
        request_number=request_number_of(desk, plan),
        approval_number=plan.number,
        lost_places=tuple(int(str(each)) for each in list_of(facts.get("lost"))),
        mentions_found=int(str(checks.get("mentions", 0))),
        struck_off=struck_off(facts),
        searched_again=bool(checks.get("search_again")),
    )


def reason_of(plan: Plan) -> str:
    """Say why a plan exists: a cause that says it all is not said twice."""
    said = word(plan.cause)
    whole = plan.cause in {PlanCause.PERIOD_OVER, PlanCause.WITHDRAWAL, PlanCause.CONSENT_OVER}
    return said if whole else f"{said} · {cause_sentence(plan.cause)}"


def reason_day(plan: Plan, person: Person) -> date:
    """Return the day from which the last day of the plan was counted.

    Of a period that is over it is the end of the one that ended first; of an ending, its day.
    """
    asked = plan.requested_at.date()
    if plan.cause is PlanCause.PERIOD_OVER:
        return min([asked, *(each.until for each in plan.items if each.until)])
    ended = plan.cause in {PlanCause.REQUEST, PlanCause.ENDING}
    return (person.ended_on if ended else None) or asked


def _is_tied(known: Mapping[str, str], person: Person, facts: Mapping[str, object]) -> bool:
    """Tell whether the letter has a salt, and is the one that was tied to the copy that stays."""
    salt = known.get("salt", "")
    own = commitment(salt, known.get("name", ""), person.number)
    return bool(salt) and facts.get("commitment", own) == own


def _letter(desk: Desk, person: Person) -> Mapping[str, str]:
    letter = desk.step.uow.holdings.open_group(person.id, LETTER_GROUP)
    return letter.values if letter else {}


def kinds_of(persons: Sequence[Person]) -> list[str]:
    """Return the words for the kinds of persons."""
    return list(dict.fromkeys(word(person.kind) for person in persons))


def main_person(desk: Desk, plan: Plan) -> Person:
    """Return the person whose case it is."""
    uow = desk.step.uow
    if plan.request_id is not None:
        return uow.people.get(uow.requests.get(plan.request_id).person_id)
    return uow.people.get(min(plan.persons))


def persons_of(desk: Desk, plan: Plan, main: Person) -> list[Person]:
    """Return everybody whose data the plan touched, the main person first."""
    return [main, *(desk.step.uow.people.get(each) for each in sorted(plan.persons - {main.id}))]


def _groups(desk: Desk, plan: Plan, swept: Mapping[str, object]) -> tuple[DestroyedGroup, ...]:
    counts: dict[str, int] = {}
    files: dict[str, int] = {}
    moved: dict[str, str] = {}
    found = _part(swept, "files_of")
    for item in plan.items:
        if item.action is PlanAction.DESTROY:
            label = desk.item_label(item)
            moved[label] = phrases.REST_MOVED if item.fields else ""
            counts[label] = counts.get(label, 0) + 1
            files[label] = files.get(label, 0) + int(str(found.get(str(item.holding_id), 0)))
    return tuple(
        DestroyedGroup(
            label=label,
            keys=count,
            rows=count,
            files=files[label],
            reason=cause_sentence(plan.cause),
            article=moved[label],
        )
        for label, count in counts.items()
    )


def _run(switch: Mapping[str, object], living_opened: int) -> KeyRun:
    def number(name: str) -> int:
        return int(str(switch.get(name, 0)))

    checks = [each for each in list_of(switch.get("checks")) if isinstance(each, dict)]
    finished = switch.get("finished_at") or switch["checked_at"]
    return KeyRun(
        before=number("generation_from"),
        after=number("generation_to"),
        removed=number("destroyed"),
        compared=number("compared"),
        living_opened=living_opened,
        erased=switch.get("finished_at") is not None,
        started_at=datetime.fromisoformat(str(switch["started_at"])),
        finished_at=datetime.fromisoformat(str(finished)),
        tool=phrases.PROGRAM,
        errors=sum(not each["held"] for each in checks),
    )


def _searches(checks: Mapping[str, object]) -> tuple[SearchLine, ...]:
    return tuple(
        SearchLine(
            place=phrases.SEARCH_PLACES.get(str(each["surface"]), str(each["surface"])),
            values=int(each["values"]),
            files=int(each["files"]),
            found=int(each["hits"]),
            control_found=bool(each["control_found"]),
        )
        for each in list_of(checks.get("searched"))
        if isinstance(each, dict)
    )


def outside_of(plan: Plan) -> tuple[OutsideCopy, ...]:
    """Return the copies elsewhere as they were ticked."""
    return tuple(
        OutsideCopy(
            label=word(place),
            done=state is not OutsideState.OPEN,
            action=phrases.TICKED[state.value],
        )
        for place, state in plan.outside.items()
    )


def actors_of(desk: Desk, plan: Plan, facts: Mapping[str, object]) -> tuple[Actor, ...]:
    """Name who ran and who approved. Verifying is a person's act: only a signature dates it."""
    roles = phrases.ACTORS
    run_by = int(str(facts.get("run_by", plan.requested_by)))
    return (
        Actor(roles["run"], desk.account(run_by), at=switched_at(facts)),
        Actor(roles["approve"], desk.account(plan.approved_by), at=plan.approved_at),
        Actor(roles["verify"], desk.account(plan.approved_by)),
    )


def proof_of(facts: Mapping[str, object]) -> LedgerProof:
    """Return where the ledger stands."""
    entry = _part(facts, "ledger")
    return LedgerProof(
        sequence=int(str(entry.get("seq", 0))),
        previous=str(entry.get("prev", "")),
        entry=str(entry.get("hash", "")),
        log_head=str(facts.get("log_head", "")),
        commitment=str(facts.get("commitment", "")),
    )


def request_number_of(desk: Desk, plan: Plan) -> str:
    """Return the number of the request, empty without one."""
    return desk.step.uow.requests.get(plan.request_id).number if plan.request_id else ""


def _part(facts: Mapping[str, object], name: str) -> dict[str, object]:
    part = facts.get(name)
    return dict(part) if isinstance(part, dict) else {}
