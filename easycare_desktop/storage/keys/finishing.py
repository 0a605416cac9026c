"""From the commit on a switch only goes forward: prove the new generation, erase the older one."""

import json
import logging
from collections.abc import Callable
from pathlib import Path

from easycare_desktop.security.credential_store import CredentialStore
from easycare_desktop.storage.keys.census import Census, take_census
from easycare_desktop.storage.keys.generation_files import (
    device_entry,
    generations_with_keys,
    generations_with_slots,
    keys_path,
    slots_path,
)
from easycare_desktop.storage.keys.new_process import (
    NewProcess,
    NewProcessError,
    Question,
    ask_new_process,
)
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.slots import Protection
from easycare_desktop.storage.keys.slots_file import read_slots
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.storage.keys.switch_plan import ABANDONED, INTENT
from easycare_desktop.storage.keys.switch_report import (
    SwitchReport,
    finish_report,
    switch_reports,
)
from easycare_desktop.system.atomic_files import PART, durable_unlink, overwrite_and_unlink

AtStep = Callable[[str], None]
_log = logging.getLogger(__name__)


def no_step(_step: str) -> None:
    """Tell nobody how far a switch has come."""


def finish_switch(
    keys: OpenKeys, *, in_new_process: NewProcess = ask_new_process, at_step: AtStep = no_step
) -> SwitchReport | None:
    """Clear away what interrupted switches left; return the report of the last one, if any.

    What was never committed is swept. Of what was committed, the older generation is erased once a
    new process has opened everything; until that succeeds the report stays unfinished. Can be
    repeated without harm. Raises `CredentialStoreError`, `FolderNotWritableError`.
    """
    with keys.file.lock:
        sweep_uncommitted(keys)
        pending = [each for each in switch_reports(keys.file) if not each.finished]
        older = _older(keys) | {each.generation_from for each in pending}
        if not older:
            return None
        if _proved(keys, in_new_process):
            at_step("proved")
            for generation in sorted(older):
                erase_generation(keys, generation, at_step)
            now = keys.clock.now()
            pending = [finish_report(keys.file, each, now) for each in pending]
            at_step("finished")
        return pending[-1] if pending else None


def sweep_uncommitted(keys: OpenKeys) -> None:
    """Remove newer key files without slots, their device keys, and parts of files."""
    for part in keys.folder.glob(f".slots-*{PART}"):
        durable_unlink(part)
    committed = generations_with_slots(keys.folder)
    newer = {
        generation
        for generation in generations_with_keys(keys.folder)
        if generation > keys.generation and generation not in committed
    }
    intended = _open_intent(keys)
    abandoned = intended is not None and intended not in committed
    if intended is not None and abandoned:
        newer.add(intended)
    for generation in sorted(newer):
        erase_generation(keys, generation, no_step)
    if abandoned:
        keys.ledger_append(ABANDONED, {"to": intended}, keys.clock.now())


def sweep_given_up(keys: OpenKeys) -> None:
    """Remove newer generations that look committed and whose device key is gone.

    They were given up, and the disk has brought their slots back. For whoever has seen that nothing
    was saved with a newer one: left there, one that the recovery sheet still opens would take the
    place of all that these keys carry. Raises what `finish_switch` raises.
    """
    with keys.file.lock:
        for generation in generations_with_slots(keys.folder):
            if generation > keys.generation and _lacks_device_key(keys, generation):
                durable_unlink(slots_path(keys.folder, generation))
        sweep_uncommitted(keys)


def _lacks_device_key(keys: OpenKeys, generation: int) -> bool:
    try:
        closed = read_slots(keys.folder, generation)
    except FileDamagedError:
        return False
    by_device = closed.protection is Protection.DEVICE and closed.office_id == keys.office_id
    if not by_device or keys.store is None:
        return False
    return keys.store.get(device_entry(closed.office_id, generation)) is None


def erase_generation(keys: OpenKeys, generation: int, at_step: AtStep) -> None:
    """Erase a generation from this PC: device key first, so that nothing left over opens."""
    _forget_device_key(keys.store, keys.office_id, generation)
    at_step("device_key_erased")
    path = keys_path(keys.folder, generation)
    for each in (path, *keys.folder.glob(f"{path.name}-*")):
        overwrite_and_unlink(each)
    at_step("keys_erased")
    durable_unlink(slots_path(keys.folder, generation))
    at_step("slots_erased")


def question_about(keys: OpenKeys) -> Question:
    """Return what a new process must be told to open the generation in use."""
    told = keys.store is None or not keys.store.shared
    return Question(
        str(Path(keys.folder).resolve()),
        keys.office_id,
        keys.generation,
        keys.opener.name,
        keys.opener.pair.private,
        keys.slots_file.device_key if told else None,
    )


def _proved(keys: OpenKeys, in_new_process: NewProcess) -> bool:
    """Tell whether a new process finds on disk just what this one sees."""
    with keys.file.read() as connection:
        ours = take_census(connection, keys.office_id)
    try:
        theirs = in_new_process(question_about(keys))
    except NewProcessError as refusal:
        _log.error("generation %d is not proved: %s", keys.generation, refusal.reason)
        return False
    return _agree(ours, theirs)


def _agree(ours: Census, theirs: Census) -> bool:
    agreed = ours == theirs and theirs.intact and theirs.ledger_sound
    if not agreed:
        _log.error("a new process sees another generation %d", ours.generation)
    return agreed


def _older(keys: OpenKeys) -> set[int]:
    found = {*generations_with_keys(keys.folder), *generations_with_slots(keys.folder)}
    return {generation for generation in found if generation < keys.generation}


def _open_intent(keys: OpenKeys) -> int | None:
    """Return the generation that the last intent meant to make, if nothing came of it."""
    with keys.file.read() as connection:
        row = connection.execute(
            "SELECT kind, body FROM ledger WHERE kind IN (?, ?) ORDER BY seq DESC LIMIT 1",
            (INTENT, ABANDONED),
        ).fetchone()
    if row is None or row[0] == ABANDONED:
        return None
    intended = int(json.loads(row[1])["to"])
    return intended if intended > keys.generation else None


def _forget_device_key(store: CredentialStore | None, office_id: str, generation: int) -> None:
    if store is not None:
        store.delete(device_entry(office_id, generation))
