"""Parts 6 to 8 of the cancellation form: notices, what stays and goes, consents."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable, KeepTogether

from easycare_desktop.documents.contents.cancellation_form import CancellationForm
from easycare_desktop.documents.layout.parts import gap
from easycare_desktop.documents.layout.tables import Head, list_table
from easycare_desktop.documents.layout.text import Markup, join, lines, para, plain, style, tick
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.papers import cancellation_words as words


@dataclass(frozen=True, slots=True)
class Density:
    """How close the lists are set: type size, padding of a row, gap in millimetres."""

    size: float
    pad: float
    gap: float


def lists(value: CancellationForm, width: float, density: Density) -> list[Flowable]:
    """Return parts 6, 7 and 8."""
    return [
        KeepTogether([_head("6. 안내를 들었습니다 (들으신 것에 표시해 주십시오)"), _told(value)]),
        *_headed("7. 법에 따라 보존하는 항목", _kept(value, width, density)),
        gap(density.gap),
        *_headed("    파기하는 항목", _going(value, width, density)),
        *_headed("8. 철회할 동의", _consents(value, width, density)),
    ]


def _head(text: str) -> Flowable:
    return para(plain(text), style(10.5, bold=True, lead=1.3, before=5.5, after=2.5))


def _headed(text: str, table: Flowable) -> list[Flowable]:
    return [KeepTogether([_head(text), table])]


def _told(value: CancellationForm) -> Flowable:
    boxes = [_sentence_tick(text, on=each in value.told) for each, text in words.TOLD.items()]
    return para(lines(*boxes), style(10, lead=1.6, indent=15))


def _sentence_tick(text: str, *, on: bool) -> Markup:
    return join(tick("", on=on), plain(text))


def _kept(value: CancellationForm, width: float, density: Density) -> Flowable:
    heads = (
        Head("항목", 42),
        Head("근거", 56),
        Head("기간 (기산일 → 만료일)", 48, "centre"),
        Head("파기 예정일", 24, "centre"),
    )
    rows = [
        (
            plain(each.label),
            plain(each.article),
            plain(f"{day(each.counted_from, '정해지면')} → {day(each.until, '정해지면')}"),
            plain(day(each.destroy_by, "-")),
        )
        for each in value.kept
    ]
    return _table(heads, rows, width, density)


def _going(value: CancellationForm, width: float, density: Density) -> Flowable:
    heads = (Head("항목", 60), Head("까닭", 80), Head("파기 기한", 30, "centre"))
    rows = [
        (plain(each.label), plain(each.reason), plain(day(each.destroy_by, "-")))
        for each in value.going
    ]
    return _table(heads, rows, width, density)


def _consents(value: CancellationForm, width: float, density: Density) -> Flowable:
    heads = (Head("철회", 16, "centre"), Head("동의한 내용", 120), Head("동의한 날", 34, "centre"))
    rows = [
        (tick("", on=each.withdraw), plain(each.label), plain(day(each.given_on)))
        for each in value.consents
    ]
    return _table(heads, rows, width, density)


def _table(
    heads: tuple[Head, ...], rows: Sequence[Sequence[Markup]], width: float, density: Density
) -> Flowable:
    return list_table(
        heads, rows, width, size=density.size, pad=density.pad, empty=plain(words.BLANK_LIST)
    )
