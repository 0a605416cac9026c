"""파기확인서: the person's copy and the copy on file."""

from collections.abc import Sequence
from functools import partial

from reportlab.platypus import Flowable, KeepTogether

from easycare_desktop.documents.contents.destruction_certificate import (
    CertificateState,
    DestructionCertificate,
    PersonCopy,
    check_claim,
)
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.parts import (
    CLOSE,
    banner,
    bullets,
    gap,
    office_lines,
    section,
    sentence,
    title,
)
from easycare_desktop.documents.layout.signatures import issued
from easycare_desktop.documents.layout.stay import kept_table
from easycare_desktop.documents.layout.tables import Head, Pair, form_grid, list_table
from easycare_desktop.documents.layout.text import Markup, lines, plain, strong, tick
from easycare_desktop.documents.layout.words import day, exact_moment, moment
from easycare_desktop.documents.papers import certificate_words as words
from easycare_desktop.documents.strings import fingerprint

TITLE = "개인정보 파기확인서"


def make(value: DestructionCertificate) -> bytes:
    """Return the certificate as PDF. Raises `CertificateOverclaimsError`."""
    check_claim(value)
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    width = sheet.width
    state = words.STATE_WORDS[value.state]
    said = [plain(each) for each in words.banner_lines(value) if each]
    story: list[Flowable] = [
        *title(TITLE, _copy_words(value)),
        banner(state, [lines(*said)], width, solid=value.state is not CertificateState.COMPLETE),
        gap(2.5),
        _papers(value, width),
        *_section("1. 파기한 항목", _groups(value, width)),
        *_section("2. 파기한 방법", bullets([plain(each) for each in words.method_lines(value)])),
        gap(1.5),
        _run(value, width),
        *_section("3. 열쇠 보관처", _key_places(value, width), note=_places_note(value)),
        *_section("4. 남은 것이 있는지 찾아본 결과", _searches(value, width)),
        *_section("5. 프로그램 밖의 사본", _outside(value, width)),
        *_section("6. 법에 따라 보존하는 항목", kept_table(value.kept, width, pad=2.6)),
        *_section(
            "7. 이 확인서가 증명하지 못하는 것",
            bullets([plain(each) for each in words.CANNOT_PROVE]),
        ),
        *_section("8. 파기한 사람과 확인한 사람", _actors(value, width)),
        *_section("9. 진위 확인", _proof(value, width)),
        gap(1.5),
        KeepTogether(
            [
                sentence(plain(words.SIGNATURE)),
                sentence(office_lines(value.office)),
                *issued(value.office, value.issued_on, width),
            ]
        ),
    ]
    return compose(sheet, story)


_section = partial(section, before=CLOSE)


def _copy_words(value: DestructionCertificate) -> str:
    return (
        "정보주체 교부용" if isinstance(value.copy, PersonCopy) else "기관 보관용 (관리번호만 적음)"
    )


def _papers(value: DestructionCertificate, width: float) -> Flowable:
    who = f"{value.person_number} ({value.person_kind})"
    subject = strong(who)
    if isinstance(value.copy, PersonCopy):
        subject = lines(strong(f"{value.copy.name} 님"), plain(who))
    return form_grid(
        [
            [
                Pair(plain("확인서 번호"), strong(value.facts.number)),
                Pair(plain("발급일"), plain(day(value.issued_on))),
            ],
            [
                Pair(plain("신청 번호"), plain(value.request_number or "없음")),
                Pair(plain("승인 번호"), plain(value.approval_number or "없음")),
            ],
            [Pair(plain("대상"), subject), Pair(plain("기관"), _office(value))],
            [
                Pair(plain("파기 사유"), lines(plain(value.reason), plain(value.article))),
                Pair(
                    plain("사유 발생일"),
                    lines(plain(day(value.reason_on)), plain(f"파기 기한 {day(value.destroy_by)}")),
                ),
            ],
        ],
        width,
        pad=3.6,
    )


def _office(value: DestructionCertificate) -> Markup:
    office = value.office
    return lines(plain(office.name), plain(f"{office.code} · 대표 {office.representative}"))


