"""What lies at a key place beside the keys while an office is on its way to another PC.

`lease.json` says who may take the office, and which backup it is; it is replaced whole. One file
for each PC that is known, and one for the recovery sheet, carries the ways in of all accounts,
sealed to that PC or that sheet alone.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from enum import Enum
from pathlib import Path

from easycare_desktop.security.binding import binding
from easycare_desktop.security.sealing import new_key
from easycare_desktop.security.wrapping import KeyPair, WrapBrokenError, unwrap, wrap
from easycare_desktop.storage.keys.slots import ClosedSlots, Protection, Slots, parse_slots
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.system.atomic_files import overwrite_and_unlink, write_atomically

LEASE = "lease.json"
_WAYS = "way-*.bin"
_ENVELOPE = 80


class LeaseState(Enum):
    """Whether the office can be taken from the place."""

    OPEN = "open"
    CLAIMED = "claimed"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Lease:
    """One handing over. `set_name`: the backup to go on with. `by`: which PC has claimed it."""

    number: str
    set_name: str
    state: LeaseState = LeaseState.OPEN
    by: str = ""

    def claimed(self, by: str) -> "Lease":
        """Return the same lease, claimed."""
        return replace(self, state=LeaseState.CLAIMED, by=by)

    def may_be_taken(self, by: str) -> bool:
        """Tell whether a PC may take it: nobody has, or the same PC was stopped on its way."""
        return self.state is LeaseState.OPEN or (self.state is LeaseState.CLAIMED and self.by == by)


def read_lease(folder: Path) -> Lease | None:
    """Return what a folder of keys says; nothing where nothing can be read."""
    try:
        body = json.loads((folder / LEASE).read_bytes())
        state = LeaseState(body["state"])
        return Lease(str(body["number"]), str(body["set_name"]), state, str(body["by"]))
    except (OSError, KeyError, TypeError, ValueError):
        return None


def write_lease(folder: Path, lease: Lease) -> None:
    """Replace it durably; raises the refusals of the disk."""
    body = asdict(lease) | {"state": lease.state.value}
    write_atomically(folder / LEASE, json.dumps(body).encode("ascii"))


def clear_lease(folder: Path) -> None:
    """Remove it, with the ways in for every PC."""
    for path in (*folder.glob(_WAYS), folder / LEASE):
        overwrite_and_unlink(path)


def write_way(folder: Path, slots: Slots, public: bytes) -> None:
    """Seal the ways in of all accounts to one PC."""
    key = new_key()
    closed = slots.close(key if slots.protection is Protection.DEVICE else None)
    envelope = wrap(key, public, _bound(slots.office_id, slots.generation))
    write_atomically(_way_path(folder, public), envelope + closed.to_bytes())


def read_way(folder: Path, office_id: str, generation: int, pair: KeyPair) -> Slots | None:
    """Return the ways in as this PC opens them; nothing where there are none for it.

    Raises `FileDamagedError`.
    """
    path = _way_path(folder, pair.public)
    if not path.is_file():
        return None
    content = path.read_bytes()
    try:
        key = unwrap(content[:_ENVELOPE], pair, _bound(office_id, generation))
        closed: ClosedSlots = parse_slots(content[_ENVELOPE:])
        return closed.open(key if closed.protection is Protection.DEVICE else None)
    except (WrapBrokenError, ValueError, KeyError, TypeError):
        raise FileDamagedError(path.name) from None


def _way_path(folder: Path, public: bytes) -> Path:
    return folder / f"way-{hashlib.sha256(public).hexdigest()[:16]}.bin"


def _bound(office_id: str, generation: int) -> bytes:
    return binding("lease", office_id, generation)
