"""The ledger as a spreadsheet: it says who took it out, when and why; without a why nothing."""

import io

import pytest
from python_calamine import CalamineWorkbook

from easycare_desktop.domain.exporting import ExportReasonMissingError
from easycare_desktop.services.bundle import Services


def test_the_ledger_says_who_took_it_out_and_why(services: Services):
    content = io.BytesIO(services.sheets.destruction_ledger(" 월 점검 "))
    facts = CalamineWorkbook.from_filelike(content).get_sheet_by_index(1).to_python()
    said = {str(label): cell for label, cell in facts}
    actor = services.office.actor.account_id
    (name,) = [each.name for each in services.office.keys.accounts() if each.id == actor]
    assert said["내보낸 사람"] == name
    assert said["사유"] == "월 점검"
    assert said["내보낸 일시"] == services.office.clock.now().replace(tzinfo=None)


def test_the_ledger_is_not_taken_out_without_a_reason(services: Services):
    with pytest.raises(ExportReasonMissingError):
        services.sheets.destruction_ledger("  ")
