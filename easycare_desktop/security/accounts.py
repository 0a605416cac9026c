"""People who may open the office."""

import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.rights import Role

SHEET_ACCOUNT_ID = 0


class AccountState(Enum):
    """Whether an account opens anything."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Account:
    """One person who may sign in. Number 0 is whoever opened with the recovery sheet."""

    id: int
    login: str = field(repr=False)
    name: str = field(repr=False)
    role: Role
    state: AccountState
    created_at: datetime
    changed_at: datetime
    """When the password was last set."""
    given: bool = False
    """Somebody else chose the password: it must be changed at the first sign-in."""


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What is typed for a new account. `own_words`: more that the password must not contain.

    `given`: whoever signs in with the password must change it first.
    """

    login: str = field(repr=False)
    name: str = field(repr=False)
    password: str = field(repr=False)
    role: Role = Role.OFFICER
    own_words: tuple[str, ...] = field(default=(), repr=False)
    given: bool = False


class LoginTakenError(InputRefusal):
    """Another account has this login."""

    def __init__(self) -> None:
        super().__init__("login")


class LoginEmptyError(InputRefusal):
    """A login must not be empty."""

    def __init__(self) -> None:
        super().__init__("login")


class AccountUnknownError(Refusal):
    """There is no account with this number."""

    def __init__(self, account_id: int) -> None:
        super().__init__(account_id)
        self.account_id = account_id


class PasswordGivenError(Refusal):
    """Somebody else chose the password, so that it does not prove its owner."""


class AccountLeftError(Refusal):
    """The account was ended: whoever left the job does not come back by the old password."""


class LastOfficerError(Refusal):
    """The office would be left without any officer who can sign in."""

    def __init__(self, account_id: int) -> None:
        super().__init__(account_id)
        self.account_id = account_id


class NotAnOfficerError(Refusal):
    """Only an officer's session holds the officer's keys."""


def same_login(login: str) -> str:
    """Return the form in which two logins are compared: NFC, no outer spaces, no case."""
    return unicodedata.normalize("NFC", login.strip()).casefold()


def login_label(salt: bytes, login: str) -> str:
    """Return the label under which the slot of a login is found: 64 hex digits."""
    return hashlib.sha256(salt + same_login(login).encode()).hexdigest()
