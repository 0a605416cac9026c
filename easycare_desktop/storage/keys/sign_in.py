"""Tries a login and a password, and counts what fails."""

from dataclasses import dataclass

from easycare_desktop.security.accounts import login_label
from easycare_desktop.security.passwords import KdfPolicy
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.security.wrapping import KeyPair
from easycare_desktop.storage.keys.attempts import Attempts
from easycare_desktop.storage.keys.refusals import AccountBlockedError, WrongLoginError
from easycare_desktop.storage.keys.slots import Slots
from easycare_desktop.storage.keys.ways_in import open_slot


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A login and password that belong together. `tries`: wrong ones before."""

    label: str
    pair: KeyPair
    tries: int


class SignIn:
    """Asks a person for proof, at opening and for an approval in place."""

    def __init__(self, attempts: Attempts, kdf: KdfPolicy) -> None:
        self._attempts = attempts
        self._kdf = kdf

    def forgive(self, label: str) -> None:
        """Forget the wrong tries of a label."""
        self._attempts.succeeded(label)

    def check(self, slots: Slots, login: str, password: str) -> SignedIn:
        """Return the proof.

        Raises `WrongLoginError` (the same for an unknown login and a wrong password),
        `TooManyTriesError`, `AccountBlockedError`, `KdfOutOfBoundsError`.
        """
        return self.check_label(slots, login_label(slots.label_salt, login), password)

    def check_label(self, slots: Slots, label: str, password: str) -> SignedIn:
        """Do the same for a label."""
        self._attempts.check(label)
        slot = slots.by_label.get(label)
        try:
            pair = open_slot(slot, password, slots.office_id, label, self._kdf)
        except SealBrokenError:
            raise WrongLoginError(self._attempts.failed(label)) from None
        if slot is None or slot.root is None:
            raise AccountBlockedError
        return SignedIn(label, pair, self._attempts.succeeded(label))
