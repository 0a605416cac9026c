"""Certificate of destruction, from recorded facts alone."""

from collections.abc import Mapping
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
)
from easycare_desktop.documents.item_words import rest_moved
from easycare_desktop.documents.plan_words import article_of
from easycare_desktop.documents.words import word
from easycare_desktop.domain.destruction import (
    NotVerifiedError,
    OutsidePlace,
    OutsideState,
    Plan,
    PlanAction,
    PlanState,
)
from easycare_desktop.domain.people import Person
from easycare_desktop.services.commitment import commitment
from easycare_desktop.services.destruction_failure import is_broken
from easycare_desktop.services.facts import listed_in, named_in
from easycare_desktop.services.paper_values.common import (
    Desk,
    numbers_of,
)
from easycare_desktop.services.paper_values.of_plan import (
    actors_of,
    kinds_of,
    main_person,
    persons_of,
    reason_day,
    reason_of,
    request_number_of,
    signed,
)
from easycare_desktop.services.paper_values.recorded_places import places_of, struck_off
from easycare_desktop.services.paper_values.resumed import first_day, reason_with_holds
from easycare_desktop.services.paper_values.searched import (
    closed_by,
    kinds_searched,
    searches_of,
)
from easycare_desktop.services.paper_values.stays import held_of, rest_of
from easycare_desktop.services.paper_values.twins import listed_places, twins
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
    copy = PersonCopy(known.get("name", ""), known["salt"]) if for_person else FileCopy()
    return _certificate(desk, plan, person, copy)


def _certificate(
    desk: Desk, plan: Plan, person: Person, copy: PersonCopy | FileCopy
) -> DestructionCertificate:
    facts = desk.step.uow.plans.facts(plan.id)
    checks, held = named_in(facts, "checks"), held_of(desk, plan)
    broken = is_broken(facts)
    return DestructionCertificate(
        office=desk.head,
        facts=desk.facts,
        state=CertificateState.FAILED if broken else STATES[plan.state],
        failure=phrases.CHECK_FAILED if broken else "",
        copy=copy,
        issued_on=desk.today(),
        person_number=_numbers(desk, plan, person, copy),
        person_kind=", ".join(kinds_of(persons_of(desk, plan, person))),
        reason=reason_with_holds(plan, reason_of(desk, plan), facts),
        article=article_of(plan.cause),
        reason_on=first_day(facts) or reason_day(plan, person),
        destroy_by=plan.due_on,
        groups=_groups(desk, plan, named_in(facts, "swept")),
        run=_run(named_in(facts, "switch"), int(str(checks.get("living_opened", 0)))),
        key_places=places_of(facts),
        searches=searches_of(checks),
        outside=_outside(desk, plan, facts),
        kept=(*desk.kept_of(plan), *held),
        actors=actors_of(desk, plan, facts),
        proof=proof_of(facts),
        request_number=request_number_of(desk, plan),
        approval_number=plan.number,
        searched_for=kinds_searched(checks),
        search_closed=closed_by(desk, facts),
        lost_places=tuple(int(str(each)) for each in listed_in(facts, "lost")),
        mentions_found=int(str(checks.get("mentions", 0))),
        struck_off=struck_off(facts),
        searched_again=bool(checks.get("search_again")),
        held=len(held),
        rest=rest_of(facts),
    )


def _outside(desk: Desk, plan: Plan, facts: Mapping[str, object]) -> tuple[OutsideCopy, ...]:
    """Return the copies elsewhere as they were ticked, and one by one those of the registers."""
    ticked = outside_of(plan, listed_places(facts))
    return (*signed(desk, plan, facts, ticked), *twins(desk, facts))


def _numbers(desk: Desk, plan: Plan, person: Person, copy: PersonCopy | FileCopy) -> str:
    """Return everybody's number; on the person's own copy the numbers of others do not stand."""
    persons = persons_of(desk, plan, person)
    if isinstance(copy, FileCopy) or len(persons) == 1:
        return numbers_of(persons)
    return phrases.and_others(person.number, len(persons) - 1)


def _is_tied(known: Mapping[str, str], person: Person, facts: Mapping[str, object]) -> bool:
    """Tell whether the letter has a salt, and is the one that was tied to the copy that stays."""
    salt = known.get("salt", "")
    own = commitment(salt, known.get("name", ""), person.number)
    return bool(salt) and facts.get("commitment", own) == own


def _letter(desk: Desk, person: Person) -> Mapping[str, str]:
    letter = desk.step.uow.holdings.open_group(person.id, LETTER_GROUP)
    return letter.values if letter else {}


def _groups(desk: Desk, plan: Plan, swept: Mapping[str, object]) -> tuple[DestroyedGroup, ...]:
    counts: dict[str, int] = {}
    files: dict[str, int] = {}
    moved: dict[str, str] = {}
    why = desk.why(plan)
    found, stay = named_in(swept, "files_of"), named_in(swept, "files_moved")
    for item in plan.items:
        if item.action is PlanAction.DESTROY:
            label = desk.item_label(item)
            left = int(str(stay.get(str(item.holding_id), 0)))
            moved[label] = rest_moved(left) if item.fields else ""
            counts[label] = counts.get(label, 0) + 1
            files[label] = files.get(label, 0) + int(str(found.get(str(item.holding_id), 0)))
    return tuple(
        DestroyedGroup(
            label=label,
            keys=count,
            rows=count,
            files=files[label],
            reason=why,
            article=moved[label],
        )
        for label, count in counts.items()
    )


def _run(switch: Mapping[str, object], living_opened: int) -> KeyRun:
    def number(name: str) -> int:
        return int(str(switch.get(name, 0)))

    checks = [each for each in listed_in(switch, "checks") if isinstance(each, dict)]
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


def outside_of(
    plan: Plan, listed: frozenset[OutsidePlace] = frozenset()
) -> tuple[OutsideCopy, ...]:
    """Return the copies elsewhere as they were ticked.

    `listed`: places of which the registers have lines of their own; the tick is about the rest.
    """
    return tuple(
        OutsideCopy(
            label=phrases.besides(word(place)) if place in listed else word(place),
            done=state is not OutsideState.OPEN,
            action=phrases.TICKED[state.value],
        )
        for place, state in plan.outside.items()
    )


def proof_of(facts: Mapping[str, object]) -> LedgerProof:
    """Return where the ledger stands."""
    entry = named_in(facts, "ledger")
    return LedgerProof(
        sequence=int(str(entry.get("seq", 0))),
        previous=str(entry.get("prev", "")),
        entry=str(entry.get("hash", "")),
        log_head=str(facts.get("log_head", "")),
        commitment=str(facts.get("commitment", "")),
    )
