"""Parts 1 to 5 of the cancellation form: what, who, when, why, money and data."""

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.cancellation_form import CancellationForm
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.tables import Pair, chosen, form_grid
from easycare_desktop.documents.layout.text import (
    Markup,
    join,
    lines,
    para,
    plain,
    style,
    tick,
    ticks,
)
from easycare_desktop.documents.layout.words import day, won
from easycare_desktop.documents.papers import cancellation_words as words
from easycare_desktop.domain.requests import Relation, RequestScope

_TO_WRITE = 1.8  # leading of lines that are filled in by hand
_GAP = "\u00a0\u00a0\u00a0 "


def kind_and_scope(value: CancellationForm, width: float, pad: float) -> Flowable:
    """Return part 1."""
    kinds = chosen(*((name, value.relation is each) for each, name in words.RELATIONS.items()))
    part = f"일부 ({value.part or _room(34)})"
    scope = join(
        tick("전부", on=value.scope is RequestScope.ALL),
        tick(part, on=value.scope is RequestScope.PART),
        by=_GAP,
    )
    rows = [[Pair(plain("구분"), kinds)], [Pair(plain("범위"), scope)]]
    return form_grid(rows, width, pad=pad)


def user(value: CancellationForm, width: float, pad: float) -> Flowable:
    """Return part 2: the office in relation A, the person in relation B."""
    rows = _subscriber(value) if value.relation is Relation.A else _care_user(value)
    return form_grid(rows, width, pad=pad)


def _care_user(value: CancellationForm) -> list[list[Pair]]:
    who = value.user
    return [
        [Pair(plain("성명"), plain(who.name)), Pair(plain("생년월일"), plain(day(who.birth)))],
        [
            Pair(plain("인정번호·사번"), plain(who.number)),
            Pair(plain("연락처"), plain(who.phone)),
        ],
        [Pair(plain("주소"), plain(who.address))],
    ]


def _subscriber(value: CancellationForm) -> list[list[Pair]]:
    who = value.subscriber
    return [
        [
            Pair(plain("기관명"), plain(who.name)),
            Pair(plain("대표자"), plain(who.representative)),
        ],
        [
            Pair(plain("장기요양기관기호"), plain(who.code)),
            Pair(plain("사업자번호"), plain(who.business_number)),
        ],
        [Pair(plain("전화"), plain(who.phone)), Pair(plain("팩스"), plain(who.fax))],
        [Pair(plain("주소"), plain(who.address))],
        [Pair(plain("전자우편"), plain(who.email))],
        [
            Pair(plain("담당자"), plain(who.contact)),
            Pair(plain("이용 아이디"), plain(", ".join(who.login_ids))),
        ],
    ]


def applicant(value: CancellationForm, width: float, pad: float) -> Flowable:
    """Return part 3: who applies, in which capacity."""
    who = value.applicant
    capacities = chosen(*((name, who.capacity is each) for each, name in words.CAPACITIES.items()))
    return form_grid(
        [
            [Pair(plain("성명"), plain(who.name)), Pair(plain("생년월일"), plain(day(who.birth)))],
            [Pair(plain("연락처"), plain(who.phone)), Pair(plain("관계"), plain(who.relation))],
            [Pair(plain("자격"), capacities)],
        ],
        width,
        pad=pad,
    )


def times_and_reason(value: CancellationForm, width: float, pad: float) -> Flowable:
    """Return part 4."""
    reasons = list(words.REASONS.items())
    boxes = [(name, value.reason is each) for each, name in reasons[:-1]]
    other, name = reasons[-1]
    last = tick(f"{name} ({value.reason_text or _room(24)})", on=value.reason is other)
    last_day = "마지막 이용일" if value.relation is Relation.A else "마지막\n급여·근무일"
    return form_grid(
        [
            [
                Pair(plain("이용 시작일"), plain(day(value.started_on))),
                Pair(plain("희망 취소일"), plain(day(value.wish_on))),
                Pair(plain(last_day), plain(day(value.last_service_on))),
            ],
            [Pair(plain("사유"), join(ticks(*boxes), last, by=_GAP))],
        ],
        width,
        pad=pad,
    )


def data_and_money(value: CancellationForm, width: float, pad: float) -> Flowable:
    """Return part 5: settlement, a copy before the end, and what becomes of the rest."""
    money, data = value.money, value.data
    account = "  ·  ".join(
        f"{label}: {text or _room(room)}"
        for label, text, room in (
            ("은행", money.bank, 16),
            ("계좌", money.account, 30),
            ("예금주", money.holder, 14),
        )
    )
    wanted = ticks(
        ("반출을 요청합니다", data.copy_wanted is True),
        ("필요 없습니다", data.copy_wanted is False),
    )
    after = chosen(*((name, data.afterwards is each) for each, name in words.AFTERWARDS.items()))
    return form_grid(
        [
            [
                Pair(plain("미납액"), _amount(money.unpaid)),
                Pair(plain("환불액"), _amount(money.refund)),
            ],
            [Pair(plain("환불계좌"), plain(account))],
            [Pair(plain("자료 반출"), para(lines(wanted, _copy(value)), style(lead=_TO_WRITE)))],
            [Pair(plain("남은 자료"), after)],
        ],
        width,
        label_width=24 * MM,
        pad=pad,
    )


def _copy(value: CancellationForm) -> Markup:
    data = value.data
    parts = (
        ("형식", data.form),
        ("매체", data.medium),
        ("수령자", data.recipient),
        ("수령일", day(data.received_on)),
    )
    if data.copy_wanted is False:
        return plain("")
    return plain("  ·  ".join(f"{label}: {text or _room(16)}" for label, text in parts))


def _amount(value: int | None) -> Markup:
    return plain(won(value, _room(24) + "원"))


def _room(signs: int) -> str:
    return "\u00a0" * signs
