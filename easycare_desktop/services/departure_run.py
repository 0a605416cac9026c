"""Leads one office out of this PC, from the password to the last paper."""

import json
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

from easycare_desktop.documents.contents.office_destruction import (
    ClosedBy,
    Remains,
    office_destruction,
)
from easycare_desktop.documents.press import press
from easycare_desktop.documents.values import Office
from easycare_desktop.documents.words import word
from easycare_desktop.security.credential_store import CredentialStore
from easycare_desktop.services.backup import Progress
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.departure import Departure, Left
from easycare_desktop.services.erasing import erase_office
from easycare_desktop.services.offices import OfficeRecord, Offices
from easycare_desktop.storage.keys.refusals import HandedOverError
from easycare_desktop.system.atomic_files import write_atomically


@dataclass(frozen=True, slots=True)
class Order:
    """What the officer says. `backup`: label and folder of one more place for the last backup.

    `second_login` and its password: the second person; an office of one person leaves them empty.
    `paper`: the file that the certificate is written to.
    """

    how: Departure
    login: str
    password: str = field(repr=False)
    second_login: str = ""
    second_password: str = field(default="", repr=False)
    handover: str = ""
    backup: tuple[str, Path] | None = None
    paper: Path | None = None


def depart(offices: Offices, code: str, order: Order, tell: Progress | None = None) -> Left:
    """Back up or certify, then erase. Until the erasing begins, every refusal leaves all as it is.

    Raises what opening raises, `NotPermittedError`, `SameApproverError`, `DisputeKeepsError`,
    `DisputeKeepsLostError` and `HandoverMissingError` where the office is to close,
    `BackupNotWholeError`, `HandedOverError` where another PC writes for the office (whose copy
    here may go without a backup), the refusals of backups and of the disk.
    """
    agreed = ""
    with ExitStack() as stack:
        office = offices.open(code, order.login, order.password)
        stack.callback(office.close)
        services = Services(office)
        departure = services.departure
        if office.looks_only and order.how is Departure.CERTIFICATE:
            raise HandedOverError
        inventory = departure.inventory()
        if order.how is Departure.CERTIFICATE:
            departure.require_no_hold()
            departure.require_handover(inventory, order.handover)
            if office.others_approve(office.actor.account_id):
                agreed = departure.approve(order.second_login, order.second_password)
            if order.paper is not None:
                write_atomically(order.paper, b"")
        elif not office.looks_only:
            if order.backup is not None:
                services.backup_targets.add(*order.backup)
            departure.back_up(tell)
        head = departure.head()
        stack.pop_all()
        left = departure.leave(order.how, inventory)
    offices.forget(code)
    if order.how is Departure.CERTIFICATE and order.paper is not None:
        write_atomically(order.paper, certificate(head, left, order.handover, agreed))
    return left


def certificate(head: Office, left: Left, handover: str, agreed: str = "") -> bytes:
    """Return the last paper, as PDF. `agreed`: the second person; empty in an office of one."""
    inventory = left.inventory
    return press(
        office_destruction(
            head,
            left.at,
            inventory.holdings,
            people=inventory.people,
            files_erased=left.keys_erased,
            places=len(left.places),
            handed_over=(inventory.kept_by_law, handover),
            by=ClosedBy(left.by, agreed),
            remains=_remains(left),
        )
    )


def _remains(left: Left) -> Remains:
    out = left.elsewhere
    return Remains(
        places=tuple(each.label for each in left.places if not each.erased),
        struck_off=out.struck_off,
        lost=out.lost,
        pcs=out.pcs,
        registers=tuple((word(kind), count) for kind, count in out.registers),
        store=not left.store_cleared,
        data=not left.data_gone,
    )


def drop_practice(offices: Offices, record: OfficeRecord, store: CredentialStore | None) -> None:
    """Erase a practice office: made-up people need no password and no paper."""
    with suppress(OSError, ValueError, KeyError):
        office_id = str(json.loads((record.folder / "office.json").read_bytes())["id"])
        erase_office(record.folder, office_id, store)
    offices.forget(record.code)
