"""Where the paper went that law keeps, asked before a box is recorded as destroyed whole."""

from collections import Counter
from datetime import date

from easycare_desktop.domain.registers import (
    KeptOriginal,
    OriginalsKeptError,
    RegisterKind,
    RegisterState,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.registers.words import choice_words

_TITLE = "법에 따라 남길 원본이 있습니다"
_WHERE = "그 원본을 어느 서류함으로 옮겼나요?"
_GONE = "옮기지 않음 (사유를 적습니다)"
_WHY = "왜 함께 파기했나요? 파기확인서에 적힙니다."
_HINT = "예: 모두 스캔해 두었음, 이 함에 원본이 없었음"
_MOST = 5


def ask_box(
    services: Services, messages: Messages, kept: OriginalsKeptError, going: tuple[int, ...]
) -> int | None:
    """Return the box the originals went into, 0 for none; None if the person gave up."""
    catalogue = services.office.catalogue
    boxes = [
        (each.id, choice_words(each, catalogue))
        for each in services.registers.items()
        if each.kind is RegisterKind.BOX
        and each.state is RegisterState.IN_USE
        and each.id not in going
    ]
    label = "\n".join([*_kept_words(services, kept), _WHERE])
    return messages.ask_choice(_TITLE, label, [*boxes, (0, _GONE)])


def ask_why(messages: Messages) -> str | None:
    """Return why the originals went with the rest; None if the person gave up."""
    return messages.ask_text(_TITLE, _WHY, hint=_HINT)


def _kept_words(services: Services, refusal: OriginalsKeptError) -> list[str]:
    """Return one line each of what is kept, the one that ends last on top."""
    latest: dict[str, date] = {}
    counts: Counter[str] = Counter()
    for each in refusal.kept:
        what = _label(services, each)
        counts[what] += 1
        latest[what] = max(latest.get(what, date.min), each.until or date.max)
    lines = [
        f"· {what} {counts[what]}명 · {_end(latest[what])}"
        for what in sorted(latest, key=lambda each: latest[each], reverse=True)
    ]
    more = len(lines) - _MOST
    return lines if more <= 0 else [*lines[:_MOST], f"· 그 밖에 {more}가지"]


def _label(services: Services, kept: KeptOriginal) -> str:
    return services.office.catalogue.group(kept.group).label


def _end(until: date) -> str:
    return "아직 끝나지 않음" if until == date.max else f"{until:%Y-%m-%d}까지"
