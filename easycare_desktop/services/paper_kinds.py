"""Every kind of paper, and which of them name a person."""

from collections.abc import Mapping
from enum import Enum

from easycare_desktop.documents.contents.consent_form import BlockKind
from easycare_desktop.domain.holdings import Groups
from easycare_desktop.domain.people import PersonKind


class PaperKind(Enum):
    """Every paper. The second word tells what `subject` is."""

    CONSENT_FORM = ("consent_form", "person")
    BLANK_CONSENT_FORM = ("blank_consent_form", "kind")
    CONSENT_REQUIRED = ("consent_required", "person")
    CONSENT_SENSITIVE = ("consent_sensitive", "person")
    CONSENT_UNIQUE_ID = ("consent_unique_id", "person")
    CONSENT_OPTIONAL = ("consent_optional", "person")
    CONSENT_MARKETING = ("consent_marketing", "person")
    CONSENT_PROVISION = ("consent_provision", "person")
    BLANK_CONSENT_PART = ("blank_consent_part", "part")
    GUARDIAN_CONSENT = ("guardian_consent", "person")
    BLANK_GUARDIAN_CONSENT = ("blank_guardian_consent", "none")
    POWER_OF_ATTORNEY = ("power_of_attorney", "person")
    BLANK_POWER_OF_ATTORNEY = ("blank_power_of_attorney", "none")
    PLEDGE = ("pledge", "person")
    BLANK_PLEDGE = ("blank_pledge", "none")
    CANCELLATION_FORM = ("cancellation_form", "person")
    BLANK_CANCELLATION_FORM = ("blank_cancellation_form", "none")
    VENDOR_FORM = ("vendor_form", "none")
    RECEIPT = ("receipt", "request")
    SUPPLEMENT_REQUEST = ("supplement_request", "request")
    BLANK_SUPPLEMENT = ("blank_supplement", "none")
    RESULT_NOTICE = ("result_notice", "request")
    CERTIFICATE = ("certificate", "plan")
    CERTIFICATE_PERSON = ("certificate_person", "plan")
    DESTRUCTION_REQUEST = ("destruction_request", "plan")
    DESTRUCTION_LEDGER = ("destruction_ledger", "none")
    ONE_PAGE_ANSWER = ("one_page_answer", "person")
    SECOND_NOTICE = ("second_notice", "person")
    RIGHTS_NOTICE = ("rights_notice", "person")
    BASIC_CARD = ("basic_card", "person")
    ADDRESS_LABELS = ("address_labels", "people")
    SEPARATED_LEDGER = ("separated_ledger", "none")
    READING_LEDGER = ("reading_ledger", "none")
    TRANSFER_LIST = ("transfer_list", "none")
    BLANK_LOST_LIST = ("blank_lost_list", "none")
    RETENTION_TABLE = ("retention_table", "none")
    BOX_LABEL = ("box_label", "item")
    MEDIUM_CERTIFICATE = ("medium_certificate", "item")
    MEDIA_CERTIFICATE = ("media_certificate", "disposal")
    PRINTED_CERTIFICATE = ("printed_certificate", "disposal")
    DISPOSAL_LEDGER = ("disposal_ledger", "none")
    OFFICE_CERTIFICATE = ("office_certificate", "none")
    ACCOUNT_STATEMENT = ("account_statement", "none")
    PRINT_REGISTER = ("print_register", "none")
    LOG_LIST = ("log_list", "none")
    LOG_REVIEW = ("log_review", "month")
    BACKUP_REGISTER = ("backup_register", "none")
    DRILL_REPORT = ("drill_report", "none")

    def __init__(self, code: str, subject: str) -> None:
        self.code = code
        self.subject = subject


