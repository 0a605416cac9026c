"""Papers: every one is made, numbered and logged here; printing and saving are recorded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from easycare_desktop.documents.contents.destruction_certificate import DestructionCertificate
from easycare_desktop.documents.editable.forms import EditableForm, write_editable
from easycare_desktop.documents.paper_titles import TITLES
from easycare_desktop.documents.press import Paper, PressedForm, press, press_form
from easycare_desktop.documents.press import get_ready as press_gets_ready
from easycare_desktop.documents.strings import fingerprint
from easycare_desktop.domain.holdings import Groups
from easycare_desktop.domain.labels import LabelOrder, LabelSheet
from easycare_desktop.domain.rights import Action, Actor
from easycare_desktop.security.pades import get_ready as signing_gets_ready
from easycare_desktop.security.pades import sign_pdf
from easycare_desktop.security.signing import SigningKey
from easycare_desktop.services.door import Step
from easycare_desktop.services.ledger import LedgerService
from easycare_desktop.services.measures_running import check_use
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_builders import BUILDERS, Builder
from easycare_desktop.services.paper_kinds import (
    CERTIFICATES,
    EDITABLE,
    KINDS_OF_FORM,
    NAMING,
    OF_USE,
    ONCE,
    PARTS,
    PARTS_OF_FORM,
    PaperKind,
)
from easycare_desktop.services.paper_records import (
    NotEditableError,
    PurposeMissingError,
    checked_purpose,
    ids_of,
    new_record,
)
from easycare_desktop.services.paper_sealing import sealed, signing_key
from easycare_desktop.services.paper_values import destruction_ledger, labels
from easycare_desktop.services.paper_values.common import Desk, make_desk
from easycare_desktop.services.papers_leaving import MadePaper, PapersLeaving
from easycare_desktop.services.proving import failures_on_record
from easycare_desktop.services.slips import (
    OF_KIND,
    ReturningForm,
    SignedForm,
    remember,
    with_slip,
)
from easycare_desktop.services.unnamed import without_names
from easycare_desktop.storage.repositories.papers import EDITABLE_MEDIA, PaperRecord

__all__ = [
    "CERTIFICATES",
    "EDITABLE",
    "KINDS_OF_FORM",
    "NAMING",
    "PARTS",
    "PARTS_OF_FORM",
    "TITLES",
    "MadePaper",
    "PaperKind",
    "PaperService",
    "PurposeMissingError",
]


@dataclass(frozen=True, slots=True)
class PreparedForm:
    """A form with its number and code, on its way to be pressed."""

    record: PaperRecord
    value: SignedForm


class PaperService(PapersLeaving):
    """Use cases of papers."""

    def __init__(
        self, office: OpenOffice, ledger: LedgerService, *, clock_trusted: Callable[[], bool]
    ) -> None:
        super().__init__(office)
        self._ledger = ledger
        self._clock_trusted = clock_trusted
        self._builders: dict[PaperKind, Builder] = {
            **BUILDERS,
            PaperKind.DESTRUCTION_LEDGER: self._ledger_paper,
        }

    def make(
        self,
        kind: PaperKind,
        subject: int,
        purpose: str,
        signer: tuple[str, str] | None = None,
    ) -> MadePaper:
        """Make a paper: the value from recorded facts, a number, a log entry, then the PDF.

        A certificate is signed in an officer's session, or by an officer in place: `signer` is
        their login and password. Otherwise it says that it is not signed.

        `subject`: id of a person, request or plan, or index of the kind in `KINDS_OF_FORM`. Raises
        `PurposeMissingError`, `NameInTextError`, `NotVerifiedError`, `GlyphMissingError`,
        `UseStoppedError` for a form about somebody who asked to stop it; with a `signer` also
        `WrongLoginError`, `NotAnOfficerError`, `NotPermittedError`.
        """
        return self._make(kind, subject, purpose, self._builders[kind], signer)

    def get_ready(self) -> None:
        """Load what draws and signs a certificate of destruction, before one is wanted."""
        press_gets_ready(DestructionCertificate)
        signing_gets_ready()

    def make_labels(self, order: LabelOrder, sheet: LabelSheet, purpose: str) -> MadePaper:
        """Make labels for many people. Raises `NoAddressesError` too."""
        make = partial(labels.address_labels, order=order, sheet=sheet)
        return self._make(PaperKind.ADDRESS_LABELS, 0, purpose, make)

    def _make(
        self,
        kind: PaperKind,
        subject: int,
        purpose: str,
        build: Builder,
        signer: tuple[str, str] | None = None,
    ) -> MadePaper:
        purpose = without_names(self._office.index, checked_purpose(purpose), "purpose")
        key = self._signing_key(kind, signer) if kind in CERTIFICATES else None
        with self._door.enter(Action.PAPER_MADE, detail=kind.code) as step:
            ids = ids_of(kind, subject)
            step.person_id = ids["person_id"]
            self._check_use(step, kind, subject)
            value = build(desk := self._desk(step, kind, ids, purpose), subject)
            value = sealed(value, key) if key else value
            form = OF_KIND.get(kind)
            if form is not None and isinstance(value, SignedForm):
                return self._make_form(step, form, with_slip(self._office, form, value), ids)
            print_hash = "" if kind in NAMING else fingerprint(value)
            record = new_record(self._office, step, kind, desk.facts, print_hash, ids)
        pdf = press(value)
        if key is not None:
            pdf = sign_pdf(pdf, key, record.made_at)
        return MadePaper(record.id, record.number, kind, pdf, desk.facts.reissued)

    def _check_use(self, step: Step, kind: PaperKind, subject: int) -> None:
        """Raise `UseStoppedError` for a form on which something that was stopped would stand.

        The card is made: it tells that something was stopped, and does not leave.
        """
        groups = OF_USE.get(kind)
        if groups and not isinstance(groups, Groups):
            check_use(step, subject, groups)

    def _make_form(
        self,
        step: Step,
        form: ReturningForm,
        value: SignedForm,
        ids: Mapping[str, int | None],
    ) -> MadePaper:
        """Make a form that comes back: its number is remembered with whom it was made for."""
        said = "" if form.kind in NAMING else fingerprint(value)
        record = new_record(self._office, step, form.kind, value.facts, said, ids)
        pressed = press_form(value)
        remember(step, record, value, pressed)
        return MadePaper(record.id, record.number, form.kind, pressed.pdf, value.facts.reissued)

    def prepare(self, kind: PaperKind, subject: int, purpose: str) -> PreparedForm:
        """Give a form that comes back its number and log it; it is pressed with others."""
        purpose = without_names(self._office.index, checked_purpose(purpose), "purpose")
        form = OF_KIND[kind]
        with self._door.enter(Action.PAPER_MADE, detail=kind.code) as step:
            ids = ids_of(kind, subject)
            step.person_id = ids["person_id"]
            value = self._builders[kind](self._desk(step, kind, ids, purpose), subject)
            if not isinstance(value, SignedForm):
                raise TypeError(kind.code)
            value = with_slip(self._office, form, value)
            said = "" if kind in NAMING else fingerprint(value)
            return PreparedForm(new_record(self._office, step, kind, value.facts, said, ids), value)

    def pressed(self, forms: Sequence[tuple[PreparedForm, PressedForm]]) -> list[MadePaper]:
        """Remember the codes of forms that were pressed together; return the papers."""
        with self._door.enter(Action.PACKET_NOTED, detail="codes") as step:
            step.count = len(forms)
            for prepared, form in forms:
                remember(step, prepared.record, prepared.value, form)
        kinds = {each.code: each for each in PaperKind}
        return [
            MadePaper(
                each.record.id,
                each.record.number,
                kinds[each.record.kind],
                form.pdf,
                reissued=False,
            )
            for each, form in forms
        ]

    def editable(self, kind: PaperKind, subject: int, purpose: str) -> bytes:
        """Return a blank form as HWPX to be changed elsewhere: it is numbered, and without codes.

        It is recorded as a file that left. Raises `NotEditableError`, `PurposeMissingError`,
        `NameInTextError`, `GlyphMissingError`.
        """
        if kind not in EDITABLE:
            raise NotEditableError
        purpose = without_names(self._office.index, checked_purpose(purpose), "purpose")
        with self._door.enter(Action.PAPER_SAVED, detail=kind.code) as step:
            ids = ids_of(kind, subject)
            value = self._builders[kind](self._desk(step, kind, ids, purpose), subject)
            if not isinstance(value, EditableForm):
                raise TypeError(kind.code)
            content = write_editable(value, TITLES[kind.code])
            new_record(self._office, step, kind, value.facts, "", ids, media=EDITABLE_MEDIA)
        return content

    def _signing_key(self, kind: PaperKind, signer: tuple[str, str] | None) -> SigningKey | None:
        if signer is None:
            return signing_key(self._office.keys)
        with failures_on_record(self._door, "signing"):
            account, key = self._office.keys.sign_in_place(*signer)
        officer = Actor(account.id, account.role)
        with self._door.enter(Action.PAPER_SIGNED, on_behalf=officer, detail=kind.code):
            return key

    def _desk(
        self, step: Step, kind: PaperKind, ids: Mapping[str, int | None], purpose: str
    ) -> Desk:
        papers = step.uow.papers
        again = kind.subject in ONCE and papers.left_before(kind.code, ids)
        return make_desk(
            step,
            self._office,
            papers.next_number(self._office.today().year),
            purpose,
            reissued=again,
            jumped=not self._clock_trusted(),
        )

    def _ledger_paper(self, desk: Desk, _subject: int) -> Paper:
        lines = self._ledger.rows_in(desk.step)
        entries = self._office.keys.ledger_entries()
        return destruction_ledger.ledger(desk, lines, entries[-1].hash.hex() if entries else "")
