"""The one door to paper: any value of `documents.contents` in, PDF bytes out.

The drawing rooms and reportlab are imported on first use, so importing this module is cheap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from threading import Lock
from typing import Protocol, cast

from easycare_desktop.documents.contents.account_statement import AccountStatement
from easycare_desktop.documents.contents.address_labels import AddressLabels
from easycare_desktop.documents.contents.basic_card import BasicCard
from easycare_desktop.documents.contents.box_label import BoxLabel
from easycare_desktop.documents.contents.cancellation_form import CancellationForm
from easycare_desktop.documents.contents.consent_form import ConsentForm
from easycare_desktop.documents.contents.destruction_certificate import DestructionCertificate
from easycare_desktop.documents.contents.destruction_ledger import DestructionLedger
from easycare_desktop.documents.contents.destruction_request import DestructionRequest
from easycare_desktop.documents.contents.disposal_certificate import DisposalCertificate
from easycare_desktop.documents.contents.office_certificate import OfficeCertificate
from easycare_desktop.documents.contents.one_page_answer import OnePageAnswer
from easycare_desktop.documents.contents.pledge import Pledge
from easycare_desktop.documents.contents.power_of_attorney import PowerOfAttorney
from easycare_desktop.documents.contents.receipt import Receipt
from easycare_desktop.documents.contents.recovery_sheet import RecoverySheet
from easycare_desktop.documents.contents.result_notice import ResultNotice
from easycare_desktop.documents.contents.rights_notice import RightsNotice
from easycare_desktop.documents.contents.second_notice import SecondNotice
from easycare_desktop.documents.contents.separated_ledger import ReadingLedger, SeparatedLedger
from easycare_desktop.documents.contents.supplement_request import SupplementRequest
from easycare_desktop.documents.contents.table_paper import TablePaper
from easycare_desktop.documents.fonts import check_glyphs, load
from easycare_desktop.documents.joining import split
from easycare_desktop.documents.preview import page_count
from easycare_desktop.documents.sign_boxes import SignBox, boxes_kept
from easycare_desktop.documents.strings import strings_of

Paper = (
    AccountStatement
    | AddressLabels
    | BasicCard
    | BoxLabel
    | CancellationForm
    | ConsentForm
    | DestructionCertificate
    | DestructionLedger
    | DestructionRequest
    | DisposalCertificate
    | OfficeCertificate
    | OnePageAnswer
    | Pledge
    | PowerOfAttorney
    | ReadingLedger
    | Receipt
    | RecoverySheet
    | ResultNotice
    | RightsNotice
    | SecondNotice
    | SeparatedLedger
    | SupplementRequest
    | TablePaper
)

_ROOM = "easycare_desktop.documents.papers."
_DRAWN_IN: dict[type, str] = {
    AccountStatement: "account_statement",
    AddressLabels: "address_labels",
    BasicCard: "basic_card",
    BoxLabel: "box_label",
    CancellationForm: "cancellation_form",
    ConsentForm: "consent_form",
    DestructionCertificate: "destruction_certificate",
    DestructionLedger: "destruction_ledger",
    DestructionRequest: "destruction_request",
    DisposalCertificate: "disposal_certificate",
    OfficeCertificate: "office_certificate",
    OnePageAnswer: "one_page_answer",
    Pledge: "pledge",
    PowerOfAttorney: "power_of_attorney",
    ReadingLedger: "reading_ledger",
    Receipt: "receipt",
    RecoverySheet: "recovery_sheet",
    ResultNotice: "result_notice",
    RightsNotice: "rights_notice",
    SecondNotice: "second_notice",
    SeparatedLedger: "separated_ledger",
    SupplementRequest: "supplement_request",
    TablePaper: "table_paper",
}


_one_at_a_time = Lock()


class _Many(Protocol):
    pdf: bytes
    pages: int
    boxes: tuple[SignBox, ...]


class _ManyModule(Protocol):
    def make_many(self, values: Sequence[ConsentForm]) -> _Many | None: ...


class _PaperModule(Protocol):
    def make(self, value: Paper) -> bytes: ...


def press(paper: Paper) -> bytes:
    """Return the PDF of the paper. Equal values give equal bytes; safe to call from any thread.

    Raises `GlyphMissingError` when a character cannot be printed, before anything is drawn,
    `CertificateOverclaimsError` and `PaperTooLongError`.
    """
    room = cast("_PaperModule", import_module(_ROOM + _DRAWN_IN[type(paper)]))
    with _one_at_a_time:
        check_glyphs("".join(strings_of(paper)))
        return room.make(paper)


@dataclass(frozen=True, slots=True)
class PressedForm:
    """A form that comes back: its PDF, how many pages it has and where it is signed."""

    pdf: bytes
    pages: int
    boxes: tuple[SignBox, ...]


def press_form(paper: Paper) -> PressedForm:
    """Return the PDF of a form with its boxes to sign in. Raises what `press` raises."""
    with boxes_kept() as boxes:
        pdf = press(paper)
    return PressedForm(pdf, page_count(pdf), tuple(boxes))


@dataclass(frozen=True, slots=True)
class PressedMany:
    """Forms in one file, and each by itself."""

    pdf: bytes
    forms: tuple[PressedForm, ...]


def press_many(papers: Sequence[ConsentForm]) -> PressedMany | None:
    """Return forms that differ in the person alone, laid out once; nothing where they do not.

    Raises what `press` raises.
    """
    room = cast("_ManyModule", import_module(f"{_ROOM}consent_many"))
    with _one_at_a_time:
        check_glyphs("".join(sign for each in papers for sign in strings_of(each)))
        made = room.make_many(papers)
    if made is None:
        return None
    parts = split(made.pdf, made.pages)
    return PressedMany(made.pdf, tuple(PressedForm(pdf, made.pages, made.boxes) for pdf in parts))


def get_ready(kind: type[Paper]) -> None:
    """Import the drawing room of a paper and read the fonts: then the first one comes at once."""
    import_module(_ROOM + _DRAWN_IN[kind])
    load()
