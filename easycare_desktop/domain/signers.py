"""Who may sign: for a child its legal representative, who shows by a paper that they are."""

from datetime import date

from easycare_desktop.domain.consents import Capacity, Signer
from easycare_desktop.domain.periods import Period, full_years
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.requests import PROOFS_NEEDED

_FOR_A_CHILD = frozenset({Capacity.PARENT_OF_MINOR, Capacity.LEGAL_GUARDIAN})


class ChildSignsError(Refusal):
    """A child needs its legal representative (PIPA 22-2). `years`: from which age on none."""

    def __init__(self, years: int) -> None:
        super().__init__(years)
        self.years = years


class SignerProofMissingError(Refusal):
    """Nobody saw the paper that shows for whom a representative may sign (Decree art. 17-2, 45)."""

    def __init__(self, capacity: Capacity) -> None:
        super().__init__(capacity)
        self.capacity = capacity


class CapacityLapsedError(Refusal):
    """What is on record of a guardian says that they were one until a day that has passed."""

    def __init__(self, until: date) -> None:
        super().__init__(until)
        self.until = until


def check_age(capacity: Capacity, birth: str, on: date, age: Period) -> None:
    """Raise `ChildSignsError` where a child signs for itself, or by somebody it sent.

    `birth`: in ISO form, or empty where it is not on record.
    """
    child = bool(birth) and full_years(date.fromisoformat(birth), on) < age.years
    if child and capacity not in _FOR_A_CHILD:
        raise ChildSignsError(age.years)


def check_signer(signer: Signer) -> None:
    """Raise `SignerProofMissingError` where a representative signed and no fit paper was seen."""
    if signer.capacity in {Capacity.SELF, Capacity.HEAD}:
        return
    fit = {proof.value for proof in PROOFS_NEEDED[signer.capacity]}
    if signer.proof not in fit or signer.proof_on is None:
        raise SignerProofMissingError(signer.capacity)
