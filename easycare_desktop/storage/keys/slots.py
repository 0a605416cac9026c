"""What `slots-<g>.json` says: how a generation is opened."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from easycare_desktop.security.binding import binding
from easycare_desktop.security.passwords import KdfParameters
from easycare_desktop.security.sealing import seal, unseal

FORMAT = 1


class Protection(Enum):
    """Whether the slots lie under a device key, or passwords alone protect them."""

    DEVICE = "device"
    PASSPHRASE = "passphrase"  # noqa: S105 - a word, not a secret


@dataclass(frozen=True, slots=True)
class Slot:
    """The way in of one account. `root` is nothing while the account is blocked."""

    salt: bytes
    kdf: KdfParameters
    private: bytes = field(repr=False)
    public: bytes
    root: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Kit:
    """The way in of the recovery sheet. It never lies under the device key."""

    number: int
    salt: bytes
    kdf: KdfParameters
    public: bytes
    root: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ClosedSlots:
    """A slots file as it lies there. `block` is sealed, or plain JSON without a device key."""

    office_id: str
    generation: int
    protection: Protection
    label_salt: bytes
    kit: Kit
    block: bytes = field(repr=False)

    def open(self, device_key: bytes | None) -> "Slots":
        """Return the slots by label; raises `SealBrokenError` for another device key."""
        plain = self.block
        if self.protection is Protection.DEVICE:
            bound = _block_binding(self.office_id, self.generation)
            plain = unseal(device_key or b"\0" * 32, self.block, bound)
        by_label = {label: _slot(row) for label, row in json.loads(plain).items()}
        return Slots(
            self.office_id, self.generation, self.protection, self.label_salt, self.kit, by_label
        )

    def to_bytes(self, *, with_block: bool = True) -> bytes:
        """Return the file; without the block it is the part for key places."""
        body = {
            "format": FORMAT,
            "office": self.office_id,
            "generation": self.generation,
            "protection": self.protection.value,
            "salt": _text(self.label_salt),
            "kit": {"number": self.kit.number, **_key_row(self.kit), "root": _text(self.kit.root)},
            "slots": _text(self.block) if with_block else None,
        }
        return json.dumps(body, indent=1).encode("ascii")


@dataclass(frozen=True, slots=True)
class Slots:
    """The opened slots of a generation."""

    office_id: str
    generation: int
    protection: Protection
    label_salt: bytes
    kit: Kit
    by_label: Mapping[str, Slot]

    def close(self, device_key: bytes | None) -> ClosedSlots:
        """Seal the block under the device key where there is one."""
        rows = {label: _slot_row(slot) for label, slot in self.by_label.items()}
        block = json.dumps(rows, sort_keys=True).encode("ascii")
        if self.protection is Protection.DEVICE:
            bound = _block_binding(self.office_id, self.generation)
            block = seal(device_key or b"", block, bound)
        return ClosedSlots(
            self.office_id, self.generation, self.protection, self.label_salt, self.kit, block
        )


def parse_slots(content: bytes) -> ClosedSlots:
    """Read a slots file; anything unexpected is a `ValueError`."""
    message = "not a slots file"
    try:
        body = json.loads(content)
        known, closed = body["format"] == FORMAT, _closed(body)
    except (KeyError, TypeError, ValueError):
        raise ValueError(message) from None
    if not known:
        raise ValueError(message)
    return closed


def _closed(body: Mapping[str, Any]) -> ClosedSlots:
    kit = body["kit"]
    return ClosedSlots(
        str(body["office"]),
        int(body["generation"]),
        Protection(body["protection"]),
        _bytes(body["salt"]),
        Kit(int(kit["number"]), _bytes(kit["salt"]), _kdf(kit), *_two(kit, "public", "root")),
        _bytes(body["slots"] or ""),
    )


def private_binding(office_id: str, label: str) -> bytes:
    """Bind the private key of an account to office and login."""
    return binding("account private key", office_id, label)


def root_binding(office_id: str, generation: int, opener: str) -> bytes:
    """Bind a root to its generation and to the opener: a label, or `sheet` with its number."""
    return binding("root", office_id, generation, opener)


def sheet_opener(number: int) -> str:
    """Return how the recovery sheet is called as an opener."""
    return f"sheet {number}"


def _block_binding(office_id: str, generation: int) -> bytes:
    return binding("slots", office_id, generation)


def _slot(row: Mapping[str, Any]) -> Slot:
    root = _bytes(row["root"]) if row["root"] is not None else None
    return Slot(_bytes(row["salt"]), _kdf(row), *_two(row, "private", "public"), root)


def _slot_row(slot: Slot) -> dict[str, object]:
    root = _text(slot.root) if slot.root is not None else None
    return {**_key_row(slot), "private": _text(slot.private), "root": root}


def _key_row(way: Slot | Kit) -> dict[str, object]:
    kdf = [way.kdf.memory, way.kdf.passes, way.kdf.lanes]
    return {"salt": _text(way.salt), "kdf": kdf, "public": _text(way.public)}


def _two(row: Mapping[str, Any], first: str, second: str) -> tuple[bytes, bytes]:
    return _bytes(row[first]), _bytes(row[second])


def _kdf(row: Mapping[str, Any]) -> KdfParameters:
    memory, passes, lanes = row["kdf"]
    return KdfParameters(int(memory), int(passes), int(lanes))


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
