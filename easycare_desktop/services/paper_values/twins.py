"""Boxes, media and copies of the registers as lines of a certificate, from recorded facts."""

from collections.abc import Mapping
from datetime import datetime

from easycare_desktop.documents import disposal_words, phrases
from easycare_desktop.documents.contents.destruction_certificate import OutsideCopy
from easycare_desktop.documents.words import word
from easycare_desktop.domain.destruction import OutsidePlace
from easycare_desktop.domain.registers import DisposalMethod, RegisterKind
from easycare_desktop.services.facts import listed_in
from easycare_desktop.services.paper_values.common import Desk


def twins(desk: Desk, facts: Mapping[str, object]) -> tuple[OutsideCopy, ...]:
    """Return the boxes, media and copies of the registers that held the same, as recorded."""
    kinds = {kind.code: kind for kind in RegisterKind}
    return tuple(
        OutsideCopy(
            label=f"{word(kinds[str(each['kind'])])} {each['item']}",
            done=bool(each["disposal"] or each.get("dropped")),
            action=_how(each),
            by=desk.account(int(str(each["by"]))),
            on=datetime.fromisoformat(str(each["at"])).date() if each["at"] else None,
        )
        for each in listed_in(facts, "twins")
        if isinstance(each, dict)
    )


def listed_places(facts: Mapping[str, object]) -> frozenset[OutsidePlace]:
    """Return the outside places of which the registers name single things."""
    listed = [each for each in listed_in(facts, "twins") if isinstance(each, dict)]
    boxed = any(each["kind"] == RegisterKind.BOX.code for each in listed)
    return frozenset({OutsidePlace.PAPER} if boxed else ())


def _how(twin: Mapping[str, object]) -> str:
    if dropped := twin.get("dropped"):
        return disposal_words.dropped_twin(str(dropped))
    if method := str(twin["method"]):
        told = [word(DisposalMethod(method)), str(twin["disposal"])]
        return " · ".join(
            told if twin.get("witnessed", True) else [*told, disposal_words.UNWITNESSED]
        )
    return phrases.TICKED["open"]
