"""저장매체 파기확인서, one or a list, and 출력물 파기확인서."""

from collections.abc import Sequence
from functools import partial

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.disposal_certificate import (
    DisposalCertificate,
    DisposalSort,
)
from easycare_desktop.documents.layout.code import how_to_check, sealed_head
from easycare_desktop.documents.layout.fitting import compose_within
from easycare_desktop.documents.layout.page import Sheet
from easycare_desktop.documents.layout.parts import (
    CLOSE,
    Together,
    banner,
    bullets,
    gap,
    heading,
    section,
    sentence,
)
from easycare_desktop.documents.layout.signatures import closing, to_sign
from easycare_desktop.documents.layout.tables import Head, Pair, form_grid, list_table
from easycare_desktop.documents.layout.text import lines, plain, sized, strong
from easycare_desktop.documents.layout.words import day, exact_moment, moment
from easycare_desktop.documents.phrases import fingerprint_words
from easycare_desktop.documents.strings import fingerprint

TITLES = {
    DisposalSort.MEDIUM: "저장매체 파기확인서",
    DisposalSort.MEDIA: "저장매체 파기확인서",
    DisposalSort.PRINTED: "출력물 파기확인서",
}
_UNDER = {
    DisposalSort.MEDIUM: "매체 한 개",
    DisposalSort.MEDIA: "일괄 요약",
    DisposalSort.PRINTED: "종이 서류",
}
# Before a section, within the rows of tables, and in mm between parts.
_ROOMS = (
    (CLOSE, 3.6, 1.0),
    (CLOSE, 2.4, 1.0),
    (4.5, 1.8, 1.0),
    (3.0, 1.4, 1.0),
    (2.4, 1.2, 1.0),
    (2.4, 1.2, 0.0),
)
_UNWITNESSED = "입회자, 현장 확인, 업체 증명서, 사진 가운데 아무것도 없습니다."
_CANNOT_PROVE = {
    DisposalSort.PRINTED: (
        "파기하기 전에 복사하거나 사진으로 찍은 것",
        "다른 곳에 따로 둔 같은 서류",
    ),
    DisposalSort.MEDIA: (
        "파기하기 전에 다른 매체로 옮기거나 복사한 것",
        "부순 조각의 크기에 따라 남을 수 있는 조각",
    ),
}
_CLOSING = "위와 같이 파기하였음을 확인합니다."
_CLOSING_ALONE = "위와 같이 파기하였음을 수행자가 확인합니다."


def make(value: DisposalCertificate) -> bytes:
    """Return the certificate as PDF, set closer when that saves the second page."""
    sheet = Sheet(value.office, value.facts, TITLES[value.sort], fingerprint(value))
    tellers = [partial(_story, value, sheet.width, *room) for room in _ROOMS]
    return compose_within(sheet, tellers, 1)


def _story(
    value: DisposalCertificate, width: float, before: float, pad: float, apart: float
) -> list[Flowable]:
    cannot = _CANNOT_PROVE.get(value.sort, _CANNOT_PROVE[DisposalSort.MEDIA])
    part = partial(section, before=before)
    said = _CLOSING if value.is_witnessed else _CLOSING_ALONE
    return [
        *sealed_head(
            TITLES[value.sort], _UNDER[value.sort], value.seal, width, partial(_banner, value)
        ),
        gap(2.5 * apart),
        _papers(value, width, pad),
        *part("1. 파기한 것", _things(value, width, pad)),
        *part("2. 파기한 방법", _method(value, width, pad)),
        *part("3. 확인", _checks(value, width, pad)),
        *part("4. 이 확인서가 증명하지 못하는 것", _unproven(cannot, listed=apart > 0)),
        *part("5. 파기한 사람과 확인한 사람", _actors(value, width, pad)),
        Together(
            [
                heading("6. 진위 확인", before=before),
                _proof(value, width),
                gap(apart),
                how_to_check(value.seal),
                gap(apart),
                *closing(value.office, value.issued_on, width, said),
            ]
        ),
    ]


def _unproven(cannot: Sequence[str], *, listed: bool) -> Flowable:
    """Return what the paper cannot prove: a point each, or in one sentence where room is scarce."""
    if listed:
        return bullets([plain(each) for each in cannot])
    return sentence(plain("  ·  ".join(cannot)), after=0)


