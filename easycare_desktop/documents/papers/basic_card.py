"""기초자료 카드."""

from functools import partial

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.basic_card import BasicCard, CardGroup
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.fitting import compose_within
from easycare_desktop.documents.layout.grid import grid, padding
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.page import Sheet
from easycare_desktop.documents.layout.parts import gap, section, sentence, title
from easycare_desktop.documents.layout.tables import Head, Pair, form_grid, list_table
from easycare_desktop.documents.layout.text import join, para, plain, strong, style
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.strings import fingerprint

TITLE = "기초자료 카드"
_NOTE = "민감한 서류입니다. 쓰고 나면 잠가 두거나 파쇄해 주십시오."
_NOTHING = "지금 이용 중인 자료가 없습니다."
_LABEL = {2: 31 * MM, 3: 22 * MM}
_LONG = {2: 30, 3: 20}


def make(value: BasicCard) -> bytes:
    """Return the card as PDF, on one page where it fits."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    tellers = [
        partial(_story, value, sheet.width, columns, measures.BODY, pad)
        for columns, pad in ((2, 3.4), (2, 1.6), (3, 1.3))
    ]
    return compose_within(sheet, tellers, 1)


def _story(value: BasicCard, width: float, columns: int, size: float, pad: float) -> list[Flowable]:
    head = [
        [
            Pair(plain("성명"), para(strong(value.name), style(14, lead=1.25))),
            Pair(plain("구분"), plain(value.kind)),
        ],
        [
            Pair(plain("관리번호"), plain(value.person_number)),
            Pair(plain("상태"), plain(value.state)),
        ],
        [
            Pair(plain("등록한 날"), plain(day(value.since))),
            Pair(plain("출력일"), plain(day(value.as_of))),
        ],
    ]
    story: list[Flowable] = [*title(TITLE), form_grid(head, width, pad=pad)]
    if not value.groups:
        story += [gap(4), sentence(plain(_NOTHING))]
    for group in value.groups:
        story += section(group.label, _group(group, width, columns, size, pad), before=pad * 2)
    if value.relations:
        story += section("보호자 (연락 순서)", _relations(value, width, size, pad), before=pad * 2)
    return [*story, gap(2), sentence(plain(_NOTE), after=0)]


def _group(group: CardGroup, width: float, columns: int, size: float, pad: float) -> Flowable:
    told = join(
        *(
            join(strong(words), plain(text), by=" ")
            for words, text in (
                ("목적", group.purpose),
                ("근거", group.basis),
                ("보관", group.stay),
            )
            if text
        ),
        by="\u00a0\u00a0\u00a0 ",
    )
    rows: list[list[Pair]] = []
    waiting: list[Pair] = []
    for label, text in group.fields:
        pair = Pair(plain(label), plain(text))
        if len(text) > _LONG[columns]:
            rows.append([pair])
            continue
        waiting.append(pair)
        if len(waiting) == columns:
            rows.append(waiting)
            waiting = []
    rows += [waiting] if waiting else []
    if group.withheld:
        rows = [[Pair(plain("내용"), plain(group.withheld))]]
    table = (
        form_grid(rows, width, label_width=_LABEL[columns], pad=pad, size=size) if rows else None
    )
    head = para(told, style(measures.NOTE, lead=1.35, after=2))
    return _stack([head, table] if table is not None else [head], width)


def _stack(parts: list[Flowable], width: float) -> Flowable:
    return grid([[part] for part in parts], [width], padding(0, 0, low=2))


def _relations(value: BasicCard, width: float, size: float, pad: float) -> Flowable:
    heads = (Head("순서", 10, "centre"), Head("성명", 30), Head("관계", 30), Head("전화", 34))
    rows = [
        (
            plain(str(number)),
            strong(each.name),
            plain(each.relation + (" · 본인부담금 납부" if each.payer else "")),
            plain(each.phone),
        )
        for number, each in enumerate(value.relations, start=1)
    ]
    return list_table(heads, rows, width, size=size, pad=pad)
