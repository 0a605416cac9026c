"""The recovery sheet of an open office: its number, and a new one on paper."""

from dataclasses import dataclass, field

from easycare_desktop.documents.contents.recovery_sheet import RecoverySheet
from easycare_desktop.documents.press import press
from easycare_desktop.documents.values import PrintFacts
from easycare_desktop.domain.rights import Action
from easycare_desktop.security.recovery_sheet import (
    RecoveryCode,
    RecoveryCodeGroupError,
    check_group,
)
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import letterhead


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A sheet that opens nothing yet. What stands on it never shows in a repr."""

    number: int
    pdf: bytes = field(repr=False)
    code: RecoveryCode = field(repr=False)

    @property
    def groups(self) -> tuple[str, ...]:
        """The five groups as they stand on the sheet."""
        return self.code.groups

    def check(self, group: int, typed: str) -> None:
        """Accept group `group` (1 to 5) as typed back from the paper.

        Raises `RecoveryCodeCharacterError`, `RecoveryCodeGroupError`.
        """
        if check_group(group, typed) != self.groups[group - 1]:
            raise RecoveryCodeGroupError(group)


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a renewal came to. `behind`: places that still hold the older keys."""

    generation: int
    sheet: int
    behind: tuple[str, ...]
    envelopes: int = 0


class RecoverySheets:
    """Use cases of the recovery sheet; `RecoveryService.exchange` puts a new one in force."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    @property
    def number(self) -> int:
        """The number of the sheet that opens the office now."""
        return self._office.keys.sheet_number

    def prepare(self, purpose: str) -> NewSheet:
        """Return a new sheet, ready to be printed; nothing is exchanged yet."""
        office, number = self._office, self.number + 1
        code = RecoveryCode.generate()
        names = {account.id: account.name for account in office.keys.accounts()}
        with office.door.enter(Action.KEY_PLACE_CHANGED, detail="sheet.prepare") as step:
            head = letterhead(step.uow, practice=office.info.practice)
        facts = PrintFacts(
            number=f"K-{number:03d}",
            printed_at=office.clock.now(),
            printed_by=names.get(office.actor.account_id, ""),
            purpose=purpose,
        )
        paper = RecoverySheet(head, facts, number, office.today(), code.groups)
        return NewSheet(number, press(paper), code)
