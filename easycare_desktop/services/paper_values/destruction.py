"""Certificate of destruction and destruction ledger, from recorded facts alone."""

from collections.abc import Mapping, Sequence
from datetime import datetime

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
from easycare_desktop.documents.contents.destruction_ledger import DestructionLedger, LedgerRow
from easycare_desktop.documents.values import Actor
from easycare_desktop.documents.words import word
from easycare_desktop.domain.destruction import (
    NotVerifiedError,
    OutsideState,
    Plan,
    PlanAction,
    PlanState,
)
from easycare_desktop.domain.people import Person
from easycare_desktop.services.commitment import commitment
from easycare_desktop.services.ledger import LedgerLine
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
    person = _main_person(desk, plan)
    known = _letter(desk, person)
    salt = known.get("salt", "")
    own = commitment(salt, known.get("name", ""), person.number)
    if for_person and (not salt or facts.get("commitment", own) != own):
        raise NotVerifiedError(plan.number)
    checks = _part(facts, "checks")
    return DestructionCertificate(
        office=desk.head,
        facts=desk.facts,
        state=STATES[plan.state],
        copy=PersonCopy(known.get("name", ""), salt) if for_person else FileCopy(),
        issued_on=desk.today(),
        person_number=numbers_of(_persons(desk, plan, person)),
        person_kind=", ".join(_kinds(_persons(desk, plan, person))),
        reason=f"{word(plan.cause)} · {cause_sentence(plan.cause)}",
        article=phrases.DESTRUCTION_ARTICLE,
        reason_on=person.ended_on or plan.requested_at.date(),
        destroy_by=plan.due_on,
        groups=_groups(desk, plan, _part(facts, "swept")),
        run=_run(_part(facts, "switch"), int(str(checks.get("living_opened", 0)))),
        key_places=places_of(facts),
        searches=_searches(checks),
        outside=(*_outside(plan), *twins(desk, facts)),
        kept=desk.kept_of(plan),
        actors=_actors(desk, plan, facts),
        proof=_proof(facts),
        request_number=_request_number(desk, plan),
        approval_number=plan.number,
        lost_places=tuple(int(str(each)) for each in list_of(facts.get("lost"))),
        mentions_found=int(str(checks.get("mentions", 0))),
        struck_off=struck_off(facts),
        searched_again=bool(checks.get("search_again")),
    )


def _letter(desk: Desk, person: Person) -> Mapping[str, str]:
    letter = desk.step.uow.holdings.open_group(person.id, LETTER_GROUP)
    return letter.values if letter else {}


def _kinds(persons: Sequence[Person]) -> list[str]:
    return list(dict.fromkeys(word(person.kind) for person in persons))


def ledger(desk: Desk, lines: tuple[LedgerLine, ...], head: str) -> DestructionLedger:
    """Return the ledger of all lines."""
    days = [line.destroyed_on for line in lines] or [desk.today()]
    return DestructionLedger(
        office=desk.head,
        facts=desk.facts,
        since=min(days),
        until=max(days),
        rows=tuple(_row(desk, line) for line in lines),
        head=head,
    )


def _main_person(desk: Desk, plan: Plan) -> Person:
    uow = desk.step.uow
    if plan.request_id is not None:
        return uow.people.get(uow.requests.get(plan.request_id).person_id)
    return uow.people.get(min(plan.persons))


def _persons(desk: Desk, plan: Plan, main: Person) -> list[Person]:
    """Return everybody whose data the plan touched, the main person first."""
    return [main, *(desk.step.uow.people.get(each) for each in sorted(plan.persons - {main.id}))]


def _groups(desk: Desk, plan: Plan, swept: Mapping[str, object]) -> tuple[DestroyedGroup, ...]:
    counts: dict[str, int] = {}
    files: dict[str, int] = {}
    found = _part(swept, "files_of")
    for item in plan.items:
        if item.action is PlanAction.DESTROY:
            label = desk.group_label(item.group, desk.kind_of(item))
            counts[label] = counts.get(label, 0) + 1
            files[label] = files.get(label, 0) + int(str(found.get(str(item.holding_id), 0)))
    return tuple(
        DestroyedGroup(
            label=label,
            keys=count,
            rows=count,
            files=files[label],
            reason=cause_sentence(plan.cause),
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


def _outside(plan: Plan) -> tuple[OutsideCopy, ...]:
    return tuple(
        OutsideCopy(
            label=word(place),
            done=state is not OutsideState.OPEN,
            action=phrases.TICKED[state.value],
        )
        for place, state in plan.outside.items()
    )


def _actors(desk: Desk, plan: Plan, facts: Mapping[str, object]) -> tuple[Actor, ...]:
    """Name who ran and who approved. Verifying is a person's act: only a signature dates it."""
    roles = phrases.ACTORS
    run_by = int(str(facts.get("run_by", plan.requested_by)))
    return (
        Actor(roles["run"], desk.account(run_by), at=switched_at(facts)),
        Actor(roles["approve"], desk.account(plan.approved_by), at=plan.approved_at),
        Actor(roles["verify"], desk.account(plan.approved_by)),
    )


def _proof(facts: Mapping[str, object]) -> LedgerProof:
    entry = _part(facts, "ledger")
    return LedgerProof(
        sequence=int(str(entry.get("seq", 0))),
        previous=str(entry.get("prev", "")),
        entry=str(entry.get("hash", "")),
        log_head=str(facts.get("log_head", "")),
        commitment=str(facts.get("commitment", "")),
    )


def _request_number(desk: Desk, plan: Plan) -> str:
    if plan.request_id is None:
        return ""
    return desk.step.uow.requests.get(plan.request_id).number


def _row(desk: Desk, line: LedgerLine) -> LedgerRow:
    kind = line.person_kind
    return LedgerRow(
        sequence=line.sequence,
        person_number=line.person_number,
        person_kind=word(kind),
        groups=", ".join(desk.group_label(code, kind) for code in line.groups),
        medium=phrases.MEDIUM,
        keys=line.keys,
        collected_on=line.created_on,
        destroyed_on=line.destroyed_on,
        reason=word(line.cause),
        article=phrases.DESTRUCTION_ARTICLE,
        handled_by=desk.account(line.handled_by),
        approved_by=desk.account(line.approved_by),
        state=STATES.get(line.state, CertificateState.PARTIAL),
        certificate_number=line.number,
        entry_hash=line.entry_hash,
    )


def _part(facts: Mapping[str, object], name: str) -> dict[str, object]:
    part = facts.get(name)
    return dict(part) if isinstance(part, dict) else {}
