"""How the tie of a guardian is said: the relation, in what capacity, and until when."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.ui.parts.people.words import shown
from easycare_desktop.ui.parts.shared.day_words import long_day

_NO_CAPACITY = "none"


def tie_words(identity: ItemGroup, values: Mapping[str, str], today: date) -> str:
    """Return 자녀 · 성년후견인, 2027년 1월 1일까지; `values`: of the guardian."""
    capacity = values.get("capacity", "")
    has_capacity = capacity not in {"", _NO_CAPACITY}
    words = shown(identity.field("capacity"), capacity) if has_capacity else ""
    if until := values.get("capacity_until", ""):
        day = date.fromisoformat(until)
        told = f"{long_day(day)}까지" if day >= today else f"{long_day(day)}에 끝남"
        words = f"{words or '대리 자격'}, {told}"
    relation = shown(identity.field("relation"), values.get("relation", ""))
    return " · ".join(filter(None, (relation, words)))
