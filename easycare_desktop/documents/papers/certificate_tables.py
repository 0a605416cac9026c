"""The tables of the 파기확인서."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.destruction_certificate import (
    DestructionCertificate,
    OutsideCopy,
    PersonCopy,
    SearchLine,
)
from easycare_desktop.documents.layout.parts import bullets, gap
from easycare_desktop.documents.layout.signatures import to_sign
from easycare_desktop.documents.layout.stay import (
    NOTHING_APART,
    NOTHING_KEPT,
    kept_table,
    merged_kept,
    reasons,
)
from easycare_desktop.documents.layout.tables import Head, Pair, form_grid, list_table
from easycare_desktop.documents.layout.text import Markup, plain, sized, strong, tick
from easycare_desktop.documents.layout.words import day, exact_moment, moment
from easycare_desktop.documents.left_words import rest_words
from easycare_desktop.documents.phrases import fingerprint_words
from easycare_desktop.documents.search_words import place_words
from easycare_desktop.documents.search_words import told_of_search as search_words

NO_PLACES = "등록한 열쇠 보관처가 없습니다."
ALL_STAYS = "파기한 것이 없으므로 자료는 모두 전과 같이 있습니다."


def shortened(value: DestructionCertificate) -> DestructionCertificate:
    """Put on one line what differs in its name alone: places searched, copies, stays.

    What was found, or is open, keeps a line of its own.
    """
    searches: dict[SearchLine, list[SearchLine]] = {}
    for line in value.searches:
        alone = line.found or line.unread or not line.control_found
        searches.setdefault(line if alone else replace(line, place="", files=0), []).append(line)
    copies: dict[OutsideCopy, list[OutsideCopy]] = {}
    for copy in value.outside:
        copies.setdefault(replace(copy, label="") if copy.done else copy, []).append(copy)
    return replace(
        value,
        searches=tuple(
            replace(
                same,
                place=", ".join(each.place for each in found),
                files=sum(each.files for each in found),
            )
            for same, found in searches.items()
        ),
        outside=tuple(
            replace(same, label=", ".join(each.label for each in alike))
            for same, alike in copies.items()
        ),
        kept=tuple(merged_kept(value.kept)),
    )


def run(value: DestructionCertificate, width: float) -> Flowable:
    """Return the switch of generations."""
    run = value.run
    seconds = (run.finished_at - run.started_at).total_seconds()
    return form_grid(
        [
            [
                Pair(plain("시작"), plain(exact_moment(run.started_at))),
                Pair(plain("종료"), plain(f"{exact_moment(run.finished_at)} ({seconds:.0f}초)")),
            ],
            [
                Pair(plain("도구"), plain(run.tool)),
                Pair(plain("오류"), plain(f"{run.errors}건")),
            ],
        ],
        width,
        pad=2.6,
    )


def places_note(value: DestructionCertificate) -> str:
    """Return how many key places were replaced."""
    replaced = sum(1 for place in value.key_places if place.replaced_at)
    return f"{len(value.key_places)}곳 가운데 {replaced}곳을 새 세대로 바꿈"


def struck_off(value: DestructionCertificate) -> list[Flowable]:
    """Return the sentence about places that were struck off, if there are any."""
    unknown = [each.on for each in value.struck_off if not each.said_gone]
    if not unknown:
        return []
    days = ", ".join(map(day, unknown))
    told = f"등록에서 뺀 보관처 {len(unknown)}곳(뺀 날 {days})"
    return [gap(1.5), bullets([plain(f"{told}에는 옛 열쇠가 남아 있을 수 있습니다.")])]


def search_note(value: DestructionCertificate) -> str:
    """Return in which encodings was searched, and what by where a stop came before it."""
    again = "남아 있는 값(성명 등)으로 다시 찾음" if value.searched_again else ""
    encodings = ", ".join(dict.fromkeys(line.encodings for line in value.searches))
    return " · ".join(filter(None, (again, f"문자 부호 {encodings}" if encodings else "")))


def key_places(value: DestructionCertificate, width: float, pad: float) -> Flowable:
    """Return the key places."""
    heads = (Head("보관처", 90), Head("상태", 80, "centre"))
    rows = [
        (
            plain(place.label),
            tick(f"{moment(place.replaced_at)}에 바꿈", on=True)
            if place.replaced_at
            else strong("☐ 아직 바꾸지 못함"),
        )
        for place in value.key_places
    ]
    return list_table(heads, rows, width, pad=pad)


def searches(value: DestructionCertificate, width: float, pad: float) -> Flowable:
    """Return what was searched and found."""
    heads = (
        Head("찾아본 곳", 86),
        Head("검색어", 18, "centre"),
        Head("파일", 20, "centre"),
        Head("남은 것", 20, "centre"),
        Head("확인용 표본", 26, "centre"),
    )
    rows: list[Sequence[Markup]] = [
        (
            plain(_unbroken(line.place) + place_words("", line.unread)),
            plain(f"{line.values:,}종"),
            plain(f"{line.files:,}개"),
            strong(f"{line.found:,}건"),
            plain("찾아냄") if line.control_found else strong("찾지 못함"),
        )
        for line in value.searches
    ]
    if value.mentions_found:
        where = plain(f"다른 자료에 적힌 것 ({value.mentions_found:,}건 찾음)")
        rows.append((where, plain("-"), plain("-"), strong("그대로 둠"), plain("-")))
    return list_table(heads, rows, width, pad=pad, empty=plain("찾아보지 않았습니다."))


def stays_note(value: DestructionCertificate) -> str:
    """Return as of when the stays are told, on a paper that is made later."""
    told = value.run.finished_at.date()
    return f"{day(told)} 현재" if told < value.issued_on else ""


def stays(value: DestructionCertificate, width: float, pad: float) -> list[Flowable]:
    """Return what stays, why a hold keeps some of it, and that the rest was left as it is."""
    empty = NOTHING_APART if value.rest else NOTHING_KEPT
    said = reasons([each for each in value.kept if each.held])
    if value.rest:
        said.append(plain(rest_words(value.rest)))
    table = kept_table(value.kept, width, pad=pad, empty=empty)
    return [table, *([gap(1.5), bullets(said)] if said else [])]


def told_of_search(value: DestructionCertificate) -> list[Flowable]:
    """Return what is said beneath: the kinds of values, and who closed what was left open."""
    said = search_words(value)
    return [gap(1.5), bullets([plain(each) for each in said])] if said else []


def _unbroken(place: str) -> str:
    return place.replace(" ", "\u00a0").replace(",\u00a0", ", ")


def outside(value: DestructionCertificate, width: float, pad: float) -> Flowable:
    """Return copies outside of the program."""
    heads = (Head("사본", 80), Head("조치", 46), Head("확인", 44, "centre"))
    rows = [
        (
            plain(each.label),
            plain(each.action),
            tick(f"{each.by} {day(each.on)}".strip(), on=True) if each.done else strong("☐ 미확인"),
        )
        for each in value.outside
    ]
    return list_table(heads, rows, width, pad=pad, empty=plain("프로그램 밖의 사본이 없습니다."))


def actors_note(value: DestructionCertificate) -> str:
    """Return who signs where nobody is named."""
    signs = any(not each.name and not each.note for each in value.actors)
    return "확인자는 결과를 확인한 사람이 이름을 적고 서명합니다" if signs else ""


def actors(value: DestructionCertificate, width: float, pad: float) -> Flowable:
    """Return who did what, and where they sign; remarks have a column where there are any."""
    noted = any(each.note for each in value.actors)
    note = [Head("비고", 34)] if noted else []
    heads = [
        Head("구분", 18, "centre"),
        Head("성명 · 직위", 36),
        Head("일시", 38, "centre"),
        *note,
        Head("서명", 44, "centre"),
    ]
    rows = [
        (
            plain(each.role),
            plain(" · ".join(part for part in (each.name, each.position) if part)),
            plain(moment(each.at)),
            *((plain(each.note),) if noted else ()),
            to_sign(pad),
        )
        for each in value.actors
    ]
    return list_table(heads, rows, width, pad=pad)


def proof(value: DestructionCertificate, width: float) -> Flowable:
    """Return where the ledger stands."""
    proof = value.proof
    pairs = [
        ("기록 순번", f"{proof.sequence:,}"),
        ("앞 확인값", proof.previous),
        ("이 확인값", proof.entry),
        ("접속기록 끝", proof.log_head),
        ("대조값", proof.commitment),
        ("대조용 난수", value.copy.salt if isinstance(value.copy, PersonCopy) else ""),
        ("인증서 지문", fingerprint_words(value.seal.certificate) if value.seal else ""),
    ]
    rows = [[Pair(plain(label), sized(plain(text), 9.4))] for label, text in pairs if text]
    return form_grid(rows, width, pad=1.4)
