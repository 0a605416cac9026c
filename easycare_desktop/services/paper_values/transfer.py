"""What an office hands over to the insurer when it closes: the list, and the list of what is lost.

Law: the legal basis `ltc_36_6`; which records, the retention rules marked `handover`.
"""

from collections.abc import Mapping, Sequence

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.table_paper import TablePaper
from easycare_desktop.documents.values import ApprovalNames
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.handover_records import (
    Place,
    key_of,
    other_name,
    own_name,
    places_of,
)
from easycare_desktop.services.paper_copies import is_copy
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.services.paper_values.lists import columns_of

BASIS = "ltc_36_6"
_BLANK_LINES = 14


def transfer_list(desk: Desk) -> TablePaper:
    """Return every record that is handed over, by person.

    What is kept apart is opened for the name, where an officer makes the list; each such opening
    stands in the reading ledger.
    """
    found = places_of(desk.office, desk.step)
    boxes = _boxes(desk, {each.person_id for each in found})
    titles, weights = phrases.TRANSFER_COLUMNS, (0.5, 1.0, 1.2, 2.2, 1.3, 1.3, 0.7, 1.8)
    names = _names(desk, found)
    return TablePaper(
        office=desk.head,
        facts=desk.facts,
        title=phrases.TRANSFER_TITLE,
        columns=columns_of(titles, weights, centred={0, 1, 4, 5, 6}),
        rows=tuple(
            _row(number, each, desk, (names[each.person_id], boxes.get(each.person_id, "")))
            for number, each in enumerate(found, start=1)
        ),
        facts_above=(
            (phrases.TRANSFER_BASIS, _citation(desk)),
            (phrases.TRANSFER_COUNT, phrases.transfer_count(*_count(found))),
        ),
        notes=phrases.TRANSFER_NOTES,
        empty=phrases.TRANSFER_EMPTY,
        approval=_signers(desk),
    )


def lost_list(desk: Desk) -> TablePaper:
    """Return the blank list of what is lost or damaged."""
    titles, weights = phrases.LOST_COLUMNS, (0.5, 1.0, 1.2, 2.4, 1.2, 2.6)
    return TablePaper(
        office=desk.head,
        facts=desk.facts,
        title=phrases.LOST_TITLE,
        columns=columns_of(titles, weights, centred={0}),
        rows=tuple((f"{number}", *[""] * 5) for number in range(1, _BLANK_LINES + 1)),
        facts_above=((phrases.TRANSFER_BASIS, _citation(desk)),),
        notes=phrases.LOST_NOTES,
        approval=_signers(desk),
    )


def _names(desk: Desk, found: Sequence[Place]) -> dict[int, str]:
    """Return the name that stands in every row of a person.

    Nothing more is opened once a name is known for that of the person. Where records tell only
    who signed the contract or paid, the name says so.
    """
    names, sure = dict.fromkeys((each.person_id for each in found), ""), set[int]()
    for place in found:
        whose = place.person_id
        if whose in sure:
            continue
        values = _values(desk, place)
        if own := own_name(values):
            names[whose] = own
            sure.add(whose)
        names[whose] = names[whose] or other_name(values)
    return names


def _values(desk: Desk, place: Place) -> Mapping[str, str]:
    if not place.apart:
        return {"name": desk.office.index.name_of(place.person_id)}
    if not desk.office.actor.may(Right.READ_SEPARATED):
        return {}
    key = key_of(desk.office, desk.step, place, phrases.TRANSFER_TITLE)
    return desk.step.separated.open(place.holding_id, key)


def _scans(desk: Desk, place: Place) -> int:
    files = desk.step.separated.files_of if place.apart else desk.step.uow.files.of_holdings
    return sum(not is_copy(each) for each in files([place.holding_id]))


def _boxes(desk: Desk, persons: set[int]) -> dict[int, str]:
    """Return the numbers of the boxes in which the paper of each person lies."""
    uow = desk.step.uow
    found: dict[int, list[str]] = {}
    for twin in uow.registers.twins_of(sorted(persons)):
        number = uow.registers.get(twin.item_id).number
        found.setdefault(twin.person_id, []).append(number)
    return {person: ", ".join(dict.fromkeys(numbers)) for person, numbers in found.items()}


def _row(number: int, each: Place, desk: Desk, told: tuple[str, str]) -> tuple[str, ...]:
    name, boxes = told
    lies = phrases.SEPARATED_PLACE if each.apart else phrases.IN_USE_PLACE
    scans = _scans(desk, each)
    return (
        f"{number}",
        each.person_number,
        name,
        each.label,
        each.counted_from.isoformat() if each.counted_from else "",
        each.until.isoformat() if each.until else "",
        f"{scans}" if scans else "",
        " · ".join(filter(None, (lies, boxes))),
    )


def _count(found: list[Place]) -> tuple[int, int]:
    return len({each.person_id for each in found}), len(found)


def _citation(desk: Desk) -> str:
    basis = desk.office.law.basis(BASIS)
    return f"{basis.law} {basis.article}"


def _signers(desk: Desk) -> ApprovalNames:
    return ApprovalNames(officer=desk.head.officer_name, head=desk.head.representative)
