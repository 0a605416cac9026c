"""The ledger is the journal of a restore: begun before the commit, finished or abandoned after."""

import json
import logging
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from easycare_desktop.storage.databases.data_pointer import clear_unused, data_folder
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.system.refusals import FolderNotWritableError

BEGUN, FINISHED, ABANDONED = "restore_begun", "restore_finished", "restore_abandoned"
_log = logging.getLogger(__name__)


def begin_restore(keys: OpenKeys, folder: str, facts: Mapping[str, object], now: datetime) -> None:
    """Say in the ledger, durably, which data folder is about to be put to use."""
    keys.ledger_append(BEGUN, {"data": folder, **facts}, now)


def settle_restores(folder: Path, keys: OpenKeys, now: datetime) -> None:
    """Write the end of a restore that a stop cut off, and erase data that is not in use.

    Called when the data in use has opened. What cannot be erased now waits for the next opening.
    """
    begun = _last_begun(keys)
    current = data_folder(folder)
    if begun is not None:
        kind = FINISHED if begun == current.name else ABANDONED
        keys.ledger_append(kind, {"data": begun}, now)
    try:
        clear_unused(folder)
    except (OSError, FolderNotWritableError) as error:
        _log.warning("unused data stays until the next opening: %s", type(error).__name__)


def _last_begun(keys: OpenKeys) -> str | None:
    """Return the folder that the last restore meant to put to use, if nothing is written of it."""
    with keys.file.read() as connection:
        row = connection.execute(
            "SELECT kind, body FROM ledger WHERE kind IN (?, ?, ?) ORDER BY seq DESC LIMIT 1",
            (BEGUN, FINISHED, ABANDONED),
        ).fetchone()
    return str(json.loads(row[1])["data"]) if row is not None and row[0] == BEGUN else None
