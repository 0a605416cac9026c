"""How a person is said in the windows: status, second line, values as they are read."""

from collections.abc import Mapping, Sequence
from datetime import date

from easycare_desktop.domain.catalogue import FieldKind, ItemField
from easycare_desktop.domain.masking import covered_value, is_covered
from easycare_desktop.domain.people import EndingReason, Person, PersonKind, PersonState
from easycare_desktop.domain.periods import full_years
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.parts.shared.day_words import long_day
from easycare_desktop.ui.wording.labels import active_words, label

__all__ = [
    "age",
    "counts_words",
    "covered_words",
    "second_line",
    "shown",
    "status",
    "strip_of",
]

_MAIN_KINDS = (
    PersonKind.RECIPIENT,
    PersonKind.GUARDIAN,
    PersonKind.STAFF,
    PersonKind.SUBSCRIBER,
)
Strip = Sequence[tuple[tuple[PersonKind, ...], str]]


def strip_of(kinds: Sequence[PersonKind]) -> Strip:
    """Return what the strip offers of the kinds that an office knows."""
    known = [kind for kind in kinds if kind is not PersonKind.OFFICE]
    strip: list[tuple[tuple[PersonKind, ...], str]] = [((), "모두")]
    strip += [((kind,), label(kind)) for kind in known if kind in _MAIN_KINDS]
    others = tuple(kind for kind in known if kind not in _MAIN_KINDS)
    return [*strip, (others, "기타")] if others else strip


def status(person: Person, *, died: bool = False) -> tuple[str, CellTone]:
    """Return the word and the tone of a person's chip; `died`: that day is on record."""
    if person.state is PersonState.ENDING:
        cancelled = person.ending is EndingReason.CANCELLED
        return ("이용취소 중" if cancelled else label(person.state)), "warn"
    if person.state is PersonState.ACTIVE and died:
        return "사망", "warn"
    return active_words(person.kind, person.state) or label(person.state), "info"


def second_line(line: PersonLine) -> str:
    """Return 1941년생 · 수급자 · P-00128, or 마루센터 · 02-000-0000 · P-00128."""
    if line.office:
        return " · ".join(filter(None, (line.office, line.phone, line.person.number)))
    born = f"{line.birth[:4]}년생" if line.birth else ""
    parts = (born, label(line.person.kind), line.person.number)
    return " · ".join(part for part in parts if part)


def age(birth: str, today: date) -> str:
    """Return 만 85세, or nothing where the day of birth is not known."""
    return f"만 {full_years(date.fromisoformat(birth), today)}세" if birth else ""


def counts_words(counts: Mapping[PersonKind, int]) -> str:
    """Return 수급자 120 · 보호자 60 · 직원 40."""
    return " · ".join(f"{label(kind)} {counts[kind]:,}" for kind in _MAIN_KINDS if counts.get(kind))


def covered_words(item: ItemField, value: str) -> str:
    """Return a stored value as it is read; accounts and unique ids are covered."""
    return covered_value(item, value) if value and is_covered(item) else shown(item, value)


def shown(item: ItemField, value: str) -> str:
    """Return a stored value as it is read."""
    if not value:
        return ""
    if item.kind is FieldKind.CHOICE:
        return next((words for code, words in item.choices if code == value), value)
    if item.kind is FieldKind.DATE:
        return long_day(date.fromisoformat(value))
    if item.kind is FieldKind.MONEY:
        return f"{int(value):,}원"
    return value
