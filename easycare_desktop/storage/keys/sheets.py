"""The recovery sheet of the open generation: its number, and its renewal."""

import json

from easycare_desktop.security.passwords import KdfPolicy, new_salt
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.storage.keys.journal import Journal
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.officer_secrets import share_officer_secrets
from easycare_desktop.storage.keys.opener import Opener
from easycare_desktop.storage.keys.settling import settle
from easycare_desktop.storage.keys.slots import sheet_opener
from easycare_desktop.storage.keys.slots_file import SlotsFile
from easycare_desktop.storage.keys.ways_in import slots_for
from easycare_desktop.system.clock import Clock

OPENED, RENEWED = "sheet_opened", "sheet_renewed"


def renew_sheet(
    file: KeyFile,
    slots_file: SlotsFile,
    opener: Opener,
    journal: Journal,
    *,
    code: RecoveryCode,
    clock: Clock,
    kdf: KdfPolicy,
) -> int:
    """Put a new sheet in the place of the old one; return its number.

    Raises `NotAnOfficerError`. The old sheet opens nothing that is written from now on; copies of
    older files stay open to it until the next generation has replaced them everywhere.
    """
    salt = new_salt()
    pair = code.key_pair(salt, kdf.make)
    with file.lock:
        with file.change() as connection:
            number: int = connection.execute("SELECT max(number) FROM sheet").fetchone()[0] + 1
            share_officer_secrets(connection, file.office_id, opener.pair, pair.public)
            connection.execute(
                "INSERT INTO sheet VALUES (?, ?, ?, ?, ?, ?)",
                (number, pair.public, salt, kdf.make.memory, kdf.make.passes, kdf.make.lanes),
            )
            journal.append(RENEWED, {"number": number}, clock.now())
            wanted = slots_for(connection, slots_file.slots, file.root, slots_file.slots.generation)
        slots_file.put(wanted)
        if opener.by_sheet:
            opener.name, opener.pair = sheet_opener(number), pair
        settle(file, slots_file)
    return number


def sheet_openings(file: KeyFile, number: int) -> int:
    """Return how often the office was opened with sheet `number`."""
    with file.read() as connection:
        rows = connection.execute("SELECT body FROM ledger WHERE kind = ?", (OPENED,)).fetchall()
    return sum(json.loads(body)["number"] == number for (body,) in rows)
