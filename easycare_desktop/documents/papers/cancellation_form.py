"""「이지케어 서비스 이용취소 신청서」: two pages, blank or filled, and more for long lists."""

from functools import partial

from reportlab.platypus import Flowable

from easycare_desktop.documents.channel_words import CHANNELS
from easycare_desktop.documents.contents.cancellation_form import CancellationForm
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.fitting import compose_within
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.page import Sheet
from easycare_desktop.documents.layout.parts import (
    CLOSE,
    Together,
    gap,
    heading,
    section,
    sentence,
    strip,
    title,
)
from easycare_desktop.documents.layout.signatures import Line, sign_lines, signed_how, signed_on
from easycare_desktop.documents.layout.tables import Pair, chosen, form_grid
from easycare_desktop.documents.layout.text import Markup, para, plain, style
from easycare_desktop.documents.layout.words import TO_WRITE_ON, day, moment
from easycare_desktop.documents.papers import cancellation_words as words
from easycare_desktop.documents.papers.cancellation_lists import Density, lists
from easycare_desktop.documents.papers.cancellation_parts import (
    applicant,
    data_and_money,
    kind_and_scope,
    times_and_reason,
    user,
)
from easycare_desktop.documents.strings import fingerprint
from easycare_desktop.domain.requests import Relation

_DENSITIES = (
    Density(6.2, 4.2, grouped=False),
    Density(4.6, 3.6, grouped=False),
    Density(4.6, 2.2, grouped=False),
    Density(4.6, 1.2, grouped=True),
    Density(3.0, 2.2, grouped=False),
    Density(2.4, 1.2, grouped=True),
)


def make(value: CancellationForm) -> bytes:
    """Return the form as PDF; long lists are set closer until two pages hold them."""
    sheet = Sheet(value.office, value.facts, words.TITLE, fingerprint(value))
    tellers = [partial(story_of, value, sheet.width, density) for density in _DENSITIES]
    return compose_within(sheet, tellers)


def story_of(
    value: CancellationForm, width: float, density: Density = _DENSITIES[1]
) -> list[Flowable]:
    """Return the parts of the form."""
    pad = density.rows
    return [
        *title(f"「{words.TITLE}」", words.UNDER[value.relation]),
        _intake(value, width, pad),
        *section("1. 신청 구분", kind_and_scope(value, width, pad), before=CLOSE),
        *section("2. 이용자", user(value, width, pad), before=CLOSE),
        *section("3. 신청인", applicant(value, width, pad), before=CLOSE),
        *section("4. 이용 기간과 취소 사유", times_and_reason(value, width, pad), before=CLOSE),
        *section("5. 요금 정산과 자료", data_and_money(value, width, pad), before=CLOSE),
        *lists(value, width, density),
        Together(_signing(value, width, pad)),
        Together(_office_use(value, width, pad)),
    ]


def _intake(value: CancellationForm, width: float, pad: float) -> Flowable:
    channels = chosen(*((name, value.channel is each) for each, name in CHANNELS.items()))
    return form_grid(
        [
            [
                Pair(plain("접수번호"), plain(value.request_number)),
                Pair(plain("접수일시"), plain(moment(value.received_at))),
            ],
            [Pair(plain("접수방법"), channels)],
        ],
        width,
        pad=pad,
        fill=measures.OFFICE_ONLY,
    )


def _signing(value: CancellationForm, width: float, pad: float) -> list[Flowable]:
    kinds = words.ATTACHMENTS.items()
    attached = chosen(*((name, each in value.attached) for each, name in kinds))
    return [
        heading("10. 붙임 서류", before=CLOSE),
        form_grid([[Pair(plain("붙임"), attached)]], width, pad=pad),
        gap(1.5),
        sentence(plain(words.STATEMENT), after=0),
        signed_on(value.signed_on),
        sign_lines([Line("신청인", value.applicant.name, value.signature)], width),
        *signed_how(value.signature_note),
        para(_addressee(value), style(13, bold=True, before=7)),
        *_addressee_at(value),
    ]


def _addressee(value: CancellationForm) -> Markup:
    return plain(f"{value.addressee or TO_WRITE_ON} 귀중")


def _addressee_at(value: CancellationForm) -> list[Flowable]:
    known = "  ·  ".join(f"{label} {words}" for label, words in value.addressee_at)
    return [para(plain(known), style())] if known else []


def _office_use(value: CancellationForm, width: float, pad: float) -> list[Flowable]:
    use = value.office_use
    grid = form_grid(
        [
            [
                Pair(plain("접수자"), plain(use.taken_by)),
                Pair(plain("본인 확인"), plain(use.identity_check)),
                Pair(plain("확인일"), plain(day(use.checked_on))),
            ],
            [
                Pair(plain("처리기한"), plain(day(use.due_on))),
                Pair(plain("처리자"), plain(use.handled_by)),
                Pair(plain("승인자"), plain(use.approved_by)),
            ],
            [
                Pair(plain("완료일"), plain(day(use.done_on))),
                Pair(plain("통지일"), plain(day(use.notified_on))),
                Pair(plain("통지방법"), plain(use.notified_how)),
            ],
        ],
        width,
        label_width=20 * MM,
        pad=pad,
        fill=measures.OFFICE_ONLY,
    )
    whose = "업체" if value.relation is Relation.A else "기관"
    above = heading(f"11. {whose} 처리란", "신청인은 적지 않습니다", before=CLOSE)
    return [above, grid, gap(2.5), strip(words.STEPS, width)]
