"""파기확인서: what was destroyed, how it was checked, and what the paper cannot prove."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from easycare_desktop.documents.values import Actor, KeptItem, Office, PaperSeal, PrintFacts
from easycare_desktop.domain.refusals import Refusal


class CertificateState(Enum):
    """The banner: never COMPLETE while anything is unticked."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PersonCopy:
    """The copy of the person: the name, and the 128-bit salt (hex) that is nowhere else."""

    name: str
    salt: str


@dataclass(frozen=True, slots=True)
class FileCopy:
    """The copy that stays: number only."""


@dataclass(frozen=True, slots=True)
class DestroyedGroup:
    """One item group that is gone: counts of keys, rows and files; why, and on which article."""

    label: str
    keys: int
    rows: int
    files: int
    reason: str
    article: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class KeyRun:
    """The switch of generations: counts of keys; `erased` tells that the old one is gone here."""

    before: int
    after: int
    removed: int
    compared: int
    living_opened: int
    erased: bool
    started_at: datetime
    finished_at: datetime
    tool: str
    errors: int = 0


@dataclass(frozen=True, slots=True)
class KeyPlaceLine:
    """One place where copies of the keys lie, and when it took over the new generation."""

    label: str
    replaced_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StruckOff:
    """A key place that was struck off, when, and whether the office says that it was destroyed."""

    on: date
    said_gone: bool


@dataclass(frozen=True, slots=True)
class SearchLine:
    """One place that was searched: how many values in how many files, with which result.

    `control_found` tells that a planted sample was found by the same search (positive control).
    `unread`: how many files could not be read; `own`: they may be of this program, so it matters.
    """

    place: str
    values: int
    files: int
    found: int
    control_found: bool
    unread: int = 0
    own: bool = True
    encodings: str = "UTF-8, UTF-16, CP949"


@dataclass(frozen=True, slots=True)
class OutsideCopy:
    """A copy outside of the program; a person ticks that it was dealt with."""

    label: str
    done: bool
    action: str = ""
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class LedgerProof:
    """Where the ledger stands: number and hash of the entry, the hash before, head of the log."""

    sequence: int
    previous: str
    entry: str
    log_head: str = ""
    commitment: str = ""


@dataclass(frozen=True, slots=True)
class DestructionCertificate:
    """A pure function of recorded facts. `proof.commitment` ties name and salt to the number.

    `struck_off`: key places that were struck off, beside those in `key_places`.
    `mentions_found`: in other data, where they were left. `searched_again`: after a stop, with
    what was still known. `searched_for`: kinds of values; `search_closed`: what the officer says
    who closed what the search left open. `held`: how many of the lines of `kept` a legal hold
    keeps; `rest`: how many other items of the persons stay as they were.
    """

    office: Office
    facts: PrintFacts
    state: CertificateState
    copy: PersonCopy | FileCopy
    issued_on: date
    person_number: str
    person_kind: str
    reason: str
    article: str
    reason_on: date
    destroy_by: date
    groups: tuple[DestroyedGroup, ...]
    run: KeyRun
    key_places: tuple[KeyPlaceLine, ...]
    searches: tuple[SearchLine, ...]
    outside: tuple[OutsideCopy, ...]
    kept: tuple[KeptItem, ...]
    actors: tuple[Actor, ...]
    proof: LedgerProof
    request_number: str = ""
    approval_number: str = ""
    searched_for: tuple[str, ...] = ()
    search_closed: str = ""
    lost_places: tuple[int, ...] = ()
    mentions_found: int = 0
    data_backups: int = 0
    failure: str = ""
    struck_off: tuple[StruckOff, ...] = ()
    searched_again: bool = False
    held: int = 0
    rest: int = 0
    seal: PaperSeal | None = None


class CertificateOverclaimsError(Refusal):
    """The banner would say more than the recorded facts allow."""

    def __init__(self, claimed: CertificateState, proven: CertificateState) -> None:
        super().__init__(claimed, proven)
        self.claimed = claimed
        self.proven = proven


def proven_state(certificate: DestructionCertificate) -> CertificateState:
    """Return the most that the facts of the certificate allow to say."""
    run = certificate.run
    if certificate.failure or run.after <= run.before or not run.removed:
        return CertificateState.FAILED
    finished = (
        run.erased
        and not run.errors
        and bool(certificate.key_places)
        and all(place.replaced_at for place in certificate.key_places)
        and _is_searched(certificate)
        and all(copy.done for copy in certificate.outside)
    )
    return CertificateState.COMPLETE if finished else CertificateState.PARTIAL


def _is_searched(certificate: DestructionCertificate) -> bool:
    """Tell whether nothing is left to look for, or an officer answers for it with a reason."""
    lines, closed = certificate.searches, bool(certificate.search_closed)
    clean = all(not line.found and not (line.own and line.unread) for line in lines)
    found_samples = all(line.control_found for line in lines)
    return found_samples and (closed or (bool(lines) and clean))


_RANK = {CertificateState.FAILED: 0, CertificateState.PARTIAL: 1, CertificateState.COMPLETE: 2}


def check_claim(certificate: DestructionCertificate) -> None:
    """Raise `CertificateOverclaimsError` when the banner says more than was recorded."""
    proven = proven_state(certificate)
    if _RANK[certificate.state] > _RANK[proven]:
        raise CertificateOverclaimsError(certificate.state, proven)
