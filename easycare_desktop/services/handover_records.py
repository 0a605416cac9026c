"""The records that are handed over: where each lies, and what it says once it is opened."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from easycare_desktop.documents.handover_words import NAMED_AS
from easycare_desktop.documents.merge_words import before_merge
from easycare_desktop.documents.value_words import ValueWords
from easycare_desktop.domain.handover import is_handed_over
from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_copies import is_copy
from easycare_desktop.services.separated import ReadingPurpose, read_recorded
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.storage.repositories.files import SealedFile

_OWN_NAMES = ("name", "worker_name")


@dataclass(frozen=True, slots=True)
class Place:
    """One record by its numbers; `apart`: it lies in the second vault."""

    holding_id: int
    person_id: int
    person_number: str
    kind: PersonKind
    group: str
    label: str
    counted_from: date | None
    until: date | None
    apart: bool

    @property
    def said(self) -> tuple[str, str]:
        """How a list names it: number of the person, words of the item group."""
        return self.person_number, self.label


@dataclass(frozen=True, slots=True)
class Record:
    """One record, opened. `lines`: label and value; `scans`: content and media type."""

    place: Place
    name: str = field(repr=False)
    lines: tuple[tuple[str, str], ...] = field(repr=False)
    scans: tuple[tuple[bytes, str], ...] = field(repr=False)
    lost_scans: int = 0
    scan_count: int = 0

    def without_scans(self) -> "Record":
        """Return the record for the lists: its scans are written already."""
        return replace(self, scans=())


def places_of(office: OpenOffice, step: Step) -> list[Place]:
    """Return every record that is handed over and whose key is here, in use or apart."""
    rules = office.law.rules_on(office.today())
    groups = frozenset(each.code for each in office.catalogue.groups if is_handed_over(each, rules))
    people = {each.id: each for each in step.uow.people.all()}
    keys = office.keys
    found = []
    for each in (one for state in HERE for one in step.uow.holdings.in_state(state)):
        person = people[each.person_id]
        if each.group in groups and keys.is_living(each.id):
            label = office.catalogue.group(each.group, person.kind).label
            label = before_merge(label) if each.merged_from else label
            begun, until = (
                (each.clock.counted_from, each.clock.until) if each.clock else (None, None)
            )
            numbers = (each.id, person.id, person.number, person.kind)
            found.append(Place(*numbers, each.group, label, begun, until, apart=False))
    envelopes = keys.separated_ids()
    for kept in step.separated.all():
        if kept.group in groups and kept.id in envelopes:
            kind = people[kept.person_id].kind
            label = office.catalogue.group(kept.group, kind).label
            numbers = (kept.id, kept.person_id, kept.person_number, kind)
            days = (kept.counted_from, kept.until)
            found.append(Place(*numbers, kept.group, label, *days, apart=True))
    return sorted(found, key=lambda each: (each.person_number, each.label, each.holding_id))


def open_records(
    office: OpenOffice, step: Step, places: Sequence[Place], reason: str
) -> list[Record]:
    """Open the records of one person; what is kept apart is recorded as read."""
    identity = step.uow.holdings.open_group(places[0].person_id, "identity")
    known: Mapping[str, str] = identity.values if identity else {}
    records = []
    for place in places:
        key = key_of(office, step, place, reason)
        if place.apart:
            values = step.separated.open(place.holding_id, key)
            files = step.separated.files_of([place.holding_id])
        else:
            values = step.uow.holdings.open(place.holding_id).values
            files = step.uow.files.of_holdings([place.holding_id])
        known = {**values, **known}
        scans, lost = _scans(step, files, key)
        lines = _lines(office, place, values)
        records.append(Record(place, "", lines, scans, lost, len(scans)))
    return [replace(each, name=name_in(known)) for each in records]


def name_in(values: Mapping[str, str]) -> str:
    """Return whose name a record itself tells, or an empty text."""
    return own_name(values) or other_name(values)


def own_name(values: Mapping[str, str]) -> str:
    """Return the name of the person, or an empty text."""
    return next((values[each] for each in _OWN_NAMES if values.get(each)), "")


def other_name(values: Mapping[str, str]) -> str:
    """Return who signed the contract or paid, with that word behind it, or an empty text."""
    told = ((values.get(each, ""), words) for each, words in NAMED_AS.items())
    return next((f"{name} ({words})" for name, words in told if name), "")


def key_of(office: OpenOffice, step: Step, place: Place, reason: str) -> bytes:
    """Return the key of a record; what is kept apart is recorded as read."""
    kept = step.separated.get(place.holding_id) if place.apart else None
    if kept is None:
        return office.keys.key_of(place.holding_id)
    return read_recorded(office, step, kept, ReadingPurpose.LAWFUL_SUBMISSION, reason)


def _scans(
    step: Step, files: Iterable[SealedFile], key: bytes
) -> tuple[tuple[tuple[bytes, str], ...], int]:
    """Open the scans; count those that are gone or damaged."""
    opened, lost = [], 0
    for each in files:
        if is_copy(each):
            continue
        try:
            opened.append((step.uow.files.open(each, key), each.media))
        except (FileDamagedError, SealBrokenError):
            lost += 1
    return tuple(opened), lost


def _lines(
    office: OpenOffice, place: Place, values: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    said = ValueWords(office.catalogue)
    group = office.catalogue.group(place.group, place.kind)
    return tuple(
        (each.label, said.words(each, values[each.code]))
        for each in group.fields
        if values.get(each.code)
    )
