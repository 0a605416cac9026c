"""「한 장 답변」."""

from dataclasses import dataclass, replace
from functools import partial

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.one_page_answer import OnePageAnswer
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.fitting import compose_within
from easycare_desktop.documents.layout.grid import grid, padding
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.page import Sheet
from easycare_desktop.documents.layout.parts import (
    Together,
    box,
    bullets,
    gap,
    office_lines,
    section,
    sentence,
    title,
)
from easycare_desktop.documents.layout.stay import (
    NOT_KNOWN,
    counted,
    merged_gone,
    merged_kept,
    reasons,
    stays_until,
)
from easycare_desktop.documents.layout.tables import Head, list_table
from easycare_desktop.documents.layout.text import Markup, join, para, plain, sized, strong, style
from easycare_desktop.documents.layout.words import day, long_day
from easycare_desktop.documents.strings import fingerprint

TITLE = "한 장 답변"
_CLOSING = "궁금하신 것은 언제든지 물어보십시오."
_AFTER = "보관 기한이 끝나면 파기하고, 그때 다시 알려 드립니다."
_HOW = (
    "지웠다는 말은, 그 자료를 여는 암호 열쇠를 없앴다는 뜻입니다. "
    "자료 백업에는 열쇠 없는 암호문이 남아 있을 수 있습니다."
)
_LIMIT = "손으로 베낀 것, 화면을 찍은 사진처럼 프로그램이 볼 수 없는 것은 여기에 없습니다."
_USUAL, _WIDE_BASIS = (38, 39, 31, 33, 29), (33, 53, 27, 32, 25)


@dataclass(frozen=True, slots=True)
class _Closeness:
    """Padding of the rows, the shares of the columns of what stays, and room above headings."""

    pad: float
    shares: tuple[float, float, float, float, float]
    before: float = 9


def make(value: OnePageAnswer) -> bytes:
    """Return the answer as PDF; lines that say the same are put together to stay on one page."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    short = replace(value, gone=tuple(merged_gone(value.gone)), kept=tuple(merged_kept(value.kept)))
    counts = _counts(value, sheet.width)
    tellers = [
        partial(_story, told, counts, sheet.width, how)
        for told, how in (
            (value, _Closeness(3.0, _USUAL)),
            (value, _Closeness(1.8, _USUAL)),
            (short, _Closeness(1.8, _USUAL)),
            (short, _Closeness(1.2, _WIDE_BASIS)),
            (short, _Closeness(1.2, _WIDE_BASIS, 4)),
        )
    ]
    return compose_within(sheet, tellers, 1)


def _story(value: OnePageAnswer, counts: Flowable, width: float, how: _Closeness) -> list[Flowable]:
    part = partial(section, before=how.before)
    story: list[Flowable] = [
        *title("맡기신 개인정보, 이렇게 되었습니다", f"「{TITLE}」"),
        sentence(_opening(value), after=8),
        counts,
    ]
    if value.open_points:
        story += [gap(3), _open_points(value, width)]
    story += part("지운 것", _gone(value, width, how.pad))
    story += part("아직 보관하는 것", _kept(value, width, how))
    if reasons(value.kept):
        story += [gap(1.5), bullets(reasons(value.kept))]
    if value.elsewhere:
        rows = [join(strong(each.label), plain(each.what), by=": ") for each in value.elsewhere]
        story += part("저희 프로그램 밖에 있는 것", bullets(rows))
    story += part("알아 두십시오", bullets([plain(each) for each in _notes(value)]))
    closing = [
        gap(2.5),
        para(plain(value.office.look.said("answer_closing", _CLOSING)), style(11, bold=True)),
    ]
    story.append(Together([*closing, gap(1), sentence(_asking(value), after=0)]))
    return story


def _opening(value: OnePageAnswer) -> Markup:
    return join(
        sized(strong(value.addressee.name), 13),
        plain(" 님의 개인정보가 "),
        strong(f"{long_day(value.as_of)} 현재"),
        plain(f" {value.office.name}에 어떻게 있는지 적었습니다. "),
        plain(f"(관리번호\u00a0{value.person_number})"),
    )


def _counts(value: OnePageAnswer, width: float) -> Flowable:
    def cell(words: str, count: int) -> Flowable:
        number = sized(strong(f"{count}"), 22)
        return para(
            join(plain(words), number, plain("가지"), by="  "), style(12, "centre", lead=2.1)
        )

    commands = [
        *padding(1.2 * MM, 2 * MM, low=3 * MM),
        ("LINEABOVE", (0, 0), (-1, 0), measures.EDGE, measures.LINE),
        ("LINEBELOW", (0, 0), (-1, 0), measures.EDGE, measures.LINE),
        ("LINEAFTER", (0, 0), (0, 0), measures.INNER, measures.LINE),
        ("BACKGROUND", (0, 0), (-1, -1), measures.LABEL),
    ]
    cells = [[cell("지운 것", len(value.gone)), cell("아직 보관하는 것", len(value.kept))]]
    return grid(cells, [width / 2, width / 2], commands)


def _open_points(value: OnePageAnswer, width: float) -> Flowable:
    head = para(plain("아직 끝나지 않은 것이 있습니다"), style(11, bold=True))
    return box([head, bullets([plain(each) for each in value.open_points])], width, weight=1.6)


def _gone(value: OnePageAnswer, width: float, pad: float) -> Flowable:
    heads = (
        Head("무엇을", 60),
        Head("몇 건", 18, "centre"),
        Head("언제", 32, "centre"),
        Head("왜", 60),
    )
    rows = [
        (
            strong(each.label),
            plain(f"{each.count:,}"),
            plain(day(each.at.date())),
            plain(each.reason),
        )
        for each in value.gone
    ]
    return list_table(heads, rows, width, pad=pad, empty=plain("지운 것이 없습니다."))


def _kept(value: OnePageAnswer, width: float, how: _Closeness) -> Flowable:
    heads = (
        Head("무엇을", how.shares[0]),
        Head("근거", how.shares[1]),
        Head("언제부터 세어", how.shares[2], "centre"),
        Head("언제까지", how.shares[3], "centre"),
        Head("어디에", how.shares[4]),
    )
    rows = [
        (
            strong(each.label),
            plain(each.article),
            counted(each),
            stays_until(each, value.ending or NOT_KNOWN),
            plain(each.place),
        )
        for each in value.kept
    ]
    return list_table(heads, rows, width, pad=how.pad, empty=plain("보관하는 것이 없습니다."))


def _notes(value: OnePageAnswer) -> list[str]:
    notes = [_AFTER] if value.kept else []
    if value.gone:
        notes.append(_HOW)
    if value.key_places:
        notes.append(
            f"열쇠를 보관하는 곳 {value.key_places}곳 가운데 {value.key_places_replaced}곳을 "
            "새 열쇠로 바꾸었습니다."
        )
    if value.certificate_numbers:
        notes.append("파기확인서의 파기번호: " + ", ".join(value.certificate_numbers))
    return [*notes, _LIMIT]


def _asking(value: OnePageAnswer) -> Markup:
    return office_lines(value.office)
