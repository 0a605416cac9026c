"""The open keys of an office: what every other room asks for."""

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import (
    Account,
    AccountState,
    NewAccount,
    NotAnOfficerError,
)
from easycare_desktop.security.credential_store import CredentialStore
from easycare_desktop.security.passwords import KdfPolicy
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.security.signing import SigningKey
from easycare_desktop.security.wrapping import KeyPair, WrapBrokenError, unwrap
from easycare_desktop.storage.keys import account_rows, officer_secrets
from easycare_desktop.storage.keys.account_desk import AccountDesk
from easycare_desktop.storage.keys.attempts import Attempts
from easycare_desktop.storage.keys.file_keys import file_key
from easycare_desktop.storage.keys.holding_keys import HoldingKeys, envelope_binding
from easycare_desktop.storage.keys.journal import Journal, Restriction
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.opener import Opener
from easycare_desktop.storage.keys.refusals import KeysOlderError
from easycare_desktop.storage.keys.sheets import renew_sheet
from easycare_desktop.storage.keys.sign_in import SignIn
from easycare_desktop.storage.keys.slots import Protection
from easycare_desktop.storage.keys.slots_file import SlotsFile
from easycare_desktop.storage.ledger.chain import LedgerEntry
from easycare_desktop.system.clock import Clock


