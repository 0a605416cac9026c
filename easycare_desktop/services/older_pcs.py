"""Other PCs that may still hold older keys, as a destruction names them."""

from collections.abc import Mapping
from datetime import datetime

from easycare_desktop.documents.phrases import other_pc
from easycare_desktop.domain.registers import RegisterKind, RegisterState
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.pcs import Pc, other_pcs
from easycare_desktop.storage.keys.switch_report import SwitchReport
from easycare_desktop.storage.unit_of_work import UnitOfWork

_PREFIX = "pc."


def older_pcs(keys: OpenKeys, uow: UnitOfWork, report: SwitchReport | None) -> list[Pc]:
    """Return the PCs that wrote last before the generation of a destruction.

    One that the office left for good counts until its medium is recorded as destroyed.
    """
    if report is None:
        return []
    older = [each for each in other_pcs(keys) if each.generation < report.generation_to]
    gone = _destroyed_media(uow) if older else frozenset()
    return [each for each in older if each.instance not in gone]


def pc_facts(pc: Pc, now: datetime) -> dict[str, object]:
    """Return the line that stands among the key places of a destruction."""
    return {
        "id": f"{_PREFIX}{pc.id}",
        "label": other_pc(pc.name),
        "newest": False,
        "generation": pc.generation,
        "looked_at": now.isoformat(),
    }


def is_pc(facts: Mapping[str, object]) -> bool:
    """Tell whether a recorded line is about a PC, and no key place."""
    return str(facts["id"]).startswith(_PREFIX)


def _destroyed_media(uow: UnitOfWork) -> frozenset[str]:
    """Return the installations whose PC stands in the register as destroyed."""
    return frozenset(
        each.values.get("asset", "")
        for each in uow.registers.all()
        if each.kind is RegisterKind.MEDIUM and each.state is RegisterState.DESTROYED
    )
