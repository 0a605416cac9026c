"""The recovery sheet of an office that is being made or has just arrived, as a paper."""

from collections.abc import Mapping
from datetime import datetime

from easycare_desktop.documents.contents.recovery_sheet import RecoverySheet
from easycare_desktop.documents.press import press
from easycare_desktop.documents.values import Office, PrintFacts
from easycare_desktop.security.recovery_sheet import RecoveryCode


def draw_sheet(
    code: RecoveryCode, profile: Mapping[str, str], number: int, purpose: str, now: datetime
) -> bytes:
    """Return the paper of sheet `number`; it is kept nowhere."""
    known = profile.get
    office = Office(
        name=known("office_name", ""),
        code=known("facility_code", ""),
        representative=known("head_name", ""),
        officer_name=known("officer_name", ""),
        officer_position=known("officer_position", ""),
        officer_phone=known("officer_phone", ""),
        officer_email=known("officer_email", ""),
        address=known("address", ""),
        phone=known("phone", ""),
        fax=known("fax", ""),
        business_number=known("business_number", ""),
    )
    facts = PrintFacts(
        number=f"K-{number:03d}",
        printed_at=now,
        printed_by=known("officer_name", ""),
        purpose=purpose,
    )
    return press(RecoverySheet(office, facts, number, now.date(), code.groups))
