"""Creating and opening offices: the only way from files on disk to an `OpenOffice`."""

import json
import secrets
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import NewAccount
from easycare_desktop.security.credential_store import CredentialStore
from easycare_desktop.security.passwords import HOUSE_KDF, KdfPolicy
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.admission import admit
from easycare_desktop.services.erasing import end_erasing, go_on_erasing, unmake
from easycare_desktop.services.key_places import KeyPlaceService
from easycare_desktop.services.leaver_notes import LEFT
from easycare_desktop.services.making import begin_making, end_making, sweep_unmade
from easycare_desktop.services.office import OfficeInfo, OpenOffice
from easycare_desktop.services.office_books import OfficeBooks
from easycare_desktop.services.office_profile import OfficeProfileService
from easycare_desktop.services.office_setup import ID_FILE, Setup, StoreChoice, office_id_of
from easycare_desktop.services.one_writer import check_vault, check_writer
from easycare_desktop.storage.databases.data_pointer import data_folder
from easycare_desktop.storage.databases.office_files import OfficeFiles
from easycare_desktop.storage.keys.creation import create_keys
from easycare_desktop.storage.keys.data_age import check_age
from easycare_desktop.storage.keys.finishing import sweep_given_up
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.opening import Expected, open_with_password, open_with_sheet
from easycare_desktop.storage.restore.journal import settle_restores
from easycare_desktop.system.atomic_files import make_private_folder, write_atomically
from easycare_desktop.system.clock import Clock
from easycare_desktop.system.holiday_calendar import load_calendar
from easycare_desktop.system.jumped_clock import ClockWatch
from easycare_desktop.system.machine import pc_name
from easycare_desktop.system.office_registry import OfficeRecord, OfficeRegistry, is_same_code
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.refusals import OfficeCodeTakenError
from easycare_desktop.system.single_instance import OfficeLock

__all__ = ["OfficeRecord", "Offices", "RecoveryCode", "Setup", "StoreChoice"]


