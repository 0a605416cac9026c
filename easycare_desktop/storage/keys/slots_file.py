"""The slots file of the open generation: read whole, replaced whole."""

from pathlib import Path

from easycare_desktop.security.credential_store import CredentialStore, CredentialStoreError
from easycare_desktop.security.sealing import SealBrokenError, new_key
from easycare_desktop.storage.keys.generation_files import device_entry, slots_path
from easycare_desktop.storage.keys.refusals import DeviceKeyMissingError
from easycare_desktop.storage.keys.slots import ClosedSlots, Protection, Slots, parse_slots
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.system.atomic_files import write_atomically


class SlotsFile:
    """Keeps the opened slots and the device key they lie under."""

    def __init__(self, folder: Path, slots: Slots, device_key: bytes | None) -> None:
        self.folder = folder
        self._slots = slots
        self._device_key = device_key

    @property
    def slots(self) -> Slots:
        """The slots as they lie on disk."""
        return self._slots

    @property
    def device_key(self) -> bytes | None:
        """The key of the outer layer; nothing where passwords alone protect."""
        return self._device_key

    def put(self, slots: Slots) -> None:
        """Replace the file durably, read it back and compare."""
        write_slots(self.folder, slots, self._device_key)
        self._slots = slots

    def move_to(self, slots: Slots, device_key: bytes | None) -> None:
        """Go on with the next generation, whose file is written already."""
        self._slots, self._device_key = slots, device_key


def read_slots(folder: Path, generation: int) -> ClosedSlots:
    """Read a slots file without opening it; raises `FileDamagedError`."""
    path = slots_path(folder, generation)
    try:
        return parse_slots(path.read_bytes())
    except (OSError, ValueError):
        raise FileDamagedError(path.name) from None


def write_slots(folder: Path, slots: Slots, device_key: bytes | None) -> None:
    """Write a slots file durably; raises `FileDamagedError` where the disk gives back another."""
    path = slots_path(folder, slots.generation)
    write_atomically(path, slots.close(device_key).to_bytes())
    if read_slots(folder, slots.generation).open(device_key) != slots:
        raise FileDamagedError(path.name)


def open_slots(folder: Path, closed: ClosedSlots, store: CredentialStore | None) -> SlotsFile:
    """Open slots with the device key of the store.

    Raises `DeviceKeyMissingError` (also when the store holds a key of another copy) and
    `CredentialStoreError`.
    """
    device_key = None
    if closed.protection is Protection.DEVICE:
        entry = device_entry(closed.office_id, closed.generation)
        device_key = store.get(entry) if store else None
        if device_key is None:
            raise DeviceKeyMissingError(closed.generation)
    try:
        return SlotsFile(folder, closed.open(device_key), device_key)
    except SealBrokenError:
        raise DeviceKeyMissingError(closed.generation) from None
    except (KeyError, TypeError, ValueError):
        raise FileDamagedError(slots_path(folder, closed.generation).name) from None


def open_slots_or_renew(
    folder: Path, closed: ClosedSlots, store: CredentialStore | None
) -> SlotsFile:
    """Open slots; where the device key is lost, begin a new block under a new one.

    Only for somebody who has proved the recovery sheet: the slots of all accounts are lost with
    the device key. Raises `DeviceKeyMissingError` where there is no store to hold a new one.
    """
    try:
        return open_slots(folder, closed, store)
    except DeviceKeyMissingError:
        if store is None:
            raise
    device_key = make_device_key(store, closed.office_id, closed.generation)
    slots = Slots(
        closed.office_id, closed.generation, closed.protection, closed.label_salt, closed.kit, {}
    )
    write_slots(folder, slots, device_key)
    return SlotsFile(folder, slots, device_key)


def make_device_key(store: CredentialStore | None, office_id: str, generation: int) -> bytes | None:
    """Put a new device key into the store and read it back; nothing where there is no store."""
    if store is None:
        return None
    entry, device_key = device_entry(office_id, generation), new_key()
    store.put(entry, device_key)
    if store.get(entry) != device_key:
        raise CredentialStoreError(store.name)
    return device_key
