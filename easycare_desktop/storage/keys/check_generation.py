"""A process of its own: opens one generation from disk and says what it found.

The question comes as JSON on standard input, the answer goes as JSON to standard output.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.security.system_store import find_system_store
from easycare_desktop.security.wrapping import KeyPair
from easycare_desktop.storage.keys.census import Census, take_census
from easycare_desktop.storage.keys.generation_files import device_entry, keys_path
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.new_process import Question
from easycare_desktop.storage.keys.refusals import DeviceKeyMissingError
from easycare_desktop.storage.keys.slots import ClosedSlots, Protection, sheet_opener
from easycare_desktop.storage.keys.slots_file import read_slots
from easycare_desktop.storage.keys.sqlcipher import connect
from easycare_desktop.storage.keys.ways_in import unwrap_root


def answer(question: Question) -> Census:
    """Open slots, key file and the data files that are there; count everything."""
    folder = Path(question.folder)
    closed = read_slots(folder, question.generation)
    root = unwrap_root(
        _root_envelope(closed, question),
        KeyPair.from_private(question.private),
        question.office_id,
        question.generation,
        question.opener,
    )
    file = KeyFile(keys_path(folder, question.generation), root, question.office_id)
    try:
        with file.read() as connection:
            for name, key in connection.execute("SELECT name, key FROM file_key").fetchall():
                path = folder / f"{name}.db"
                if path.exists():
                    connect(path, key, create=False).close()
            return take_census(connection, question.office_id)
    finally:
        file.close()


def _root_envelope(closed: ClosedSlots, question: Question) -> bytes:
    if question.opener == sheet_opener(closed.kit.number):
        return closed.kit.root
    slot = closed.open(_device_key(closed, question)).by_label.get(question.opener)
    if slot is None or slot.root is None:
        raise SealBrokenError
    return slot.root


def _device_key(closed: ClosedSlots, question: Question) -> bytes | None:
    if closed.protection is Protection.PASSPHRASE or question.device_key:
        return question.device_key
    store = find_system_store()
    found = store.get(device_entry(closed.office_id, closed.generation)) if store else None
    if found is None:
        raise DeviceKeyMissingError(closed.generation)
    return found


def main() -> int:
    """Answer one question; the exit status is 0 only if everything opened."""
    try:
        found = answer(Question.from_json(sys.stdin.read()))
    except Refusal as refusal:
        sys.stdout.write(json.dumps({"refusal": type(refusal).__name__}))
        return 1
    sys.stdout.write(json.dumps(asdict(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