class Offices:
    """Knows the offices of this PC. `store_for` tells the credential store per practice or real."""

    def __init__(
        self,
        paths: ProgramPaths,
        clock: Clock,
        store_for: StoreChoice,
        kdf: KdfPolicy = HOUSE_KDF,
    ) -> None:
        self._paths = paths
        self._clock = clock
        self._store_for = store_for
        self._kdf = kdf
        self._registry = OfficeRegistry(paths.registry)
        self.books = OfficeBooks()

    @property
    def store_name(self) -> str:
        """Name of the credential store for real offices; empty where the machine has none."""
        store = self._store_for(practice=False)
        return store.name if store else ""

    def known(self) -> tuple[OfficeRecord, ...]:
        """Return the offices of this PC; what was to be erased and was cut off goes first."""
        for record in self._registry.all():
            if record.is_unfinished:
                store = self._store_for(practice=record.practice)
                if go_on_erasing(record.folder, store):
                    self.forget(record.code)
        return self._registry.all()

    def create(self, setup: Setup) -> OpenOffice:
        """Make an office and open it. Unless everything was made, nothing stays behind.

        Raises `OfficeCodeTakenError`, the refusals of the password rule, of the disk, and
        `ValuesRefusedError` for the profile.
        """
        code = setup.profile.get("facility_code") or setup.profile.get("business_number", "")
        if any(is_same_code(each.code, code) for each in self.known()):
            raise OfficeCodeTakenError(code)
        roots = (self._paths.offices, self._paths.practice_offices)
        sweep_unmade(roots, {each.folder for each in self._registry.all()}, self._store_for)
        folder = setup.folder or self._paths.new_office(code, practice=setup.practice)
        office_id = secrets.token_hex(8)
        place = setup.key_place[1] if setup.key_place else None
        store = self._store_for(practice=setup.practice)
        with ExitStack() as stack:
            if not folder.exists():
                stack.callback(unmake, folder, office_id, store, place)
            make_private_folder(folder)
            begin_making(folder, office_id, place)
            write_atomically(folder / ID_FILE, json.dumps({"id": office_id, "format": 1}).encode())
            lock = stack.enter_context(OfficeLock(folder))
            keys = self._new_keys(folder, office_id, code, setup)
            stack.callback(keys.close)
            record = OfficeRecord(code, folder, setup.kind, setup.practice)
            office = self._open(record, keys, lock, setup)
            stack.callback(office.files.close)
            OfficeProfileService(office).create(setup.profile)
            if setup.key_place is not None:
                KeyPlaceService(office).add(*setup.key_place)
            self._registry.add(record)
            stack.pop_all()
        end_making(folder)
        return office

    def open(self, code: str, login: str, password: str) -> OpenOffice:
        """Open an office with login and password.

        Raises `OfficeUnknownError`, `OfficeAlreadyOpenError`, `WrongLoginError`,
        `TooManyTriesError`, `KeysMissingError`, `KeysForeignError`, `KeysOlderError`,
        `DeviceKeyMissingError`, `OnlySheetOpensError`, `FileDamagedError`.
        """

        def unlock(folder: Path, office_id: str, store: CredentialStore | None) -> OpenKeys:
            return open_with_password(
                folder,
                login,
                password,
                store,
                clock=self._clock,
                expected=Expected(office_id=office_id),
                kdf=self._kdf,
            )

        return self._unlock(code, unlock)

    def open_with_sheet(self, code: str, typed: str) -> OpenOffice:
        """Open an office with the recovery sheet; raises also what `RecoveryCode.parse` raises."""
        sheet = RecoveryCode.parse(typed)

        def unlock(folder: Path, office_id: str, store: CredentialStore | None) -> OpenKeys:
            return open_with_sheet(
                folder,
                sheet,
                store,
                clock=self._clock,
                expected=Expected(office_id=office_id),
                kdf=self._kdf,
            )

        return self._unlock(code, unlock)

    def forget(self, code: str) -> None:
        """Take an office off the list; its folder stays, unless it is being erased."""
        folder = self._registry.find(code).folder
        self._registry.remove(code)
        end_erasing(folder)

    def _new_keys(self, folder: Path, office_id: str, code: str, setup: Setup) -> OpenKeys:
        return create_keys(
            folder,
            office_id,
            self._store_for(practice=setup.practice),
            NewAccount(setup.login, setup.name, setup.password, Role.OFFICER, (code,)),
            setup.sheet,
            clock=self._clock,
            kdf=self._kdf,
        )

    def _unlock(
        self, code: str, unlock: Callable[[Path, str, CredentialStore | None], OpenKeys]
    ) -> OpenOffice:
        record = self._registry.find(code)
        store = self._store_for(practice=record.practice)
        with ExitStack() as stack:
            lock = stack.enter_context(OfficeLock(record.folder))
            keys = unlock(record.folder, office_id_of(record.folder), store)
            stack.callback(keys.close)
            office = self._open(record, keys, lock)
            stack.pop_all()
        end_making(record.folder)
        return office

    def _open(
        self, record: OfficeRecord, keys: OpenKeys, lock: OfficeLock, setup: Setup | None = None
    ) -> OpenOffice:
        files = OfficeFiles(data_folder(record.folder), keys)
        with ExitStack() as stack:
            stack.callback(files.close)
            if setup is not None:
                _describe(files, record, setup)
            writes = check_writer(keys, files.named_value("instance"))
            office = self._over(record, files, lock)
            settle_restores(record.folder, keys, self._clock.now())
            if writes:
                sweep_given_up(keys)
            else:
                office.look_only()
            office.note_age()
            stack.pop_all()
        return office

    def _over(self, record: OfficeRecord, files: OfficeFiles, lock: OfficeLock) -> OpenOffice:
        keys = files.keys
        text = files.named_value("mark")
        known: dict[str, object] = json.loads(text) if text else {}
        keys.require_at_least(
            int(str(known.get("generation", 0))), int(str(known.get("revision", 0)))
        )
        check_age(keys, int(str(known.get("saves", 0))))
        check_vault(files, int(str(known.get("vault", 0))))
        seen = str(known.get("seen", ""))
        watch = ClockWatch(record.folder, self._clock)
        jump = watch.look(datetime.fromisoformat(seen) if seen else None)
        info = OfficeInfo(
            id=keys.office_id,
            code=record.code,
            kind=record.kind,
            practice=record.practice,
            alone=bool(files.named_value("alone")),
            store_name=keys.store.name if keys.store else "",
            folder=record.folder,
        )
        office = OpenOffice(
            info,
            files,
            self._clock,
            load_calendar(self._clock.today(), self.books.holidays),
            self.books.catalogue(record.kind),
            self.books.law,
            self.books.words,
            pc_name(),
            lock=lock,
            watch=watch,
            jump=jump,
        )
        admit(office, *map(files.named_value, LEFT))
        return office


def _describe(files: OfficeFiles, record: OfficeRecord, setup: Setup) -> None:
    """Write into the data what another PC must know of the office to go on with it."""
    identity = files.keys.file.identity
    named = {
        "alone": "1" if setup.alone else "",
        "code": record.code,
        "kind": record.kind.value,
        "practice": "1" if record.practice else "",
        "lineage": identity.lineage,
        "instance": identity.instance,
    }
    for name, value in named.items():
        files.set_named_value(name, value)
