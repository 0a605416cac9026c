"""Accounts of the open generation: adding, passwords, roles, blocking.

Two files change, the key file and the slots. Each change is ordered so that a stop in between is
settled at the next opening without anybody being locked out who was told that it is done.
"""

from collections.abc import Mapping
from dataclasses import replace

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import (
    Account,
    AccountState,
    LoginEmptyError,
    NewAccount,
    PasswordGivenError,
    login_label,
    same_login,
)
from easycare_desktop.security.password_rule import PasswordUnchangedError, check_password
from easycare_desktop.security.passwords import KdfPolicy
from easycare_desktop.security.signing import SigningKey
from easycare_desktop.security.wrapping import KeyPair
from easycare_desktop.storage.keys import account_rows
from easycare_desktop.storage.keys.journal import Journal
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.officer_secrets import (
    open_officer_key,
    open_signing_key,
    share_officer_secrets,
)
from easycare_desktop.storage.keys.opener import Opener
from easycare_desktop.storage.keys.refusals import AccountBlockedError
from easycare_desktop.storage.keys.settling import settle
from easycare_desktop.storage.keys.sign_in import SignIn
from easycare_desktop.storage.keys.slots import Slot
from easycare_desktop.storage.keys.slots_file import SlotsFile
from easycare_desktop.storage.keys.ways_in import make_slot, seal_root
from easycare_desktop.storage.ledger.book import sign_head
from easycare_desktop.system.clock import Clock


