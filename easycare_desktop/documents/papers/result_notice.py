"""이용취소(동의철회) 처리결과 통지서."""

from collections.abc import Sequence
from functools import partial

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.result_notice import Outcome, ResultNotice
from easycare_desktop.documents.layout.fitting import compose_within
from easycare_desktop.documents.layout.page import Sheet
from easycare_desktop.documents.layout.parts import (
    Together,
    addressee,
    banner,
    bullets,
    gap,
    office_lines,
    section,
    sentence,
    title,
)
from easycare_desktop.documents.layout.signatures import issued
from easycare_desktop.documents.layout.stay import (
    NOTHING_APART,
    NOTHING_KEPT,
    certificate_at,
    gone_table,
    kept_table,
    reasons,
)
from easycare_desktop.documents.layout.tables import Head, list_table
from easycare_desktop.documents.layout.text import Markup, join, lines, plain, strong
from easycare_desktop.documents.layout.words import day, long_day, won
from easycare_desktop.documents.left_words import rest_words
from easycare_desktop.documents.strings import fingerprint
from easycare_desktop.documents.values import ReliefBody

TITLE = "이용취소(동의철회) 처리결과 통지서"
_ROOMS = (9, 6, 3.2)
_WORDS = {Outcome.ALL: "완료", Outcome.PART: "일부 완료", Outcome.REFUSED: "거절"}
_OBJECTION = (
    "다시 살펴보고 결과를 알려 드립니다. 바깥의 도움이 필요하시면 아래 기관을 이용하실 수 있습니다."
)
_TOGETHER = "①과 ②에는 함께 처리한 보호자의 자료도 들어 있습니다."
_NOTHING_STORED = "철회하신 동의로 적어 둔 자료가 없어, 지울 자료는 없었습니다."
_UNFINISHED = "처리를 거절한 것은 없습니다. 아직 끝나지 않은 것은 맨 위에 적었습니다."


