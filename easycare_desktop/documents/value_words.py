"""Values as people read them: a recorded code becomes its word."""

from collections.abc import Callable

from easycare_desktop.documents.phrases import BACK_CHANGED, COVERED_CHANGED, won_words
from easycare_desktop.documents.words import word
from easycare_desktop.domain.catalogue import Catalogue, FieldKind, ItemField
from easycare_desktop.domain.masking import covered_value, is_covered
from easycare_desktop.domain.requests import Proof
from easycare_desktop.domain.resident_numbers import REGISTERED
from easycare_desktop.domain.rule_refusals import NotInCatalogueError

_TOLD = {
    "service_ends": "서비스가 끝남",
    "law_keeps": "법으로 남는 것",
    "no_return": "되돌릴 수 없음",
}


class ValueWords:
    """Knows the codes that stand in the holdings of one office."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lists: dict[str, Callable[[str], str]] = {
            "told": _told,
            "proofs": _proof,
            "withdrawn": self._purpose,
        }

    def words(self, field: ItemField, value: str) -> str:
        """Return what to show of one value."""
        if field.kind is FieldKind.CHOICE:
            return field.choice_label(value)
        if field.kind is FieldKind.MONEY:
            return won_words(int(value))
        named = self._lists.get(field.code)
        return ", ".join(named(code) for code in value.split(",")) if named else value

    def covered(self, field: ItemField, value: str) -> str:
        """Return what to show of one value where accounts and unique ids are covered."""
        if not value:
            return ""
        return covered_value(field, value) if is_covered(field) else self.words(field, value)

    def _purpose(self, code: str) -> str:
        try:
            return self._catalogue.purpose(code).label
        except NotInCatalogueError:
            return code


def changed_words(field: ItemField, before: str, after: str) -> str:
    """Return `after` as it is read beside `before`: of a change in what is covered it is told."""
    if before != after:
        return after
    return f"{after} {BACK_CHANGED if field.kind in REGISTERED else COVERED_CHANGED}".strip()


def _told(code: str) -> str:
    return _TOLD.get(code, code)


def _proof(code: str) -> str:
    return word(Proof(code))
