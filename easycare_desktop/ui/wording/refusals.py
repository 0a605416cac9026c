"""A sentence for every refusal: looked up by the name of its class, area by area."""

from collections.abc import Iterator
from functools import cache

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.ui.wording.words import TYPED_STAYS, Area, Teller, Words

__all__ = ["Words", "field_words", "known", "words_for"]

_BUG = Words(
    "프로그램 오류입니다. 방금 하신 일을 마치지 못했습니다.",
    "이미 저장하신 자료는 이 PC에 그대로 있습니다.",
    "한 번 더 해 보시고, 또 그러면 오류 번호를 알려 주세요.",
    "PR-999",
)
_TYPED = Words(
    "적으신 내용을 받아들이지 못했습니다.",
    TYPED_STAYS,
    "내용을 다시 보시고 고쳐 적어 주세요.",
    "IN-199",
)


def words_for(refusal: Exception) -> Words:
    """Return the three lines and the number for a refusal; a bug has words of its own."""
    found = next(
        (area[name] for name in _names(refusal) for area in _areas() if name in area), None
    )
    if found is None:
        return _TYPED if isinstance(refusal, InputRefusal) else _BUG
    words = found if isinstance(found, Words) else found(refusal)
    return words.filled(refusal)


def field_words(refusal: Exception) -> str:
    """Return the one sentence that stands under the field."""
    return words_for(refusal).happened


def known(name: str) -> Words | Teller | None:
    """Return the words for the class of refusals with this name, or None."""
    return next((area[name] for area in _areas() if name in area), None)


def _names(refusal: Exception) -> Iterator[str]:
    """Yield the name of the class, then of what it derives from."""
    return (kind.__name__ for kind in type(refusal).__mro__)


@cache
def _areas() -> tuple[Area, ...]:
    # Imported at the first refusal: the login window must not wait for all words of all rooms.
    from easycare_desktop.ui.wording.all_areas import AREAS  # noqa: PLC0415

    return AREAS