def make(value: ResultNotice) -> bytes:
    """Return the notice as PDF, set closer when that saves a page."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    return compose_within(sheet, [partial(_story, value, sheet.width, room) for room in _ROOMS], 1)


def _story(value: ResultNotice, width: float, before: float) -> list[Flowable]:
    part = partial(section, before=before)
    nothing = NOTHING_APART if value.rest else NOTHING_KEPT
    story: list[Flowable] = [
        *title(TITLE),
        *addressee(value.addressee),
        sentence(_opening(value), after=6),
        _banner(value, width),
        *part("① 파기한 항목", gone_table(value.gone, width)),
        *part("② 보존하는 항목과 그 근거", kept_table(value.kept, width, empty=nothing)),
    ]
    lawful = [each for each in value.kept if not each.held]
    told = [*reasons(lawful), *([plain(_TOGETHER)] if value.guardians else [])]
    if value.rest:
        told.append(plain(rest_words(value.rest)))
    if told:
        story += [gap(1.5), bullets(told)]
    story += part("③ 정산 결과", sentence(_settlement(value)))
    story += part("④ 드린 자료", sentence(_handed_over(value)))
    story += part("⑤ 처리하지 못한 것과 그 사유", _unhandled(value, width))
    closing = value.office.look.said("notice_closing", "")
    if closing:
        story += part("드리는 말씀", sentence(plain(closing)))
    story += part(
        "이의가 있으실 때", sentence(plain(_objection(value))), relief_table(value.relief, width)
    )
    asked = sentence(office_lines(value.office), before=5, after=before)
    return [*story, Together([asked, *issued(value.office, value.issued_on, width)])]


def relief_table(bodies: Sequence[ReliefBody], width: float) -> Flowable:
    """Return where to turn to."""
    heads = (Head("기관", 90), Head("전화", 30, "centre"), Head("홈페이지", 50))
    rows = [(plain(each.name), strong(each.phone), plain(each.web)) for each in bodies]
    return list_table(heads, rows, width, pad=2.6, empty=plain("기관 목록을 확인하고 있습니다."))


def _objection(value: ResultNotice) -> str:
    ways = "서면, 전화, 전자우편으로" if value.office.officer_email else "서면이나 전화로"
    return f"이 결과에 이의가 있으시면 아래 보호책임자에게 {ways} 말씀해 주십시오. {_OBJECTION}"


def _opening(value: ResultNotice) -> Markup:
    refused = value.outcome is Outcome.REFUSED
    what = "살펴본 결과를 아래와 같이 알려 드립니다" if refused else "아래와 같이 처리하였습니다"
    said = plain(f"{long_day(value.received_on)}에 신청하신 내용을 {what}.")
    asked = plain(f"신청 내용: {value.request_kind}  ·  접수번호 {value.request_number}")
    if not value.withdrawn:
        return lines(said, asked)
    whole = [each.replace("] ", "]\u00a0") for each in value.withdrawn]
    taken_back = join(plain("철회하신 동의:"), strong(", ".join(whole)), by=" ")
    return lines(said, asked, taken_back)


def _banner(value: ResultNotice, width: float) -> Flowable:
    outcome = value.outcome
    if outcome is Outcome.ALL and (value.open_points or value.unhandled):
        outcome = Outcome.PART
    said = {
        Outcome.ALL: "신청하신 내용을 모두 처리하였습니다.",
        Outcome.PART: "신청하신 내용 가운데 일부를 처리하였습니다.",
        Outcome.REFUSED: "신청하신 내용을 처리하지 못하였습니다. 사유는 ⑤에 적었습니다.",
    }[outcome]
    points = [strong(said)]
    if value.kept:
        points.append(plain("보존해야 하는 항목과 그 근거는 ②에 따로 적었습니다."))
    if value.open_points:
        points += [
            plain("아직 끝나지 않은 것"),
            *(plain(f"· {each}") for each in value.open_points),
        ]
    if outcome is Outcome.ALL and not (value.gone or value.kept or value.certificate_number):
        points.append(plain(_NOTHING_STORED))
    if value.certificate_number:
        points.append(plain(certificate_at(value.certificate_number)))
    return banner(_WORDS[outcome], [lines(*points)], width, solid=outcome is not Outcome.ALL)


def _settlement(value: ResultNotice) -> Markup:
    money = value.settlement
    if money is None or not (money.unpaid or money.refund):
        return plain("받으실 금액도 내실 금액도 없습니다.")
    parts = []
    if money.unpaid:
        parts.append(join(plain("내실 금액"), strong(won(money.unpaid)), by=" "))
    if money.refund:
        when = f", {long_day(money.paid_on)} 지급" if money.paid_on else ""
        parts.append(join(plain("돌려드릴 금액"), strong(won(money.refund)), plain(when), by=" "))
    if money.account:
        parts.append(plain(f"계좌 {money.account}"))
    return join(*parts, by="  ·  ")


def _handed_over(value: ResultNotice) -> Markup:
    given = value.handed_over
    if given is None and value.copy_wanted:
        return plain("자료 사본을 요청하셨으나 드리지 못하였습니다. 사유는 ⑤에 적었습니다.")
    if given is None:
        return plain("자료 사본을 요청하지 않으셨습니다.")
    medium = f" ({given.medium})" if given.medium else ""
    who = f"{given.received_by} 님께 " if given.received_by else ""
    return plain(f"{day(given.received_on)}에 {who}자료 사본을 드렸습니다{medium}.")


def _unhandled(value: ResultNotice, width: float) -> Flowable:
    if not value.unhandled:
        return sentence(plain(_UNFINISHED if value.open_points else "없습니다."))
    heads = (Head("항목", 42), Head("사유", 66), Head("근거", 62))
    rows = [
        (strong(each.label), plain(each.reason), plain(each.article)) for each in value.unhandled
    ]
    return list_table(heads, rows, width)
