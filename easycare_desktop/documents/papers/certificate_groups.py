"""What is gone, by item group: a line each, or two groups on a line where there are many."""

from itertools import zip_longest

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.destruction_certificate import (
    DestroyedGroup,
    DestructionCertificate,
)
from easycare_desktop.documents.layout.parts import bullets, gap
from easycare_desktop.documents.layout.tables import Head, list_table
from easycare_desktop.documents.layout.text import Markup, lines, plain, strong
from easycare_desktop.documents.layout.words import day

_COUNTS = (("열쇠", 12), ("기록", 12), ("파일", 12))


def groups(value: DestructionCertificate, width: float) -> list[Flowable]:
    """Return a table with a line for each group."""
    heads = (
        Head("항목", 46),
        *(Head(words, 15, "centre") for words, _ in _COUNTS),
        Head("보유 만료일", 27, "centre"),
        Head("사유 · 근거", 52),
    )
    rows = [
        (
            strong(each.label),
            *_counts(each),
            plain(day(each.until, "-")),
            lines(plain(each.reason), plain(each.article)),
        )
        for each in value.groups
    ]
    return [list_table(heads, rows, width, pad=2.6, empty=plain("파기한 항목이 없습니다."))]


def groups_in_pairs(value: DestructionCertificate, width: float) -> list[Flowable]:
    """Return a table with two groups on a line; reasons and articles are said once, below."""
    if not value.groups:
        return groups(value, width)
    half = (Head("항목", 49), *(Head(words, room, "centre") for words, room in _COUNTS))
    middle = (len(value.groups) + 1) // 2
    pairs = zip_longest(value.groups[:middle], value.groups[middle:])
    rows = [(*_cells(left), *_cells(right)) for left, right in pairs]
    return [
        list_table((*half, *half), rows, width, pad=1.2),
        gap(1.2),
        bullets([plain(each) for each in _reasons(value.groups)]),
    ]


def _cells(group: DestroyedGroup | None) -> tuple[Markup, ...]:
    if group is None:
        return (plain(""),) * (1 + len(_COUNTS))
    return (strong(group.label), *_counts(group))


def _counts(group: DestroyedGroup) -> tuple[Markup, ...]:
    return tuple(plain(f"{count:,}") for count in (group.keys, group.rows, group.files))


def _reasons(found: tuple[DestroyedGroup, ...]) -> list[str]:
    """Return each reason with its groups; the commonest one holds for all that are not named."""
    by_reason: dict[tuple[str, str, str], list[str]] = {}
    for each in found:
        until = f"보유 만료일 {day(each.until)}" if each.until else ""
        by_reason.setdefault((each.reason, each.article, until), []).append(each.label)
    most = max(by_reason, key=lambda why: len(by_reason[why]))
    others = [
        f"{', '.join(labels)}: {_said(why)}" for why, labels in by_reason.items() if why != most
    ]
    return [*others, f"{'그 밖의 항목' if others else '사유 · 근거'}: {_said(most)}"]


def _said(why: tuple[str, str, str]) -> str:
    return " · ".join(filter(None, why))
