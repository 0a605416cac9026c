"""Accounts: who may open the office. Accounts live in the key file; their changes in the log."""

from easycare_desktop.domain.rights import Action, Role
from easycare_desktop.security.accounts import Account, AccountLeftError, AccountState, NewAccount
from easycare_desktop.services.office import OpenOffice

__all__ = ["Account", "AccountService", "AccountState"]

_ENDED = AccountState.LEFT


class AccountService:
    """Use cases of accounts."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def all(self) -> list[Account]:
        """Return every account, blocked ones too."""
        with self._door.enter(Action.ACCOUNTS_READ):
            return list(self._office.keys.accounts())

    def names(self) -> dict[int, str]:
        """Return the name of every account by number, for papers and lists."""
        with self._door.enter(Action.OFFICE_READ, detail="accounts"):
            return {account.id: account.name for account in self._office.keys.accounts()}

    def add(
        self, login: str, name: str, role: Role, password: str, *, given: bool = False
    ) -> Account:
        """Add an account; one person, one account, logins are never used twice.

        `given`: the person must change the password at the first sign-in.

        Raises the refusals of the password rule and `LoginTakenError`.
        """
        new = NewAccount(login, name, password, role, given=given)
        with self._door.enter(Action.ACCOUNT_CHANGED, detail="add"):
            return self._office.keys.add_account(new)

    def set_state(self, account_id: int, state: AccountState) -> None:
        """Block or unblock an account. The last officer stays (`LastOfficerError`).

        An account that was ended stays so (`AccountLeftError`).
        """
        with self._door.enter(Action.ACCOUNT_CHANGED, detail=state.value):
            ended = (each.id for each in self._office.keys.accounts() if each.state is _ENDED)
            if state is not _ENDED and account_id in ended:
                raise AccountLeftError
            self._office.keys.set_state(account_id, state)

    def set_role(self, account_id: int, role: Role) -> None:
        """Change what an account is for. The last officer stays (`LastOfficerError`)."""
        with self._door.enter(Action.ACCOUNT_CHANGED, detail=role.value):
            self._office.keys.set_role(account_id, role)

    def reset_password(self, account_id: int, new: str) -> None:
        """Give somebody who forgot the password a first one; its owner changes it at sign-in.

        Raises `NotAnOfficerError`, `AccountUnknownError` and the password rule's refusals.
        """
        with self._door.enter(Action.ACCOUNT_CHANGED, detail="password"):
            self._office.keys.reset_password(account_id, new)

    def change_password(self, old: str, new: str) -> None:
        """Change the own password; raises `WrongLoginError` and the password rule's refusals."""
        with self._door.enter(Action.PASSWORD_CHANGED):
            self._office.keys.change_password(self._office.actor.account_id, old, new)