def _banner(value: DisposalCertificate, room: float) -> list[Flowable]:
    done = f"{len(value.lines):,}개를 {value.method} 방법으로 파기하였습니다."
    if value.is_witnessed:
        return [banner("완료", [plain(done)], room, solid=False)]
    said = lines(plain(done), plain(_UNWITNESSED))
    return [banner("일부 완료", [said], room, solid=True)]


def _papers(value: DisposalCertificate, width: float, pad: float) -> Flowable:
    rows = [
        [
            Pair(plain("확인서 번호"), strong(value.facts.number)),
            Pair(plain("발급일"), plain(day(value.issued_on))),
        ],
        [
            Pair(plain("파기 기록번호"), strong(value.number)),
            Pair(plain("파기번호"), plain(value.plan_number or "없음")),
        ],
    ]
    if value.persons:
        rows.append([Pair(plain("대상 정보주체"), plain(value.persons))])
    return form_grid(rows, width, pad=pad)


def _things(value: DisposalCertificate, width: float, pad: float) -> Flowable:
    if value.sort is DisposalSort.MEDIUM and value.lines:
        line = value.lines[0]
        pairs = [("번호", line.number), ("종류", line.what), *line.details]
        told = [(name, text) for name, text in pairs if text] or [("종류", "")]
        cells = [Pair(plain(name), plain(text)) for name, text in told]
        rows = [cells[start : start + 2] for start in range(0, len(cells), 2)]
        return form_grid(rows, width, pad=pad)
    heads = (Head("번호", 20, "centre"), Head("종류 · 이름", 36), Head("내용", 114))
    rows_of = [
        (
            strong(line.number),
            plain(line.what),
            plain(", ".join(f"{name} {text}" for name, text in line.details if text)),
        )
        for line in value.lines
    ]
    return list_table(heads, rows_of, width, pad=2.6, empty=plain("파기한 것이 없습니다."))


def _method(value: DisposalCertificate, width: float, pad: float) -> Flowable:
    rows = [
        [
            Pair(plain("방법"), lines(strong(value.method), plain(value.method_class))),
            Pair(plain("파기한 때"), plain(moment(value.at))),
        ],
        [
            Pair(plain("파기한 곳"), plain(value.place)),
            Pair(plain("분량"), plain(value.amount or "-")),
        ],
    ]
    if value.company:
        company = lines(plain(value.company), plain(value.company_number))
        rows.append(
            [
                Pair(plain("맡긴 업체"), company),
                Pair(plain("업체 증명서"), plain(value.receipt or "없음")),
            ]
        )
    return form_grid(rows, width, pad=pad)


def _checks(value: DisposalCertificate, width: float, pad: float) -> Flowable:
    photos = f"{value.photos}장 (잠가서 보관)" if value.photos else "없음"
    seen = Pair(plain("입회자"), plain(value.witness or "없음"))
    if value.on_site:
        when = exact_moment(value.on_site_at) if value.on_site_at else ""
        seen = Pair(plain("현장 확인"), plain(f"{value.on_site} {when}".strip()))
    rows = [[seen, Pair(plain("사진"), plain(photos))]]
    if value.kept:
        rows.append([Pair(plain("법에 따라 남길 것"), lines(*map(plain, value.kept)))])
        rows.append([Pair(plain("그 원본"), plain(value.originals))])
    if value.remark:
        rows.append([Pair(plain("비고"), plain(value.remark))])
    return form_grid(rows, width, pad=pad)


def _actors(value: DisposalCertificate, width: float, pad: float) -> Flowable:
    heads = (Head("구분", 34, "centre"), Head("성명", 60), Head("서명", 76))
    rows = [(plain("수행자"), plain(value.handled_by), to_sign(pad))]
    rows += [
        (plain(role), plain(name), to_sign(pad))
        for role, name in (("입회자", value.witness), ("현장 확인자", value.on_site))
        if name
    ]
    return list_table(heads, rows, width, pad=pad)


def _proof(value: DisposalCertificate, width: float) -> Flowable:
    proof = value.proof
    pairs = [
        ("기록 순번", f"{proof.sequence:,}"),
        ("앞 확인값", proof.previous),
        ("이 확인값", proof.entry),
        ("인증서 지문", fingerprint_words(value.seal.certificate) if value.seal else ""),
    ]
    rows = [[Pair(plain(label), sized(plain(text), 9.4))] for label, text in pairs if text]
    return form_grid(rows, width, pad=1.4)