class AccountDesk:
    """Changes accounts on behalf of the session of `opener`."""

    def __init__(
        self,
        file: KeyFile,
        slots_file: SlotsFile,
        opener: Opener,
        journal: Journal,
        sign_in: SignIn,
        clock: Clock,
        kdf: KdfPolicy,
    ) -> None:
        self._file = file
        self._slots_file = slots_file
        self._opener = opener
        self._journal = journal
        self._sign_in = sign_in
        self._clock = clock
        self._kdf = kdf

    def add(self, new: NewAccount) -> Account:
        """Add an account, slot first; its row is the commit.

        Raises `LoginEmptyError`, `LoginTakenError`, what `check_password` raises, and
        `NotAnOfficerError` where an officer is added by anybody else.
        """
        if not same_login(new.login):
            raise LoginEmptyError
        check_password(new.password, (new.login, new.name, *new.own_words))
        slots = self._slots_file.slots
        label = login_label(slots.label_salt, new.login)
        with self._file.lock:
            with self._file.read() as connection:
                account_rows.check_login_free(connection, label)
                self._check_can_share(connection, new.role)
            slot, pair = make_slot(new.password, slots.office_id, label, self._kdf.make)
            self._put_slot(label, slot)
            with self._file.change() as connection:
                account_id = account_rows.insert_account(
                    connection, new, label, pair.public, self._clock.now()
                )
                self._share(connection, new.role, pair.public)
                self._note("account_added", account_id, {"role": new.role.value})
                return account_rows.account(connection, account_id)

    def verify(self, login: str, password: str) -> Account:
        """Prove a second person without touching the session.

        A password that somebody else chose proves nobody: `PasswordGivenError`. Raises also what
        `SignIn.check` raises.
        """
        return self.prove(login, password)[0]

    def sign_in_place(self, login: str, password: str) -> tuple[Account, SigningKey]:
        """Return an officer, proved as in `verify`, and the signing key that opens for them.

        The head of the ledger is signed on the way. Raises also `NotAnOfficerError`.
        """
        account, pair = self.prove(login, password)
        with self._file.change() as connection:
            key = open_signing_key(connection, self._file.office_id, pair)
            sign_head(connection, self._file.office_id, key.sign)
        return account, key

    def prove(self, login: str, password: str) -> tuple[Account, KeyPair]:
        """Prove as `verify` does, and return what the password opens."""
        signed_in = self._sign_in.check(self._slots_file.slots, login, password)
        account = self._of_label(signed_in.label)
        if account.given:
            raise PasswordGivenError
        return account, signed_in.pair

    def change_password(self, account_id: int, old: str, new: str) -> None:
        """Set a new password and a new key pair.

        Raises `PasswordUnchangedError` and what `check_password` and `SignIn.check` raise.
        """
        account, label = self._account(account_id)
        if new == old:
            raise PasswordUnchangedError
        check_password(new, (account.login, account.name))
        with self._file.lock:
            old_pair = self._sign_in.check_label(self._slots_file.slots, label, old).pair
            self._replace_pair(account, label, new, sharing=old_pair)
            if account.given:
                # Last: after a stop in between the person is asked once more.
                with self._file.change() as connection:
                    self._update(connection, account_id, "given", 0)

    def reset_password(self, account_id: int, new: str, *, own: bool = False) -> None:
        """Give an account a password without the old one; it must be changed at the first sign-in.

        Unless its owner chose it (`own`), as when an office arrives on another PC. Wrong tries of
        before are forgiven. Raises `NotAnOfficerError` and as `check_password`.
        """
        account, label = self._account(account_id)
        check_password(new, (account.login, account.name))
        with self._file.lock:
            with self._file.read() as connection:
                self._check_can_share(connection, Role.OFFICER)
            with self._file.change() as connection:
                self._update(connection, account_id, "given", int(not own))
            self._replace_pair(account, label, new, sharing=self._opener.pair)
            self._sign_in.forgive(label)

    def set_state(self, account_id: int, state: AccountState) -> Account:
        """Block, unblock or end an account; raises `LastOfficerError`, `NotAnOfficerError`."""
        active = state is AccountState.ACTIVE
        with self._file.change() as connection:
            account = account_rows.account(connection, account_id)
            if account.role is Role.OFFICER and not active:
                account_rows.check_not_last_officer(connection, account_id)
            if active:
                self._share(connection, account.role, self._public_of(connection, account_id))
            self._update(connection, account_id, "state", state.value)
            self._note("account_state", account_id, {"state": state.value})
        settle(self._file, self._slots_file)
        return replace(account, state=state)

    def set_role(self, account_id: int, role: Role) -> Account:
        """Give another role; raises `LastOfficerError`, `NotAnOfficerError`."""
        with self._file.change() as connection:
            account = account_rows.account(connection, account_id)
            if account.role is Role.OFFICER and role is not Role.OFFICER:
                account_rows.check_not_last_officer(connection, account_id)
            self._share(connection, role, self._public_of(connection, account_id))
            self._update(connection, account_id, "role", role.value)
            self._note("account_role", account_id, {"role": role.value})
        settle(self._file, self._slots_file)
        return replace(account, role=role)

    def rename(self, account_id: int, name: str) -> Account:
        """Correct the name of the person; the login stays."""
        with self._file.change() as connection:
            account = account_rows.account(connection, account_id)
            self._update(connection, account_id, "name", name)
            return replace(account, name=name)

    def _replace_pair(
        self, account: Account, label: str, password: str, *, sharing: KeyPair
    ) -> None:
        """Announce the new pair in the table, commit by the slot, then settle."""
        slot, pair = make_slot(password, self._file.office_id, label, self._kdf.make)
        at = self._clock.now()
        with self._file.change() as connection:
            connection.execute(
                "UPDATE account SET next_public_key = ?, changed_at = ? WHERE id = ?",
                (pair.public, at.isoformat(), account.id),
            )
            if account.role is Role.OFFICER and account.state is AccountState.ACTIVE:
                share_officer_secrets(connection, self._file.office_id, sharing, pair.public)
            self._note("account_password", account.id, {})
        self._put_slot(label, slot, with_root=account.state is AccountState.ACTIVE)
        if account.id == self._opener.account_id:
            self._opener.pair = pair
        settle(self._file, self._slots_file)

    def _put_slot(self, label: str, slot: Slot, *, with_root: bool = True) -> None:
        slots = self._slots_file.slots
        root = seal_root(self._file.root, slot.public, slots, label) if with_root else None
        by_label = {**slots.by_label, label: replace(slot, root=root)}
        self._slots_file.put(replace(slots, by_label=by_label))

    def _check_can_share(self, connection: Connection, role: Role) -> None:
        if role is Role.OFFICER:
            open_officer_key(connection, self._file.office_id, self._opener.pair)

    def _share(self, connection: Connection, role: Role, public: bytes) -> None:
        if role is Role.OFFICER:
            office = self._file.office_id
            share_officer_secrets(connection, office, self._opener.pair, public)

    def _note(self, kind: str, account_id: int, facts: Mapping[str, object]) -> None:
        told = {"account": account_id, "by": self._opener.account_id, **facts}
        self._journal.append(kind, told, self._clock.now())

    def _account(self, account_id: int) -> tuple[Account, str]:
        with self._file.read() as connection:
            account = account_rows.account(connection, account_id)
            return account, account_rows.label_of(connection, account_id)

    def _of_label(self, label: str) -> Account:
        with self._file.read() as connection:
            found = account_rows.account_with_label(connection, label)
        if found is None:
            raise AccountBlockedError
        return found

    def _public_of(self, connection: Connection, account_id: int) -> bytes:
        found: bytes = connection.execute(
            "SELECT public_key FROM account WHERE id = ?", (account_id,)
        ).fetchone()[0]
        return found

    def _update(
        self, connection: Connection, account_id: int, column: str, value: str | int
    ) -> None:
        connection.execute(
            f"UPDATE account SET {column} = ? WHERE id = ?",  # noqa: S608 - columns named here
            (value, account_id),
        )
