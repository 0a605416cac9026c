"""파기확인서: the person's copy and the copy on file."""

from collections.abc import Callable, Sequence
from functools import partial

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.destruction_certificate import (
    CertificateState,
    DestructionCertificate,
    PersonCopy,
    check_claim,
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
from easycare_desktop.documents.layout.signatures import closing
from easycare_desktop.documents.layout.tables import Pair, form_grid
from easycare_desktop.documents.layout.text import Markup, lines, plain, strong
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.papers import certificate_tables as tables
from easycare_desktop.documents.papers import certificate_words as words
from easycare_desktop.documents.papers.certificate_groups import groups, groups_in_pairs
from easycare_desktop.documents.strings import fingerprint

TITLE = "개인정보 파기확인서"
# Before a section, and within the lines of tables.
_WIDE, _TIGHT, _TIGHTEST = (CLOSE, 2.6), (4.6, 2.2), (3.0, 1.2)


def make(value: DestructionCertificate) -> bytes:
    """Return the certificate as PDF, set closer and in fewer lines when that saves the third page.

    Raises `CertificateOverclaimsError`.
    """
    check_claim(value)
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    short = tables.shortened(value)
    tellers = [
        partial(_story, told, sheet.width, *room)
        for told, room in ((value, _WIDE), (value, _TIGHT), (short, _TIGHT), (short, _TIGHTEST))
    ]
    tellers.append(
        partial(_story, short, sheet.width, *_TIGHTEST, gone=groups_in_pairs, listed=_run_on)
    )
    return compose_within(sheet, tellers)


def _points(said: Sequence[str]) -> Flowable:
    return bullets([plain(each) for each in said])


def _run_on(said: Sequence[str]) -> Flowable:
    return sentence(plain("  ".join(f"·\u00a0{each}" for each in said)), after=0)


def _story(
    value: DestructionCertificate,
    width: float,
    before: float,
    pad: float,
    gone: Callable[[DestructionCertificate, float], list[Flowable]] = groups,
    listed: Callable[[Sequence[str]], Flowable] = _points,
) -> list[Flowable]:
    part = partial(section, before=before)
    story: list[Flowable] = [
        *sealed_head(TITLE, _copy_words(value), value.seal, width, partial(_banner, value)),
        gap(2.5),
        _papers(value, width),
        *part("1. 파기한 항목", *gone(value, width)),
        *part("2. 파기한 방법", bullets([plain(each) for each in words.method_lines(value)])),
        gap(1.5),
        tables.run(value, width),
        *_key_places(value, width, before, pad),
        *tables.struck_off(value),
        *part(
            "4. 남은 것이 있는지 찾아본 결과",
            tables.searches(value, width, pad),
            *tables.told_of_search(value),
            note=tables.search_note(value),
        ),
        *part("5. 프로그램 밖의 사본", tables.outside(value, width, pad)),
        *_stays(value, width, pad, part),
        *part(
            "7. 이 확인서가 증명하지 못하는 것",
            listed(words.cannot_prove(value)),
        ),
        *part(
            "8. 파기한 사람과 확인한 사람",
            tables.actors(value, width, pad),
            note=tables.actors_note(value),
        ),
        *_ending(value, width, before),
    ]
    return story


def _stays(
    value: DestructionCertificate, width: float, pad: float, part: Callable[..., list[Flowable]]
) -> list[Flowable]:
    if value.state is CertificateState.FAILED and not value.groups:
        return part("6. 보존하는 항목과 그 근거", sentence(plain(tables.ALL_STAYS), after=0))
    body = tables.stays(value, width, pad)
    return part("6. 보존하는 항목과 그 근거", *body, note=tables.stays_note(value))


def _ending(value: DestructionCertificate, width: float, before: float) -> list[Flowable]:
    head = heading("9. 진위 확인", before=before)
    signed = [head, tables.proof(value, width), gap(1.5), how_to_check(value.seal)]
    stated = closing(value.office, value.issued_on, width, words.CLOSING[value.state])
    return [Together(signed), gap(1.5), Together(stated)]


def _key_places(
    value: DestructionCertificate, width: float, before: float, pad: float
) -> list[Flowable]:
    head = "3. 열쇠 보관처"
    if not value.key_places:
        return section(head, sentence(plain(tables.NO_PLACES), after=0), before=before)
    body = tables.key_places(value, width, pad)
    return section(head, body, note=tables.places_note(value), before=before)


def _banner(value: DestructionCertificate, room: float) -> list[Flowable]:
    said = [plain(each) for each in words.banner_lines(value) if each]
    solid = value.state is not CertificateState.COMPLETE
    return [banner(words.STATE_WORDS[value.state], [lines(*said)], room, solid=solid)]


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
                Pair(plain("접수번호"), plain(value.request_number or "없음")),
                Pair(plain("파기번호"), plain(value.approval_number or "없음")),
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
