"""What leaves as a file: a line in the register of copies, one in the register of prints."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from easycare_desktop.domain.exporting import ExportReasonMissingError
from easycare_desktop.domain.registers import RegisterItem, RegisterKind, RegisterState, Twin
from easycare_desktop.domain.rights import Action
from easycare_desktop.exchange.protected import protected
from easycare_desktop.exchange.sheets import ExportFacts, Sheet
from easycare_desktop.exchange.workbook import workbook
from easycare_desktop.security.password_rule import check_password
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import checked_values, new_of_office
from easycare_desktop.services.unnamed import without_names
from easycare_desktop.storage.repositories.papers import PaperRecord
from easycare_desktop.system.atomic_files import write_atomically


def check_leaving(office: OpenOffice, reason: str, password: str) -> str:
    """Return the reason of a file before it is made, trimmed.

    Raises `ExportReasonMissingError`, `NameInTextError`, and what `check_password` raises.
    """
    if not reason.strip():
        raise ExportReasonMissingError("reason")
    said = without_names(office.index, reason, "reason")
    check_password(password, ())
    return said


def facts_of(office: OpenOffice, head: str, why: str) -> ExportFacts:
    """Return who takes a list out now, and why."""
    accounts = {account.id: account.name for account in office.keys.accounts()}
    return ExportFacts(
        office=head,
        exported_at=office.clock.now(),
        exported_by=accounts.get(office.actor.account_id, ""),
        reason=why,
        practice=office.info.practice,
    )


def write_protected(
    office: OpenOffice, item: RegisterItem, path: Path, book: tuple[Sheet, ExportFacts, str]
) -> None:
    """Write sheet and facts under a password; where that fails, the record says so."""
    sheet, facts, password = book
    try:
        write_atomically(path, protected(workbook(sheet, facts), password))
    except BaseException:
        take_back(office, item)
        raise


def register_copy(
    office: OpenOffice, step: Step, values: Mapping[str, str], carried: Iterable[tuple[int, str]]
) -> RegisterItem:
    """Record a copy, so that every destruction asks about it; `carried`: person and item group."""
    kind = RegisterKind.OUTSIDE
    clean = checked_values(office, values, kind.group)
    new = new_of_office(office, step.uow, kind.group, clean)
    holding = step.uow.holdings.add([new])[0]
    item = step.uow.registers.add(kind, holding.id, office.today(), held_data=True)
    step.uow.registers.put_twins([Twin(item.id, *each) for each in carried])
    return item


def note_left(office: OpenOffice, step: Step, kind: str, why: str) -> None:
    """Enter it into the register of what was printed or saved."""
    step.uow.papers.add(
        PaperRecord(
            id=0,
            number=step.uow.papers.next_number(office.today().year),
            kind=kind,
            made_at=office.clock.now(),
            account_id=office.actor.account_id,
            person_id=None,
            request_id=None,
            plan_id=None,
            purpose=why,
            sha256="",
            pages=0,
            copies=0,
            saved=True,
        )
    )


def take_back(office: OpenOffice, item: RegisterItem) -> None:
    """Record that a copy never came to be."""
    with office.door.enter(Action.REGISTER_CHANGED, detail=f"unwritten {item.number}") as step:
        step.uow.registers.drop_twins(item.id)
        step.uow.registers.set_state(item.id, RegisterState.DESTROYED)
