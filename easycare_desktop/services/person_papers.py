"""The papers of one person: what was made for the person, and the scans that were taken in."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from easycare_desktop.domain.blackout import Boxes
from easycare_desktop.domain.holdings import IN_USE, Holding
from easycare_desktop.domain.people import PersonNotFoundError
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.evidence import (
    Evidence,
    blacked_out,
    cleaned,
)
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_copies import is_copy
from easycare_desktop.services.paper_kinds import PaperKind
from easycare_desktop.services.scan_files import read_scan_file
from easycare_desktop.storage.repositories.files import SealedFile
from easycare_desktop.storage.repositories.papers import PaperRecord

_SCANNED = IN_USE
_NO_BOXES: Boxes = MappingProxyType({})


class ScanNotFoundError(Refusal):
    """The scan is not among what is in use about the person. `file_id` as stored."""

    def __init__(self, file_id: int) -> None:
        super().__init__(file_id)
        self.file_id = file_id


@dataclass(frozen=True, slots=True)
class PersonPaper:
    """A paper that was made for the person."""

    id: int
    number: str
    kind: PaperKind
    made_at: datetime
    made_by: str
    purpose: str
    copies: int
    saved: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan or photo of the person, sealed in its holding; `size` counts plain bytes.

    `label`: the words of the item group it belongs to.
    """

    id: int
    person_id: int
    holding_id: int
    label: str
    media: str
    size: int
    added_at: datetime
    added_by: str


@dataclass(frozen=True, slots=True)
class OpenedScan:
    """A scan with its bytes, for the screen alone."""

    scan: Scan
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ComingScan:
    """A file that may be taken in, and the holdings it can be put to. Nothing of it is kept yet.

    `more`: how many others wait behind it.
    """

    person_id: int
    name: str
    evidence: Evidence
    places: tuple[tuple[int, str], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class PersonPapers:
    """Both kinds, the newest first."""

    papers: tuple[PersonPaper, ...]
    scans: tuple[Scan, ...]


class PersonPapersService:
    """Use cases of a person's papers."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def of_person(self, person_id: int) -> PersonPapers:
        """Return what was made for a person, and what was taken in."""
        with self._door.enter(Action.PAPERS_READ, person_id=person_id) as step:
            names = self._names()
            requests = {each.id for each in step.uow.requests.of_person(person_id)}
            plans = {each.id for each in step.uow.plans.of_person(person_id)}
            records = step.uow.papers.about(person_id, requests, plans)
            papers = tuple(_paper(record, names) for record in records)
            scans = self._scans(step, person_id)
            step.count = len(papers) + len(scans)
        return PersonPapers(papers, scans)

    def places(self, person_id: int) -> tuple[tuple[int, str], ...]:
        """Return the holdings that a scan can be put to: number, and words of the item group."""
        with self._door.enter(Action.HOLDINGS_READ, person_id=person_id) as step:
            return tuple(
                (each.id, f"{self._label(step, each)} · {each.collected_on:%Y-%m-%d}")
                for each in step.uow.holdings.of_person(person_id)
                if each.state in _SCANNED
            )

    def look_at(self, person_id: int, path: Path) -> ComingScan:
        """Read a file that may be taken in, freed of what it tells.

        Raises what `read_scan_file` and `cleaned` raise.
        """
        evidence = cleaned(read_scan_file(path))
        name = self._office.index.name_of(person_id)
        return ComingScan(person_id, name, evidence, self.places(person_id))

    def add(
        self, person_id: int, holding_id: int, evidence: Evidence, boxes: Boxes = _NO_BOXES
    ) -> None:
        """Seal a scan into a holding of the person; it lives and goes with that holding.

        What lies below a box is gone before anything is sealed. Raises `PersonNotFoundError` where
        the holding is not in use about the person, and what `cleaned` raises.
        """
        evidence = cleaned(blacked_out(cleaned(evidence), boxes))
        with self._door.enter(Action.SCAN_ADDED, person_id=person_id) as step:
            holding = step.uow.holdings.get(holding_id)
            if holding is None or holding.person_id != person_id or holding.state not in _SCANNED:
                raise PersonNotFoundError(person_id)
            step.uow.files.add(
                holding_id,
                evidence.content,
                evidence.media,
                at=self._office.clock.now(),
                account_id=self._office.actor.account_id,
            )

    def open(self, person_id: int, file_id: int) -> OpenedScan:
        """Open a scan to be looked at; the reading is logged. Raises `ScanNotFoundError`."""
        with self._door.enter(Action.EVIDENCE_READ, person_id=person_id) as step:
            scan = next((each for each in self._scans(step, person_id) if each.id == file_id), None)
            if scan is None:
                raise ScanNotFoundError(file_id)
            return OpenedScan(scan, step.uow.files.read(file_id)[1])

    def _scans(self, step: Step, person_id: int) -> tuple[Scan, ...]:
        known = {
            each.id: self._label(step, each)
            for each in step.uow.holdings.of_person(person_id)
            if each.state in _SCANNED
        }
        names = self._names()
        found = [
            _scan(file, person_id, known[file.holding_id], names)
            for file in step.uow.files.of_holdings(known)
            if not is_copy(file)
        ]
        return tuple(sorted(found, key=lambda each: (each.added_at, each.id), reverse=True))

    def _label(self, step: Step, holding: Holding) -> str:
        kind = step.uow.people.get(holding.person_id).kind
        return self._office.catalogue.group(holding.group, kind).label

    def _names(self) -> dict[int, str]:
        return {account.id: account.name for account in self._office.keys.accounts()}


def _paper(record: PaperRecord, names: dict[int, str]) -> PersonPaper:
    return PersonPaper(
        id=record.id,
        number=record.number,
        kind=next(kind for kind in PaperKind if kind.code == record.kind),
        made_at=record.made_at,
        made_by=names.get(record.account_id, ""),
        purpose=record.purpose,
        copies=record.copies,
        saved=record.saved,
    )


def _scan(file: SealedFile, person_id: int, label: str, names: dict[int, str]) -> Scan:
    return Scan(
        id=file.id,
        person_id=person_id,
        holding_id=file.holding_id,
        label=label,
        media=file.media,
        size=file.size,
        added_at=file.added_at,
        added_by=names.get(file.account_id, ""),
    )