class OpenKeys:
    """One open generation. Safe to use from several threads.

    `failed_tries`: wrong passwords of this login before this opening. `file`, `slots_file`,
    `opener`, `store`, `clock`, `holdings` and `desk` are for the rooms of the keys alone.
    """

    def __init__(
        self,
        file: KeyFile,
        slots_file: SlotsFile,
        opener: Opener,
        *,
        store: CredentialStore | None,
        clock: Clock,
        kdf: KdfPolicy,
        failed_tries: int = 0,
    ) -> None:
        self.file = file
        self.slots_file = slots_file
        self.opener = opener
        self.store = store
        self.clock = clock
        self.failed_tries = failed_tries
        self.holdings = HoldingKeys(file)
        self.journal = Journal(file, opener)
        self._kdf = kdf
        sign_in = SignIn(Attempts(slots_file.folder, clock), kdf)
        self.desk = AccountDesk(file, slots_file, opener, self.journal, sign_in, clock, kdf)

    @property
    def folder(self) -> Path:
        """The folder of the office."""
        return self.slots_file.folder

    @property
    def office_id(self) -> str:
        """The number of the office."""
        return self.file.office_id

    @property
    def generation(self) -> int:
        """The number of the open generation."""
        return self.file.generation

    @property
    def revision(self) -> int:
        """How many changes the keys have seen; it never falls."""
        return self.file.revision

    @property
    def protection(self) -> Protection:
        """Whether a device key protects the slots, or passwords alone."""
        return self.slots_file.slots.protection

    @property
    def sheet_number(self) -> int:
        """The number of the recovery sheet that opens this generation."""
        return self.slots_file.slots.kit.number

    @property
    def account(self) -> Account:
        """The account of the session; number 0 with the officer's rights for the sheet."""
        if self.opener.by_sheet:
            now = self.clock.now()
            return Account(0, "", "", Role.OFFICER, AccountState.ACTIVE, now, now)
        with self.file.read() as connection:
            return account_rows.account(connection, self.opener.account_id)

    def require_at_least(self, generation: int, revision: int = 0) -> None:
        """Raise `KeysOlderError` where the data has seen newer keys than these."""
        found = (self.generation, self.revision)
        if found[0] < generation or found[1] < revision:
            raise KeysOlderError(found, (generation, revision))

    def creating_holding_keys(self, count: int) -> AbstractContextManager[dict[int, bytes]]:
        """Lend new keys, durable when the block ends; see `HoldingKeys.creating`."""
        return self.holdings.creating(count)

    def key_of(self, holding_id: int) -> bytes:
        """Return a key; raises `KeyDestroyedError`, `KeySeparatedError`, `KeyMissingAlarm`."""
        return self.holdings.key_of(holding_id)

    def living_keys(self) -> Mapping[int, bytes]:
        """Return every plain key by number."""
        return self.holdings.living()

    def is_living(self, holding_id: int) -> bool:
        """Tell whether the plain key of a holding is here."""
        return self.holdings.is_living(holding_id)

    def separated_ids(self) -> frozenset[int]:
        """Return the numbers of separated holdings."""
        return self.holdings.separated_ids()

    def tombstones(self) -> frozenset[int]:
        """Return the numbers of destroyed holdings."""
        return self.holdings.tombstones()

    def open_separated(self, holding_id: int) -> bytes:
        """Return the key of a separated holding; raises `NotAnOfficerError` and as `key_of`."""
        envelope = self.holdings.envelope(holding_id)
        bound = envelope_binding(self.office_id, holding_id, envelope.group, envelope.officer_key)
        try:
            return unwrap(envelope.wrapped, self.officer_private_key(envelope.officer_key), bound)
        except WrapBrokenError:
            raise NotAnOfficerError from None

    def file_key(self, name: str, version: int | None = None) -> bytes:
        """Return a key of `office`, `separated` or `drafts`, the newest without a `version`."""
        with self.file.read() as connection:
            return file_key(connection, name, version)[1]

    def raise_high_water(self, name: str, value: int) -> None:
        """Raise a mark; a lower value leaves it."""
        self.journal.raise_high_water(name, value)

    def high_water(self, name: str) -> int:
        """Return a mark, 0 where none was ever set."""
        return self.journal.high_water(name)

    def restrict(
        self, kind: str, subject: str, facts: Mapping[str, object], at: datetime
    ) -> Restriction:
        """Record a restriction before it stands in the data."""
        return self.journal.restrict(kind, subject, facts, at)

    def restrictions(self, kinds: Collection[str] = ()) -> list[Restriction]:
        """Return all restrictions, or those of some kinds, the first one first."""
        return self.journal.restrictions(kinds)

    def ledger_append(self, kind: str, facts: Mapping[str, object], at: datetime) -> LedgerEntry:
        """Add an entry of codes, numbers and moments to the ledger."""
        return self.journal.append(kind, facts, at)

    def ledger_entries(self) -> list[LedgerEntry]:
        """Return the whole ledger."""
        return self.journal.entries()

    def ledger_export(self) -> list[str]:
        """Return the lines of `ledger.jsonl`."""
        return self.journal.export()

    def accounts(self) -> tuple[Account, ...]:
        """Return every account there ever was."""
        with self.file.read() as connection:
            return account_rows.all_accounts(connection)

    def add_account(self, new: NewAccount) -> Account:
        """Add an account; see `AccountDesk.add` for the refusals."""
        return self.desk.add(new)

    def change_password(self, account_id: int, old: str, new: str) -> None:
        """Set a new password with the old one."""
        self.desk.change_password(account_id, old, new)

    def reset_password(self, account_id: int, new: str, *, own: bool = False) -> None:
        """Set a password as an officer; its owner must change it, or is `own`."""
        self.desk.reset_password(account_id, new, own=own)

    def set_state(self, account_id: int, state: AccountState) -> Account:
        """Block, unblock or end an account; raises `LastOfficerError`."""
        return self.desk.set_state(account_id, state)

    def set_role(self, account_id: int, role: Role) -> Account:
        """Give another role; raises `LastOfficerError`."""
        return self.desk.set_role(account_id, role)

    def rename(self, account_id: int, name: str) -> Account:
        """Correct the name of a person."""
        return self.desk.rename(account_id, name)

    def verify_password(self, login: str, password: str) -> Account:
        """Prove a second person in place, leaving the session as it is."""
        return self.desk.verify(login, password)

    def sign_in_place(self, login: str, password: str) -> tuple[Account, SigningKey]:
        """Prove an officer in place, and return the signing key; see `AccountDesk`."""
        return self.desk.sign_in_place(login, password)

    def renew_sheet(self, code: RecoveryCode) -> int:
        """Replace the recovery sheet; return the new number. Raises `NotAnOfficerError`."""
        return renew_sheet(
            self.file,
            self.slots_file,
            self.opener,
            self.journal,
            code=code,
            clock=self.clock,
            kdf=self._kdf,
        )

    def officer_private_key(self, number: int | None = None) -> KeyPair:
        """Return the officer's key pair; raises `NotAnOfficerError`."""
        with self.file.read() as connection:
            pair = self.opener.pair
            return officer_secrets.open_officer_key(connection, self.office_id, pair, number)

    def signing_key(self) -> SigningKey:
        """Return the signing key with its certificate; raises `NotAnOfficerError`."""
        with self.file.read() as connection:
            return officer_secrets.open_signing_key(connection, self.office_id, self.opener.pair)

    def certificate(self) -> bytes:
        """Return the certificate (DER), for any session."""
        with self.file.read() as connection:
            return officer_secrets.certificate(connection)

    def close(self) -> None:
        """Close the file and forget the keys."""
        self.holdings.forget()
        self.file.close()
