"""The table `account` of the key file."""

from datetime import datetime

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import (
    SHEET_ACCOUNT_ID,
    Account,
    AccountState,
    AccountUnknownError,
    LastOfficerError,
    LoginTakenError,
    NewAccount,
)

_COLUMNS = "id, login, name, role, state, created_at, changed_at, given"


def insert_account(
    connection: Connection, new: NewAccount, label: str, public: bytes, now: datetime
) -> int:
    """Add an active account; return its number."""
    at = now.isoformat()
    cursor = connection.execute(
        "INSERT INTO account(login, label, name, role, state, public_key, created_at, changed_at,"
        " given) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new.login,
            label,
            new.name,
            new.role.value,
            AccountState.ACTIVE.value,
            public,
            at,
            at,
            new.given,
        ),
    )
    number: int = cursor.lastrowid
    return number


def all_accounts(connection: Connection) -> tuple[Account, ...]:
    """Return every account there ever was, the first one first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM account ORDER BY id")  # noqa: S608
    return tuple(_account(row) for row in rows)


def account(connection: Connection, account_id: int) -> Account:
    """Return one account; raises `AccountUnknownError`."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM account WHERE id = ?",  # noqa: S608
        (account_id,),
    ).fetchone()
    if row is None:
        raise AccountUnknownError(account_id)
    return _account(row)


def is_active(connection: Connection, account_id: int) -> bool:
    """Tell whether an account may go on: neither blocked nor ended, or the recovery sheet's."""
    row = connection.execute("SELECT state FROM account WHERE id = ?", (account_id,)).fetchone()
    by_sheet = account_id == SHEET_ACCOUNT_ID
    return by_sheet or (row is not None and row[0] == AccountState.ACTIVE.value)


def account_with_label(connection: Connection, label: str) -> Account | None:
    """Return the account of a label, or nothing."""
    row = connection.execute("SELECT id FROM account WHERE label = ?", (label,)).fetchone()
    return None if row is None else account(connection, row[0])


def label_of(connection: Connection, account_id: int) -> str:
    """Return the label of an account."""
    row = connection.execute("SELECT label FROM account WHERE id = ?", (account_id,)).fetchone()
    if row is None:
        raise AccountUnknownError(account_id)
    label: str = row[0]
    return label


def check_login_free(connection: Connection, label: str) -> None:
    """Raise `LoginTakenError` where an account has the login, whatever its state."""
    if account_with_label(connection, label) is not None:
        raise LoginTakenError


def check_not_last_officer(connection: Connection, account_id: int) -> None:
    """Raise `LastOfficerError` where no other active officer is left."""
    others = connection.execute(
        "SELECT count(*) FROM account WHERE role = ? AND state = ? AND id <> ?",
        (Role.OFFICER.value, AccountState.ACTIVE.value, account_id),
    ).fetchone()[0]
    if others == 0:
        raise LastOfficerError(account_id)


def _account(row: tuple[int, str, str, str, str, str, str, int]) -> Account:
    number, login, name, role, state, created, changed, given = row
    return Account(
        number,
        login,
        name,
        Role(role),
        AccountState(state),
        datetime.fromisoformat(created),
        datetime.fromisoformat(changed),
        bool(given),
    )
