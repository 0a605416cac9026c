"""접수증."""

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.receipt import Receipt
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.parts import (
    Together,
    addressee,
    bullets,
    gap,
    office_lines,
    section,
    sentence,
    strip,
    title,
)
from easycare_desktop.documents.layout.signatures import issued
from easycare_desktop.documents.layout.tables import Pair, form_grid
from easycare_desktop.documents.layout.text import Markup, join, para, plain, strong, style
from easycare_desktop.documents.layout.words import day, long_day, moment
from easycare_desktop.documents.strings import fingerprint

TITLE = "접수증"
STEPS = ("접수", "본인 확인", "심사·정산", "분리보관·파기", "결과 통지")
_AFTER = (
    "신청하신 내용은 위 기한까지 처리하고, 결과를 통지서로 알려 드립니다.",
    "파기를 시작하기 전까지는 신청을 취소하실 수 있습니다. 아래 연락처로 말씀해 주십시오.",
    "보존해야 하는 자료는 따로 보관하고, 그 목록과 근거를 통지서에 적어 드립니다.",
)


def make(value: Receipt) -> bytes:
    """Return the receipt as PDF."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    story: list[Flowable] = [
        *title(TITLE, value.request_kind),
        *addressee(value.addressee),
        sentence(plain("아래와 같이 신청을 접수하였습니다."), after=6),
        _due(value, sheet.width),
        gap(3),
        _facts(value, sheet.width),
    ]
    if value.papers:
        story += section("함께 받은 서류", bullets([plain(each) for each in value.papers]))
    if value.missing:
        story += section(
            "더 내 주셔야 하는 서류", bullets([strong(each) for each in value.missing])
        )
    story += section("처리 순서", strip(STEPS, sheet.width, now=0))
    story += section("알려 드립니다", bullets(_after(value)))
    asked = section("문의", sentence(_contact(value)))
    story.append(
        Together([*asked, gap(2), *issued(value.office, value.received_at.date(), sheet.width)])
    )
    return compose(sheet, story)


def _after(value: Receipt) -> list[Markup]:
    return [plain(each) for each in value.office.look.lines("receipt_after", _AFTER)]


def _due(value: Receipt, width: float) -> Flowable:
    large = style(13.0, bold=True, lead=1.25)
    due = plain(f"{long_day(value.due_on)}까지")
    number = Pair(plain("접수번호"), para(plain(value.request_number), large))
    return form_grid([[number, Pair(plain("처리 기한"), para(due, large))]], width, pad=5.5)


def _facts(value: Receipt, width: float) -> Flowable:
    known = "접수일" if moment(value.received_at) == day(value.received_at) else "접수일시"
    who = f"{value.applicant} ({value.capacity})" if value.capacity else value.applicant
    return form_grid(
        [
            [
                Pair(plain(known), plain(moment(value.received_at))),
                Pair(plain("접수방법"), plain(value.channel)),
            ],
            [Pair(plain("신청인"), plain(who)), Pair(plain("대상"), plain(value.subject))],
            [
                Pair(plain("희망 취소일"), plain(day(value.wish_on, "적지 않으심"))),
                Pair(plain("접수자"), plain(value.taken_by)),
            ],
        ],
        width,
        pad=4.6,
    )


def _contact(value: Receipt) -> Markup:
    first = join(plain("담당"), strong(value.taken_by), strong(value.contact_phone), by="  ")
    return Markup(f"{first}<br/>{office_lines(value.office)}")