PARTS: Mapping[PaperKind, BlockKind] = {
    PaperKind.CONSENT_REQUIRED: BlockKind.REQUIRED,
    PaperKind.CONSENT_SENSITIVE: BlockKind.SENSITIVE,
    PaperKind.CONSENT_UNIQUE_ID: BlockKind.UNIQUE_ID,
    PaperKind.CONSENT_OPTIONAL: BlockKind.OPTIONAL,
    PaperKind.CONSENT_MARKETING: BlockKind.MARKETING,
    PaperKind.CONSENT_PROVISION: BlockKind.PROVISION,
}
"""Consent forms that ask for one kind alone."""
NAMING = frozenset(
    {
        PaperKind.CONSENT_FORM,
        *PARTS,
        PaperKind.GUARDIAN_CONSENT,
        PaperKind.POWER_OF_ATTORNEY,
        PaperKind.PLEDGE,
        PaperKind.CANCELLATION_FORM,
        PaperKind.RECEIPT,
        PaperKind.SUPPLEMENT_REQUEST,
        PaperKind.RESULT_NOTICE,
        PaperKind.CERTIFICATE_PERSON,
        PaperKind.ONE_PAGE_ANSWER,
        PaperKind.SECOND_NOTICE,
        PaperKind.RIGHTS_NOTICE,
        PaperKind.BASIC_CARD,
        PaperKind.ADDRESS_LABELS,
        PaperKind.TRANSFER_LIST,
        PaperKind.BOX_LABEL,
        PaperKind.MEDIUM_CERTIFICATE,
        PaperKind.MEDIA_CERTIFICATE,
        PaperKind.PRINTED_CERTIFICATE,
        PaperKind.ACCOUNT_STATEMENT,
    }
)
"""Papers that name a person: no fingerprint of them stays, or a guessed name could be confirmed."""
EXACT = frozenset({PaperKind.ADDRESS_LABELS})
"""Papers whose pieces have their place on the sheet: no margin is made, no back is printed."""
_IDENTITY = frozenset({"identity"})
OF_USE: Mapping[PaperKind, frozenset[str] | Groups] = {
    PaperKind.BASIC_CARD: Groups.EVERY,
    PaperKind.CONSENT_OPTIONAL: _IDENTITY,
    PaperKind.CONSENT_MARKETING: _IDENTITY,
    PaperKind.CONSENT_PROVISION: _IDENTITY,
    PaperKind.PLEDGE: _IDENTITY | {"employment"},
}
"""Papers that use what is known of a person, and the item groups on them.

Those by which rights are served are none."""
CERTIFICATES = frozenset(
    {
        PaperKind.CERTIFICATE,
        PaperKind.CERTIFICATE_PERSON,
        PaperKind.MEDIUM_CERTIFICATE,
        PaperKind.MEDIA_CERTIFICATE,
        PaperKind.PRINTED_CERTIFICATE,
    }
)
"""Papers that an officer signs."""
ONCE = frozenset({"person", "request", "plan", "item", "disposal", "month"})
"""Subjects whose papers are marked as issued again once one of the kind has left.

A ledger shows another day each time, and every blank form has a number of its own."""

EDITABLE = (
    PaperKind.BLANK_CONSENT_FORM,
    PaperKind.BLANK_CONSENT_PART,
    PaperKind.BLANK_GUARDIAN_CONSENT,
    PaperKind.BLANK_POWER_OF_ATTORNEY,
    PaperKind.BLANK_PLEDGE,
    PaperKind.BLANK_CANCELLATION_FORM,
    PaperKind.VENDOR_FORM,
    PaperKind.BLANK_SUPPLEMENT,
)
"""Forms that an office may take as a file to change; nobody's data stands on them."""

KINDS_OF_FORM = (
    *(PersonKind.RECIPIENT, PersonKind.GUARDIAN, PersonKind.STAFF),
    PersonKind.SUBSCRIBER,
)

PARTS_OF_FORM = tuple((kind, part) for kind in KINDS_OF_FORM for part in BlockKind)
"""What the subject of a blank form of one kind alone counts."""
