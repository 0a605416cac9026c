"""개인정보 수집·이용 동의서.

Important items stand out as the notice of the commission asks: at least 9 pt, at least a fifth
larger than the rest, and bold. Here the body is 10 pt and what must stand out is 12 pt bold:
period, sensitive items, receiver with its purpose, and the fact of advertising contact
(Decree art. 17(3)).
"""

from collections.abc import Mapping
from functools import partial

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.consent_form import BlockKind, ConsentForm
from easycare_desktop.documents.layout.code import certificate_note
from easycare_desktop.documents.layout.fitting import compose_within
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.page import Sheet
from easycare_desktop.documents.layout.parts import (
    Together,
    gap,
    heading,
    office_lines,
    section,
    sentence,
    title,
)
from easycare_desktop.documents.layout.signatures import Line, sign_lines, signed_how, signed_on
from easycare_desktop.documents.layout.tables import (
    Head,
    Pair,
    form_grid,
    list_table,
)
from easycare_desktop.documents.layout.text import (
    Markup,
    fixed,
    plain,
    strong,
    style,
)
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.papers.consent_blocks import block_heading, block_table
from easycare_desktop.documents.papers.consent_legal import legal_part
from easycare_desktop.documents.strings import fingerprint

PADS = (4.2, 2.6)
_ONE_PAGE = 1.6
_LIST_WHOLE = 125 * MM
LABEL = 24 * MM
TITLE = "개인정보 수집·이용 동의서"
LEGAL_TITLE = "법정대리인 동의서"
ONLY_TITLES = {
    BlockKind.REQUIRED: TITLE,
    BlockKind.SENSITIVE: "민감정보 처리 동의서",
    BlockKind.UNIQUE_ID: "고유식별정보 처리 동의서",
    BlockKind.OPTIONAL: "선택 항목 수집·이용 동의서",
    BlockKind.MARKETING: "홍보·안내 연락 수신 동의서",
    BlockKind.PROVISION: "개인정보 제3자 제공 동의서",
}
_EACH = "아래 항목마다 읽어 보시고, 동의하시는지 따로따로 표시해 주십시오."
_ONE = "아래 내용을 읽어 보시고, 동의하시는지 표시해 주십시오."
_LOUD = "굵고 큰 글자는 꼭 확인하셔야 하는 내용입니다."
_ROOM = "\u00a0" * 12
_STATED_EACH = "위 내용을 읽었고, 항목마다 표시한 대로 뜻을 밝힙니다."
_STATED_ONE = "위 내용을 읽었고, 표시한 대로 뜻을 밝힙니다."
_WITHDRAWAL = (
    "동의는 언제든지 철회하실 수 있습니다. 이용취소(동의철회) 신청서를 내시거나 전화, 서면으로 "
    "말씀해 주시면 지체 없이 처리하고 결과를 알려 드립니다."
)


def make(value: ConsentForm) -> bytes:
    """Return the form as PDF, set a little closer when that saves a page.

    One kind of consent alone is set closer still to stand on one page.
    """
    sheet = Sheet(value.office, value.facts, title_of(value), fingerprint(value))
    first, *closer = pads_of(value)
    tellers = [partial(story_of, value, sheet.width, pad) for pad in (first, *closer)]
    return compose_within(sheet, tellers, 1, closer=[first - pad for pad in closer])


def pads_of(value: ConsentForm) -> tuple[float, ...]:
    """Return how close the form may be set: the padding of rows, widest first."""
    return PADS if value.only is None else (*PADS, _ONE_PAGE)


def title_of(value: ConsentForm) -> str:
    """Return the title: of the representative's form, of one kind of consent, or of all."""
    if value.legal is not None:
        return LEGAL_TITLE
    return ONLY_TITLES[value.only] if value.only is not None else TITLE


def story_of(
    value: ConsentForm,
    width: float,
    pad: float = PADS[0],
    slots: Mapping[str, Flowable] | None = None,
) -> list[Flowable]:
    """Return the parts of the form; `slots` stand where the person is named."""
    since = f" ({day(value.text_since)}부터)" if value.text_since else ""
    version = f"동의서 문구 {value.text_version}판{since}"
    single = len(value.blocks) == 1
    story: list[Flowable] = [
        *title(title_of(value), version),
        _person(value, width, slots),
        *(legal_part(value.legal, width) if value.legal else ()),
        gap(2.5),
        sentence(plain(f"{value.office.name} 귀중")),
        sentence(plain(f"{_ONE if single else _EACH} {_LOUD}"), after=2),
    ]
    for number, block in enumerate(value.blocks, start=1):
        head = block_heading(0 if single else number, block, value.text_version, pad)
        story.append(Together([head, block_table(block, width, pad)]))
    if value.without_consent:
        table = _without_consent(value, width, pad)
        story += section("동의 없이 처리하는 항목과 그 근거", table, whole=_LIST_WHOLE)
    story.append(Together(_ending(value, width)))
    return story


def texts_of(value: ConsentForm) -> dict[str, str]:
    """Return what is said of the person, by code."""
    who = value.person
    return {"name": who.name, "birth": day(who.birth), "number": who.number, "phone": who.phone}


def _person(value: ConsentForm, width: float, slots: Mapping[str, Flowable] | None) -> Flowable:
    texts = texts_of(value)
    said: Mapping[str, Markup | Flowable] = slots or {
        code: strong(text) if code == "name" else plain(text) for code, text in texts.items()
    }
    return form_grid(
        [
            [Pair(plain("정보주체"), said["name"]), Pair(plain("생년월일"), said["birth"])],
            [Pair(plain("관리번호"), said["number"]), Pair(plain("연락처"), said["phone"])],
        ],
        width,
        label_width=LABEL,
    )


def _without_consent(value: ConsentForm, width: float, pad: float) -> Flowable:
    heads = (Head("항목", 42), Head("목적", 38), Head("법적 근거", 48), Head("기간", 42))
    how = style(lead=1.3)
    rows = [
        [fixed(plain(text), how) for text in (row.items, row.purpose, row.basis, row.period)]
        for row in value.without_consent
    ]
    return list_table(heads, rows, width, pad=pad)


def _ending(value: ConsentForm, width: float) -> list[Flowable]:
    withdrawal = value.office.look.said("consent_withdrawal", value.withdrawal or _WITHDRAWAL)
    return [
        heading("동의를 철회하시려면"),
        sentence(plain(withdrawal)),
        sentence(office_lines(value.office), after=6 if not value.office.certificate else 1),
        *certificate_note(value.office),
        sentence(strong(_STATED_ONE if len(value.blocks) == 1 else _STATED_EACH)),
        signed_on(value.signed_on),
        _signatures(value, width),
        *signed_how(value.signer.note or value.agent.note),
    ]


def _signatures(value: ConsentForm, width: float) -> Flowable:
    agent = value.agent
    known = " · ".join(filter(None, (agent.capacity, agent.relation)))
    label = f"법정대리인·대리인\n({known or '관계:' + _ROOM})"
    signers = [
        Line("정보주체", value.signer.name, value.signer.signature),
        Line(label, agent.name, agent.signature),
        Line("받은 직원", value.received_by, hint="(서명)", due=False),
    ]
    if value.legal is not None:
        signers[:2] = [Line("법정대리인", agent.name or value.legal.name, agent.signature)]
    return sign_lines(signers, width)
