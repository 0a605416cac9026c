"""What a cancellation form says beforehand: what would stay, and what would go."""

from dataclasses import replace

from easycare_desktop.documents import phrases
from easycare_desktop.documents.values import GoingItem, KeptItem
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rule_refusals import EventDayMissingError
from easycare_desktop.services.judgement import Judgement, judge_ending
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.services.requests import RECORD_GROUP


def goes_and_stays(
    desk: Desk, person: Person
) -> tuple[tuple[KeptItem, ...], tuple[GoingItem, ...]]:
    """Return what would stay and go, did the relation end today; nothing where no day is known."""
    try:
        judgement = judge_ending(
            desk.office,
            desk.step.uow,
            person,
            ended_on=desk.today(),
            last_service_on=person.last_service_on or desk.today(),
        )
    except EventDayMissingError:
        judgement = Judgement(())
    kept = {
        item.group.code: desk.kept(
            item.group.code,
            item.person.kind,
            item.outcome.rule.code if item.outcome.rule else "",
            item.outcome.counted_from,
            item.outcome.until,
        )
        for item in judgement.stays
    }
    going = {
        item.group.label: GoingItem(item.group.label, phrases.PURPOSE_DONE, item.outcome.destroy_by)
        for item in judgement.goes
    }
    if judgement.items and RECORD_GROUP not in kept:
        kept[RECORD_GROUP] = _own_record(desk, person.kind)
    return tuple(kept.values()), tuple(going.values())


def _own_record(desk: Desk, kind: PersonKind) -> KeptItem:
    """Return what the request itself will leave, whose days are not known before it is done."""
    group = desk.office.catalogue.group(RECORD_GROUP, kind)
    said = desk.kept(RECORD_GROUP, kind, group.rules[0] if group.rules else "", None, None)
    return replace(said, event=desk.counted(group))
