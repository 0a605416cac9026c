"""Which builder makes the value of which paper."""

from collections.abc import Callable, Mapping

from easycare_desktop.documents.press import Paper
from easycare_desktop.domain.requests import Relation
from easycare_desktop.services.paper_kinds import (
    KINDS_OF_FORM,
    PARTS,
    PARTS_OF_FORM,
    PaperKind,
)
from easycare_desktop.services.paper_values import (
    answer,
    attorney,
    basic_card,
    consent,
    destruction,
    destruction_failed,
    destruction_request,
    disposal,
    drill,
    lists,
    office_lists,
    pledge,
    request,
    second_notice,
    supplement,
    transfer,
    vendor_form,
)
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.services.paper_values.readings import reading_ledger

LOG_LINES = 500
Builder = Callable[[Desk, int], Paper]


def _blank_consent(desk: Desk, subject: int) -> Paper:
    return consent.blank_consent_form(desk, KINDS_OF_FORM[subject])


def _consent_part(kind: PaperKind) -> Builder:
    def build(desk: Desk, subject: int) -> Paper:
        return consent.consent_form(desk, subject, PARTS[kind])

    return build


def _blank_part(desk: Desk, subject: int) -> Paper:
    return consent.blank_consent_form(desk, *PARTS_OF_FORM[subject])


def _blank_guardian(desk: Desk, _subject: int) -> Paper:
    return consent.blank_guardian_consent(desk)


def _blank_power(desk: Desk, _subject: int) -> Paper:
    return attorney.blank_power(desk)


def _blank_supplement(desk: Desk, _subject: int) -> Paper:
    return supplement.blank_request(desk)


def _blank_pledge(desk: Desk, _subject: int) -> Paper:
    return pledge.blank_pledge(desk)


def _accounts(desk: Desk, _subject: int) -> Paper:
    return office_lists.account_statement(desk)


def _prints(desk: Desk, _subject: int) -> Paper:
    return office_lists.print_register(desk)


def _blank_cancellation(desk: Desk, _subject: int) -> Paper:
    return request.blank_form(desk, Relation.B)


def _vendor(desk: Desk, _subject: int) -> Paper:
    return vendor_form.form_to_vendor(desk)


def _person_copy(desk: Desk, subject: int) -> Paper:
    return destruction.certificate(desk, subject, for_person=True)


def _separated(desk: Desk, _subject: int) -> Paper:
    return lists.separated_ledger(desk)


def _readings(desk: Desk, _subject: int) -> Paper:
    return reading_ledger(desk)


def _retention(desk: Desk, _subject: int) -> Paper:
    return lists.retention_table(desk)


def _transfer(desk: Desk, _subject: int) -> Paper:
    return transfer.transfer_list(desk)


def _lost(desk: Desk, _subject: int) -> Paper:
    return transfer.lost_list(desk)


def _disposals(desk: Desk, _subject: int) -> Paper:
    return disposal.disposal_ledger(desk)


def _certificate(desk: Desk, _subject: int) -> Paper:
    return lists.office_certificate(desk)


def _log(desk: Desk, _subject: int) -> Paper:
    return lists.log_list(desk, LOG_LINES)


def _drill(desk: Desk, _subject: int) -> Paper:
    return drill.drill_report(desk)


def _backups(desk: Desk, _subject: int) -> Paper:
    return lists.backup_register(desk)


BUILDERS: Mapping[PaperKind, Builder] = {
    PaperKind.CONSENT_FORM: consent.consent_form,
    PaperKind.BLANK_CONSENT_FORM: _blank_consent,
    **{kind: _consent_part(kind) for kind in PARTS},
    PaperKind.BLANK_CONSENT_PART: _blank_part,
    PaperKind.GUARDIAN_CONSENT: consent.guardian_consent,
    PaperKind.BLANK_GUARDIAN_CONSENT: _blank_guardian,
    PaperKind.POWER_OF_ATTORNEY: attorney.power_of_attorney,
    PaperKind.BLANK_POWER_OF_ATTORNEY: _blank_power,
    PaperKind.PLEDGE: pledge.pledge,
    PaperKind.BLANK_PLEDGE: _blank_pledge,
    PaperKind.CANCELLATION_FORM: request.form_for_person,
    PaperKind.BLANK_CANCELLATION_FORM: _blank_cancellation,
    PaperKind.VENDOR_FORM: _vendor,
    PaperKind.RECEIPT: request.receipt,
    PaperKind.SUPPLEMENT_REQUEST: supplement.supplement_request,
    PaperKind.BLANK_SUPPLEMENT: _blank_supplement,
    PaperKind.DESTRUCTION_REQUEST: destruction_request.destruction_request,
    PaperKind.RESULT_NOTICE: request.result_notice,
    PaperKind.CERTIFICATE: destruction_failed.file_copy,
    PaperKind.CERTIFICATE_PERSON: _person_copy,
    PaperKind.ONE_PAGE_ANSWER: answer.one_page_answer,
    PaperKind.SECOND_NOTICE: second_notice.second_notice,
    PaperKind.BASIC_CARD: basic_card.basic_card,
    PaperKind.SEPARATED_LEDGER: _separated,
    PaperKind.READING_LEDGER: _readings,
    PaperKind.TRANSFER_LIST: _transfer,
    PaperKind.BLANK_LOST_LIST: _lost,
    PaperKind.RETENTION_TABLE: _retention,
    PaperKind.BOX_LABEL: disposal.box_label,
    PaperKind.MEDIUM_CERTIFICATE: disposal.medium_certificate,
    PaperKind.MEDIA_CERTIFICATE: disposal.disposal_certificate,
    PaperKind.PRINTED_CERTIFICATE: disposal.disposal_certificate,
    PaperKind.DISPOSAL_LEDGER: _disposals,
    PaperKind.OFFICE_CERTIFICATE: _certificate,
    PaperKind.ACCOUNT_STATEMENT: _accounts,
    PaperKind.PRINT_REGISTER: _prints,
    PaperKind.LOG_LIST: _log,
    PaperKind.BACKUP_REGISTER: _backups,
    PaperKind.DRILL_REPORT: _drill,
}
