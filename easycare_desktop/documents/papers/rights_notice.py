"""정정·처리정지 결과 통지서."""

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.rights_notice import AnsweredAsk, RightsNotice
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.parts import (
    Together,
    addressee,
    bullets,
    gap,
    office_lines,
    section,
    sentence,
    title,
)
from easycare_desktop.documents.layout.signatures import issued
from easycare_desktop.documents.layout.tables import Head, Pair, form_grid, list_table
from easycare_desktop.documents.layout.text import plain, strong
from easycare_desktop.documents.layout.words import day, long_day
from easycare_desktop.documents.papers.result_notice import relief_table
from easycare_desktop.documents.strings import fingerprint

TITLE = "정정·처리정지 요구에 대한 결과 통지서"
_OPENING = "요구하신 내용을 살펴본 결과를 아래와 같이 알려 드립니다."
_STOPPED = "이 항목을 쓰거나 다른 곳에 주는 일을 멈추었습니다. 보관 기한은 그대로 셉니다."
_NOTHING_CHANGED = "적혀 있던 내용은 바꾸지 않았습니다."
_BASIS = "개인정보 보호법 제36조·제37조, 같은 법 시행령 제43조·제44조에 따라 알려 드립니다."
_OBJECTION = (
    "이 결과에 이의가 있으시면 아래 보호책임자에게 서면이나 전화로 말씀해 주십시오. "
    "다시 살펴보고 결과를 알려 드립니다. 아래 기관의 도움도 받으실 수 있습니다."
)


def make(value: RightsNotice) -> bytes:
    """Return the notice as PDF."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    width = sheet.width
    story: list[Flowable] = [
        *title(TITLE, f"관리번호 {value.person_number}"),
        *addressee(value.addressee),
        sentence(plain(_OPENING), after=6),
    ]
    for number, ask in enumerate(value.asks, start=1):
        head = f"{number}. {ask.label}" if len(value.asks) > 1 else ask.label
        story += section(head, *_ask(ask, width))
    story += section("알아 두십시오", bullets([plain(_BASIS)]))
    relief = relief_table(value.relief, width)
    story += section("이의가 있으실 때", sentence(plain(_OBJECTION)), relief)
    asked = sentence(office_lines(value.office), before=5)
    story.append(Together([asked, gap(2), *issued(value.office, value.issued_on, width)]))
    return compose(sheet, story)


def _ask(ask: AnsweredAsk, width: float) -> list[Flowable]:
    kind = "처리정지" if ask.stops else "정정"
    rows = [
        [
            Pair(plain("요구"), plain(kind)),
            Pair(plain("요구하신 날"), plain(day(ask.asked_on, long_day(None)))),
        ],
        [Pair(plain("요구하신 내용"), plain(ask.asked))],
        [Pair(plain("결과"), strong(ask.result))],
    ]
    if ask.why:
        rows.append([Pair(plain("그 사유"), plain(ask.why))])
    parts: list[Flowable] = [form_grid(rows, width, label_width=31 * MM)]
    if ask.stops:
        return [*parts, sentence(plain(_STOPPED), before=4)] if ask.granted else parts
    if not ask.changes:
        return [*parts, sentence(plain(_NOTHING_CHANGED), before=4)]
    heads = (Head("고친 항목", 40), Head("고치기 전", 65), Head("고친 뒤", 65))
    lines = [
        (strong(each.label), plain(each.before or "-"), plain(each.after or "-"))
        for each in ask.changes
    ]
    return [*parts, gap(2), list_table(heads, lines, width)]
