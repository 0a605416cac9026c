"""Every kind of paper, and which of them name a person."""

from enum import Enum

from easycare_desktop.domain.people import PersonKind


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
    BOX_LABEL = ("box_label", "item")
    MEDIUM_CERTIFICATE = ("medium_certificate", "item")
    MEDIA_CERTIFICATE = ("media_certificate", "disposal")
    PRINTED_CERTIFICATE = ("printed_certificate", "disposal")
    DISPOSAL_LEDGER = ("disposal_ledger", "none")
    OFFICE_CERTIFICATE = ("office_certificate", "none")
    LOG_LIST = ("log_list", "none")
    BACKUP_REGISTER = ("backup_register", "none")
    DRILL_REPORT = ("drill_report", "none")

    def __init__(self, code: str, subject: str) -> None:
        self.code = code
        self.subject = subject


NAMING = frozenset(
    {
        PaperKind.CONSENT_FORM,
        PaperKind.CANCELLATION_FORM,
        PaperKind.RECEIPT,
        PaperKind.RESULT_NOTICE,
        PaperKind.CERTIFICATE_PERSON,
        PaperKind.ONE_PAGE_ANSWER,
        PaperKind.BOX_LABEL,
        PaperKind.MEDIUM_CERTIFICATE,
        PaperKind.MEDIA_CERTIFICATE,
        PaperKind.PRINTED_CERTIFICATE,
    }
)
"""Papers that name a person: no fingerprint of them stays, or a guessed name could be confirmed."""
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

KINDS_OF_FORM = (PersonKind.RECIPIENT, PersonKind.GUARDIAN, PersonKind.STAFF)
