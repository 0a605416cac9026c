"""Papers: every one is made, numbered and logged here; printing and saving are recorded."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from easycare_desktop.documents.press import Paper, press
from easycare_desktop.documents.strings import fingerprint
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.requests import Relation
from easycare_desktop.domain.rights import Action
from easycare_desktop.security.pades import sign_pdf
from easycare_desktop.services.ledger import LedgerService
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_sealing import is_certificate, sealed, signing_key
from easycare_desktop.services.paper_values import (
    answer,
    consent,
    destruction,
    lists,
    request,
    vendor_form,
)
from easycare_desktop.services.paper_values.common import Desk, make_desk
from easycare_desktop.services.unnamed import without_names
from easycare_desktop.storage.repositories.papers import PaperRecord

LOG_LINES = 500


class PaperKind(Enum):
    """Every paper. The second word tells what `subject` is."""

    CONSENT_FORM = ("consent_form", "person")
    BLANK_CONSENT_FORM = ("blank_consent_form", "kind")
    CANCELLATION_FORM = ("cancellation_form", "person")
    BLANK_CANCELLATION_FORM = ("blank_cancellation_form", "none")
    VENDOR_FORM = ("vendor_form", "none")
    RECEIPT = ("receipt", "request")
    RESULT_NOTICE = ("result_notice", "request")
    CERTIFICATE = ("certificate", "plan")
    CERTIFICATE_PERSON = ("certificate_person", "plan")
    DESTRUCTION_LEDGER = ("destruction_ledger", "none")
    ONE_PAGE_ANSWER = ("one_page_answer", "person")
    SEPARATED_LEDGER = ("separated_ledger", "none")
    READING_LEDGER = ("reading_ledger", "none")
    RETENTION_TABLE = ("retention_table", "none")
    LOG_LIST = ("log_list", "none")

    def __init__(self, code: str, subject: str) -> None:
        self.code = code
        self.subject = subject


class PurposeMissingError(InputRefusal):
    """A paper needs a purpose (safety measures standard, art. 12)."""


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper ready to be seen and printed."""

    id: int
    number: str
    kind: PaperKind
    pdf: bytes
    reissued: bool


NAMING = frozenset(
    {
        PaperKind.CONSENT_FORM,
        PaperKind.CANCELLATION_FORM,
        PaperKind.RECEIPT,
        PaperKind.RESULT_NOTICE,
        PaperKind.CERTIFICATE_PERSON,
        PaperKind.ONE_PAGE_ANSWER,
    }
)
"""Papers that name a person: no fingerprint of them stays, or a guessed name could be confirmed."""

Builder = Callable[[Desk, int], Paper]
KINDS_OF_FORM = (PersonKind.RECIPIENT, PersonKind.GUARDIAN, PersonKind.STAFF)


