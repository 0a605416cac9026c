"""The person at the keyboard: locks the screen, and proves to be the same one."""

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.proving import failures_on_record
from easycare_desktop.storage.keys.refusals import TooManyTriesError, WrongLoginError

__all__ = ["SessionService", "TooManyTriesError", "WrongLoginError"]


class SessionService:
    """Use cases of the session itself.

    `must_change`: it began with a password that somebody else chose. `by_sheet`: with the recovery
    sheet, which is exchanged before anything else where this PC writes for the office.
    """

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door
        account = office.keys.account
        self._who = (account.name, account.login)
        self.must_change = account.given
        self.by_sheet = office.keys.opener.by_sheet and not office.looks_only

    def who(self) -> tuple[str, str]:
        """Return name and login; both empty where the recovery sheet opened the office."""
        return self._who

    def lock(self) -> None:
        """Record that the screen was locked."""
        with self._door.enter(Action.LOCKED):
            pass

    def check(self, password: str) -> None:
        """Prove the signed-in person, and record it.

        Raises `WrongLoginError`, `TooManyTriesError`, and `AccountBlockedError` where the account
        was blocked meanwhile. The recovery sheet has no password: nothing proves it here.
        """
        with failures_on_record(self._door, "unlock"):
            self._office.keys.verify_password(self._who[1], password)
        with self._door.enter(Action.SIGNED_IN, detail="unlock"):
            pass
