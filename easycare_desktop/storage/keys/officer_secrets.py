"""What only officers and the recovery sheet can open: the officer key and the signing key."""

from collections.abc import Iterable
from datetime import datetime

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.security.accounts import NotAnOfficerError
from easycare_desktop.security.binding import binding
from easycare_desktop.security.signing import SigningKey
from easycare_desktop.security.wrapping import KeyPair, WrapBrokenError, unwrap, wrap

_OFFICER = "officer"
_SIGNING = "signing"


def create_officer_secrets(
    connection: Connection, office_id: str, recipients: Iterable[bytes], now: datetime
) -> None:
    """Make the first officer key and signing key, sealed to the public keys of `recipients`."""
    officer, signing = KeyPair.generate(), SigningKey.generate(office_id, now)
    connection.execute("INSERT INTO officer_key VALUES (1, ?)", (officer.public,))
    connection.execute("INSERT INTO signing_key VALUES (1, ?)", (signing.certificate,))
    for recipient in recipients:
        _put(connection, office_id, _OFFICER, 1, recipient, officer.private)
        _put(connection, office_id, _SIGNING, 1, recipient, signing.private)


def officer_public(connection: Connection) -> tuple[int, bytes]:
    """Return number and public half of the officer key in use."""
    number, public = connection.execute(
        "SELECT id, public_key FROM officer_key ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return number, public


def certificate(connection: Connection) -> bytes:
    """Return the certificate (DER) of the signing key in use."""
    found: bytes = connection.execute(
        "SELECT certificate FROM signing_key ORDER BY id DESC LIMIT 1"
    ).fetchone()[0]
    return found


def open_officer_key(
    connection: Connection, office_id: str, opener: KeyPair, number: int | None = None
) -> KeyPair:
    """Return the officer's key pair; raises `NotAnOfficerError`."""
    current, public = officer_public(connection)
    number = number or current
    pair = KeyPair.from_private(_get(connection, office_id, _OFFICER, number, opener))
    if number == current and pair.public != public:
        raise NotAnOfficerError
    return pair


def open_signing_key(connection: Connection, office_id: str, opener: KeyPair) -> SigningKey:
    """Return the signing key with its certificate; raises `NotAnOfficerError`."""
    number, found = connection.execute(
        "SELECT id, certificate FROM signing_key ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return SigningKey(_get(connection, office_id, _SIGNING, number, opener), found)


def share_officer_secrets(
    connection: Connection, office_id: str, opener: KeyPair, recipient: bytes
) -> None:
    """Seal every officer secret to one more public key; raises `NotAnOfficerError`."""
    for purpose, number in connection.execute(
        "SELECT DISTINCT purpose, key_id FROM officer_secret"
    ).fetchall():
        secret = _get(connection, office_id, purpose, number, opener)
        _put(connection, office_id, purpose, number, recipient, secret)


def add_officer_key(
    connection: Connection, office_id: str, officer: KeyPair, recipients: Iterable[bytes]
) -> int:
    """Put another officer key in use, sealed to the public keys of `recipients`."""
    number = officer_public(connection)[0] + 1
    connection.execute("INSERT INTO officer_key VALUES (?, ?)", (number, officer.public))
    for recipient in recipients:
        _put(connection, office_id, _OFFICER, number, recipient, officer.private)
    return number


def forget_older(connection: Connection, number: int) -> None:
    """Drop the officer keys before `number`: no envelope needs them any more."""
    connection.execute(
        "DELETE FROM officer_secret WHERE purpose = ? AND key_id < ?", (_OFFICER, number)
    )


def replace_signing_key(
    connection: Connection, office_id: str, signing: SigningKey, recipients: Iterable[bytes]
) -> None:
    """Put another signing key in use; the older private keys are forgotten."""
    number = connection.execute("SELECT max(id) FROM signing_key").fetchone()[0] + 1
    connection.execute("INSERT INTO signing_key VALUES (?, ?)", (number, signing.certificate))
    connection.execute("DELETE FROM officer_secret WHERE purpose = ?", (_SIGNING,))
    for recipient in recipients:
        _put(connection, office_id, _SIGNING, number, recipient, signing.private)


def keep_recipients(connection: Connection, recipients: Iterable[bytes]) -> None:
    """Drop what is sealed to anybody else."""
    kept = set(recipients)
    for (recipient,) in connection.execute(
        "SELECT DISTINCT recipient FROM officer_secret"
    ).fetchall():
        if recipient not in kept:
            connection.execute("DELETE FROM officer_secret WHERE recipient = ?", (recipient,))


def _get(
    connection: Connection, office_id: str, purpose: str, number: int, opener: KeyPair
) -> bytes:
    row = connection.execute(
        "SELECT envelope FROM officer_secret WHERE purpose = ? AND key_id = ? AND recipient = ?",
        (purpose, number, opener.public),
    ).fetchone()
    if row is None:
        raise NotAnOfficerError
    try:
        return unwrap(row[0], opener, _binding(office_id, purpose, number))
    except WrapBrokenError:
        raise NotAnOfficerError from None


def _put(
    connection: Connection,
    office_id: str,
    purpose: str,
    number: int,
    recipient: bytes,
    secret: bytes,
) -> None:
    envelope = wrap(secret, recipient, _binding(office_id, purpose, number))
    connection.execute(
        "INSERT OR REPLACE INTO officer_secret VALUES (?, ?, ?, ?)",
        (purpose, number, recipient, envelope),
    )


def _binding(office_id: str, purpose: str, number: int) -> bytes:
    return binding("officer secret", office_id, purpose, number)
