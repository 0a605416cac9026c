"""Whether anything newer may exist: the number of the newest certificate is held to the ledger."""

import re
from collections.abc import Sequence

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.signed_facts import FactsUnreadableError
from easycare_desktop.security.signed_code import read_code
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.unnamed import without_names
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.ledger.chain import LedgerEntry

UNPROVEN, CONFIRMED = "freshness_unproven", "freshness_confirmed"
_NUMBER = re.compile(r"D\d{4}-\d{4,}")
_ENDS = ("destruction_finished", "destruction_partly")
_LEAST_REASON = 5


class CertificateNumberError(InputRefusal):
    """What was typed is neither the number of a destruction nor the text of a QR code."""


class NewerKnownError(Refusal):
    """A certificate exists that these keys do not know: a newer key place must be found."""


class OlderCertificateError(InputRefusal):
    """The ledger knows a later destruction, so this paper does not show how new the keys are.

    `newest`: number of the last destruction in the ledger.
    """

    def __init__(self, newest: str) -> None:
        super().__init__("certificate")
        self.newest = newest


class FreshnessReasonMissingError(InputRefusal):
    """The mark is ended with a reason that somebody can understand later."""


def newest_certificate(entries: Sequence[LedgerEntry]) -> str:
    """Return the number of the last destruction in the ledger, empty where there was none."""
    numbers = [str(each.facts["number"]) for each in entries if each.kind in _ENDS]
    return numbers[-1] if numbers else ""


def is_shown_fresh(entries: Sequence[LedgerEntry], typed: str) -> bool:
    """Tell whether the newest certificate on paper is known to this ledger; no paper shows nothing.

    Raises `CertificateNumberError`, `NewerKnownError` where the ledger lacks it, and
    `OlderCertificateError` where it is not the last one that the ledger knows.
    """
    text = typed.strip().upper()
    if not text:
        return False
    ends = [each for each in entries if each.kind in _ENDS]
    if _NUMBER.fullmatch(text):
        shown = [each for each in ends if each.facts["number"] == text]
    else:
        shown = _entries_of(entries, text)
    if not shown:
        raise NewerKnownError
    if ends and shown[-1].facts.get("number") != ends[-1].facts["number"]:
        raise OlderCertificateError(newest_certificate(entries))
    return True


def is_unproven(keys: OpenKeys) -> bool:
    """Tell whether papers must say that something newer may exist."""
    marks = [each.kind for each in keys.restrictions() if each.kind in {UNPROVEN, CONFIRMED}]
    return bool(marks) and marks[-1] == UNPROVEN


class FreshnessService:
    """The use case of ending the mark: an officer signs for it with a reason."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def is_unproven(self) -> bool:
        """Tell whether the mark stands on every paper."""
        with self._office.door.enter(Action.OFFICE_READ, detail="freshness"):
            return is_unproven(self._office.keys)

    def confirm(self, reason: str) -> None:
        """End the mark; the ledger keeps who did and why, signed with the office's key.

        Raises `NotPermittedError`, `FreshnessReasonMissingError`, `NameInTextError`.
        """
        said = without_names(self._office.index, reason, "reason")
        if len(said) < _LEAST_REASON:
            raise FreshnessReasonMissingError("reason")
        office = self._office
        with office.door.enter(Action.RESTORED, detail="freshness"):
            facts = {"by": office.actor.account_id, "reason": said}
            office.keys.restrict(CONFIRMED, office.info.id, facts, office.clock.now())


def _entries_of(entries: Sequence[LedgerEntry], text: str) -> list[LedgerEntry]:
    """Return the entry that a QR code names, if the ledger has it."""
    try:
        facts = read_code(text).facts
    except FactsUnreadableError:
        raise CertificateNumberError("certificate") from None
    named = (each for each in entries if each.seq == facts.sequence)
    return [each for each in named if each.hash.startswith(facts.entry)]
