"""Which forms come back, and what is remembered of each one when it is printed."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType

from easycare_desktop.documents.contents.cancellation_form import CancellationForm
from easycare_desktop.documents.contents.consent_form import BlockKind, ConsentForm
from easycare_desktop.documents.contents.pledge import Pledge
from easycare_desktop.documents.contents.power_of_attorney import PowerOfAttorney
from easycare_desktop.documents.press import PressedForm
from easycare_desktop.documents.sign_boxes import SignBox
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.return_codes import Slip, draw_number, edition_mark, office_mark
from easycare_desktop.domain.returned import FormUse, PrintedSlip
from easycare_desktop.services.consent_kinds import block_kind
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_kinds import PaperKind
from easycare_desktop.storage.repositories.papers import PaperRecord

SignedForm = CancellationForm | ConsentForm | Pledge | PowerOfAttorney


@dataclass(frozen=True, slots=True)
class ReturningForm:
    """A kind of form that comes back. `letters` stand in its code; `edition` of its layout.

    `of_office`: the office itself signs it, so it needs no other person.
    """

    kind: PaperKind
    letters: str
    use: FormUse
    edition: str = "1"
    of_office: bool = False


FORMS = (
    ReturningForm(PaperKind.CONSENT_FORM, "CF", FormUse.CONSENT),
    ReturningForm(PaperKind.BLANK_CONSENT_FORM, "CB", FormUse.CONSENT),
    ReturningForm(PaperKind.CONSENT_REQUIRED, "CR", FormUse.CONSENT),
    ReturningForm(PaperKind.CONSENT_SENSITIVE, "CS", FormUse.CONSENT),
    ReturningForm(PaperKind.CONSENT_UNIQUE_ID, "CU", FormUse.CONSENT),
    ReturningForm(PaperKind.CONSENT_OPTIONAL, "CO", FormUse.CONSENT),
    ReturningForm(PaperKind.CONSENT_MARKETING, "CM", FormUse.CONSENT),
    ReturningForm(PaperKind.CONSENT_PROVISION, "CP", FormUse.CONSENT),
    ReturningForm(PaperKind.BLANK_CONSENT_PART, "CQ", FormUse.CONSENT),
    ReturningForm(PaperKind.GUARDIAN_CONSENT, "GF", FormUse.CONSENT),
    ReturningForm(PaperKind.BLANK_GUARDIAN_CONSENT, "GB", FormUse.CONSENT),
    ReturningForm(PaperKind.POWER_OF_ATTORNEY, "PF", FormUse.PAPER),
    ReturningForm(PaperKind.BLANK_POWER_OF_ATTORNEY, "PB", FormUse.PAPER),
    ReturningForm(PaperKind.PLEDGE, "SF", FormUse.PAPER),
    ReturningForm(PaperKind.BLANK_PLEDGE, "SB", FormUse.PAPER),
    ReturningForm(PaperKind.CANCELLATION_FORM, "XF", FormUse.REQUEST),
    ReturningForm(PaperKind.BLANK_CANCELLATION_FORM, "XB", FormUse.REQUEST),
    ReturningForm(PaperKind.VENDOR_FORM, "VF", FormUse.REQUEST, of_office=True),
)
OF_KIND: Mapping[PaperKind, ReturningForm] = MappingProxyType({each.kind: each for each in FORMS})
OF_LETTERS: Mapping[str, ReturningForm] = MappingProxyType({each.letters: each for each in FORMS})


def with_slip(office: OpenOffice, form: ReturningForm, value: SignedForm) -> SignedForm:
    """Return the form with a number of its own in its code."""
    edition = value.edition if isinstance(value, ConsentForm) else form.edition
    slip = Slip(form.letters, office_mark(office.info.id), draw_number(), edition_mark(edition))
    return replace(value, facts=replace(value.facts, slip=slip))


def remember(step: Step, record: PaperRecord, value: SignedForm, pressed: PressedForm) -> None:
    """Remember what the number of a form was printed for, and where it is signed."""
    slip = value.facts.slip
    if slip is not None:
        step.uow.slips.add(
            PrintedSlip(
                id=0,
                number=slip.number,
                paper_id=record.id,
                form=slip.form,
                edition=slip.edition,
                pages=pressed.pages,
                person_id=record.person_id,
                request_id=record.request_id,
                boxes=json.dumps([asdict(box) for box in pressed.boxes]),
            )
        )


def boxes_of(slip: PrintedSlip) -> tuple[SignBox, ...]:
    """Return the boxes to sign in of a printed form."""
    return tuple(SignBox(**each) for each in json.loads(slip.boxes))


def editions_now(
    office: OpenOffice, form: ReturningForm, kind: PersonKind | None
) -> frozenset[str]:
    """Return the marks of the editions that are printed now; of any kind where none is known."""
    if form.use is not FormUse.CONSENT:
        return frozenset({edition_mark(form.edition)})
    kinds = tuple(PersonKind) if kind is None else (kind,)
    return frozenset(
        edition_mark(version) for each in kinds for version in text_versions(office, each)
    )


def text_versions(office: OpenOffice, kind: PersonKind) -> frozenset[str]:
    """Return the versions of texts on the consent forms of a kind of person, as forms name them."""
    purposes = office.catalogue.purposes_for(kind)
    parts = [[each for each in purposes if block_kind(each) is part] for part in BlockKind]
    return frozenset(
        ", ".join(sorted({each.text_version for each in asked})) for asked in (purposes, *parts)
    )
