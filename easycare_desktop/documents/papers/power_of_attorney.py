"""위임장."""

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.power_of_attorney import Party, Power, PowerOfAttorney
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.parts import Together, bullets, gap, section, sentence, title
from easycare_desktop.documents.layout.signatures import Line, sign_lines, signed_on
from easycare_desktop.documents.layout.tables import Pair, form_grid
from easycare_desktop.documents.layout.text import lines, para, plain, strong, style, tick
from easycare_desktop.documents.layout.words import TO_WRITE_ON, day
from easycare_desktop.documents.strings import fingerprint

TITLE = "위임장"
_UNDER = "개인정보에 관한 권리 행사를 맡기는 글"
_POWERS = {
    Power.ACCESS: "개인정보의 열람 요구",
    Power.CORRECT: "개인정보의 정정·삭제 요구",
    Power.SUSPEND: "개인정보의 처리정지 요구",
    Power.WITHDRAW: "개인정보 처리에 대한 동의의 철회",
    Power.CANCEL: "「이지케어 서비스 이용취소 신청서」의 제출",
}
_BASIS = (
    "「개인정보 보호법」 제38조제1항과 같은 법 시행령 제45조에 따라 위와 같이 개인정보에 관한 "
    "권리의 행사를 위임합니다."
)
_HOW = (
    "맡기시는 일에만 표시해 주십시오. 표시하지 않은 일은 맡기지 않은 것으로 봅니다.",
    "위임하시는 분이 직접 서명하시거나 도장을 찍어 주십시오.",
    "두 분의 신분증 사본을 함께 내 주십시오. 주민등록번호 뒷자리는 가려 주십시오.",
    "성년후견인은 후견등기사항증명서, 14세 미만 아동의 부모는 가족관계증명서를 대신 냅니다.",
)


def make(value: PowerOfAttorney) -> bytes:
    """Return the paper as PDF."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    return compose(sheet, story_of(value, sheet.width))


def story_of(value: PowerOfAttorney, width: float) -> list[Flowable]:
    """Return the parts of the paper."""
    ticked = [tick(words, on=each in value.powers) for each, words in _POWERS.items()]
    powers = para(lines(*ticked), style(11, lead=1.8))
    return [
        *title(TITLE, _UNDER),
        *section("1. 위임받는 사람", _party(value.agent, width, agent=True)),
        *section("2. 위임하는 사람 (정보주체)", _party(value.principal, width, agent=False)),
        *section("3. 맡기는 일", powers),
        gap(4),
        sentence(plain(_BASIS)),
        Together(
            [
                signed_on(value.signed_on),
                sign_lines(
                    [Line("위임하는 사람", value.signer.name, value.signer.signature)], width
                ),
                para(plain(_addressee(value)), style(13, bold=True, before=9, after=2)),
            ]
        ),
        *section("적는 방법", bullets([plain(each) for each in _HOW])),
    ]


def _party(who: Party, width: float, *, agent: bool) -> Flowable:
    phone = [Pair(plain("전화번호"), plain(who.phone))]
    if agent:
        phone.append(Pair(plain("정보주체와의\n관계"), plain(who.relation)))
    rows = [
        [Pair(plain("성명"), strong(who.name)), Pair(plain("생년월일"), plain(day(who.birth)))],
        phone,
        [Pair(plain("주소"), plain(who.address))],
    ]
    return form_grid(rows, width, label_width=26 * MM, pad=6)


def _addressee(value: PowerOfAttorney) -> str:
    return f"{value.office.name or TO_WRITE_ON} 귀중"
