from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import NewAccount
from easycare_desktop.security.credential_store import CredentialStore
from easycare_desktop.security.passwords import KdfParameters, KdfPolicy
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.storage.keys.check_generation import answer
from easycare_desktop.storage.keys.creation import create_keys
from easycare_desktop.storage.keys.finishing import AtStep, no_step
from easycare_desktop.storage.keys.generation import SwitchReport, switch_generation
from easycare_desktop.storage.keys.new_process import NewProcess, ask_new_process
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.opening import Expected, open_with_password, open_with_sheet
from easycare_desktop.storage.keys.place_stamp import keys_folder
from easycare_desktop.system.clock import SEOUL, FixedClock

_CHEAP = KdfParameters(memory=64, passes=1, lanes=1)
CHEAP = KdfPolicy(make=_CHEAP, floor=_CHEAP, ceiling=KdfParameters(128, 2, 2))
MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=SEOUL)
OFFICE = "f3a1c2"
DIGEST = bytes(range(32))
OFFICER = NewAccount("hanbit", "Han Bit", "autumn-rain-7")
CLERK = NewAccount("saebom", "Sae Bom", "winter-snow-8", Role.CLERK)
CODE = RecoveryCode.parse("2345Q-6789N-ABCDS-EFGHJ-JKLMC")


class FolderStore:
    """A credential store that outlives its process, each put and delete atomic."""

    name = "folder"
    shared = False

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder

    def get(self, entry: str) -> bytes | None:
        path = self.folder / entry
        return path.read_bytes() if path.exists() else None

    def put(self, entry: str, secret: bytes) -> None:
        part = self.folder / f".{entry}"
        part.write_bytes(secret)
        part.replace(self.folder / entry)

    def delete(self, entry: str) -> None:
        (self.folder / entry).unlink(missing_ok=True)

    def entries(self) -> frozenset[str]:
        return frozenset(path.name for path in self.folder.glob("[!.]*"))


@dataclass
class Office:
    """The folder of a test office, and what its people know."""

    folder: Path
    store: CredentialStore | None
    clock: FixedClock

    def create(self) -> OpenKeys:
        return create_keys(
            self.folder, OFFICE, self.store, OFFICER, CODE, clock=self.clock, kdf=CHEAP
        )

    def open(
        self,
        login: str = OFFICER.login,
        password: str = OFFICER.password,
        *,
        expected: Expected | None = None,
        in_new_process: NewProcess = ask_new_process,
    ) -> OpenKeys:
        return open_with_password(
            self.folder,
            login,
            password,
            self.store,
            clock=self.clock,
            expected=expected or Expected(),
            kdf=CHEAP,
            in_new_process=in_new_process,
        )

    def open_with_sheet(self, code: RecoveryCode = CODE) -> OpenKeys:
        return open_with_sheet(self.folder, code, self.store, clock=self.clock, kdf=CHEAP)

    def files(self) -> set[str]:
        """Return what is there; where journals are cut and not removed, empty ones do not count."""
        journals = {each.name for each in self.folder.glob("*-journal") if not each.stat().st_size}
        return {path.name for path in self.folder.iterdir()} - {"attempts.json"} - journals


def switch(
    keys: OpenKeys,
    destroy: list[int],
    separate: dict[int, str] | None = None,
    *,
    in_new_process: NewProcess = answer,
    at_step: AtStep = no_step,
) -> SwitchReport:
    return switch_generation(
        keys,
        destroy=frozenset(destroy),
        separate=separate or {},
        digest=DIGEST,
        destruction_number="P-1",
        now=MORNING,
        in_new_process=in_new_process,
        at_step=at_step,
    )


def keys_at(place: Path) -> Path:
    """Return where the keys of the test office lie at a key place."""
    return keys_folder(place, OFFICE)


def files_in(folder: Path) -> set[str]:
    """Return every file below a folder, by its path from there."""
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