class PaperService:
    """Use cases of papers."""

    def __init__(
        self, office: OpenOffice, ledger: LedgerService, *, clock_trusted: Callable[[], bool]
    ) -> None:
        self._office = office
        self._door = office.door
        self._ledger = ledger
        self._clock_trusted = clock_trusted
        self._builders: dict[PaperKind, Builder] = {
            PaperKind.CONSENT_FORM: consent.consent_form,
            PaperKind.BLANK_CONSENT_FORM: _blank_consent,
            PaperKind.CANCELLATION_FORM: request.form_for_person,
            PaperKind.BLANK_CANCELLATION_FORM: _blank_cancellation,
            PaperKind.VENDOR_FORM: _vendor,
            PaperKind.RECEIPT: request.receipt,
            PaperKind.RESULT_NOTICE: request.result_notice,
            PaperKind.CERTIFICATE: _file_copy,
            PaperKind.CERTIFICATE_PERSON: _person_copy,
            PaperKind.DESTRUCTION_LEDGER: self._ledger_paper,
            PaperKind.ONE_PAGE_ANSWER: answer.one_page_answer,
            PaperKind.SEPARATED_LEDGER: _separated,
            PaperKind.READING_LEDGER: _readings,
            PaperKind.RETENTION_TABLE: _retention,
            PaperKind.LOG_LIST: _log,
        }

    def make(self, kind: PaperKind, subject: int, purpose: str) -> MadePaper:
        """Make a paper: the value from recorded facts, a number, a log entry, then the PDF.

        A certificate made in an officer's session is signed; made by others it says that it is not.

        `subject` is the id of a person, request or plan, or the index of the kind of person in
        `KINDS_OF_FORM`. Raises `PurposeMissingError`, `NameInTextError`, `NotVerifiedError`,
        `GlyphMissingError`.
        """
        purpose = without_names(self._office.index, _checked(purpose), "purpose")
        with self._door.enter(Action.PAPER_MADE, detail=kind.code) as step:
            papers, ids = step.uow.papers, _ids(kind, subject)
            step.person_id = ids["person_id"]
            number = papers.next_number(self._office.today().year)
            again = kind.subject in {"request", "plan"} and papers.made_before(
                kind.code, ids["request_id"], ids["plan_id"]
            )
            desk = make_desk(
                step,
                self._office,
                number,
                purpose,
                reissued=again,
                jumped=not self._clock_trusted(),
            )
            value = self._builders[kind](desk, subject)
            key = signing_key(self._office.keys) if is_certificate(value) else None
            value = sealed(value, key) if key else value
            record = papers.add(
                PaperRecord(
                    id=0,
                    number=number,
                    kind=kind.code,
                    made_at=self._office.clock.now(),
                    account_id=self._office.actor.account_id,
                    purpose=purpose,
                    sha256="" if kind in NAMING else fingerprint(value),
                    pages=0,
                    copies=0,
                    saved=False,
                    **ids,
                )
            )
        pdf = press(value)
        if key is not None:
            pdf = sign_pdf(pdf, key, record.made_at)
        return MadePaper(record.id, number, kind, pdf, again)

    def printed(self, paper_id: int, copies: int, reason: str = "") -> None:
        """Record that copies were sent to a printer; `reason`: code of why once more."""
        with self._door.enter(Action.PAPER_PRINTED, detail=reason) as step:
            step.uow.papers.printed(paper_id, copies)
            step.person_id = step.uow.papers.get(paper_id).person_id
            step.count = copies

    def saved(self, paper_id: int) -> None:
        """Record that the paper was saved as a file outside the office."""
        with self._door.enter(Action.PAPER_SAVED) as step:
            step.uow.papers.was_saved(paper_id)
            step.person_id = step.uow.papers.get(paper_id).person_id

    def all(self) -> list[PaperRecord]:
        """Return the newest papers first."""
        with self._door.enter(Action.PAPERS_READ) as step:
            found = step.uow.papers.all()
            step.count = len(found)
            return found

    def _ledger_paper(self, desk: Desk, _subject: int) -> Paper:
        lines = self._ledger.rows_in(desk.step)
        entries = self._office.keys.ledger_entries()
        return destruction.ledger(desk, lines, entries[-1].hash.hex() if entries else "")


def _checked(purpose: str) -> str:
    if not purpose.strip():
        raise PurposeMissingError("purpose")
    return purpose.strip()


def _ids(kind: PaperKind, subject: int) -> dict[str, int | None]:
    """Return whose paper it is, as columns of its record."""
    columns = ("person_id", "request_id", "plan_id")
    return {name: subject if name == f"{kind.subject}_id" else None for name in columns}


def _blank_consent(desk: Desk, subject: int) -> Paper:
    return consent.blank_consent_form(desk, KINDS_OF_FORM[subject])


def _blank_cancellation(desk: Desk, _subject: int) -> Paper:
    return request.blank_form(desk, Relation.B)


def _vendor(desk: Desk, _subject: int) -> Paper:
    return vendor_form.form_to_vendor(desk)


def _file_copy(desk: Desk, subject: int) -> Paper:
    return destruction.certificate(desk, subject, for_person=False)


def _person_copy(desk: Desk, subject: int) -> Paper:
    return destruction.certificate(desk, subject, for_person=True)


def _separated(desk: Desk, _subject: int) -> Paper:
    return lists.separated_ledger(desk)


def _readings(desk: Desk, _subject: int) -> Paper:
    return lists.reading_ledger(desk)


def _retention(desk: Desk, _subject: int) -> Paper:
    return lists.retention_table(desk)


def _log(desk: Desk, _subject: int) -> Paper:
    return lists.log_list(desk, LOG_LINES)
