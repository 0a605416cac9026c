"""What becomes of one holding: by law, by the clock that runs already, or held while undecided."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.holdings import Holding
from easycare_desktop.domain.law import Event, RetentionRule
from easycare_desktop.domain.retention import Outcome, Reason, decide, held_open
from easycare_desktop.domain.rule_refusals import EventDayMissingError
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.returning import RECORD_GROUP


def outcome_of(
    office: OpenOffice,
    holding: Holding,
    group: ItemGroup,
    rules: Mapping[str, RetentionRule],
    events: Mapping[Event, date],
    ended_on: date,
    *,
    withdrawn: bool,
) -> Outcome:
    """Judge one holding. Raises what `decide` raises, but of a case that nobody has closed."""
    deadlines = office.law.deadlines
    try:
        return _running(holding, group, rules) or decide(
            group, rules, events, ended_on, deadlines, withdrawn=withdrawn
        )
    except EventDayMissingError as missing:
        if missing.event != Event.CASE_CLOSED.value:
            raise
        return held_open(group, rules[missing.rule], office.today(), deadlines)


def _running(
    holding: Holding, group: ItemGroup, rules: Mapping[str, RetentionRule]
) -> Outcome | None:
    """Return what the record of an earlier case comes to: its clock began when that was closed."""
    clock = holding.clock
    rule = rules.get(clock.rule) if clock is not None else None
    if holding.group != RECORD_GROUP or clock is None or rule is None:
        return None
    return Outcome(
        group.code,
        stays=True,
        rule=rule,
        counted_from=clock.counted_from,
        until=clock.until,
        destroy_by=holding.destroy_by or clock.until,
        because=Reason.INTERNAL,
    )
