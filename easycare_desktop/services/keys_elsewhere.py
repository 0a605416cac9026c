"""Where keys of an office may lie that nobody here can erase, and what its registers still name."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.registers import RegisterKind, RegisterState
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys.pcs import other_pcs
from easycare_desktop.storage.keys.place_registry import former_places


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is out of reach. Days are those on which a key place was struck off, or was lost.

    `registers`: boxes, media and copies by kind that are not recorded as destroyed.
    """

    struck_off: tuple[date, ...] = ()
    lost: tuple[date, ...] = ()
    pcs: tuple[str, ...] = ()
    registers: tuple[tuple[RegisterKind, int], ...] = ()


NOTHING_ELSEWHERE = Elsewhere()


def elsewhere(office: OpenOffice, step: Step) -> Elsewhere:
    """Return what is out of reach, from ledger and registers; before an office is closed."""
    out = [each for each in former_places(office.keys) if each.is_out]
    in_use = Counter(
        each.kind for each in step.uow.registers.all() if each.state is RegisterState.IN_USE
    )
    return Elsewhere(
        tuple(each.removed_at.date() for each in out if not each.lost),
        tuple(each.removed_at.date() for each in out if each.lost),
        tuple(each.name for each in other_pcs(office.keys)),
        tuple(in_use.items()),
    )
