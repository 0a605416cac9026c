"""A change of the signing key in the ledger: the old key signs the certificate of the new one."""

from collections.abc import Iterable, Mapping

from easycare_desktop.security.binding import binding
from easycare_desktop.security.signing import (
    SignatureBrokenError,
    SigningKey,
    verify_signature,
)

SIGNING_KEY_CHANGED = "signing_key_changed"


def change_facts(office_id: str, old: SigningKey, new: SigningKey) -> dict[str, object]:
    """Return what the ledger says of a change."""
    return {
        "old": old.certificate.hex(),
        "new": new.certificate.hex(),
        "signature": old.sign(_message(office_id, new.certificate)).hex(),
    }


class Certificates:
    """The certificate that counts at each place of the ledger, seen from one that is known.

    A change counts only if the certificate before it has signed the one after it.
    """

    def __init__(
        self, office_id: str, known: bytes, changes: Iterable[tuple[int, Mapping[str, object]]]
    ) -> None:
        pairs = [(seq, found) for seq, facts in changes if (found := _pair(office_id, facts))]
        self._since: list[tuple[int, bytes]] = []
        self._first = known
        for seq, (old, new) in sorted(pairs, reverse=True):
            if new == self._first:
                self._since.append((seq, new))
                self._first = old
        last = known
        for seq, (old, new) in sorted(pairs):
            if old == last:
                self._since.append((seq, new))
                last = new
        self._since.sort(reverse=True)

    def at(self, seq: int) -> bytes:
        """Return the certificate under which the entry with this number was signed."""
        return next((found for since, found in self._since if seq >= since), self._first)


def _pair(office_id: str, facts: Mapping[str, object]) -> tuple[bytes, bytes] | None:
    """Return the certificates before and after a change that the first one has signed."""
    try:
        old, new = bytes.fromhex(str(facts["old"])), bytes.fromhex(str(facts["new"]))
        verify_signature(old, _message(office_id, new), bytes.fromhex(str(facts["signature"])))
    except (KeyError, ValueError, SignatureBrokenError):
        return None
    return old, new


def _message(office_id: str, certificate: bytes) -> bytes:
    return binding("signing key", office_id, certificate.hex())
