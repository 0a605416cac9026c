"""Whose data it is, and whether its parts belong together, before anything of it is shown."""

from easycare_desktop.storage.databases.office_files import OfficeFiles
from easycare_desktop.storage.keys.key_places import newer_place
from easycare_desktop.storage.keys.leasing import given_lease
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import (
    DataForeignError,
    OfficeMovedError,
    OlderCopyError,
)
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError


def check_writer(keys: OpenKeys, instance: str) -> bool:
    """Accept data of the installation `instance`; tell whether it may write.

    It may not once it has handed the office over; it opens all the same, to look. Raises
    `DataForeignError` for data of another installation, `OfficeMovedError` where a key place at
    hand shows that another PC has taken the office over unasked, and `OlderCopyError` where it
    shows that this folder is an older copy of itself.
    """
    if instance != keys.file.identity.instance:
        raise DataForeignError
    if given_lease(keys) is not None:
        return False
    newer = newer_place(keys)
    if newer is not None:
        if newer.taken_over:
            raise OfficeMovedError
        raise OlderCopyError
    return True


def check_vault(files: OfficeFiles, marked: int) -> None:
    """Raise `FileDamagedError` where separated.db is an older one than office.db has seen.

    `marked`: how many rows it held at the last save that looked there. Fewer are right where keys
    have ended since; a key that is kept apart and has no row is not.
    """
    rows = files.vault_ids()
    if len(rows) < marked and not files.keys.separated_ids() <= rows:
        raise FileDamagedError("separated.db")
