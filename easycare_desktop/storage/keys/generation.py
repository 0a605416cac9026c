"""The generation switch: the end of keys, and the separation of others, in one ordered protocol.

Before the slots of the new generation are durable, a stop at any point leaves the old one as it
was. From then on it only goes forward (`finishing`), and every step can be repeated.
"""

import logging
from collections.abc import Mapping
from contextlib import nullcontext
from datetime import datetime

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.accounts import NotAnOfficerError
from easycare_desktop.security.sealing import new_key
from easycare_desktop.security.wrapping import KeyPair
from easycare_desktop.storage.keys.finishing import (
    AtStep,
    erase_generation,
    finish_switch,
    no_step,
    sweep_uncommitted,
)
from easycare_desktop.storage.keys.generation_checks import REMAINING, check_new_generation
from easycare_desktop.storage.keys.generation_copy import copy_generation
from easycare_desktop.storage.keys.generation_files import (
    keys_path,
    next_generation,
    slots_path,
)
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.new_process import NewProcess, waiting_process
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import SwitchRefusedError
from easycare_desktop.storage.keys.slots_file import make_device_key, write_slots
from easycare_desktop.storage.keys.sqlcipher import refusal_of
from easycare_desktop.storage.keys.switch_plan import (
    SwitchPlan,
    check_known,
    doomed_fingerprints,
    make_envelopes,
    write_intent,
)
from easycare_desktop.storage.keys.switch_report import (
    SwitchCheck,
    SwitchReport,
    record_switch,
    switch_reports,
)
from easycare_desktop.storage.keys.ways_in import slots_for
from easycare_desktop.system.atomic_files import durable_unlink

__all__ = ["SwitchCheck", "SwitchReport", "switch_generation", "switch_report"]

_log = logging.getLogger(__name__)


def switch_generation(
    keys: OpenKeys,
    *,
    destroy: frozenset[int],
    separate: Mapping[int, str],
    digest: bytes,
    destruction_number: str,
    now: datetime,
    in_new_process: NewProcess | None = None,
    at_step: AtStep = no_step,
) -> SwitchReport:
    """End the keys `destroy`, put the keys `separate` (number: item group) into envelopes.

    `keys` then stands on the new generation. Raises `HoldingUnknownError`, `SwitchRefusedError`,
    `CredentialStoreError`, `DiskFullError`, `FolderNotWritableError`, all of them before the
    commit: nothing is destroyed then. What fails afterwards leaves a report that is not
    `finished`: the older generation may still lie on this PC, and the next opening goes on.
    """
    process = nullcontext(in_new_process) if in_new_process else waiting_process()
    with keys.file.lock, process as ask:
        sweep_uncommitted(keys)
        check_known(keys.file, destroy, separate)
        plan = SwitchPlan(
            old=keys.generation,
            new=next_generation(keys.folder),
            destroy=destroy,
            separate=dict(separate),
            doomed=doomed_fingerprints(keys.file, destroy),
            digest=digest,
            number=destruction_number,
            started_at=now,
        )
        write_intent(keys, plan)
        at_step("intent")
        report = _make(keys, plan, at_step)
        try:
            return finish_switch(keys, in_new_process=ask, at_step=at_step) or report
        except Exception as error:  # noqa: BLE001 - after the commit it only goes forward
            _log.warning("generation %d is not finished: %s", plan.new, type(error).__name__)
            return report


def switch_report(keys: OpenKeys, destruction_number: str) -> SwitchReport | None:
    """Return the recorded report of a destruction, or nothing where it never came to a commit."""
    found = [each for each in switch_reports(keys.file) if each.number == destruction_number]
    return found[-1] if found else None


def _make(keys: OpenKeys, plan: SwitchPlan, at_step: AtStep) -> SwitchReport:
    """Write, check and commit the new generation, then stand on it."""
    root = new_key()
    path = keys_path(keys.folder, plan.new)
    try:
        device_key = make_device_key(keys.store, keys.office_id, plan.new)
        at_step("device_key")
        copy_generation(keys.file, path, root, plan, make_envelopes(keys.file, plan.separate))
        at_step("copied")
        report = _checked(keys, plan, root)
        at_step("checked")
        file = KeyFile(path, root, keys.office_id)
        try:
            with file.change() as connection:
                record_switch(connection, report)
                slots = slots_for(connection, keys.slots_file.slots, root, plan.new)
        finally:
            file.close()
        at_step("recorded")
        write_slots(keys.folder, slots, device_key)
    except BaseException as error:  # noqa: BLE001 - whatever stopped it, no half may stay
        if not _given_up(keys, plan):
            keys.file.stop()
        raise refusal_of(error, path) from None
    at_step("committed")
    keys.file.move_to(path, root)
    keys.slots_file.move_to(slots, device_key)
    keys.holdings.forget()
    at_step("moved")
    return report


def _checked(keys: OpenKeys, plan: SwitchPlan, root: bytes) -> SwitchReport:
    """Compare both generations on fresh connections; raise `SwitchRefusedError`."""
    old = (keys.file.path, keys.file.root)
    new = (keys_path(keys.folder, plan.new), root)
    checks = check_new_generation(old, new, plan, keys.office_id, _officer(keys))
    for check in checks:
        if not check.held:
            _log.error("generation %d refused: %s", plan.new, check.code)
            raise SwitchRefusedError(plan.old, check.code)
    return SwitchReport(
        number=plan.number,
        digest=plan.digest,
        generation_from=plan.old,
        generation_to=plan.new,
        destroyed=len(plan.destroy),
        separated=len(plan.separate),
        compared=next(each.count for each in checks if each.code == REMAINING),
        checks=checks,
        started_at=plan.started_at,
        checked_at=keys.clock.now(),
    )


def _officer(keys: OpenKeys) -> KeyPair | None:
    try:
        return keys.officer_private_key()
    except NotAnOfficerError:
        return None


def _given_up(keys: OpenKeys, plan: SwitchPlan) -> bool:
    """Take back what was not committed, first what would commit it; tell whether that is gone.

    On a disk that is gone the slots may have come to their place. Then everything stays for the
    next opening, which goes on from there; the older generation would take along whatever was
    written to it meanwhile.
    """
    try:
        durable_unlink(slots_path(keys.folder, plan.new))
    except (Refusal, OSError) as error:
        _log.warning("generation %d may be committed: %s", plan.new, type(error).__name__)
        return False
    if not keys.folder.is_dir():
        return False
    try:
        erase_generation(keys, plan.new, no_step)
        sweep_uncommitted(keys)
    except Exception as error:  # noqa: BLE001 - the first refusal is the one to tell
        _log.warning("leftovers stay until the next opening: %s", type(error).__name__)
    return True
