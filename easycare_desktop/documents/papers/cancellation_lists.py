"""Parts 6 to 8 of the cancellation form: notices, what stays and goes, consents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.cancellation_form import CancellationForm
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.parts import CLOSE, Together, heading, section
from easycare_desktop.documents.layout.tables import Head, list_table
from easycare_desktop.documents.layout.text import fixed, join, plain, style, tick
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.papers import cancellation_words as words
from easycare_desktop.documents.values import KeptItem


@dataclass(frozen=True, slots=True)
class Density:
    """How close it is set: padding of rows to write in and of lists, like lines put together."""

    rows: float
    pad: float
    grouped: bool


def lists(value: CancellationForm, width: float, density: Density) -> list[Flowable]:
    """Return parts 6 to 9."""
    above = heading("6. 들으신 안내", "들으신 것에 표시해 주십시오", before=CLOSE)
    told: list[Flowable] = [Together([above, *_told(value)])]
    tables = (
        ("7. 보존하는 항목과 그 근거", _kept(value, width, density), ""),
        ("8. 파기하는 항목", _going(value, width, density), ""),
        ("9. 철회할 동의", _consents(value, width, density), "철회하시려는 것에 표시해 주십시오"),
    )
    whole = (30 if density.grouped else 62) * MM
    for head, table, note in tables:
        told += section(head, table, note=note, before=CLOSE, whole=whole)
    return told


def _told(value: CancellationForm) -> list[Flowable]:
    how = style(10, lead=1.5, indent=15)
    return [
        fixed(join(tick("", on=each in value.told), plain(text)), how)
        for each, text in words.TOLD.items()
    ]


def _kept(value: CancellationForm, width: float, density: Density) -> Flowable:
    heads = (
        Head("항목", 44),
        Head("근거", 52),
        Head("기간 (기산일 → 만료일)", 50, "centre"),
        Head("파기 예정일", 24, "centre"),
    )
    rows = [
        (
            each.label,
            each.article,
            _span(each),
            day(each.destroy_by, "-"),
        )
        for each in value.kept
    ]
    return _table(heads, rows, width, density, _empty(value, "보존하는 항목이 없습니다."))


def _span(item: KeptItem) -> str:
    """Return from when until when; before the first day is known, how long from what."""
    if item.counted_from is None and item.event:
        return item.event
    return f"{day(item.counted_from, '정해지면')} → {day(item.until, '정해지면')}"


def _going(value: CancellationForm, width: float, density: Density) -> Flowable:
    heads = (Head("항목", 80), Head("사유", 60), Head("파기 기한", 30, "centre"))
    rows = [(each.label, each.reason, day(each.destroy_by, "-")) for each in value.going]
    return _table(heads, rows, width, density, _empty(value, "파기할 항목이 없습니다."))


def _consents(value: CancellationForm, width: float, density: Density) -> Flowable:
    heads = (Head("철회", 16, "centre"), Head("동의한 내용", 120), Head("동의한 날", 34, "centre"))
    rows = [
        ("☑" if each.withdraw else "☐", each.label, day(each.given_on)) for each in value.consents
    ]
    empty = _empty(value, "철회하실 동의가 없습니다.")
    return _table(heads, rows, width, replace(density, grouped=False), empty)


def _empty(value: CancellationForm, nothing: str) -> str:
    """Return what stands in an empty list: of a form whose lists were made, there is nothing."""
    return nothing if value.kept or value.going else words.BLANK_LIST


def _table(
    heads: tuple[Head, ...],
    rows: Sequence[tuple[str, ...]],
    width: float,
    density: Density,
    empty: str,
) -> Flowable:
    shown = _grouped(rows) if density.grouped else rows
    cells = [[plain(cell) for cell in row] for row in shown]
    return list_table(heads, cells, width, pad=density.pad, empty=plain(empty))


def _grouped(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put the items of rows together that say the same otherwise."""
    items: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        items.setdefault(row[1:], []).append(row[0])
    return [(", ".join(labels), *rest) for rest, labels in items.items()]
