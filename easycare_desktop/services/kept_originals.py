"""What law still keeps of the paper in a box, whose content the program holds or has kept apart."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from easycare_desktop.domain.holdings import IN_USE, Holding, HoldingState
from easycare_desktop.domain.law import RetentionRule, RuleKind
from easycare_desktop.domain.registers import KeptOriginal, Twin
from easycare_desktop.domain.retention import Outcome, decide
from easycare_desktop.domain.rule_refusals import EventDayMissingError
from easycare_desktop.services.door import Step
from easycare_desktop.services.event_days import events_of
from easycare_desktop.services.judgement import rules_of
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.separated import SeparatedHolding


def kept_in(office: OpenOffice, step: Step, items: Iterable[int]) -> list[KeptOriginal]:
    """Return what law or a legal hold keeps of what these boxes hold, box by box.

    What only the policy of the office keeps, the office may let go of.
    """
    rules = rules_of(office, step.uow)
    found: dict[KeptOriginal, None] = {}
    for twin in step.uow.registers.twins_in(items):
        stored: list[Holding | SeparatedHolding] = [*step.separated.of_person(twin.person_id)]
        stored += step.uow.holdings.of_person(twin.person_id)
        for each in stored:
            if twin.group in {"", each.group} and (kept := _kept(office, step, rules, twin, each)):
                found[kept] = None
    return list(found)


def move_originals(step: Step, kept: Iterable[KeptOriginal], box: int) -> None:
    """Note that the originals of what is kept lie in another box now."""
    for each in kept:
        step.uow.registers.drop_twin(Twin(each.item_id, each.person_id, each.group))
        step.uow.registers.put_twin(Twin(box, each.person_id, each.group))


def kept_facts(step: Step, kept: Sequence[KeptOriginal]) -> list[list[object]]:
    """Return what the ledger says of it: kind of person, group, rule, last day, how many.

    Without a rule it is a legal hold that keeps it.
    """
    counts: dict[tuple[str, str, str, str], int] = {}
    for each in kept:
        kind = step.uow.people.get(each.person_id).kind
        until = each.until.isoformat() if each.until else ""
        line = (kind.value, each.group, each.rule, until)
        counts[line] = counts.get(line, 0) + 1
    return [[*line, count] for line, count in counts.items()]


def _kept(
    office: OpenOffice,
    step: Step,
    rules: Mapping[str, RetentionRule],
    twin: Twin,
    each: Holding | SeparatedHolding,
) -> KeptOriginal | None:
    """Return why the original of one holding may not go: law first, else a hold."""
    place = (twin.item_id, twin.person_id, each.group)
    rule, until = _stay(office, step, rules, each)
    known = rules.get(rule)
    lawful = known is not None and known.kind is not RuleKind.INTERNAL
    if lawful and (until is None or until >= office.today()):
        return KeptOriginal(*place, rule, until)
    if each.state is HoldingState.HELD:
        return KeptOriginal(*place, "", each.hold_until)
    return None


def _stay(
    office: OpenOffice,
    step: Step,
    rules: Mapping[str, RetentionRule],
    each: Holding | SeparatedHolding,
) -> tuple[str, date | None]:
    """Return by which rule a holding stays, or would if its purpose ended today, and how long."""
    if each.clock is not None:
        return each.clock.rule, each.clock.until
    if each.state not in IN_USE | {HoldingState.HELD}:
        return "", None
    try:
        outcome = _outcome(office, step, rules, each)
    except EventDayMissingError as missing:
        return missing.rule, None
    return (outcome.rule.code, outcome.until) if outcome.stays and outcome.rule else ("", None)


def _outcome(
    office: OpenOffice, step: Step, rules: Mapping[str, RetentionRule], holding: Holding
) -> Outcome:
    person, today = step.uow.people.get(holding.person_id), office.today()
    group = office.catalogue.group(holding.group, person.kind)
    events = events_of(step.uow, person, today, person.last_service_on)
    return decide(group, rules, events, today, office.law.deadlines)
