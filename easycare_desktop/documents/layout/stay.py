"""The two lists of every answer: what went, and what stays with article, event, date and place."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from easycare_desktop.documents.layout.tables import Head, list_table
from easycare_desktop.documents.layout.text import Markup, lines, plain, strong
from easycare_desktop.documents.layout.words import day, moment
from easycare_desktop.documents.values import GoneItem, KeptItem

NOT_RUNNING = "아직 세지 않음"
NOTHING_KEPT, NOTHING_APART = "보존하는 항목이 없습니다.", "따로 보관하는 항목이 없습니다."
NOT_KNOWN = "이용이 끝나면 정해짐"


def certificate_at(number: str) -> str:
    """Say in which certificate the rest is told; both call this number 파기번호."""
    return f"자세한 내용은 파기확인서(파기번호 {number})에 있습니다."


def gone_table(items: Sequence[GoneItem], width: float) -> Flowable:
    """Return what was destroyed: item, count, how, why, when, approved by whom."""
    heads = (
        Head("항목", 38),
        Head("건수", 12, "centre"),
        Head("방법", 31),
        Head("사유", 31),
        Head("일시", 37, "centre"),
        Head("승인자", 21, "centre"),
    )
    rows = [
        (
            strong(item.label),
            plain(f"{item.count:,}"),
            plain(item.method),
            plain(item.reason),
            plain(moment(item.at)),
            plain(item.approved_by),
        )
        for item in items
    ]
    return list_table(heads, rows, width, empty=plain("파기한 항목이 없습니다."))


def kept_table(
    items: Sequence[KeptItem], width: float, *, pad: float = 4.2, empty: str = NOTHING_KEPT
) -> Flowable:
    """Return what stays: item, article, counted from, until, place, day of destruction."""
    heads = (
        Head("항목", 38),
        Head("근거 조문", 39),
        Head("기산일", 31, "centre"),
        Head("만료일\n파기 예정일", 33, "centre"),
        Head("보관 장소", 29),
    )
    rows = [
        (
            strong(item.label),
            plain(item.article),
            counted(item),
            stays_until(item),
            plain(item.place),
        )
        for item in items
    ]
    return list_table(heads, rows, width, pad=pad, empty=plain(empty))


def counted(item: KeptItem) -> Markup:
    """Return the day the clock counts from, with its event."""
    if item.counted_from is None:
        return plain(NOT_RUNNING)
    return lines(plain(day(item.counted_from)), plain(item.event))


def stays_until(item: KeptItem, unknown: str = NOT_KNOWN) -> Markup:
    """Return the last day of the stay and the last day to destroy it."""
    until = strong(f"{day(item.until)}까지" if item.until else unknown)
    return lines(until, plain(f"파기\u00a0{day(item.destroy_by)}" if item.destroy_by else ""))


def reasons(items: Sequence[KeptItem]) -> list[Markup]:
    """Return each plain reason once, in order; one that only repeats the columns is left out."""
    said = (item.reason for item in items if not item.article or item.article not in item.reason)
    return [plain(reason) for reason in dict.fromkeys(said) if reason]


def merged_kept(items: Sequence[KeptItem]) -> list[KeptItem]:
    """Put items on one line that differ in nothing but their label."""
    groups: dict[KeptItem, list[str]] = {}
    for item in items:
        groups.setdefault(replace(item, label=""), []).append(item.label)
    return [replace(item, label=", ".join(labels)) for item, labels in groups.items()]


def merged_gone(items: Sequence[GoneItem]) -> list[GoneItem]:
    """Put items on one line that went at the same time for the same reason; counts are summed."""
    groups: dict[GoneItem, list[GoneItem]] = {}
    for item in items:
        groups.setdefault(replace(item, label="", count=0), []).append(item)
    return [
        replace(
            item,
            label=", ".join(each.label for each in together),
            count=sum(each.count for each in together),
        )
        for item, together in groups.items()
    ]
