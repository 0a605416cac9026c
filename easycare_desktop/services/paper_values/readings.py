"""The ledger of readings: every opening, its purpose and, for an officer, the written reason."""

from easycare_desktop.documents import phrases, reading_words
from easycare_desktop.documents.contents.separated_ledger import ReadingLedger, ReadingRow
from easycare_desktop.domain.rights import Right
from easycare_desktop.security.accounts import NotAnOfficerError
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.storage.repositories.separated import Reading


def reading_ledger(desk: Desk) -> ReadingLedger:
    """Return every opening of what is kept apart.

    A reason is sealed under the key of what was opened: an officer reads it until that is gone.
    """
    readings = desk.step.separated.readings()
    numbers = {person.number: person for person in desk.step.uow.people.all()}
    keys = _keys(desk, readings)
    rows = []
    for each in readings:
        key = keys.get(each.holding_id)
        said = desk.step.separated.reason_of(each.id, key) if key else ""
        purpose = phrases.READING_PURPOSES[each.purpose]
        rows.append(
            ReadingRow(
                read_at=each.read_at,
                read_by=desk.account(each.account_id),
                person_number=each.person_number,
                group=desk.group_label(each.group, numbers[each.person_number].kind),
                reason=f"{purpose}: {said}" if said else purpose,
                note="" if said else _why_not(desk),
            )
        )
    days = [each.read_at.date() for each in readings] or [desk.today()]
    return ReadingLedger(desk.head, desk.facts, min(days), max(days), tuple(rows))


def _keys(desk: Desk, readings: list[Reading]) -> dict[int, bytes]:
    """Return the keys of what was read and is still here; none to who is no officer."""
    if not desk.office.actor.may(Right.READ_SEPARATED):
        return {}
    here = {each.holding_id for each in readings} & desk.step.separated.ids()
    try:
        return {each: desk.office.keys.open_separated(each) for each in here}
    except NotAnOfficerError:
        return {}


def _why_not(desk: Desk) -> str:
    officer = desk.office.actor.may(Right.READ_SEPARATED)
    return reading_words.REASON_GONE if officer else reading_words.REASON_SEALED
