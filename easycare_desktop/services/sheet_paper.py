"""The recovery sheet of an office that is being made or has just arrived, as a paper."""

from collections.abc import Mapping
from datetime import datetime

from easycare_desktop.documents.contents.recovery_sheet import RecoverySheet
from easycare_desktop.documents.press import press
from easycare_desktop.documents.values import PrintFacts
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.office_profile import head_of


def draw_sheet(
    code: RecoveryCode, profile: Mapping[str, str], number: int, purpose: str, now: datetime
) -> bytes:
    """Return the paper of sheet `number`; it is kept nowhere."""
    facts = PrintFacts(
        number=f"K-{number:03d}",
        printed_at=now,
        printed_by=profile.get("officer_name", ""),
        purpose=purpose,
    )
    return press(RecoverySheet(head_of(profile), facts, number, now.date(), code.groups))