def _groups(value: DestructionCertificate, width: float) -> Flowable:
    heads = (
        Head("항목", 46),
        Head("열쇠", 15, "centre"),
        Head("기록", 15, "centre"),
        Head("파일", 15, "centre"),
        Head("보유 만료일", 27, "centre"),
        Head("사유 · 근거", 52),
    )
    rows = [
        (
            strong(each.label),
            plain(f"{each.keys:,}"),
            plain(f"{each.rows:,}"),
            plain(f"{each.files:,}"),
            plain(day(each.until, "-")),
            lines(plain(each.reason), plain(each.article)),
        )
        for each in value.groups
    ]
    return list_table(heads, rows, width, pad=2.6, empty=plain("파기한 항목이 없습니다."))


def _run(value: DestructionCertificate, width: float) -> Flowable:
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


def _places_note(value: DestructionCertificate) -> str:
    replaced = sum(1 for place in value.key_places if place.replaced_at)
    return f"{len(value.key_places)}곳 가운데 {replaced}곳을 새 세대로 바꿈"


def _key_places(value: DestructionCertificate, width: float) -> Flowable:
    heads = (Head("보관처", 90), Head("상태", 80))
    rows = [
        (
            plain(place.label),
            tick(f"{moment(place.replaced_at)}에 바꿈", on=True)
            if place.replaced_at
            else strong("☐ 아직 바꾸지 못함"),
        )
        for place in value.key_places
    ]
    return list_table(heads, rows, width, pad=2.6, empty=plain("등록한 열쇠 보관처가 없습니다."))


def _searches(value: DestructionCertificate, width: float) -> Flowable:
    heads = (
        Head("찾아본 곳", 48),
        Head("검색어", 16, "centre"),
        Head("파일", 20, "centre"),
        Head("문자 부호", 44),
        Head("남은 것", 18, "centre"),
        Head("확인용 표본", 24, "centre"),
    )
    rows: list[Sequence[Markup]] = [
        (
            plain(line.place),
            plain(f"{line.values:,}종"),
            plain(f"{line.files:,}개"),
            plain(line.encodings),
            strong(f"{line.found:,}건"),
            plain("찾아냄") if line.control_found else strong("찾지 못함"),
        )
        for line in value.searches
    ]
    if value.mentions_found:
        left = strong(f"{value.mentions_left:,}건")
        where = plain("다른 사람의 자료에 적힌 것")
        seen = plain(f"{value.mentions_found:,}건 찾음")
        rows.append((where, plain("-"), plain("-"), seen, left, plain("-")))
    return list_table(heads, rows, width, pad=2.6, empty=plain("찾아보지 않았습니다."))


def _outside(value: DestructionCertificate, width: float) -> Flowable:
    heads = (Head("사본", 58), Head("조치", 66), Head("확인", 46))
    rows = [
        (
            plain(each.label),
            plain(each.action),
            tick(f"{each.by} {day(each.on)}".strip(), on=True) if each.done else strong("☐ 미확인"),
        )
        for each in value.outside
    ]
    return list_table(heads, rows, width, pad=2.6, empty=plain("프로그램 밖의 사본이 없습니다."))


def _actors(value: DestructionCertificate, width: float) -> Flowable:
    heads = (
        Head("구분", 18, "centre"),
        Head("성명 · 직위", 42),
        Head("일시", 39, "centre"),
        Head("비고", 45),
        Head("서명", 26, "centre"),
    )
    rows = [
        (
            plain(each.role),
            plain(" · ".join(part for part in (each.name, each.position) if part)),
            plain(moment(each.at)),
            plain(each.note),
            plain(""),
        )
        for each in value.actors
    ]
    return list_table(heads, rows, width, pad=4)


def _proof(value: DestructionCertificate, width: float) -> Flowable:
    proof = value.proof
    pairs = [
        ("장부 순번", f"{proof.sequence:,}"),
        ("앞 항목 해시", proof.previous),
        ("이 항목 해시", proof.entry),
        ("접속기록 끝", proof.log_head),
        ("대조값", proof.commitment),
        ("대조용 난수", value.copy.salt if isinstance(value.copy, PersonCopy) else ""),
        ("전자서명", proof.signature),
    ]
    rows = [[Pair(plain(label), plain(text))] for label, text in pairs if text]
    return form_grid(rows, width, pad=1.4)
