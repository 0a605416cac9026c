"""What an office hands over to the insurer when it closes: the list, and the list of what is lost.

Law: the legal basis `ltc_36_6`; which records, the retention rules marked `handover`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.table_paper import Align, Column, TablePaper
from easycare_desktop.documents.values import ApprovalNames
from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.law import RetentionRule
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.services.separated import ReadingPurpose, read_recorded

BASIS = "ltc_36_6"
_NAMES = ("name", "party_name", "worker_name", "payer_name", "holder")
_BLANK_LINES = 14


@dataclass(frozen=True, slots=True)
class _Kept:
    """One record that is handed over."""

    person: Person
    name: str
    group: str
    counted_from: date | None
    until: date | None
    files: int
    apart: bool


def transfer_list(desk: Desk) -> TablePaper:
    """Return every record that is handed over, by person.

    What is kept apart is opened for the name, where an officer makes the list; each such opening
    stands in the reading ledger.
    """
    rules = {code: rule for code, rule in desk.rules.items() if rule.handover}
    found = sorted([*_in_use(desk, rules), *_apart(desk, rules)], key=lambda each: each.person.id)
    papers = _papers(desk, {each.person.id for each in found})
    titles, weights = phrases.TRANSFER_COLUMNS, (0.5, 1.0, 1.2, 2.2, 1.3, 1.3, 0.7, 1.8)
    middle = {0, 4, 5, 6}
    return TablePaper(
        office=desk.head,
        facts=desk.facts,
        title=phrases.TRANSFER_TITLE,
        columns=tuple(
            Column(name, weight, Align.CENTRE if place in middle else Align.LEFT)
            for place, (name, weight) in enumerate(zip(titles, weights, strict=True))
        ),
        rows=tuple(
            _row(number, each, desk, papers.get(each.person.id, ""))
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
        columns=tuple(Column(name, weight) for name, weight in zip(titles, weights, strict=True)),
        rows=tuple((f"{number}", *[""] * 5) for number in range(1, _BLANK_LINES + 1)),
        facts_above=((phrases.TRANSFER_BASIS, _citation(desk)),),
        notes=phrases.LOST_NOTES,
        approval=_signers(desk),
    )


def _in_use(desk: Desk, rules: Mapping[str, RetentionRule]) -> Iterator[_Kept]:
    uow, catalogue = desk.step.uow, desk.office.catalogue
    for person in uow.people.all():
        if person.kind is not PersonKind.RECIPIENT:
            continue
        for holding in uow.holdings.of_person(person.id):
            group = catalogue.group(holding.group, person.kind)
            if holding.state in HERE and rules.keys() & set(group.rules):
                clock = holding.clock
                yield _Kept(
                    person,
                    desk.office.index.name_of(person.id),
                    holding.group,
                    clock.counted_from if clock else None,
                    clock.until if clock else None,
                    len(uow.files.of_holdings([holding.id])),
                    apart=False,
                )


def _apart(desk: Desk, rules: Mapping[str, RetentionRule]) -> Iterator[_Kept]:
    step = desk.step
    may = desk.office.actor.may(Right.READ_SEPARATED)
    for each in step.separated.all():
        if each.rule not in rules:
            continue
        name = ""
        if may:
            purpose = ReadingPurpose.LAWFUL_SUBMISSION
            key = read_recorded(desk.office, step, each, purpose, phrases.TRANSFER_TITLE)
            values = step.separated.open(each.id, key)
            name = next((values[field] for field in _NAMES if values.get(field)), "")
        files = len(step.separated.files_of([each.id]))
        person = step.uow.people.get(each.person_id)
        yield _Kept(person, name, each.group, each.counted_from, each.until, files, apart=True)


def _papers(desk: Desk, persons: set[int]) -> dict[int, str]:
    """Return the numbers of the boxes in which the paper of each person lies."""
    uow = desk.step.uow
    found: dict[int, list[str]] = {}
    for twin in uow.registers.twins_of(sorted(persons)):
        number = uow.registers.get(twin.item_id).number
        found.setdefault(twin.person_id, []).append(number)
    return {person: ", ".join(dict.fromkeys(numbers)) for person, numbers in found.items()}


def _row(number: int, each: _Kept, desk: Desk, boxes: str) -> tuple[str, ...]:
    place = phrases.SEPARATED_PLACE if each.apart else phrases.IN_USE_PLACE
    return (
        f"{number}",
        each.person.number,
        each.name,
        desk.group_label(each.group, each.person.kind),
        each.counted_from.isoformat() if each.counted_from else "",
        each.until.isoformat() if each.until else "",
        f"{each.files}" if each.files else "",
        " · ".join(filter(None, (place, boxes))),
    )


def _count(found: list[_Kept]) -> tuple[int, int]:
    return len(Counter(each.person.id for each in found)), len(found)


def _citation(desk: Desk) -> str:
    basis = desk.office.law.basis(BASIS)
    return f"{basis.law} {basis.article}"


def _signers(desk: Desk) -> ApprovalNames:
    return ApprovalNames(officer=desk.head.officer_name, head=desk.head.representative)
